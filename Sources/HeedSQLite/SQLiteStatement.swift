import GRDB
import GRDBSQLite
import HeedStore

/// A prepared statement, asked in SQLite's own words: GRDB keeps it, but would look up each parameter by its name and
/// carry each value through three shapes.
struct SQLiteStatement {
  /// Ends the statement with itself where GRDB does not keep it.
  private let owner: Statement
  private let statement: OpaquePointer
  private let connection: OpaquePointer?

  init(_ owner: Statement, in database: Database) {
    self.owner = owner
    statement = owner.sqliteStatement
    connection = database.sqliteConnection
  }

  /// - Throws: `SQLError` when there are too few or too many, or one is too long.
  func bind(_ values: [SQLValue]) throws {
    sqlite3_reset(statement)
    let wanted = sqlite3_bind_parameter_count(statement)
    guard values.count == Int(wanted) else {
      throw SQLError(.statement, "\(values.count) values where \(wanted) are needed")
    }
    for (offset, value) in values.enumerated() {
      try check(try bind(value, at: Int32(offset + 1)))
    }
  }

  private func bind(_ value: SQLValue, at place: Int32) throws -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(statement, place)
    case .integer(let value): return sqlite3_bind_int64(statement, place, value)
    case .real(let value): return sqlite3_bind_double(statement, place, value)
    case .text(let value):
      var value = try SQLValue.storable(value)
      return value.withUTF8 { bytes in
        // SQLite takes a text without an address for NULL.
        guard let start = bytes.baseAddress, !bytes.isEmpty else {
          return sqlite3_bind_text(statement, place, "", 0, Self.copied)
        }
        return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          sqlite3_bind_text(statement, place, $0, Int32(bytes.count), Self.copied)
        }
      }
    case .bytes(let value):
      let value = try SQLValue.storable(value)
      guard !value.isEmpty else { return sqlite3_bind_zeroblob(statement, place, 0) }
      return value.withUnsafeBytes {
        sqlite3_bind_blob(statement, place, $0.baseAddress, Int32($0.count), Self.copied)
      }
    }
  }

  /// SQLite copies what it is given.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Goes one row on.
  /// - Returns: whether there is one.
  func step() throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw error(code)
    }
  }

  var row: SQLRow {
    SQLRow((0..<sqlite3_column_count(statement)).map(value))
  }

  private func value(_ column: Int32) -> SQLValue {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
    case SQLITE_TEXT:
      guard let start = sqlite3_column_text(statement, column) else { return .text("") }
      let bytes = UnsafeBufferPointer(
        start: start, count: Int(sqlite3_column_bytes(statement, column)))
      return .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB:
      guard let start = sqlite3_column_blob(statement, column) else { return .bytes([]) }
      let bytes = UnsafeRawBufferPointer(
        start: start, count: Int(sqlite3_column_bytes(statement, column)))
      return .bytes(Array(bytes))
    default: return .null
    }
  }

  /// Lets go of what was bound and of the rows that were not read.
  func reset() {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  private func check(_ code: Int32) throws {
    guard code == SQLITE_OK else { throw error(code) }
  }

  private func error(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: sqlite3_errmsg(connection).map { String(cString: $0) }, sql: owner.sql)
  }
}
