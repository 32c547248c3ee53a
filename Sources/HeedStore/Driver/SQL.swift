public import HeedModel

/// A value as both databases know it.
public enum SQLValue: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case bytes([UInt8])
}

/// One row of an answer, by position.
public struct SQLRow: Sendable, Hashable {
  public let values: [SQLValue]
  public init(_ values: [SQLValue]) { self.values = values }
}

/// Where the two databases differ; named in twin files only (`x.sqlite.sql`, `x.postgres.sql`).
public enum SQLDialect: String, Sendable {
  case sqlite, postgres
}

/// A connection inside one transaction. Used on the thread that was given it, and not after the body ends.
///
/// Text is the same for both databases, with parameters `$1`, `$2`, … bound by their number (each may stand more than
/// once). Drivers keep prepared statements by their text.
public protocol SQLConnection: AnyObject {
  var dialect: SQLDialect { get }

  /// - Throws: `SQLError`.
  func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow]

  /// - Returns: how many rows were changed.
  @discardableResult
  func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int

  /// Runs one statement with many sets of arguments; drivers make this quick (one prepared statement, many rows at once).
  func runMany(_ sql: String, _ arguments: [[SQLValue]]) throws

  /// Runs a script of several statements without parameters: migrations.
  func runScript(_ sql: String) throws
}

extension SQLConnection {
  public func rows(_ sql: String, _ arguments: SQLValue...) throws -> [SQLRow] {
    try rows(sql, arguments)
  }
  @discardableResult
  public func run(_ sql: String, _ arguments: SQLValue...) throws -> Int {
    try run(sql, arguments)
  }
}

/// A database behind the store: SQLite or PostgreSQL. Drivers do this and nothing else.
///
/// Bodies are synchronous and run on threads that belong to the driver, never on Swift's cooperative pool, so that a
/// slow disk holds up nobody else. A body must not touch another transaction.
public protocol SQLDatabase: Sendable {
  var dialect: SQLDialect { get }

  /// Reads from one consistent snapshot; a write in the body throws.
  func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws
    -> T

  /// One transaction: all or nothing, durable when it returns. Runs the body again from the start where the database asks
  /// for it (a serialization failure, a deadlock), so bodies have no effect but on the connection.
  ///
  /// A statement that fails ends the transaction, also where the body catches the error: nothing of it is kept.
  @discardableResult
  func write<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws
    -> T

  /// One element after each commit of any process on this database, as far as the driver can know; several commits may
  /// share one. Ends when the database is closed.
  func commits() -> AsyncStream<Void>

  /// A consistent copy of everything into a file, while the desk runs.
  /// - Throws: `SQLError` of kind `unsupported` where the database has its own tool for it.
  func backup(to path: String) async throws

  /// Checks the stored form itself (`PRAGMA integrity_check`); empty when all is well.
  func integrity() async throws -> [String]

  /// Writes the stored form anew, so that the place of deleted rows holds nothing of them; others wait meanwhile.
  func purge() async throws

  func close() async throws
}

/// What a database refused, in kinds that both share.
public struct SQLError: Error, Sendable, CustomStringConvertible {
  public enum Kind: String, Sendable {
    /// A unique index or primary key stands against it.
    case unique
    /// A foreign key, NOT NULL or CHECK stands against it.
    case constraint
    /// Somebody else is writing; after the driver's own retries.
    case busy
    /// No space left, or the file cannot be written.
    case full
    /// The connection is lost, or the server away.
    case unreachable
    /// The text is wrong: our own fault.
    case statement
    case unsupported
    case other
  }

  public var kind: Kind
  public var message: String
  /// The constraint's or index's name, where the database tells.
  public var constraint: String?

  public init(_ kind: Kind, _ message: String, constraint: String? = nil) {
    self.kind = kind
    self.message = message
    self.constraint = constraint
  }

  public var description: String { "\(kind.rawValue): \(message)" }
}

extension SQLError: LogSafeError {
  /// Databases quote values in what they say: whatever stands in quotation marks is left out.
  public var logText: String {
    let said = message.replacing(/"[^"]*"|'[^']*'|“[^”]*”|\([^)]*\)/, with: "…")
    return "database \(kind.rawValue): \(said.prefix(200))" + (constraint.map { " [\($0)]" } ?? "")
  }
}
