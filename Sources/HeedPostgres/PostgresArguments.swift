import CLibPQ
import HeedStore

/// The types that a statement was prepared for, by their numbers in `pg_type`.
enum PostgresType {
  static let unknown: Oid = 0
  static let bool: Oid = 16
  static let bytea: Oid = 17
  static let int8: Oid = 20
  static let int2: Oid = 21
  static let int4: Oid = 23
  static let oid: Oid = 26
  static let float4: Oid = 700
  static let float8: Oid = 701
  static let numeric: Oid = 1700

  /// What the server is told of a value. Integers are always 64 bits: left to itself it would take
  /// `$1` in `at > $1 - 1000` for 32. Text is left to it, so that it may become whatever the place
  /// wants.
  static func of(_ value: SQLValue) -> Oid {
    switch value {
    case .null, .text: unknown
    case .integer: int8
    case .real: float8
    case .bytes: bytea
    }
  }

  /// Whether a statement prepared with this type for a parameter takes the value too.
  static func takes(_ type: Oid, _ value: SQLValue) -> Bool {
    switch value {
    case .null: true
    case .integer: type == int8
    case .real: type == float8
    case .bytes: type == bytea
    case .text:
      ![bool, bytea, int8, int2, int4, oid, float4, float8, numeric].contains(type)
    }
  }
}

/// The arguments of one call as libpq wants them: text with its final zero, bytes as they are.
struct PostgresArguments {
  private var storage: [UInt8] = []
  /// Where each begins in `storage`; `nil` for NULL.
  private var starts: [Int?] = []
  private var lengths: [Int32] = []
  private var formats: [Int32] = []

  /// - Throws: `SQLError` of kind `constraint` for what is too long.
  init(_ values: [SQLValue]) throws {
    starts.reserveCapacity(values.count)
    lengths.reserveCapacity(values.count)
    formats.reserveCapacity(values.count)
    for value in values {
      switch value {
      case .null: add(nil, length: 0, isBinary: false)
      case .integer(let value): add(String(value))
      case .real(let value): add(String(value))
      case .text(let value): add(try SQLValue.storable(value))
      case .bytes(let value):
        let start = storage.count
        storage.append(contentsOf: try SQLValue.storable(value))
        add(start, length: value.count, isBinary: true)
        // libpq wants a pointer that is not null even for no bytes at all.
        storage.append(0)
      }
    }
  }

  private mutating func add(_ text: String) {
    let start = storage.count
    storage.append(contentsOf: text.utf8)
    add(start, length: storage.count - start, isBinary: false)
    storage.append(0)
  }

  private mutating func add(_ start: Int?, length: Int, isBinary: Bool) {
    starts.append(start)
    lengths.append(Int32(length))
    formats.append(isBinary ? 1 : 0)
  }

  /// The pointers hold while the body runs.
  func withPointers<T>(
    _ body: (
      _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>,
      _ lengths: UnsafePointer<Int32>, _ formats: UnsafePointer<Int32>
    ) throws -> T
  ) throws -> T {
    try storage.withUnsafeBytes { storage in
      let base = storage.baseAddress?.assumingMemoryBound(to: CChar.self)
      let values = starts.map { start in
        start.flatMap { start in base.map { $0 + start } }
      }
      // One more of each, for an empty array may have no address.
      return try (values + [nil]).withUnsafeBufferPointer { values in
        try (lengths + [0]).withUnsafeBufferPointer { lengths in
          try (formats + [0]).withUnsafeBufferPointer { formats in
            guard let values = values.baseAddress, let lengths = lengths.baseAddress,
              let formats = formats.baseAddress
            else { throw SQLError(.other, "no memory for the arguments") }
            return try body(Int32(starts.count), values, lengths, formats)
          }
        }
      }
    }
  }
}
