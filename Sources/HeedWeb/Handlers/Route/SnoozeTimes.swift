import HeedDesk
import HeedModel

/// When a conversation may wake, in the member's own day.
enum SnoozeTimes {
  static func choices(_ page: PageContext) -> [SnoozeScreen.Choice] {
    let wall = page.zone.wall(at: page.now)
    /// By the clock on the wall, whatever it was set to meanwhile.
    func at(_ days: Int64, _ hour: Int) -> Instant {
      page.zone.instant(day: wall.dayNumber + days, minute: hour * 60)
    }
    let monday = Int64(7 - wall.weekday)
    var choices = [SnoozeScreen.Choice(name: .laterToday, at: page.now + .hours(3))]
    if wall.hour < 17 { choices.append(SnoozeScreen.Choice(name: .thisEvening, at: at(0, 18))) }
    choices.append(SnoozeScreen.Choice(name: .tomorrow, at: at(1, 9)))
    choices.append(SnoozeScreen.Choice(name: .nextWeek, at: at(monday, 9)))
    return choices
  }

  /// What a date field and a time field say, on the member's wall.
  static func instant(date: String, time: String, _ page: PageContext) -> Instant? {
    guard let day = self.day(date), let minutes = Clock.minutes(time.isEmpty ? "09:00" : time)
    else { return nil }
    return page.zone.instant(day: day, minute: Int(minutes))
  }

  /// What a date field says, in days since 1970; `nil` for a day that the calendar does not have.
  static func day(_ date: String) -> Int64? {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], (1970...2109).contains(year), let month = parts[1],
      let day = parts[2]
    else { return nil }
    return WallTime.dayNumber(year: year, month: month, day: day)
  }
}
