import GRDB
import HeedStore

/// One transaction on one connection, on the connection's own thread.
///
/// After a statement failed, the transaction is over, as on PostgreSQL: what follows throws, and
/// nothing is committed even if the body caught the error. Who expects a row to be there writes `ON
/// CONFLICT`.
final class SQLiteConnection: SQLConnection {
  let dialect = SQLDialect.sqlite
  private var database: Database?
  private let numbers: ParameterNumbers
  private let reading: Bool
  private(set) var failure: (any Error)?

  init(_ database: Database, numbers: ParameterNumbers, reading: Bool) {
    self.database = database
    self.numbers = numbers
    self.reading = reading
  }

  /// The body is over; whoever kept the connection gets errors, not somebody else's transaction.
  func end() { database = nil }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
    try using { database in
      let statement = try prepared(sql, in: database)
      defer { statement.reset() }
      try statement.bind(arguments)
      var rows: [SQLRow] = []
      while try statement.step() { rows.append(statement.row) }
      return rows
    }
  }

  func run(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    try using { database in
      let statement = try prepared(sql, in: database)
      defer { statement.reset() }
      let before = database.totalChangesCount
      try statement.bind(arguments)
      while try statement.step() {}
      // The count of the last statement that changed rows stands until the next one does.
      return database.totalChangesCount == before ? 0 : database.changesCount
    }
  }

  func runMany(_ sql: String, _ arguments: [[SQLValue]]) throws {
    guard let first = arguments.first else { return }
    try using { database in
      let statement = try prepared(sql, in: database)
      defer { statement.reset() }
      for (index, set) in arguments.enumerated() {
        do {
          guard set.count == first.count else {
            throw SQLError(.statement, "\(set.count) values where \(first.count) are needed")
          }
          try statement.bind(set)
          while try statement.step() {}
        } catch {
          guard let error = SQLError.translated(error) as? SQLError else { throw error }
          throw error.inSet(index + 1, of: arguments.count)
        }
      }
    }
  }

  func runScript(_ sql: String) throws {
    try using { try $0.execute(sql: sql) }
  }

  private func using<T>(_ body: (Database) throws -> T) throws -> T {
    guard let database else {
      throw SQLError(.statement, "the connection was used after its transaction ended")
    }
    if let failure {
      throw SQLError(.statement, "the transaction had failed already: \(failure)")
    }
    do {
      return try body(database)
    } catch {
      let error = SQLError.translated(error, reading: reading)
      failure = error
      throw error
    }
  }

  private func prepared(_ sql: String, in database: Database) throws -> SQLiteStatement {
    let (text, keep) = numbers.numbered(sql)
    return SQLiteStatement(
      keep ? try database.cachedStatement(sql: text) : try database.makeStatement(sql: text),
      in: database)
  }
}
