import Foundation
import HeedModel

/// A time zone, as far as pages need it: what the clock on the wall says at an instant.
public struct Zone: Sendable, Hashable {
  /// IANA name.
  public let identifier: String
  private let zone: TimeZone

  /// The zone of that name; UTC when there is none.
  public init(_ identifier: String) {
    let known = TimeZone(identifier: identifier)
    self.identifier = known == nil ? "UTC" : identifier
    zone = known ?? .gmt
  }

  /// Every name that the machine knows, for the form that asks.
  public static var all: [String] { TimeZone.knownTimeZoneIdentifiers }

  func wall(at instant: Instant) -> WallTime {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    return WallTime(seconds: instant.milliseconds / 1000 + Int64(zone.secondsFromGMT(for: date)))
  }

  static func utc(at instant: Instant) -> WallTime {
    WallTime(seconds: instant.milliseconds / 1000)
  }
}

/// Day and time in the Gregorian calendar.
struct WallTime: Hashable {
  var year: Int
  /// 1 to 12.
  var month: Int
  var day: Int
  /// 0 is Monday.
  var weekday: Int
  var hour: Int
  var minute: Int
  var second: Int
  /// Days since the first of January 1970: two times on one day share it.
  var dayNumber: Int64

  /// - Parameter seconds: since 1970 began on that wall.
  init(seconds: Int64) {
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

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// `14:05`.
  var clock: String { "\(Self.two(hour)):\(Self.two(minute))" }

  /// `2026-11-22`, as a date field wants it.
  var date: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }
}
