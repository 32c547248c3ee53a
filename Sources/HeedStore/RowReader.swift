import HeedModel

/// Reads the columns of a row one after the other.
struct RowReader {
  private let row: SQLRow
  private var position = 0

  init(_ row: SQLRow) { self.row = row }

  private mutating func next() throws -> SQLValue {
    guard position < row.values.count else {
      throw SQLError(.statement, "The row has only \(row.values.count) columns.")
    }
    defer { position += 1 }
    return row.values[position]
  }

  private func unexpected(_ value: SQLValue, _ wanted: String) -> SQLError {
    let kind =
      switch value {
      case .null: "null"
      case .integer: "an integer"
      case .real: "a real"
      case .text: "text"
      case .bytes: "bytes"
      }
    return SQLError(.statement, "Column \(position) is \(kind), not \(wanted).")
  }

  /// Whether the next column is null; does not move on.
  var nextIsNull: Bool { position < row.values.count && row.values[position] == .null }

  mutating func skip(_ columns: Int) { position += columns }

  mutating func integer() throws -> Int64 {
    let value = try next()
    guard case .integer(let number) = value else { throw unexpected(value, "an integer") }
    return number
  }

  mutating func optionalInteger() throws -> Int64? { nextIsNull ? try null() : try integer() }
  mutating func flag() throws -> Bool { try integer() != 0 }
  mutating func instant() throws -> Instant { Instant(milliseconds: try integer()) }
  mutating func optionalInstant() throws -> Instant? {
    try optionalInteger().map { Instant(milliseconds: $0) }
  }
  mutating func id<Noun>(_: Noun.Type = Noun.self) throws -> ID<Noun> { ID(try integer()) }
  mutating func optionalID<Noun>(_: Noun.Type = Noun.self) throws -> ID<Noun>? {
    try optionalInteger().map { ID($0) }
  }

  mutating func real() throws -> Double {
    switch try next() {
    case .real(let number): return number
    case .integer(let number): return Double(number)
    case let value: throw unexpected(value, "a real")
    }
  }

  mutating func text() throws -> String {
    let value = try next()
    guard case .text(let text) = value else { throw unexpected(value, "text") }
    return text
  }

  mutating func optionalText() throws -> String? { nextIsNull ? try null() : try text() }

  mutating func message() throws -> Message { Message(stored: try text()) }

  mutating func optionalMessage() throws -> Message? { nextIsNull ? try null() : try message() }

  mutating func bytes() throws -> [UInt8] {
    let value = try next()
    guard case .bytes(let bytes) = value else { throw unexpected(value, "bytes") }
    return bytes
  }

  mutating func optionalBytes() throws -> [UInt8]? { nextIsNull ? try null() : try bytes() }

  /// A value stored by its name. An unknown name was written by a newer Heed.
  mutating func named<T: RawRepresentable>(_: T.Type = T.self) throws -> T
  where T.RawValue == String {
    let name = try text()
    guard let value = T(rawValue: name) else {
      throw SQLError(.other, "“\(name)” is no \(T.self) that this Heed knows.")
    }
    return value
  }

  mutating func optionalNamed<T: RawRepresentable>(_: T.Type = T.self) throws -> T?
  where T.RawValue == String {
    nextIsNull ? try null() : try named(T.self)
  }

  private mutating func null<T>() throws -> T? {
    _ = try next()
    return nil
  }
}
