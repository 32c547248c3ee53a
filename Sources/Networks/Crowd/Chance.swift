import HeedModel

/// Numbers that look random and follow from one seed alone.
struct Chance {
  private var numbers: SplitMix64

  init(_ seed: Int, _ purpose: UInt64) {
    numbers = SplitMix64(
      seed: UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15
        ^ purpose &* 0xBF58_476D_1CE4_E5B9)
  }

  mutating func next() -> UInt64 { numbers.next() }

  /// Below `limit`, which is above zero.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  /// Between 0 and 1.
  mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }

  /// True so many times in a hundred.
  mutating func percent(_ share: Int) -> Bool { below(100) < share }
}
