import HeedModel
import HeedNetwork
import Synchronization

/// What an account may still do by the network's own count, so that the desk stops before it is stopped
/// (https://docs.bsky.app/docs/advanced-guides/rate-limits): writes in points, sign-ins by number.
final class Points: Sendable {
  enum Write: Int, Sendable {
    case create = 3
    case update = 2
    case delete = 1
  }

  private struct Limit {
    var most: Int
    var within: Duration
  }

  private static let writes = [
    Limit(most: 5_000, within: .hours(1)), Limit(most: 35_000, within: .hours(24)),
  ]
  private static let signIns = [
    Limit(most: 30, within: .minutes(5)), Limit(most: 300, within: .hours(24)),
  ]

  private let spent = Mutex<[String: [(at: Instant, points: Int)]]>([:])

  /// - Throws: `NetworkError.rateLimited`, with the time when there is room again.
  func spend(_ write: Write, by did: String, now: Instant) throws {
    try spend(write.rawValue, "write " + did, Self.writes, now)
  }

  func signIn(of name: String, now: Instant) throws {
    try spend(1, "sign-in " + name, Self.signIns, now)
  }

  private func spend(_ points: Int, _ what: String, _ limits: [Limit], _ now: Instant) throws {
    let wait = spent.withLock { spent -> Duration? in
      // What was spent after now was counted by a clock that was set back since.
      var past = (spent[what] ?? []).filter { $0.at <= now && now - $0.at < .hours(24) }
      for limit in limits {
        let recent = past.filter { now - $0.at < limit.within }
        let sum = recent.reduce(0) { $0 + $1.points }
        guard sum + points > limit.most else { continue }
        var left = sum
        let frees = recent.first { entry in
          left -= entry.points
          return left + points <= limit.most
        }
        return (frees?.at ?? now) + limit.within - now
      }
      past.append((now, points))
      spent[what] = past
      return nil
    }
    guard let wait else { return }
    throw NetworkError(
      .rateLimited,
      "This account did as much as the network allows for now. The desk goes on when there is room again.",
      certainlyNotSent: true, retryAfter: max(wait, .seconds(1)))
  }
}
