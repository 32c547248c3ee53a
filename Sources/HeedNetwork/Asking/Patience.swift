import Foundation
package import HeedModel

/// How long a place asks to be left alone.
package enum Patience {
  /// `Retry-After`, else when the count of calls begins anew; five minutes where nothing is said. Never at once, and
  /// never longer than a day, whatever a server's clock says.
  package static func asked(by response: WireResponse, now: Instant) -> Duration {
    if let told = told(by: response, now: now) { return told }
    let theirs = Dates.header(response.header("Date")) ?? now
    if let text = words(response.header("X-RateLimit-Reset")) {
      if let at = Dates.instant(text) { return sane(at - theirs) }
      // Some tell how many seconds are left.
      if let seconds = Int64(text), (0...86400).contains(seconds) { return sane(.seconds(seconds)) }
    }
    return .seconds(300)
  }

  /// `Retry-After` alone, in seconds or as a date (RFC 9110, 10.2.3), measured by the server's own clock where it tells
  /// one, else by ours; `nil` where it says nothing that can be understood. Never at once, never longer than a day.
  package static func told(by response: WireResponse, now: Instant? = nil) -> Duration? {
    guard let text = words(response.header("Retry-After")) else { return nil }
    if let seconds = Double(text), seconds.isFinite {
      return sane(.seconds(Int64(min(max(seconds.rounded(.up), 1), 86400))))
    }
    guard let at = Dates.header(text) ?? Dates.instant(text),
      let theirs = Dates.header(response.header("Date")) ?? now
    else { return nil }
    return sane(at - theirs)
  }

  package static func sane(_ wait: Duration) -> Duration { min(max(wait, .seconds(1)), .days(1)) }

  private static func words(_ text: String?) -> String? {
    text?.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
