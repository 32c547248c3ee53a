/// What a table holds, as a count and a sum that do not depend on the order of rows, which databases sort differently.
///
/// FNV-1a with 64 bits over each row, stirred and added up: it tells a slip of a copy, not an attack.
/// http://www.isthe.com/chongo/tech/comp/fnv/
struct CopyDigest: Sendable, Hashable {
  private(set) var rows = 0
  private(set) var sum: UInt64 = 0

  mutating func add(_ row: SQLRow) {
    var hash = Hash()
    for value in row.values {
      switch value {
      case .null: hash.add(byte: 0)
      case .integer(let number):
        hash.add(byte: 1)
        hash.add(UInt64(bitPattern: number))
      case .real(let number):
        hash.add(byte: 2)
        hash.add(number.bitPattern)
      case .text(let text):
        hash.add(byte: 3)
        hash.add(UInt64(text.utf8.count))
        for byte in text.utf8 { hash.add(byte: byte) }
      case .bytes(let bytes):
        hash.add(byte: 4)
        hash.add(UInt64(bytes.count))
        for byte in bytes { hash.add(byte: byte) }
      }
    }
    rows += 1
    sum &+= hash.stirred
  }

  private struct Hash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(byte: UInt8) {
      state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
    }

    mutating func add(_ number: UInt64) {
      for shift in stride(from: 0, to: 64, by: 8) {
        add(byte: UInt8(truncatingIfNeeded: number >> shift))
      }
    }

    /// The finish of SplitMix64, so that sums of like rows do not cancel out.
    var stirred: UInt64 {
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }
}
