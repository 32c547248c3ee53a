package import HeedModel

/// When something was said that somebody else's clock tells.
package enum ClaimedTime {
  /// The time that is told, as long as it is within a day of when a server that we trust took it in, and never later than
  /// now: a sender's clock is anybody's guess, and whoever writes “2001” would wait longer than everybody else.
  package static func believed(_ told: Instant?, cameAt: Instant, now: Instant) -> Instant {
    guard let told, told >= cameAt - .days(1), told <= cameAt + .days(1) else {
      return min(cameAt, now)
    }
    return min(told, now)
  }
}
