/// Day and time in the Gregorian calendar.
public struct WallTime: Sendable, Hashable {
  public var year: Int
  /// 1 to 12.
  public var month: Int
  public var day: Int
  /// 0 is Monday.
  public var weekday: Int
  public var hour: Int
  public var minute: Int
  public var second: Int
  /// Days since the first of January 1970: two times on one day share it.
  public var dayNumber: Int64

  /// - Parameter seconds: since 1970 began on that wall.
  public init(seconds: Int64) {
    let days = Int64((Double(seconds) / 86400).rounded(.down))
    let rest = Int(seconds - days * 86400)
    dayNumber = days
    hour = rest / 3600
    minute = rest / 60 % 60
    second = rest % 60
    weekday = Int(((days + 3) % 7 + 7) % 7)
    // Days to a date: https://howardhinnant.github.io/date_algorithms.html#civil_from_days
    let z = days + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * shifted + 2) / 5 + 1)
    month = Int(shifted < 10 ? shifted + 3 : shifted - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
  }

  public static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// `14:05`.
  public var clock: String { "\(Self.two(hour)):\(Self.two(minute))" }

  /// `2026-11-22`, as a date field wants it.
  public var date: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }
}
