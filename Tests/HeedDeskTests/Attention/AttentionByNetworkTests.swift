import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What is assumed of attention differs by network, each with where it comes from; what has no effect is not asked for.
@Suite struct AttentionByNetworkTests {
  @Test func everyNetworkHasItsOwnNumbersAndSaysWhereTheyComeFrom() {
    let names = ["mastodon", "bluesky", "discourse", "practice"]
    let rules = names.map { AttentionRule.published(on: NetworkName($0)) }
    #expect(Set(rules.map(\.halfLife)).count == names.count)
    #expect(Set(rules.map(\.source.english)).count == names.count)
    for rule in rules {
      for spread in [rule.share, rule.halfLife, rule.overlap, rule.replies] {
        #expect(spread.isOrdered && spread.low > 0)
      }
    }
    // What one newsroom counted of its visits lies within Mastodon's range.
    #expect((6.5 * 60...8.4 * 60).contains(504) && rules[0].halfLife.high >= 504)
    #expect(rules[0].halfLife.low <= 80)
  }

  private static let forum = AttentionRule.published(on: NetworkName("discourse"))
  private static let said = Instant(seconds: 1_000_000)

  private static func readers(_ rule: AttentionRule, _ samples: [(minutes: Int64, views: Int)])
    -> CountedReaders?
  {
    CountedReaders(
      samples.map { PostCount(post: ID(1), at: said + .minutes($0.minutes), views: $0.views) },
      saidAt: said, audience: nil, rule: rule)
  }

  private static func seen(_ readers: CountedReaders?, at minutes: Int64) -> ExposureRange? {
    readers?.exposure(from: said, until: said + .minutes(minutes), floor: 0)?.range
  }

  @Test func howFastReadersComeHasAnEffectWhereNobodyTellsAnAudience() throws {
    var quick = Self.forum
    quick.halfLife = Spread(5, 10, 20)
    let counts: [(minutes: Int64, views: Int)] = [(60, 100), (600, 200)]
    let slowly = try #require(Self.seen(Self.readers(Self.forum, counts), at: 120))
    let quickly = try #require(Self.seen(Self.readers(quick, counts), at: 120))
    // Quick readers were mostly there after two hours; the ends are what was counted.
    #expect(quickly.likely > slowly.likely)
    #expect([slowly, quickly].allSatisfy { $0.low == 100 && $0.high == 200 })
    // After the last count slow ones are still to come.
    let later = try #require(Self.seen(Self.readers(Self.forum, counts), at: 6_000))
    let quickLater = try #require(Self.seen(Self.readers(quick, counts), at: 6_000))
    #expect(later.likely > quickLater.likely && later.high > later.likely && later.low == 200)
    // 200 after ten hours, of a half-life of a day: S(600) = 600 / 2040, S(6000) = 6000 / 7440.
    #expect(later.likely == Int((200 * (6_000.0 / 7_440) / (600.0 / 2_040)).rounded()))
  }

  private static let countings: [[(minutes: Int64, views: Int)]] = [
    [], [(30, 0)], [(30, 4), (60, 4), (90, 50)],
  ]

  @Test func moreTimeNeverMeansFewerReaders() throws {
    for halfLife in [Spread(1, 2, 3), Spread(120, 1440, 14_400)] {
      var rule = Self.forum
      rule.halfLife = halfLife
      for counts in Self.countings {
        let readers = Self.readers(rule, counts)
        #expect((readers == nil) == counts.isEmpty)
        let ranges = (0..<40).compactMap { Self.seen(readers, at: Int64($0 * 10)) }
        for (earlier, later) in zip(ranges, ranges.dropFirst()) {
          #expect(earlier.low <= later.low && earlier.likely <= later.likely)
          #expect(earlier.high <= later.high)
        }
      }
    }
  }
}
