import Foundation
public import HeedModel

/// The machine's clock.
public struct RealClock: DeskClock {
  public init() {}
  public func now() -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
  public func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}

public struct RealRandomness: Randomness {
  public init() {}
  public func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
