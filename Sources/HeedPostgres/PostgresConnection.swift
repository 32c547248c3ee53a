import HeedStore

/// One transaction on one session. After a statement failed nothing more is asked of the server,
/// which would refuse it.
final class PostgresConnection: SQLConnection {
  let dialect = SQLDialect.postgres
  private var session: PostgresSession?
  private(set) var failure: PostgresFailure?
  /// Whether anybody outside would care that it was committed.
  private(set) var changed = false

  init(_ session: PostgresSession) { self.session = session }

  /// The body is over; whoever kept the connection gets errors, not somebody else's transaction.
  func end() { session = nil }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
    try using { session in
      let result = try session.execute(sql, arguments)
      if result.changes > 0 { changed = true }
      return result.rows()
    }
  }

  func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    try using { session in
      let changes = try session.execute(sql, arguments).changes
      if changes > 0 { changed = true }
      return changes
    }
  }

  func runMany(_ sql: String, _ arguments: [[SQLValue]]) throws {
    try using { session in
      if try session.pipeline(sql, arguments) > 0 { changed = true }
    }
  }

  func runScript(_ sql: String) throws {
    try using { session in
      try session.execute(sql)
      changed = true
    }
  }

  private func using<T>(_ body: (PostgresSession) throws -> T) throws -> T {
    guard let session else {
      throw SQLError(.statement, "the connection was used after its transaction ended")
    }
    if let failure {
      throw SQLError(.statement, "the transaction had failed already: \(failure.error)")
    }
    do {
      return try body(session)
    } catch let error as PostgresFailure {
      failure = error
      throw error.error
    } catch let error as SQLError {
      failure = PostgresFailure(error)
      throw error
    }
  }
}
