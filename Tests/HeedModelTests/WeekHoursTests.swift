import HeedModel
import Testing

@Suite struct WeekHoursTests {
  /// Monday, 5 January 1970.
  private static let monday: Int64 = 4

  @Test func whatGoesOnPastMidnightBelongsToTheDayOnWhichItBegan() {
    let hours = WeekHours([[540..<720, 1320..<1560]])
    func isIn(_ day: Int64, _ minute: Int) -> Bool {
      hours.contains(day: Self.monday + day, minute: minute)
    }
    #expect(isIn(0, 540) && isIn(0, 719) && !isIn(0, 720))
    #expect(isIn(0, 1439) && isIn(1, 0) && isIn(1, 119) && !isIn(1, 120))
    #expect(!isIn(0, 60) && !isIn(1, 1320))
    // From Sunday into Monday.
    #expect(
      WeekHours(Array(repeating: [], count: 6) + [[1380..<1500]]).contains(
        day: Self.monday, minute: 59))
  }

  @Test func aDayAwayBeginsNothingAndEndsNothing() {
    let hours = WeekHours(Array(repeating: [1320..<1560], count: 7))
    let isOff = { $0 == Self.monday }
    #expect(hours.contains(day: Self.monday, minute: 60, unless: isOff))
    #expect(!hours.contains(day: Self.monday, minute: 1380, unless: isOff))
    #expect(!hours.contains(day: Self.monday + 1, minute: 60, unless: isOff))
    #expect(hours.contains(day: Self.monday + 1, minute: 1380, unless: isOff))
  }

  @Test func whatCannotBeMeantIsLeftOut() {
    let hours = WeekHours([[1440..<1500, 60..<60, 0..<1441, 60..<120, 60..<120, 30..<40]])
    #expect(hours.days == [[30..<40, 60..<120], [], [], [], [], [], []])
    #expect(WeekHours([[60..<60]]).isEmpty)
  }

  @Test(arguments: [
    // Of one stretch: before it, within it, after it, as ever.
    ([540..<1020], 480, 540), ([540..<1020], 600, 600), ([540..<1020], 1200, 540),
    ([540..<720, 840..<1080], 780, 840), ([540..<720, 840..<1080], 1200, 840),
    ([1320..<1560], 540, 1320), ([], 540, 540),
  ])
  func whatIsWishedForATimeComesWithinTheHours(
    _ stretches: [Range<Int>], _ wished: Int, _ time: Int
  ) {
    #expect(WeekHours([stretches]).time(wished: wished, on: Self.monday) == time)
  }
}
