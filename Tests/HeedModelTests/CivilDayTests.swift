import HeedModel
import Testing

/// Days that the calendar has, and times that strangers tell.
@Suite struct CivilDayTests {
  @Test func everyDayOfFourCenturiesComesBackAsItsDate() {
    let first = WallTime.dayNumber(year: 1900, month: 1, day: 1) ?? 0
    for day in first..<first + 146_097 {
      let wall = WallTime(dayNumber: day)
      #expect(WallTime.dayNumber(year: wall.year, month: wall.month, day: wall.day) == day)
    }
  }

  @Test(arguments: [
    (2026, 2, 31), (2026, 2, 29), (2100, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1),
    (2026, 1, 0), (2026, 1, 32),
  ])
  func aDayThatTheCalendarDoesNotHaveIsNone(year: Int, month: Int, day: Int) {
    #expect(WallTime.dayNumber(year: year, month: month, day: day) == nil)
    #expect(
      WallTime.seconds(year: year, month: month, day: day, hour: 0, minute: 0, second: 0) == nil)
  }

  @Test func timesBeyondTheClockAreNone() {
    func seconds(_ hour: Int, _ minute: Int, _ second: Int, year: Int = 2026) -> Int64? {
      WallTime.seconds(year: year, month: 5, day: 5, hour: hour, minute: minute, second: second)
    }
    #expect(seconds(23, 59, 60) == seconds(23, 59, 59).map { $0 + 1 })
    for time in [seconds(24, 0, 0), seconds(0, 60, 0), seconds(0, 0, 61), seconds(-1, 0, 0)] {
      #expect(time == nil)
    }
    #expect(seconds(.max, .max, .max) == nil)
    #expect(seconds(0, 0, 0, year: .max) == nil && seconds(0, 0, 0, year: 0) == nil)
  }

  /// A server may write any number as a time: what cannot be counted ends at the end, and not the process.
  @Test func noNumberOfAStrangerEndsTheProcess() {
    let (end, beginning) = (Instant(seconds: .max), Instant(seconds: .min))
    #expect(end.milliseconds == .max && beginning.milliseconds == .min)
    #expect(end + .days(1) == end && beginning - .days(1) == beginning)
    #expect(end - beginning == .milliseconds(Int64.max))
    #expect(Duration.days(.max).milliseconds == .max)
    #expect(Duration.hours(.min).milliseconds == .min)
    #expect(Instant(seconds: 5) - Instant(seconds: 2) == .seconds(3))
    #expect(Instant(seconds: -5) - .minutes(1) == Instant(seconds: -65))
  }
}
