import HeedStore
import Synchronization

/// Passes everything on up to a number of statements, and then is gone: a script is cut off between two of its own.
final class CutDatabase: SQLDatabase {
  struct Gone: Error {}

  private let database: any SQLDatabase
  private let left: Mutex<Int>

  init(_ database: any SQLDatabase, after statements: Int) {
    self.database = database
    left = Mutex(statements)
  }

  var dialect: SQLDialect { database.dialect }

  func read<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await database.read(body)
  }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any SQLConnection) throws -> T
  ) async throws -> T {
    try await database.write { try body(Cutting($0, self)) }
  }

  func commits() -> AsyncStream<Void> { database.commits() }
  func backup(to path: String) async throws { try await database.backup(to: path) }
  func integrity() async throws -> [String] { try await database.integrity() }
  func purge() async throws { try await database.purge() }
  func close() async throws { try await database.close() }

  private final class Cutting: SQLConnection {
    private let connection: any SQLConnection
    private let database: CutDatabase

    init(_ connection: any SQLConnection, _ database: CutDatabase) {
      self.connection = connection
      self.database = database
    }

    var dialect: SQLDialect { connection.dialect }

    private func count() throws {
      let isOver = database.left.withLock { left in
        left -= 1
        return left < 0
      }
      if isOver { throw Gone() }
    }

    func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
      try connection.rows(sql, arguments)
    }

    func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
      try count()
      return try connection.run(sql, arguments)
    }

    func runMany(_ sql: String, _ arguments: [[SQLValue]]) throws {
      try count()
      try connection.runMany(sql, arguments)
    }

    func runScript(_ sql: String) throws {
      let code = sql.split(separator: "\n").filter { !$0.hasPrefix("--") }
      for statement in code.joined(separator: "\n").split(separator: ";") {
        guard statement.contains(where: { !$0.isWhitespace }) else { continue }
        try count()
        try connection.runScript(String(statement))
      }
    }
  }
}
