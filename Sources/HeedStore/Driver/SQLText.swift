import Foundation

extension SQLValue {
  /// The longest text or bytes that a driver takes in one value: 256 MiB. Both databases end at
  /// about 1 GB.
  public static let longest = 256 << 20

  /// The text as both databases can keep it: U+0000 is left out.
  ///
  /// PostgreSQL refuses that character and SQLite's functions end a text at it. It stands for
  /// nothing in what people write, and one of them must not stop a whole batch of posts.
  ///
  /// - Throws: `SQLError` of kind `constraint` when it is longer than `longest`.
  public static func storable(_ text: String) throws -> String {
    let length = text.utf8.count
    guard length <= longest else { throw tooLong(length) }
    guard holdsZero(text) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value != 0 }))
  }

  private static func holdsZero(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    } ?? text.utf8.contains(0)
  }

  /// - Throws: `SQLError` of kind `constraint` when they are longer than `longest`.
  public static func storable(_ bytes: [UInt8]) throws -> [UInt8] {
    guard bytes.count <= longest else { throw tooLong(bytes.count) }
    return bytes
  }

  private static func tooLong(_ length: Int) -> SQLError {
    SQLError(.constraint, "a value of \(length) bytes is longer than \(longest)")
  }
}
