import HeedModel
import Testing

@testable import HeedStore

@Suite struct WeekHoursTextTests {
  /// As versions wrote it that knew one stretch a day.
  @Test func whatWasStoredBeforeMeansTheSame() {
    let hours = WeekHoursText.read("540-1020,,0-1440,,1320-1440,,")
    #expect(hours == WeekHours([[540..<1020], [], [0..<1440], [], [1320..<1440]]))
    #expect(hours.map(WeekHoursText.write) == "540-1020,,0-1440,,1320-1440,,")
  }

  @Test func severalStretchesAndThosePastMidnightComeBack() {
    let hours = WeekHours([[540..<720, 780..<1020], [], [1320..<1560]])
    #expect(WeekHoursText.write(hours) == "540-720 780-1020,,1320-1560,,,,")
    #expect(WeekHoursText.read(WeekHoursText.write(hours)) == hours)
  }

  @Test(arguments: ["", "540-1020", "540-1020,,,,,,,", "nonsense"])
  func whatIsNoWeekIsNone(_ text: String) { #expect(WeekHoursText.read(text) == nil) }

  @Test func whatIsNoStretchIsLeftOutAndTheRestStays() {
    #expect(
      WeekHoursText.read("-5-3,9-,600-540,a-b 60-90,,,") == WeekHours([[], [], [], [60..<90]]))
  }
}
