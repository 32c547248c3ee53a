import Foundation
import HeedModel

/// How the unknown numbers of a rule may lie together: the same draws for every estimate, so that an estimate differs
/// from another only by what it is told.
///
/// Each number is drawn once from each of equally likely strata (McKay, Beckman and Conover, *A Comparison of Three
/// Methods for Selecting Values of Input Variables*, Technometrics 21, 1979), paired by dice with a fixed seed.
struct AttentionDraws: Sendable {
  /// Normal quantiles, one a draw.
  let share: [Double]
  let halfLife: [Double]
  let overlap: [Double]
  let replies: [Double]

  static let standard = AttentionDraws(count: 1000, seed: 1)
  /// Fewer, where many are made at once.
  static let few = AttentionDraws(count: 100, seed: 1)

  init(count: Int, seed: UInt64) {
    var dice = SplitMix64(seed: seed)
    let strata = (0..<count).map { NormalQuantile.value((Double($0) + 0.5) / Double(count)) }
    share = strata
    halfLife = strata.shuffled(using: &dice)
    overlap = strata.shuffled(using: &dice)
    replies = strata.shuffled(using: &dice)
  }

  var count: Int { share.count }

  /// The numbers of one draw.
  func numbers(_ rule: AttentionRule, _ index: Int) -> AttentionNumbers {
    AttentionNumbers(
      share: min(rule.share.value(at: share[index]), 1),
      halfLife: rule.halfLife.value(at: halfLife[index]),
      overlap: min(rule.overlap.value(at: overlap[index]), 1),
      replies: min(rule.replies.value(at: replies[index]), 1))
  }
}

/// One way in which the unknown numbers may lie.
struct AttentionNumbers: Sendable {
  var share: Double
  /// Minutes.
  var halfLife: Double
  var overlap: Double
  var replies: Double

  /// How many of an audience have seen it by an instant.
  func seen(_ audience: Audience, by instant: Instant) -> Double {
    share * shown(audience, by: instant)
  }

  /// The same if everybody looked who is shown it.
  func shown(_ audience: Audience, by instant: Instant) -> Double {
    var people =
      Double(max(audience.followers, 0)) * (audience.isReply ? replies : 1)
      * spent(since: audience.saidAt, instant)
    for share in audience.shares {
      people += Double(max(share.followers, 0)) * (1 - overlap) * spent(since: share.at, instant)
    }
    return people
  }

  /// Which part of the attention that something ever gets is spent by then: t / (t + h).
  private func spent(since start: Instant, _ instant: Instant) -> Double {
    let minutes = Double((instant - start).milliseconds) / 60_000
    return minutes <= 0 ? 0 : minutes / (minutes + max(halfLife, 1e-6))
  }
}
