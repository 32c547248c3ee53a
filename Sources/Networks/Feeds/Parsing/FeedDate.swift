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
    guard (1...9999).contains(year), (0...24).contains(hour), (0...59).contains(minute),
      (0...60).contains(second), abs(offset) < 24 * 60,
      let days = WallTime.dayNumber(year: year, month: month, day: day)
    else { return nil }
    let seconds = days * 86400 + Int64((hour * 60 + minute - offset) * 60 + second)
    return Instant(milliseconds: seconds * 1000 + Int64(millisecond))
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
