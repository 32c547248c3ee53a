import HeedModel
import HeedNetwork

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
        retryAt = Self.seconds(value).map { now + $0 } ?? Dates.instant(value)
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
      return Dates.instant(text)
    }
    if number > 1e11 { return Instant(milliseconds: Int64(number)) }
    if number > 1e9 { return Instant(milliseconds: Int64(number * 1000)) }
    return now + .milliseconds(Int64(number * 1000))
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
