import CLibPQ
import HeedStore

/// An answer of libpq, freed with the value.
final class PostgresResult {
  let pointer: OpaquePointer?

  init(_ pointer: OpaquePointer?) { self.pointer = pointer }
  deinit { PQclear(pointer) }

  var status: ExecStatusType { PQresultStatus(pointer) }

  /// Commands that answer without rows, and those with.
  var isGood: Bool { status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK }

  /// Rows that INSERT, UPDATE, DELETE or MERGE changed; none for anything else.
  var changes: Int {
    let command = String(cString: PQcmdStatus(pointer))
    guard ["INSERT", "UPDATE", "DELETE", "MERGE"].contains(where: command.hasPrefix) else {
      return 0
    }
    return Int(String(cString: PQcmdTuples(pointer))) ?? 0
  }

  func rows() -> [SQLRow] {
    let columns = PQnfields(pointer)
    let types = (0..<columns).map { PQftype(pointer, $0) }
    return (0..<PQntuples(pointer)).map { row in
      SQLRow((0..<columns).map { value(row, $0, types[Int($0)]) })
    }
  }

  private func value(_ row: Int32, _ column: Int32, _ type: Oid) -> SQLValue {
    if PQgetisnull(pointer, row, column) == 1 { return .null }
    guard let start = PQgetvalue(pointer, row, column) else { return .null }
    let length = Int(PQgetlength(pointer, row, column))
    let bytes = UnsafeRawBufferPointer(start: start, count: length)
    switch type {
    case PostgresType.bool: return .integer(bytes.first == UInt8(ascii: "t") ? 1 : 0)
    case PostgresType.bytea: return .bytes(Self.unhex(bytes))
    default: break
    }
    let text = String(decoding: bytes, as: UTF8.self)
    switch type {
    case PostgresType.int8, PostgresType.int4, PostgresType.int2, PostgresType.oid:
      return Int64(text).map { .integer($0) } ?? .text(text)
    case PostgresType.float8, PostgresType.float4: return Self.real(text)
    // `sum` of 64 bits answers in this type: a whole number that fits stays one.
    case PostgresType.numeric: return Int64(text).map { .integer($0) } ?? Self.real(text)
    default: return .text(text)
    }
  }

  private static func real(_ text: String) -> SQLValue {
    Double(text).map { .real($0) } ?? .text(text)
  }

  /// `\x0aff`, the form since version 9: https://www.postgresql.org/docs/15/datatype-binary.html
  private static func unhex(_ text: UnsafeRawBufferPointer) -> [UInt8] {
    let digits = text.dropFirst(2)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    var index = digits.startIndex
    while index + 1 < digits.endIndex {
      bytes.append(nibble(digits[index]) << 4 | nibble(digits[index + 1]))
      index += 2
    }
    return bytes
  }

  private static func nibble(_ digit: UInt8) -> UInt8 {
    digit <= UInt8(ascii: "9")
      ? digit &- UInt8(ascii: "0") : (digit | 0x20) &- UInt8(ascii: "a") &+ 10
  }
}
