public import HeedModel

/// How much was heard, in equal stretches of time.
public struct Volume: Sendable {
  /// When the first stretch began.
  public var from: Instant
  public var step: Duration
  /// One a stretch, oldest first.
  public var counts: [Int]

  public init(from: Instant, step: Duration, counts: [Int]) {
    self.from = from
    self.step = step
    self.counts = counts
  }
}
