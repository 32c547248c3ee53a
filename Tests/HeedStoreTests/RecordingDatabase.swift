import HeedStore
import Synchronization

/// Passes everything on and keeps the statements that it saw.
final class RecordingDatabase: SQLDatabase {
  struct Statement: Sendable {
    var text: String
    var arguments: [SQLValue]
  }

  private let database: any SQLDatabase
  private let seen = Mutex<[Statement]>([])

  init(_ database: any SQLDatabase) { self.database = database }

  var dialect: SQLDialect { database.dialect }

  /// What was asked since the last call.
  func takeStatements() -> [Statement] {
    seen.withLock { seen in
      defer { seen = [] }
      return seen
    }
  }

  func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await database.read { try body(Recording($0, self)) }
  }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await database.write { try body(Recording($0, self)) }
  }

  func commits() -> AsyncStream<Void> { database.commits() }
  func backup(to path: String) async throws { try await database.backup(to: path) }
  func integrity() async throws -> [String] { try await database.integrity() }
  func purge() async throws { try await database.purge() }
  func close() async throws { try await database.close() }

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
