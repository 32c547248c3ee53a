import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import FeedsNetwork

/// Row 13 of the reliability table in numbers: three thousand ill-formed feeds, each on its whole
/// way to posts.
struct FeedVariantTests {
  /// `HEED_RELIABILITY=full` makes more of them, and `HEED_SEED` others.
  private static let count =
    ProcessInfo.processInfo.environment["HEED_RELIABILITY"] == "full" ? 30_000 : 3000
  private static let seed =
    ProcessInfo.processInfo.environment["HEED_SEED"].flatMap { UInt64($0) } ?? 20_260_505

  @Test func threeThousandIllFormedFeedsNeitherCrashNorHang() {
    print("seed \(Self.seed)")
    let variants = FeedVariants(seed: Self.seed, seeds: FeedVariants.wellFormed)
    let source = ListeningSource(
      id: ID(1), kind: FeedsNetwork.Kind.comments, target: "https://bells.example/feed", cursor: nil
    )
    let now = FeedDate.read("2026-05-05T12:00:00Z") ?? Instant(seconds: 0)
    var read = 0
    var slowest: (how: String, time: Duration) = ("", .zero)
    for number in 0..<Self.count {
      let (bytes, how) = variants.next()
      let (feed, time) = cpuTime { () -> ParsedFeed? in
        guard let feed = try? FeedParser.parse(bytes, address: source.target) else { return nil }
        var cursor = FeedCursor(nil)
        let incoming = Incoming(feed: feed, source: source, now: now, optedOut: false)
        for case .post(let post) in incoming.events(since: &cursor) {
          #expect(post.publishedAt <= now, "number \(number): \(how)")
        }
        _ = FeedCursor(cursor.written)
        return feed
      }
      if feed != nil { read += 1 }
      if time > slowest.time { slowest = ("number \(number): \(how)", time) }
    }
    print("variants: \(Self.count), read \(read), slowest \(slowest)")
    #expect(slowest.time < .seconds(1))
    #expect(read * 2 > Self.count, "most of what is only a little wrong is read")
  }

  @Test(arguments: [
    ("a comment that never ends", "<rss><channel>", "<!--x>", 400_000),
    ("an instruction that never ends", "<rss><channel>", "<?x>", 500_000),
    ("a type that never ends", "<rss><channel>", "<![x>", 400_000),
    ("a section that never ends", "<rss><channel>", "<![CDATA[x</channel><channel>", 60_000),
    ("a section in a section", "<rss><channel><title>", "<![CDATA[<![CDATA[]]>", 100_000),
    ("sections that one end far away ends", "<rss><channel>", "<a><![CDATA[x</a>", 200_000),
    ("a quote that never ends", "<rss><channel>", "<a b='\" ", 200_000),
    ("an item in an item", "<rss><channel>", "<item><title>", 60_000),
    ("a text of eight megabytes", "<rss><channel><item><description>", "bell, ", 1_390_000),
    ("marks alone", "<rss><channel><item><title>", "&<", 1_000_000),
    ("a name without an end", "<rss><channel><author>", "ana@b.example, ", 100_000),
    ("JSON of commas", "{\"version\":\"1\",\"items\":[", "{},", 500_000),
    ("JSON of marks", "{\"version\":\"1\",\"items\":[\"", "\\u", 500_000),
  ])
  func nothingIsReadMoreThanAFewTimes(what: String, start: String, piece: String, count: Int) {
    func time(_ count: Int) -> Duration {
      let bytes = Array((start + String(repeating: piece, count: count) + "]]>").utf8)
      return cpuTime { try? FeedParser.parse(bytes) }.time
    }
    let (half, whole) = (time(count / 2), time(count))
    print("\(what): \(whole)")
    // Twice as much takes twice as long, with room for a busy machine; not four times.
    #expect(whole < half * 3.5 + .milliseconds(200), "\(what): \(half), then \(whole)")
    #expect(whole < .seconds(10), "\(what)")
  }

  @Test func aHundredThousandItemsGiveTheFirstThousand() throws {
    let items = (0..<100_000).map { "<item><guid>\($0)</guid></item>" }.joined()
    let (feed, time) = try cpuTime {
      try FeedParser.parse(Array("<rss><channel>\(items)</channel></rss>".utf8))
    }
    print("100,000 items: \(time)")
    #expect(feed.entries.count == FeedLimits.entries)
    #expect(feed.isPartial)
    #expect(feed.entries.first?.id == "0")
  }
}
