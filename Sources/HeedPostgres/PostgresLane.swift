import CLibPQ
import Foundation
import HeedStore

/// A thread's own connection to the server, opened when first needed and again when it was lost.
final class PostgresLane {
  /// Tries of one body that the server asks to run again: so many beside others, then so many
  /// alone.
  private static let triesBesideOthers = 3
  private static let triesAlone = 12

  private let target: PostgresTarget
  private let turns: PostgresTurns
  private let processes: PostgresProcesses
  private var session: PostgresSession? {
    didSet { processes.replace(oldValue?.process, by: session?.process) }
  }

  init(_ target: PostgresTarget, _ turns: PostgresTurns, _ processes: PostgresProcesses) {
    self.target = target
    self.turns = turns
    self.processes = processes
  }

  func close() { session = nil }

  func read<T>(_ body: (any SQLConnection) throws -> T) throws -> T {
    do {
      return try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body).value
    } catch let failure as PostgresFailure {
      throw failure.error
    }
  }

  /// - Returns: what the body returned, and whether anything was changed.
  func write<T>(
    _ body: (any SQLConnection) throws -> T
  ) throws -> (value: T, changed: Bool) {
    var tries = 0
    while true {
      do {
        return try turns.take(alone: tries >= Self.triesBesideOthers) {
          try transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE", body)
        }
      } catch let failure as PostgresFailure {
        tries += 1
        guard failure.mayRunAgain, tries < Self.triesBesideOthers + Self.triesAlone else {
          throw failure.error
        }
        // On the driver's own thread; the chance keeps two processes from meeting again in step.
        Thread.sleep(forTimeInterval: .random(in: 0...0.005) * Double(1 << min(tries, 6)))
      }
    }
  }

  /// - Throws: `PostgresFailure` where the database refused, else what the body threw.
  private func transaction<T>(
    _ begin: String, _ body: (any SQLConnection) throws -> T
  ) throws -> (value: T, changed: Bool) {
    let session = try begun(begin)
    let connection = PostgresConnection(session)
    do {
      defer { connection.end() }
      let value = try body(connection)
      if let failure = connection.failure { throw failure }
      try commit(session, announcing: connection.changed)
      return (value, connection.changed)
    } catch {
      rollBack(session)
      if let failure = connection.failure, failure.mayRunAgain { throw failure }
      throw error
    }
  }

  private func begun(_ begin: String) throws -> PostgresSession {
    if let session, !session.isLost {
      do {
        try session.execute(begin)
        return session
      } catch {
        // A connection that lay idle may have been cut by the server or on the way. Nothing was
        // asked of it yet, so a new one is tried, once.
        self.session = nil
      }
    }
    let session = try PostgresSession(target)
    self.session = session
    try session.execute(begin)
    return session
  }

  private func commit(_ session: PostgresSession, announcing: Bool) throws {
    let sql = announcing ? "NOTIFY \(PostgresListener.channel); COMMIT" : "COMMIT"
    do {
      try session.execute(sql)
    } catch var failure as PostgresFailure where failure.error.kind == .unreachable {
      failure.error.message += " (while committing: whether it was kept is not known)"
      throw failure
    }
  }

  private func rollBack(_ session: PostgresSession) {
    do {
      guard !session.isLost else { throw PostgresFailure(session.pointer, nil) }
      if PQpipelineStatus(session.pointer) != PQ_PIPELINE_OFF { throw Unfinished() }
      if PQtransactionStatus(session.pointer) != PQTRANS_IDLE { try session.execute("ROLLBACK") }
    } catch {
      // The server rolls back what is cut off.
      self.session = nil
    }
  }

  private struct Unfinished: Error {}
}
