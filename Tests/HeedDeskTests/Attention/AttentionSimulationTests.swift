import Foundation
import HeedModel
import Testing

@testable import HeedDesk

/// Estimates held against networks whose attention follows other laws than theirs. What it prints stands in
/// Docs/measures.md.
struct AttentionSimulationTests {
  private struct Outcome {
    var inside = 0
    /// The truth lay above the range, or below it.
    var above = 0
    var below = 0
    var errors: [Double] = []
    var widths: [Double] = []
    var misses: [String: Int] = [:]

    var part: Double { Double(inside) / Double(max(errors.count, 1)) }
    func middle(_ numbers: [Double]) -> Double { numbers.sorted()[numbers.count / 2] }
    var report: String {
      let told = misses.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
      return """
        \(percent(part)) inside (\(above) truths above the range, \(below) below it); \
        median error \(percent(middle(errors))); highest over lowest, median \
        \(String(format: "%.1f", middle(widths))); misses: \
        \(told.isEmpty ? "none" : told.joined(separator: ", "))
        """
    }

    private func percent(_ part: Double) -> String { String(format: "%.1f %%", part * 100) }
  }

  static let published = AttentionRule.published(on: NetworkName("practice"))
  static let laws: [(law: AttentionWorld.Law, half: Double)] = [
    (.logNormal, 80), (.dailyPower, 100), (.bursts, 60),
  ]

  private static var posts: Int {
    ProcessInfo.processInfo.environment["HEED_POSTS"].flatMap { Int($0) } ?? 1000
  }

  @Test(arguments: laws.indices)
  func withoutCountersNineOfTenLieInTheRange(_ index: Int) {
    let (law, half) = Self.laws[index]
    var outcome = Outcome()
    // Places differ in how many ever look, within what was published: a place a hundred posts.
    let shares = [0.015, 0.02, 0.028, 0.035, 0.042, 0.05, 0.055, 0.06, 0.07, 0.08]
    for (place, share) in shares.enumerated() {
      var world = AttentionWorld(
        law, usualShare: share, half: half, seed: UInt64(1000 * index + place))
      for _ in 0..<(Self.posts / shares.count) {
        Self.hold(world.say(), at: world.fix(), Self.published, &outcome)
      }
    }
    print("exposure: \(law.rawValue), published numbers: \(outcome.report)")
    #expect(outcome.part >= 0.9)
    #expect(outcome.middle(outcome.widths) < 40)
  }

  @Test(arguments: laws.indices)
  func fittedToTwoHundredCountedPostsNineOfTenOfOthersLieInANarrowerRange(_ index: Int) {
    let (law, half) = Self.laws[index]
    var world = AttentionWorld(law, usualShare: 0.04, half: half, seed: UInt64(77 + index))
    let counted = (0..<200).map { _ in Self.counted(world.say()) }
    let rule = Self.published.fitted(to: counted)
    var outcome = Outcome()
    var before = Outcome()
    for _ in 0..<Self.posts {
      let (said, fix) = (world.say(), world.fix())
      Self.hold(said, at: fix, rule, &outcome)
      Self.hold(said, at: fix, Self.published, &before)
    }
    print("exposure: \(law.rawValue), fitted to 200 posts: \(outcome.report)")
    print("exposure: \(law.rawValue), the same posts by published numbers: \(before.report)")
    #expect(outcome.part >= 0.9)
    #expect(outcome.middle(outcome.widths) < before.middle(before.widths))
    #expect(outcome.middle(outcome.errors) < 0.5)
  }

  /// A desk that counts at the times of the plan.
  static func counted(_ said: AttentionWorld.Said) -> CountedPost {
    let ages: [Double] = [1, 5, 15, 60, 360, 1440, 2880, 4320]
    return CountedPost(
      audience: said.audience,
      views: ages.map { .init(at: said.instant($0), views: said.seen(by: $0)) })
  }

  private static func hold(
    _ said: AttentionWorld.Said, at fix: Double, _ rule: AttentionRule, _ outcome: inout Outcome
  ) {
    // What a desk knows then: shares so far, and who reacted.
    var audience = said.audience
    let now = said.instant(fix)
    audience.shares = audience.shares.filter { $0.at <= now }
    let range = ExposureRange.estimated(
      audience, rule, from: audience.saidAt, until: now,
      floor: said.reactions.count { $0 <= fix }, draws: .few)
    let truth = said.seen(by: fix)
    outcome.errors.append(abs(Double(range.likely - truth)) / Double(max(truth, 1)))
    outcome.widths.append(Double(max(range.high, 1)) / Double(max(range.low, 1)))
    if (range.low...range.high).contains(truth) {
      outcome.inside += 1
      return
    }
    if truth > range.high { outcome.above += 1 } else { outcome.below += 1 }
    outcome.misses[reason(said, fix, truth, rule), default: 0] += 1
  }

  /// Why the truth lies outside: its post was unlike others, or its attention came at another time, or both a little.
  private static func reason(
    _ said: AttentionWorld.Said, _ fix: Double, _ truth: Int, _ rule: AttentionRule
  ) -> String {
    let isUnusual = said.share < rule.share.low || said.share > rule.share.high
    let spent = Double(truth) / Double(max(said.looks.count, 1))
    let usual = fix / (fix + rule.halfLife.high)...fix / (fix + rule.halfLife.low)
    switch (isUnusual, usual.contains(spent)) {
    case (true, true): return "by an unusual share of lookers"
    case (false, false): return "by attention at another time"
    case (true, false): return "by both"
    case (false, true): return "by a little of both and chance"
    }
  }
}
