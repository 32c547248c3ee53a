import Synchronization

/// Wakes whoever waits for something to change.
final class Bell: Sendable {
  private struct State {
    var rung = 0
    var serial = 0
    var waiting: [Int: CheckedContinuation<Void, any Error>] = [:]
    var cancelled: Set<Int> = []
  }

  private let state = Mutex(State())

  /// How often it rang: read this before looking, and wait from there, so that no ring is missed
  /// between.
  var rung: Int { state.withLock { $0.rung } }

  func ring() {
    let waiting = state.withLock { state in
      state.rung += 1
      let waiting = state.waiting.values
      state.waiting = [:]
      return Array(waiting)
    }
    for one in waiting { one.resume() }
  }

  /// Waits until it rings after `rung`; ends early, throwing, when the task is cancelled.
  func wait(after rung: Int) async throws {
    let id = state.withLock { state in
      state.serial += 1
      return state.serial
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let end = state.withLock { state -> Result<Void, any Error>? in
          if state.cancelled.remove(id) != nil { return .failure(CancellationError()) }
          if state.rung != rung { return .success(()) }
          state.waiting[id] = continuation
          return nil
        }
        if let end { continuation.resume(with: end) }
      }
    } onCancel: {
      let waiting = state.withLock { state -> CheckedContinuation<Void, any Error>? in
        if let waiting = state.waiting.removeValue(forKey: id) { return waiting }
        state.cancelled.insert(id)
        return nil
      }
      waiting?.resume(throwing: CancellationError())
    }
    _ = state.withLock { $0.cancelled.remove(id) }
  }
}
