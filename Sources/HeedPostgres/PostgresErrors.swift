import CLibPQ
import HeedStore

/// What the server or the connection refused, with the code that tells whether to try again.
struct PostgresFailure: Error {
  var error: SQLError
  /// Five characters: https://www.postgresql.org/docs/15/errcodes-appendix.html
  var state: String?

  /// A serialization failure or a deadlock: the same body may succeed from the start.
  var mayRunAgain: Bool { state == "40001" || state == "40P01" }

  /// - Parameter result: `nil` when none came, as when the connection is lost.
  init(_ connection: OpaquePointer, _ result: OpaquePointer?) {
    // Not the detail: it repeats the row, and so people's words, into errors and logs.
    let message = Self.field("M", of: result) ?? Self.lastWords(of: connection)
    state = Self.field("C", of: result)
    if PQstatus(connection) == CONNECTION_BAD {
      error = SQLError(.unreachable, message)
    } else {
      error = SQLError(
        Self.kind(state ?? ""), message, constraint: Self.field("n", of: result))
    }
  }

  init(_ error: SQLError) { self.error = error }

  static func lastWords(of connection: OpaquePointer?) -> String {
    let words = String(cString: PQerrorMessage(connection))
    return words.isEmpty ? "the connection to PostgreSQL is lost" : oneLine(words)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A field of the report by its letter:
  /// https://www.postgresql.org/docs/15/protocol-error-fields.html
  private static func field(_ letter: Character, of result: OpaquePointer?) -> String? {
    guard let result, let code = letter.asciiValue,
      let text = PQresultErrorField(result, Int32(code))
    else { return nil }
    return String(cString: text)
  }

  static func kind(_ state: String) -> SQLError.Kind {
    switch state {
    case "23505": return .unique
    // Values that no column of that type can hold.
    case "22001", "22003", "22021", "22P02", "22P05", "54000": return .constraint
    case "53100", "53200": return .full
    case "25006", "0A000", "22P03", "08P01": return .statement
    case "40001", "40P01", "55P03": return .busy
    case "53300", "57P01", "57P02", "57P03", "57P05": return .unreachable
    default: break
    }
    switch state.prefix(2) {
    case "23": return .constraint
    case "42": return .statement
    case "08", "28", "3D": return .unreachable
    default: return .other
    }
  }
}
