import HeedModel
import HeedNetwork
import Synchronization

/// Leaves hosts alone that fail, or that ask to be left alone.
///
/// Failures are counted for a host and its port: unreachable, too late, cut, and the answers with
/// which a front says that nobody stands behind it (502, 503, 504, 520-530). A plain 500 is the
/// fault of one page, so it is no failure of the host. Waits that a host asks for are kept for the
/// credentials that they were said to; for reading as a whole, for writing by path, because servers
/// count media, posts and deletions apart.
final class Paces: Sendable {
  /// One exchange with a host; it has to be ended once.
  struct Visit: Sendable {
    fileprivate let host: String
    fileprivate let lane: Lane
    fileprivate let isProbe: Bool
  }

  enum Outcome: Sendable {
    case answered(status: Int, hints: PaceHints)
    case failed
    /// Says nothing about the host: cancelled, forbidden, too large.
    case neither
  }

  fileprivate struct Lane: Hashable {
    var host: String
    var credentials: Int
    var writing: String?
  }

  private struct Health {
    var failures = 0
    var rests = 0
    var until: Instant?
    var isProbed = false
  }

  private struct Ask {
    var waitsUntil: Instant?
    var remaining: Int?
    var resetsAt: Instant?
  }

  private struct State {
    var health: [String: Health] = [:]
    var asks: [Lane: Ask] = [:]
  }

  private let state = Mutex(State())
  private let clock: any DeskClock
  private let randomness: any Randomness
  private let limits: WireLimits

  init(_ configuration: WireConfiguration) {
    clock = configuration.clock
    randomness = configuration.randomness
    limits = configuration.limits
  }

  /// - Throws: `WireError` of kind `resting`, with `Resting` as its cause.
  func begin(_ request: WireRequest, at address: WebAddress) throws -> Visit {
    let lane = Self.lane(of: request, at: address)
    let now = clock.now()
    return try state.withLock { state in
      if let until = state.asks[lane]?.waitsUntil, until > now {
        throw Self.resting(
          "\(address.host.bare) asked us to wait. The desk asks again by itself.", until)
      }
      guard let health = state.health[lane.host], let until = health.until else {
        return Visit(host: lane.host, lane: lane, isProbe: false)
      }
      // Half open: one goes ahead, the others wait for what it brings.
      guard until <= now, !health.isProbed else {
        throw Self.resting(
          "\(address.host.bare) has not been answering. The desk tries it again by itself.",
          max(until, now))
      }
      state.health[lane.host]?.isProbed = true
      return Visit(host: lane.host, lane: lane, isProbe: true)
    }
  }

  func end(_ visit: Visit, _ outcome: Outcome) {
    let now = clock.now()
    let jitter = Double(randomness.number() % 1024) / 1024
    state.withLock { state in
      switch outcome {
      case .neither:
        if visit.isProbe { state.health[visit.host]?.isProbed = false }
      case .failed:
        fail(visit, in: &state, at: now, jitter: jitter)
      case .answered(let status, let hints):
        note(hints, status: status, of: visit.lane, in: &state, at: now)
        if Self.isFailure(status) {
          fail(visit, in: &state, at: now, jitter: jitter)
        } else {
          state.health[visit.host] = nil
        }
      }
    }
  }

  func pace(of request: WireRequest, at address: WebAddress) -> HostPace {
    let lane = Self.lane(of: request, at: address)
    return state.withLock { state in
      var pace = HostPace()
      pace.failures = state.health[lane.host]?.failures ?? 0
      pace.restsUntil = state.health[lane.host]?.until
      pace.waitsUntil = state.asks[lane]?.waitsUntil
      pace.remaining = state.asks[lane]?.remaining
      pace.resetsAt = state.asks[lane]?.resetsAt
      return pace
    }
  }

  private func fail(_ visit: Visit, in state: inout State, at now: Instant, jitter: Double) {
    var health = state.health[visit.host] ?? Health()
    // Exchanges that were under way when the rest began say nothing new.
    guard health.until == nil || visit.isProbe else { return }
    health.failures += 1
    health.isProbed = false
    if health.failures >= limits.failures || visit.isProbe {
      let doubled = limits.rest * (1 << min(health.rests, 20))
      // Up to a tenth longer, so that desks and hosts that fell together do not rise together.
      let rest = min(doubled, limits.longestRest)
      health.until = now + rest + .milliseconds(Int64(Double(rest.milliseconds) * jitter / 10))
      health.rests += 1
    }
    if state.health.count >= 4096 { state.health = state.health.filter { $0.value.until != nil } }
    state.health[visit.host] = health
  }

  private func note(
    _ hints: PaceHints, status: Int, of lane: Lane, in state: inout State, at now: Instant
  ) {
    let refused = status == 429 || status == 503
    guard refused || hints.remaining != nil else {
      state.asks[lane]?.waitsUntil = nil
      return
    }
    var ask = Ask(remaining: hints.remaining, resetsAt: hints.resetsAt)
    let reset =
      status == 429 || (hints.remaining == 0 && lane.writing == nil) ? hints.resetsAt : nil
    if let until = (refused ? hints.retryAt : nil) ?? reset, until > now {
      ask.waitsUntil = min(until, now + limits.longestWait)
    }
    if state.asks.count >= 4096 {
      state.asks = state.asks.filter { ($0.value.waitsUntil ?? now) > now }
    }
    state.asks[lane] = ask
  }

  private static func isFailure(_ status: Int) -> Bool {
    (502...504).contains(status) || (520...530).contains(status)
  }

  private static func lane(of request: WireRequest, at address: WebAddress) -> Lane {
    // Hashed with this process's own seed: enough to tell accounts apart, and no secret is kept.
    let credentials = request.headers.first { $0.name.lowercased() == "authorization" }?.value
    let isReading = request.method == .get || request.method == .head
    let path = address.target.prefix { $0 != "?" }
    return Lane(
      host: "\(address.host.text):\(address.port)", credentials: credentials.hashValue,
      writing: isReading ? nil : "\(request.method.rawValue) \(path)")
  }

  private static func resting(_ text: Message, _ until: Instant) -> WireError {
    WireError(.resting, text, certainlyNotSent: true, cause: Resting(until: until))
  }
}
