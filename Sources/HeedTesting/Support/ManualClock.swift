public import HeedModel
import Synchronization

/// A clock that stands still until a test moves it; whoever sleeps wakes when their time has come.
public final class ManualClock: DeskClock {
  private struct Sleeper {
    var wakesAt: Instant
    var order: UInt64
    var continuation: CheckedContinuation<Void, any Error>
  }

  private struct Watcher {
    var count: Int
    var continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var now: Instant
    var serial: UInt64 = 0
    var sleepers: [UInt64: Sleeper] = [:]
    var cancelled: Set<UInt64> = []
    var watchers: [Watcher] = []

    mutating func ripe() -> [Watcher] {
      let count = sleepers.count
      let ripe = watchers.filter { $0.count <= count }
      watchers.removeAll { $0.count <= count }
      return ripe
    }
  }

  private let state: Mutex<State>

  /// - Parameter now: where it starts; a day in May 2026 unless told.
  public init(_ now: Instant = Instant(seconds: 1_778_000_000)) {
    state = Mutex(State(now: now))
  }

  public func now() -> Instant { state.withLock { $0.now } }

  /// How many tasks sleep on this clock now.
  public var sleepers: Int { state.withLock { $0.sleepers.count } }

  public func sleep(for duration: Duration) async throws {
    try Task.checkCancellation()
    guard duration > .zero else { return }
    let id = state.withLock { state in
      state.serial += 1
      return state.serial
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let (ripe, wasCancelled) = state.withLock { state -> ([Watcher], Bool) in
          // Cancellation may come before the sleeper has lain down.
          if state.cancelled.remove(id) != nil { return ([], true) }
          state.sleepers[id] = Sleeper(
            wakesAt: state.now + duration, order: id, continuation: continuation)
          return (state.ripe(), false)
        }
        if wasCancelled { continuation.resume(throwing: CancellationError()) }
        for watcher in ripe { watcher.continuation.resume() }
      }
    } onCancel: {
      let sleeper = state.withLock { state -> Sleeper? in
        if let sleeper = state.sleepers.removeValue(forKey: id) { return sleeper }
        state.cancelled.insert(id)
        return nil
      }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
    _ = state.withLock { $0.cancelled.remove(id) }
  }

  /// Moves the clock on and wakes, in order of their time, everybody whose time has come.
  public func advance(by duration: Duration) { set(now() + duration) }

  /// Puts the clock to an instant, also an earlier one; wakes whoever is due by then.
  public func set(_ instant: Instant) {
    let due = state.withLock { state -> [Sleeper] in
      state.now = instant
      let due = state.sleepers.filter { $0.value.wakesAt <= instant }
      for id in due.keys { state.sleepers[id] = nil }
      return due.values.sorted { ($0.wakesAt, $0.order) < ($1.wakesAt, $1.order) }
    }
    for sleeper in due { sleeper.continuation.resume() }
  }

  /// Waits, without time passing, until so many tasks sleep on this clock: then it is safe to
  /// `advance`.
  public func waitForSleepers(_ count: Int = 1) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state -> Bool in
        if state.sleepers.count >= count { return true }
        state.watchers.append(Watcher(count: count, continuation: continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }
}
