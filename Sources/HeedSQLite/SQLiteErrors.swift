import GRDB
import HeedStore

extension SQLError {
  /// What SQLite said, in the kinds that both databases share; another error passes as it is.
  ///
  /// The codes: https://www.sqlite.org/rescode.html
  static func translated(_ error: any Error, reading: Bool = false) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    let message = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
    return SQLError(
      kind(error, reading: reading), message, constraint: constraint(in: message))
  }

  private static func kind(_ error: DatabaseError, reading: Bool) -> Kind {
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
      return .unique
    case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_TRUNCATE,
      .SQLITE_IOERR_SHMSIZE:
      return .full
    default: break
    }
    switch error.resultCode {
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: return .constraint
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: return .busy
    case .SQLITE_FULL: return .full
    case .SQLITE_READONLY: return reading ? .statement : .full
    case .SQLITE_CANTOPEN: return .unreachable
    case .SQLITE_ERROR, .SQLITE_MISUSE, .SQLITE_RANGE: return .statement
    default: return .other
    }
  }

  /// `UNIQUE constraint failed: people.name` names the columns, `…: index 'x'` an index on
  /// expressions, `CHECK constraint failed: x` the check.
  private static func constraint(in message: String) -> String? {
    let mark = " constraint failed: "
    guard let end = message.firstRange(of: mark)?.upperBound else { return nil }
    let name = message[end...]
    if name.hasPrefix("index '") { return String(name.dropFirst(7).dropLast()) }
    return String(name)
  }
}
