import HeedModel

/// Days to come, counted from the day on which somebody writes.
struct DueCalendar: Sendable {
  let now: WallTime

  var today: Int64 { now.dayNumber }

  private static let friday = 4

  /// The next of its name; written on that weekday, the one in a week.
  func weekday(_ weekday: Int) -> Int64 {
    let ahead = (weekday - now.weekday + 7) % 7
    return today + Int64(ahead == 0 ? 7 : ahead)
  }

  /// A weekday of the week that begins in so many weeks.
  func weekday(_ weekday: Int, inWeeks weeks: Int) -> Int64 {
    today - Int64(now.weekday) + Int64(weekday + 7 * weeks)
  }

  /// The last working day of a week; said on a weekend, "this week" is the day itself.
  func week(_ weeks: Int) -> Int64 { max(today, weekday(Self.friday, inWeeks: weeks)) }

  func weekend() -> Int64 { weekday(6, inWeeks: 0) }

  /// Before a weekend that may have begun.
  func beforeWeekend() -> Int64 { week(now.weekday > Self.friday ? 1 : 0) }

  func workdays(_ count: Int) -> Int64 {
    var day = today
    var left = min(count, 400)
    while left > 0 {
      day += 1
      if WallTime(dayNumber: day).weekday < 5 { left -= 1 }
    }
    return day
  }

  /// The same day of a later month, or that month's last.
  func months(_ count: Int) -> Int64 {
    let (year, month) = month(after: count)
    let day = min(now.day, WallTime.daysIn(month: month, of: year))
    return WallTime.dayNumber(year: year, month: month, day: day) ?? today
  }

  func monthEnd(after count: Int) -> Int64 {
    let (year, month) = month(after: count)
    let last = WallTime.daysIn(month: month, of: year)
    return WallTime.dayNumber(year: year, month: month, day: last) ?? today
  }

  private func month(after count: Int) -> (Int, Int) {
    let months = now.month - 1 + min(count, 1200)
    return (now.year + months / 12, months % 12 + 1)
  }

  /// The end of the next month of that name; this one counts.
  func end(ofMonth month: Int) -> Int64 { monthEnd(after: (month - now.month + 12) % 12) }

  func quarterEnd() -> Int64 { monthEnd(after: (12 - now.month) % 3) }
  func yearEnd() -> Int64 { monthEnd(after: 12 - now.month) }

  /// A day of a month to come; `nil` where the calendar has none.
  func date(day: Int, month: Int, year: Int? = nil) -> Int64? {
    if let year {
      return WallTime.dayNumber(year: year < 100 ? 2000 + year : year, month: month, day: day)
    }
    for year in now.year...(now.year + 4) {
      if let found = WallTime.dayNumber(year: year, month: month, day: day), found >= today {
        return found
      }
    }
    return nil
  }

  /// A day of this month, or of the next one that has it.
  func date(dayOfMonth day: Int) -> Int64? {
    for months in 0...12 {
      let (year, month) = month(after: months)
      if let found = WallTime.dayNumber(year: year, month: month, day: day), found >= today {
        return found
      }
    }
    return nil
  }

  /// Easter Sunday, by the anonymous Gregorian algorithm (Meeus, *Astronomical Algorithms*, 1991).
  func easter() -> Int64 {
    for year in now.year...(now.year + 1) {
      let (a, b, c) = (year % 19, year / 100, year % 100)
      let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
      let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
      let m = (a + 11 * h + 22 * l) / 451
      let sum = h + l - 7 * m + 114
      let found = WallTime.dayNumber(year: year, month: sum / 31, day: sum % 31 + 1)
      if let found, found > today { return found }
    }
    return today
  }

  func christmas() -> Int64 { date(day: 25, month: 12) ?? today }
}
