/// A hash that is the same in every run: FNV-1a with 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/). It tells
/// wordings apart and slips of the hand, and guards against nobody. What is stored was made with it: it never changes.
public struct StableHash: Sendable, Hashable {
  public var value: UInt64

  /// - Parameter seed: stirred in before the first byte.
  @inlinable public init(seed: UInt64 = 0) { value = 0xcbf2_9ce4_8422_2325 ^ seed }

  @inlinable public mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  @inlinable public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  @inlinable public static func of(bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.add(bytes)
    return hash.value
  }

  /// Of several texts, each ended by a byte that no text has.
  @inlinable public static func of(_ parts: some Sequence<String>) -> UInt64 {
    var hash = StableHash()
    for part in parts {
      hash.add(part.utf8)
      hash.add(0xFF)
    }
    return hash.value
  }

  public static func of(_ parts: String...) -> UInt64 { of(parts) }
}
