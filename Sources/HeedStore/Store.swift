public import HeedModel

/// The record in a database: SQLite or PostgreSQL, whichever driver it is given.
public struct Store: Record {
  private let database: any SQLDatabase

  public init(database: any SQLDatabase) { self.database = database }

  public func read<T: Sendable>(
    _ body: @escaping @Sendable (any RecordReading) throws -> T
  ) async throws -> T {
    try await database.read { try body(Transaction($0)) }
  }

  public func write<T: Sendable>(
    _ body: @escaping @Sendable (any RecordWriting) throws -> T
  ) async throws -> T {
    try await database.write { sql in
      let tx = Transaction(sql)
      let result = try body(tx)
      try tx.settleTallies()
      try tx.settleTerms()
      return result
    }
  }

  func write(merging pages: Int) async throws -> Bool {
    try await database.write { try Transaction($0).mergeTerms(pages) }
  }

  /// After a restore: what was on its way when the backup was made may have arrived since. A person decides, so that
  /// nothing is said twice.
  public func settleRestored() async throws {
    try await database.write { sql in
      try sql.run(
        """
        UPDATE replies SET status = 'unknown', leased_by = NULL, leased_until = NULL, trouble = $1
        WHERE status = 'queued' OR status = 'sending'
        """,
        [.words("It was on its way when the backup was made." as Message)])
    }
  }

  public func purge() async throws { try await database.purge() }

  public func commits() -> AsyncStream<Void> { database.commits() }
}

/// One transaction on the record. What it can be asked stands in one file a noun.
final class Transaction: RecordWriting {
  let sql: any SQLConnection
  /// Set once this transaction holds the right to append events.
  var mayAppend = false
  /// What it did to posts, to be counted at its end.
  var ledger = TallyLedger()
  /// What it did to the search index, to be written at its end.
  var terms = TermLedger()

  init(_ sql: any SQLConnection) { self.sql = sql }

  /// Asks, and reads each row by `decode`.
  func list<T>(
    _ text: String, _ arguments: [SQLValue], _ decode: (inout RowReader) throws -> T
  ) throws -> [T] {
    try sql.rows(text, arguments).map { row in
      var reader = RowReader(row)
      return try decode(&reader)
    }
  }

  /// The first row, if there is one.
  func first<T>(
    _ text: String, _ arguments: [SQLValue], _ decode: (inout RowReader) throws -> T
  ) throws -> T? {
    try list(text, arguments, decode).first
  }

  func count(_ text: String, _ arguments: [SQLValue]) throws -> Int {
    try first(text, arguments) { Int(try $0.integer()) } ?? 0
  }
}
