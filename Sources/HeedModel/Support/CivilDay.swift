extension WallTime {
  /// Days since 1970 of a date in the Gregorian calendar; `nil` where the calendar has no such day.
  /// From a date to days: https://howardhinnant.github.io/date_algorithms.html#days_from_civil
  public static func dayNumber(year: Int, month: Int, day: Int) -> Int64? {
    guard (1...12).contains(month), day >= 1, day <= daysIn(month: month, of: year) else {
      return nil
    }
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era) * 146_097 + Int64(dayOfEra) - 719_468
  }

  /// Seconds since 1970 of a day and a time in UTC; `nil` where the calendar has no such day or the clock no such time.
  /// A second that is put in now and then (`:60`) is the first of the next minute.
  public static func seconds(
    year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int
  ) -> Int64? {
    guard (1...9999).contains(year), (0...23).contains(hour), (0...59).contains(minute),
      (0...60).contains(second), let days = dayNumber(year: year, month: month, day: day)
    else { return nil }
    return days * 86400 + Int64(hour * 3600 + minute * 60 + second)
  }

  public static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Midnight, with which a day begins.
  public init(dayNumber: Int64) { self.init(seconds: dayNumber * 86400) }
}
