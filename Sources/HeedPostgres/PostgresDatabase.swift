import Foundation
public import HeedStore

/// A desk's database on a PostgreSQL server, version 15 or later.
///
/// Each of up to `poolSize` connections lives on a thread of its own and is opened when it is
/// needed. A write is one transaction at REPEATABLE READ: where the server says that two writers
/// got in each other's way, the body runs again from the start. A connection that was lost while it
/// lay idle is replaced without anybody noticing; one that is lost inside a transaction throws
/// `unreachable`. Text loses U+0000, see `SQLValue.storable`.
///
/// A transaction runs to its end though the task that asked for it is cancelled: whoever was told
/// to stop may still record what it did.
public final class PostgresDatabase: SQLDatabase {
  public let dialect = SQLDialect.postgres
  private let target: PostgresTarget
  private let lanes: PostgresLanes
  private let listener: PostgresListener
  private let signals = CommitSignals()

  /// Connects to nothing yet.
  /// - Parameter connectionString: libpq's: https://www.postgresql.org/docs/15/libpq-connect.html
  /// - Throws: `SQLError` when the string cannot be read.
  public convenience init(connectionString: String, poolSize: Int = 8) throws {
    self.init(target: try PostgresTarget(connectionString), poolSize: poolSize)
  }

  /// As the string says, but another database of that server.
  package convenience init(
    connectionString: String, database: String, poolSize: Int = 8
  ) throws {
    self.init(target: try PostgresTarget(connectionString, database: database), poolSize: poolSize)
  }

  private init(target: PostgresTarget, poolSize: Int) {
    self.target = target
    let turns = PostgresTurns()
    let processes = PostgresProcesses()
    lanes = PostgresLanes(size: poolSize) { PostgresLane(target, turns, processes) }
    listener = PostgresListener(target, processes, signals)
  }

  deinit {
    listener.stop()
    lanes.stop {}
  }

  public func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await onLane { try $0.read(body) }
  }

  public func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await onLane { [signals] lane in
      let (value, changed) = try lane.write(body)
      if changed { signals.announce() }
      return value
    }
  }

  /// Commits of every process that writes through Heed: each transaction that changed something
  /// says so on the channel `heed_commits`. What was committed while the connection was lost is
  /// announced once it is back.
  public func commits() -> AsyncStream<Void> {
    listener.start()
    return signals.stream()
  }

  /// - Throws: always: PostgreSQL has its own tool.
  public func backup(to path: String) async throws {
    throw SQLError(
      .unsupported,
      "PostgreSQL is backed up by its own tool while the desk runs: "
        + "pg_dump --format=custom --file=\(path) DATABASE")
  }

  /// Nothing to say: the server watches over its files itself (`pg_amcheck`, data checksums).
  public func integrity() async throws -> [String] { [] }

  /// Frees the place of deleted rows, on a connection of its own, and makes the search's index anew: that one keeps a
  /// word that nothing says any more as a key for good (https://www.postgresql.org/docs/15/gin-implementation.html).
  /// The server's log of writes keeps what it has until it is used again:
  /// https://www.postgresql.org/docs/15/wal-configuration.html
  public func purge() async throws {
    try await Self.alone(target, "VACUUM")
    for index in try await read({ try Self.wordIndexes($0) }) {
      try await Self.alone(target, "REINDEX INDEX CONCURRENTLY \(index)")
    }
  }

  private static func wordIndexes(_ sql: any SQLConnection) throws -> [String] {
    try sql.rows(
      """
      SELECT quote_ident(schemaname) || '.' || quote_ident(indexname) FROM pg_indexes
      WHERE schemaname = current_schema() AND indexdef LIKE '%USING gin%' ORDER BY 1
      """
    ).compactMap { row in
      guard case .text(let name) = row.values[0] else { return nil }
      return name
    }
  }

  /// Waits for the transactions that were asked for.
  public func close() async throws {
    listener.stop()
    signals.finish()
    await withCheckedContinuation { continuation in
      lanes.stop { continuation.resume() }
    }
  }

  /// One statement outside of any transaction, on a connection of its own: CREATE DATABASE, for
  /// tests.
  package static func administer(_ connectionString: String, _ sql: String) async throws {
    try await alone(PostgresTarget(connectionString), sql)
  }

  private static func alone(_ target: PostgresTarget, _ sql: String) async throws {
    let _: Void = try await withCheckedThrowingContinuation { continuation in
      let thread = Thread {
        continuation.resume(
          with: Result {
            do {
              try PostgresSession(target).execute(sql)
            } catch let failure as PostgresFailure {
              throw failure.error
            }
          })
      }
      thread.start()
    }
  }

  private func onLane<T: Sendable>(
    _ work: @escaping @Sendable (PostgresLane) throws -> T
  ) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      let isTaken = lanes.submit { lane in continuation.resume(with: Result { try work(lane) }) }
      if !isTaken {
        continuation.resume(throwing: SQLError(.unreachable, "the database is closed"))
      }
    }
  }
}
