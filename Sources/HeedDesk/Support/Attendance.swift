import HeedModel
import Logging
public import ServiceLifecycle

/// Says in the record that this machine serves the desk, where several may: a change of the key waits until none does.
public struct Attendance: Service {
  /// Who said nothing for so long is not there.
  public static let life = Duration.minutes(1)
  static let pause = Duration.seconds(20)

  private let desk: Desk

  public init(desk: Desk) { self.desk = desk }

  public func run() async throws {
    let name = desk.owner
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await say(name)
        try? await desk.clock.sleep(for: Self.pause)
      }
    }
    try? await desk.record.write { try $0.deleteMachine(name) }
  }

  private func say(_ name: String) async {
    let now = desk.clock.now()
    do {
      try await desk.record.write { tx in
        try tx.setSeen(machine: name, at: now)
        try tx.deleteMachines(seenBefore: now - Self.life)
        try tx.deletePresences(seenBefore: now - PresenceBoard.life)
      }
    } catch {
      desk.logger.error(
        "Being there could not be said.", metadata: ["error": "\(LogText.of(error))"])
    }
  }
}
