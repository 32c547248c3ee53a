import CLibPQ
import Foundation
import HeedStore
import Synchronization

/// Hears what other processes commit, on a connection and a thread of its own, from the first call
/// of `start` on.
///
/// When the connection is lost it comes back, and then announces once, for what it may have missed.
final class PostgresListener: Sendable {
  static let channel = "heed_commits"
  private static let longestPause = 5_000

  private let target: PostgresTarget
  private let processes: PostgresProcesses
  private let signals: CommitSignals
  private let state = Mutex((isStarted: false, isStopped: false))
  /// Writing to the second wakes the thread that waits on the first.
  private let pipe = Pipe()

  init(_ target: PostgresTarget, _ processes: PostgresProcesses, _ signals: CommitSignals) {
    self.target = target
    self.processes = processes
    self.signals = signals
  }

  /// Harmless when repeated.
  func start() {
    let isFirst = state.withLock { state in
      defer { state.isStarted = true }
      return !state.isStarted && !state.isStopped
    }
    guard isFirst else { return }
    let thread = Thread { [self] in run() }
    thread.name = "heed-postgres-listen"
    thread.start()
  }

  /// The thread ends soon after; nobody waits for it.
  func stop() {
    let isFirst = state.withLock { state in
      defer { state.isStopped = true }
      return !state.isStopped
    }
    if isFirst { try? pipe.fileHandleForWriting.write(contentsOf: Data([0])) }
  }

  private func run() {
    var pause = 100
    while !isStopped {
      do {
        let session = try PostgresSession(target)
        try session.execute("LISTEN \(Self.channel)")
        signals.announce()
        pause = 100
        while try wait(for: session) { hear(session) }
      } catch {
        _ = isReadable([pipe.fileHandleForReading.fileDescriptor], within: pause)
        pause = min(pause * 2, Self.longestPause)
      }
    }
  }

  private var isStopped: Bool { state.withLock { $0.isStopped } }

  /// - Returns: `false` when it is time to stop.
  /// - Throws: when the connection is lost.
  private func wait(for session: PostgresSession) throws -> Bool {
    let sockets = [PQsocket(session.pointer), pipe.fileHandleForReading.fileDescriptor]
    _ = isReadable(sockets, within: -1)
    if isStopped { return false }
    guard PQconsumeInput(session.pointer) == 1, !session.isLost else {
      throw PostgresFailure(session.pointer, nil)
    }
    return true
  }

  private func hear(_ session: PostgresSession) {
    var isNews = false
    while let notice = PQnotifies(session.pointer) {
      if !processes.contains(notice.pointee.be_pid) { isNews = true }
      PQfreemem(notice)
    }
    if isNews { signals.announce() }
  }

  /// - Parameter milliseconds: how long to wait; for ever when negative.
  private func isReadable(_ files: [Int32], within milliseconds: Int) -> Bool {
    var polled = files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    return poll(&polled, nfds_t(polled.count), Int32(milliseconds)) > 0
  }
}
