import Foundation
import HeedModel

extension ExposureRange {
  /// Below so many expected, chance alone moves the low end; below twice as many, the high one.
  private static let few = 50.0

  /// How many saw a post between two instants, as its network's rule has it.
  ///
  /// More time, more shares and more followers never make it fewer.
  /// - Parameter floor: people who surely saw it; the range never lies below.
  static func estimated(
    _ audience: Audience, _ rule: AttentionRule, from: Instant, until: Instant, floor: Int = 0,
    draws: AttentionDraws = .standard
  ) -> ExposureRange {
    var seen: [Double] = []
    seen.reserveCapacity(draws.count)
    for index in 0..<draws.count {
      let numbers = draws.numbers(rule, index)
      let before = from > audience.saidAt ? numbers.seen(audience, by: from) : 0
      seen.append(max(0, numbers.seen(audience, by: until) - before))
    }
    seen.sort()
    let low = quantile(0.05, of: seen)
    let high = quantile(0.95, of: seen)
    return ExposureRange(
      low: whole(low - chance(low, below: few)), likely: whole(quantile(0.5, of: seen)),
      high: whole(high + chance(high, below: 2 * few))
    ).above(floor)
  }

  /// How far a small number strays by chance alone: 1.645 times its root, the spread of a Poisson count, less and less
  /// of it until the spread of the rule outweighs it. It never grows faster than the number itself.
  private static func chance(_ expected: Double, below bound: Double) -> Double {
    expected >= bound
      ? 0 : NormalQuantile.twentieth * expected.squareRoot() * (1 - expected / bound)
  }

  private static func whole(_ number: Double) -> Int { Int(max(0, number).rounded()) }

  /// The value below which a part of the sorted ones lies, between neighbours in a straight line.
  static func quantile(_ part: Double, of sorted: [Double]) -> Double {
    guard let last = sorted.indices.last else { return 0 }
    let place = min(max(part * Double(sorted.count) - 0.5, 0), Double(last))
    let below = Int(place)
    let above = min(below + 1, last)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }

  /// Raised to what is known for certain.
  func above(_ floor: Int) -> ExposureRange {
    ExposureRange(low: max(low, floor), likely: max(likely, floor), high: max(high, floor))
  }

  /// No end below that of a range told for an earlier instant.
  func above(_ earlier: ExposureRange) -> ExposureRange {
    ExposureRange(
      low: max(low, earlier.low), likely: max(likely, earlier.likely),
      high: max(high, earlier.high))
  }

  /// No end above that of a range told for a later instant.
  func below(_ later: ExposureRange) -> ExposureRange {
    ExposureRange(
      low: min(low, later.low), likely: min(likely, later.likely), high: min(high, later.high))
  }
}
