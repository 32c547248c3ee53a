import HeedModel

/// What an answer's headers say about the pace.
///
/// `Retry-After` is RFC 9110, section 10.2.3. The others were never settled: `X-RateLimit-Reset` is
/// a date at Mastodon, seconds since 1970 at GitHub, seconds from now elsewhere.
struct PaceHints: Sendable, Hashable {
  var retryAt: Instant?
  var remaining: Int?
  var resetsAt: Instant?

  init(_ headers: [(name: String, value: String)], at now: Instant) {
    for (name, value) in headers {
      let value = value.trimmed
      switch name.lowercased() {
      case "retry-after":
        retryAt = Self.seconds(value).map { now + $0 } ?? DateText.instant(value)
      case "x-ratelimit-remaining", "ratelimit-remaining", "x-rate-limit-remaining":
        remaining = Int(value)
      case "x-ratelimit-reset", "ratelimit-reset", "x-rate-limit-reset":
        resetsAt = Self.reset(value, at: now)
      default: break
      }
    }
  }

  private static func seconds(_ text: String) -> Duration? {
    guard let seconds = Double(text), seconds >= 0, seconds < 1e9 else { return nil }
    return .milliseconds(Int64(seconds * 1000))
  }

  private static func reset(_ text: String, at now: Instant) -> Instant? {
    guard let number = Double(text), number >= 0, number < 1e14 else {
      return DateText.instant(text)
    }
    if number > 1e11 { return Instant(milliseconds: Int64(number)) }
    if number > 1e9 { return Instant(milliseconds: Int64(number * 1000)) }
    return now + .milliseconds(Int64(number * 1000))
  }
}

/// Dates as headers write them.
enum DateText {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// `Sun, 06 Nov 1994 08:49:37 GMT` and `1994-11-06T08:49:37.123Z`.
  static func instant(_ text: String) -> Instant? {
    let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    if let month = text.lowercased().split(whereSeparator: { !$0.isLetter }).lazy
      .compactMap({ months.firstIndex(of: String($0)) }).first
    {
      guard text.hasSuffix("GMT"), numbers.count == 5 else { return nil }
      return instant(
        year: numbers[1], month: month + 1, day: numbers[0], clock: numbers[2...])
    }
    guard text.hasSuffix("Z"), numbers.count >= 6 else { return nil }
    return instant(year: numbers[0], month: numbers[1], day: numbers[2], clock: numbers[3...5])
  }

  private static func instant(
    year: Int, month: Int, day: Int, clock: ArraySlice<Int>
  ) -> Instant? {
    let clock = Array(clock)
    guard year >= 1970 else { return nil }
    return WallTime.seconds(
      year: year, month: month, day: day, hour: clock[0], minute: clock[1], second: clock[2]
    ).map { Instant(seconds: $0) }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
