/// The hash under which the models keep what they know of a run of letters (FNV-1a over scalars, mixed).
enum FeatureHash {
  static let start: UInt32 = 0x811C_9DC5
  static let word: UInt32 = 0x0123_4567

  @inline(__always)
  static func add(_ value: UInt32, to hash: UInt32) -> UInt32 {
    (hash ^ value) &* 0x0100_0193
  }

  @inline(__always)
  static func mixed(_ hash: UInt32) -> UInt32 {
    var hash = hash
    hash ^= hash >> 15
    hash = hash &* 0x2C1B_3C6D
    return hash ^ hash >> 12
  }
}
