public import HeedModel

/// Reads dates in every shape that people write them in feeds.
///
/// RFC 822 and its kin with any zone, ISO 8601 and RFC 3339, `asctime`, American and European
/// orders, Unix seconds. A time without a zone is taken as UTC.
public enum FeedDate {
  /// - Returns: `nil` when it says no day at all, or an impossible one.
  public static func read(_ written: String) -> Instant? {
    let text = written.trimmed
    guard !text.isEmpty, text.utf8.count < 200 else { return nil }
    return ISODate.read(text) ?? WordyDate.read(text) ?? unixSeconds(text)
  }

  private static func unixSeconds(_ text: String) -> Instant? {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard
      parts.allSatisfy({ part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }), let number = Int64(parts[0])
    else { return nil }
    switch parts[0].utf8.count {
    case 9, 10: return Instant(seconds: number)
    case 12, 13: return Instant(milliseconds: number)
    default: return nil
    }
  }
}

/// A day and a time on the civil calendar, checked, before it is an instant.
struct CivilTime {
  var year: Int
  var month = 1
  var day = 1
  var hour = 0
  var minute = 0
  var second = 0
  var millisecond = 0
  /// Minutes east of Greenwich.
  var offset = 0

  var instant: Instant? {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day), (0...24).contains(hour),
      (0...59).contains(minute), (0...60).contains(second), abs(offset) < 24 * 60
    else { return nil }
    let days = Self.days(year: year, month: month, day: day)
    let seconds = ((days * 24 + hour) * 60 + minute - offset) * 60 + second
    return Instant(milliseconds: Int64(seconds) * 1000 + Int64(millisecond))
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since the first of January 1970 in the Gregorian calendar.
  /// Source: http://howardhinnant.github.io/date_algorithms.html#days_from_civil
  static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let ofEra = y - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }

  /// Two digits mean this century up to 68 (POSIX), and so do three that count from 1900 (RFC
  /// 2822).
  static func fullYear(_ number: Int, digits: Int) -> Int {
    switch digits {
    case 1, 2: number < 69 ? 2000 + number : 1900 + number
    case 3: 1900 + number
    default: number
    }
  }
}
