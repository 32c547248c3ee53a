import HeedDesk
import HeedModel
import Testing

@testable import HeedWeb

/// What a member chooses by the clock on their wall, also where that clock is set.
@Suite struct SnoozeTimesTests {
  /// Berlin sets its clocks on 29 March 2026 at 02:00 and on 25 October 2026 at 03:00.
  private func page(at instant: Instant) -> PageContext {
    PageContext(words: .english, zone: Zone("Europe/Berlin"), now: instant)
  }

  private func wall(_ instant: Instant?) -> String? {
    instant.map { Zone("Europe/Berlin").wall(at: $0) }.map { "\($0.date) \($0.clock)" }
  }

  @Test(arguments: [
    // The evening before, within hours of the change, and on the day itself.
    Int64(1_774_738_800), 1_774_744_200, 1_774_747_800, 1_774_771_200, 1_792_882_800,
    1_792_890_000, 1_792_893_600, 1_792_915_200,
  ])
  func choicesShowTheHourThatTheyName(seconds: Int64) {
    let page = page(at: Instant(seconds: seconds))
    let today = page.zone.wall(at: page.now)
    for choice in SnoozeTimes.choices(page) {
      let shown = page.zone.wall(at: choice.at)
      switch choice.name {
      case .laterToday: #expect(choice.at == page.now + .hours(3))
      case .thisEvening:
        #expect(shown.clock == "18:00" && shown.dayNumber == today.dayNumber)
      case .tomorrow: #expect(shown.clock == "09:00" && shown.dayNumber == today.dayNumber + 1)
      case .nextWeek: #expect(shown.clock == "09:00" && shown.weekday == 0)
      }
    }
  }

  @Test(arguments: [
    ("2026-03-28", "23:30", "2026-03-28 23:30"), ("2026-03-29", "01:30", "2026-03-29 01:30"),
    ("2026-03-29", "03:15", "2026-03-29 03:15"), ("2026-03-29", "04:00", "2026-03-29 04:00"),
    ("2026-10-25", "01:30", "2026-10-25 01:30"), ("2026-10-25", "02:30", "2026-10-25 02:30"),
    ("2026-10-25", "03:30", "2026-10-25 03:30"), ("2026-10-25", "", "2026-10-25 09:00"),
    // That half hour was skipped: it counts from before.
    ("2026-03-29", "02:30", "2026-03-29 03:30"),
  ])
  func whatIsTypedIsWhatTheWallShows(date: String, time: String, shown: String) {
    #expect(wall(SnoozeTimes.instant(date: date, time: time, page(at: World.now))) == shown)
  }

  @Test(arguments: [
    "2026-02-31", "2026-02-29", "2026-04-31", "2026-00-10", "2026-1", "1969-12-31", "2110-01-01",
    "", "--", "2026-01-01-01", "99999999999999999999-01-01",
  ])
  func aDayThatTheCalendarDoesNotHaveIsRefused(date: String) {
    #expect(SnoozeTimes.day(date) == nil)
    #expect(SnoozeTimes.instant(date: date, time: "10:00", page(at: World.now)) == nil)
  }
}
