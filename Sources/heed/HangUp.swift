import ServiceLifecycle
import UnixSignals

/// Does something each time that the process is told to read its files anew (`SIGHUP`).
struct HangUp: Service {
  let read: @Sendable () -> Void

  func run() async throws {
    await cancelWhenGracefulShutdown {
      for await _ in await UnixSignalsSequence(trapping: .sighup) { read() }
    }
  }
}
