public import HeedModel
import Synchronization

/// Randomness that is the same in every run with the same seed (SplitMix64). Never for anything but
/// tests.
public final class SeededRandomness: Randomness {
  private let state: Mutex<UInt64>

  public init(seed: UInt64 = 1) { state = Mutex(seed) }

  public func bytes(_ count: Int) -> [UInt8] {
    state.withLock { state in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(count + 7)
      while bytes.count < count {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        word ^= word >> 31
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
      }
      return Array(bytes.prefix(count))
    }
  }
}
