import HeedModel

/// What a table holds, as a count and a sum that do not depend on the order of rows, which databases sort differently.
///
/// A stable hash of each row, stirred and added up: it tells a slip of a copy, not an attack.
struct CopyDigest: Sendable, Hashable {
  private(set) var rows = 0
  private(set) var sum: UInt64 = 0

  mutating func add(_ row: SQLRow) {
    var hash = StableHash()
    for value in row.values {
      switch value {
      case .null: hash.add(0)
      case .integer(let number):
        hash.add(1)
        hash.add(number: UInt64(bitPattern: number))
      case .real(let number):
        hash.add(2)
        hash.add(number: number.bitPattern)
      case .text(let text):
        hash.add(3)
        hash.add(number: UInt64(text.utf8.count))
        hash.add(text.utf8)
      case .bytes(let bytes):
        hash.add(4)
        hash.add(number: UInt64(bytes.count))
        hash.add(bytes)
      }
    }
    rows += 1
    sum &+= hash.stirred
  }
}

extension StableHash {
  fileprivate mutating func add(number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// The finish of SplitMix64, so that sums of like rows do not cancel out.
  fileprivate var stirred: UInt64 {
    var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
