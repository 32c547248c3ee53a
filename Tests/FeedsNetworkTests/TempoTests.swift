import HeedModel
import Testing

@testable import FeedsNetwork

struct TempoTests {
  /// A Tuesday.
  private let noon = FeedDate.read("2026-05-05T12:00:00Z") ?? Instant(seconds: 0)

  private func feed(every gap: Duration, last: Duration) -> ParsedFeed {
    var feed = ParsedFeed(format: .rss, version: "2.0")
    feed.entries = (0..<20).map { number in
      var entry = ParsedEntry()
      entry.published = noon - last - gap * number
      return entry
    }
    return feed
  }

  private func next(
    _ pace: Duration, headers: [(name: String, value: String)] = [], _ asked: FeedPace = FeedPace()
  ) -> Duration {
    FeedTempo(headers: AnswerHeaders(headers), pace: pace, asked: asked).next(after: noon)
  }

  @Test func aQuickFeedIsAskedOftenAndASilentOneSeldom() {
    #expect(
      FeedTempo.pace(of: feed(every: .minutes(1), last: .seconds(30)), now: noon) == .minutes(5))
    #expect(
      FeedTempo.pace(of: feed(every: .minutes(40), last: .minutes(1)), now: noon) == .minutes(20))
    #expect(FeedTempo.pace(of: feed(every: .days(7), last: .days(1)), now: noon) == .hours(24))
    #expect(FeedTempo.pace(of: feed(every: .minutes(40), last: .days(5)), now: noon) == .hours(12))
    #expect(FeedTempo.pace(of: ParsedFeed(format: .rss, version: ""), now: noon) == .hours(1))
  }

  @Test func theSitesWishesSlowItDown() {
    var asked = FeedPace()
    asked.ttl = .minutes(90)
    #expect(next(.minutes(20), asked) == .minutes(90))
    #expect(next(.minutes(20), headers: [("Cache-Control", "public, max-age=7200")]) == .hours(2))
    #expect(next(.minutes(20), headers: [("Cache-Control", "max-age=99999999")]) == .hours(24))
    #expect(next(.minutes(20), headers: [("Retry-After", "172800")]) == .days(2))
    let headers = [
      (name: "Retry-After", value: "Tue, 05 May 2026 16:00:00 GMT"),
      (name: "Date", value: "Tue, 05 May 2026 12:00:00 GMT"),
    ]
    #expect(next(.minutes(20), headers: headers) == .hours(4))
    asked.ttl = nil
    asked.period = .minutes(30)
    #expect(next(.minutes(5), asked) == .minutes(30))
  }

  @Test func excludedHoursAndDaysAreWaitedOut() {
    var asked = FeedPace()
    asked.skipHours = [12, 13, 14]
    #expect(next(.minutes(20), asked) == .hours(3))
    asked.skipHours = []
    asked.skipDays = [2, 3]
    #expect(next(.minutes(20), asked) == .hours(36))
    asked.skipDays = Set(0..<7)
    #expect(next(.minutes(20), asked) == .minutes(20))
  }
}
