public import HeedModel
import Synchronization

/// Randomness that is the same in every run with the same seed. Never for anything but tests.
public final class SeededRandomness: Randomness {
  private let numbers: Mutex<SplitMix64>

  public init(seed: UInt64 = 1) { numbers = Mutex(SplitMix64(seed: seed)) }

  public func bytes(_ count: Int) -> [UInt8] {
    numbers.withLock { numbers in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(count + 7)
      while bytes.count < count {
        withUnsafeBytes(of: numbers.next().littleEndian) { bytes.append(contentsOf: $0) }
      }
      return Array(bytes.prefix(count))
    }
  }
}
