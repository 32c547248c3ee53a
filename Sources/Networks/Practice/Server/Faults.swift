import HeedModel
import Synchronization

/// Something that goes wrong at the far side, on demand.
public enum PracticeFault: Sendable, Hashable {
  /// Accepts, and answers so much later.
  case late(Duration)
  /// Accepts, then the connection breaks before the answer.
  case cutAfterAccepting
  /// Accepts, then answers 500 without saying so.
  case errorAfterAccepting
  /// Answers 503 and promises that nothing was kept.
  case refused
  /// Answers a bare 503, as a proxy before it would; nothing was kept, but nobody says so.
  case unavailable
  /// Breaks the connection before anything was kept; whoever asked cannot know that.
  case cutBefore
  /// Answers 429; nothing was kept.
  case rateLimited(retryAfter: Duration)
}

/// Which faults strike, and when.
public final class PracticeFaults: Sendable {
  /// Which requests a fault strikes.
  public enum Scope: String, Sendable, Codable { case writes, reads, all }

  private struct Plan {
    var fault: PracticeFault
    var scope: Scope
    var left: Int
    var probability: Double
    var chance: Chance
  }

  private struct State {
    var plans: [Plan] = []
    var lag = Duration.zero
  }

  private let state = Mutex(State())

  public init() {}

  /// Strikes the next `count` requests, after faults that were planned before are used up.
  public func strike(_ fault: PracticeFault, next count: Int = 1, on scope: Scope = .writes) {
    plan(fault, scope, left: count, probability: 1, seed: 0)
  }

  /// Strikes again and again, by chance, the same way for the same seed.
  public func strike(
    _ fault: PracticeFault, probability: Double, seed: UInt64, on scope: Scope = .writes
  ) {
    plan(fault, scope, left: .max, probability: probability, seed: seed)
  }

  /// By how much the list of an account's own posts is behind what was accepted.
  public var timelineLag: Duration {
    get { state.withLock { $0.lag } }
    set { state.withLock { $0.lag = newValue } }
  }

  public func clear() { state.withLock { $0 = State() } }

  private func plan(
    _ fault: PracticeFault, _ scope: Scope, left: Int, probability: Double, seed: UInt64
  ) {
    let plan = Plan(
      fault: fault, scope: scope, left: left, probability: probability,
      chance: Chance(seed: seed, "fault \(fault)"))
    state.withLock { $0.plans.append(plan) }
  }

  /// The fault that strikes this request, if any.
  func take(isWrite: Bool) -> PracticeFault? {
    state.withLock { state in
      for at in state.plans.indices {
        let plan = state.plans[at]
        guard plan.left > 0, plan.scope == .all || (plan.scope == .writes) == isWrite,
          state.plans[at].chance.happens(plan.probability)
        else { continue }
        if plan.left != .max { state.plans[at].left -= 1 }
        return plan.fault
      }
      return nil
    }
  }
}
