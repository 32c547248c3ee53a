import HeedDesk
import HeedModel
import Testing

@testable import HeedWeb

@Suite struct TimeTests {
  /// 22 November 2026, 13:12 UTC.
  private var page: PageContext {
    PageContext(words: .english, zone: Zone("Europe/Lisbon"), now: World.now)
  }

  @Test(arguments: [
    (Duration.seconds(2), "just now"), (.seconds(20), "20 s ago"), (.minutes(59), "59 min ago"),
    (.hours(3), "3 h ago"), (.hours(13), "13 h ago"), (.hours(14), "yesterday, 23:12"),
    (.days(1), "yesterday, 13:12"), (.days(2), "20 Nov"), (.days(330), "27 Dec 2025"),
  ])
  func thePastIsSaidAsPeopleSayIt(passed: Duration, said: String) {
    #expect(SpokenTime.agoText(page.now - passed, in: page) == said)
  }

  @Test(arguments: [
    (Duration.minutes(48), "today, 14:00"), (.hours(20), "tomorrow, 09:12"),
    (.days(3), "Wednesday, 13:12"), (.days(40), "1 Jan 2027, 13:12"),
  ])
  func theFutureIsSaidAsPeopleSayIt(ahead: Duration, said: String) {
    #expect(SpokenTime.atText(page.now + ahead, in: page) == said)
  }

  @Test(arguments: [
    (Duration.seconds(59), "under a minute"), (.minutes(1), "1 min"), (.minutes(60), "1 h"),
    (.minutes(192), "3 h 12 min"), (.hours(24), "1 day"), (.hours(73), "3 days"),
  ])
  func waitsAreSpans(span: Duration, said: String) {
    #expect(SpokenTime.span(span, in: page) == said)
  }

  @Test func theExactTimeStandsBehind() {
    #expect(
      SpokenTime.ago(World.ago(hours: 3), in: page).markup
        == "<time datetime=\"2026-11-22T10:12:00Z\" title=\"Sunday, 22 November 2026, 10:12\">"
        + "3 h ago</time>")
  }

  @Test func theZoneIsTheMembers() {
    var tokyo = page
    tokyo.zone = Zone("Asia/Tokyo")
    #expect(SpokenTime.exact(World.now, in: tokyo) == "Sunday, 22 November 2026, 22:12")
    #expect(Zone("Nowhere/Land").identifier == "UTC")
  }

  @Test func clocksThatChangeAreFollowed() {
    let berlin = Zone("Europe/Berlin")
    // 29 March 2026, 01:30 UTC: half an hour after the change to summer time.
    #expect(berlin.wall(at: Instant(seconds: 1_774_747_800)).clock == "03:30")
    #expect(berlin.wall(at: Instant(seconds: 1_774_744_200)).clock == "01:30")
  }

  @Test(arguments: [
    (Int64(0), "1970-01-01", 3), (951_782_400, "2000-02-29", 1), (-86_400, "1969-12-31", 2),
    (4_107_542_399, "2100-02-28", 6),
  ])
  func daysBecomeDates(seconds: Int64, date: String, weekday: Int) {
    let wall = WallTime(seconds: seconds)
    #expect(wall.date == date)
    #expect(wall.weekday == weekday)
  }
}
