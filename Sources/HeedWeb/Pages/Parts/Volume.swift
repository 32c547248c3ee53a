public import HeedModel

/// How much was heard, in equal stretches of time.
public struct Volume: Sendable {
  /// When the first stretch began.
  public var from: Instant
  public var step: Duration
  /// One a stretch, oldest first.
  public var counts: [Int]
  /// How many of these were read as positive and as negative; empty where tone is not told.
  public var positive: [Int]
  public var negative: [Int]

  public init(
    from: Instant, step: Duration, counts: [Int], positive: [Int] = [], negative: [Int] = []
  ) {
    self.from = from
    self.step = step
    self.counts = counts
    self.positive = positive
    self.negative = negative
  }

  var hasTone: Bool {
    positive.count == counts.count && negative.count == counts.count
      && (positive + negative).contains { $0 > 0 }
  }
}
