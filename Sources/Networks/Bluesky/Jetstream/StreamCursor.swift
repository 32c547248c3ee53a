import HeedModel

/// How far a stream was heard: microseconds since 1970 by the server's clock.
struct StreamCursor: Sendable, Equatable {
  private(set) var at: Int64?

  /// - Parameter text: what `text` gave before; anything else, and what lies in the future, begins anew.
  init(_ text: String?, now: Instant) {
    guard let text, text.utf8.count <= 18, text.utf8.allSatisfy({ (48...57).contains($0) }),
      let at = Int64(text), at > 1_500_000_000_000_000, at <= Self.latest(now)
    else { return }
    self.at = at
  }

  var text: String? { at.map { String($0) } }

  /// Never back, and never into the future: one message with a wrong time would make the desk deaf until then.
  mutating func move(to time: Int64?, now: Instant) {
    guard let time, time <= Self.latest(now), time > at ?? 0 else { return }
    at = time
  }

  /// Where a stream begins.
  func start(now: Instant) -> Int64 {
    at.map { $0 - Jetstreams.overlap } ?? now.milliseconds * 1_000 - Jetstreams.firstLook
  }

  /// Whether the first message shows that what was between is not kept there any more. All people of a whole network are
  /// never silent for so long.
  func misses(_ first: Int64, now: Instant) -> Bool {
    guard let at, first > at, first <= Self.latest(now) else { return false }
    return first - at > 600_000_000
  }

  private static func latest(_ now: Instant) -> Int64 { (now.milliseconds + 60_000) * 1_000 }
}
