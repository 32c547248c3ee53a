public import HeedStore
import Synchronization

/// Passes everything on and keeps the statements that it saw, and how many transactions were there to write.
public final class RecordingDatabase: SQLDatabase {
  public struct Statement: Sendable {
    public var text: String
    public var arguments: [SQLValue]
  }

  private let database: any SQLDatabase
  private let seen = Mutex<[Statement]>([])
  private let written = Mutex(0)

  public init(_ database: any SQLDatabase) { self.database = database }

  public var dialect: SQLDialect { database.dialect }

  /// How many transactions began that may write.
  public var writes: Int { written.withLock { $0 } }

  /// What was asked since the last call.
  public func takeStatements() -> [Statement] {
    seen.withLock { seen in
      defer { seen = [] }
      return seen
    }
  }

  public func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await database.read { try body(Recording($0, self)) }
  }

  public func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    written.withLock { $0 += 1 }
    return try await database.write { try body(Recording($0, self)) }
  }

  public func commits() -> AsyncStream<Void> { database.commits() }
  public func backup(to path: String) async throws { try await database.backup(to: path) }
  public func integrity() async throws -> [String] { try await database.integrity() }
  public func purge() async throws { try await database.purge() }
  public func close() async throws { try await database.close() }

  private final class Recording: SQLConnection {
    private let connection: any SQLConnection
    private let database: RecordingDatabase

    init(_ connection: any SQLConnection, _ database: RecordingDatabase) {
      self.connection = connection
      self.database = database
    }

    var dialect: SQLDialect { connection.dialect }

    private func note(_ text: String, _ arguments: [SQLValue]) {
      database.seen.withLock { $0.append(Statement(text: text, arguments: arguments)) }
    }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
      note(sql, arguments)
      return try connection.rows(sql, arguments)
    }

    func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
      note(sql, arguments)
      return try connection.run(sql, arguments)
    }

    func runMany(_ sql: String, _ arguments: [[SQLValue]]) throws {
      if let first = arguments.first { note(sql, first) }
      try connection.runMany(sql, arguments)
    }

    func runScript(_ sql: String) throws { try connection.runScript(sql) }
  }
}
