import Synchronization

/// What a stream told and nobody took yet. When it is full the stream has to wait, and so, behind it, the server.
///
/// Several may give at once; one takes.
package final class Basket<Told: Sendable>: Sendable {
  private struct State {
    var told: [Told] = []
    var end: (any Error)?
    var taker: CheckedContinuation<Void, Never>?
    var givers: [CheckedContinuation<Void, Never>] = []
  }

  private let most: Int
  private let state = Mutex(State())

  /// - Parameter most: how many may lie in it before those who give have to wait.
  package init(most: Int) { self.most = most }

  package var count: Int { state.withLock { $0.told.count } }

  /// Waits while the basket is full.
  package func put(_ one: Told) async {
    let (taker, isFull) = state.withLock { state in
      if state.end == nil { state.told.append(one) }
      defer { state.taker = nil }
      return (state.taker, state.told.count >= most)
    }
    taker?.resume()
    guard isFull else { return }
    await withCheckedContinuation { giver in
      let goesOn = state.withLock { state in
        if state.told.count < most || state.end != nil { return true }
        state.givers.append(giver)
        return false
      }
      if goesOn { giver.resume() }
    }
  }

  /// No more will come. What lies in the basket is still taken.
  package func end(_ error: any Error) {
    let waiting = state.withLock { state in
      state.end = state.end ?? error
      defer {
        state.taker = nil
        state.givers = []
      }
      return state.givers + (state.taker.map { [$0] } ?? [])
    }
    for one in waiting { one.resume() }
  }

  /// All that is there, up to so many; waits for something.
  /// - Throws: what ended the stream, once the basket is empty.
  package func take(most many: Int) async throws -> [Told] {
    await withTaskCancellationHandler {
      await withCheckedContinuation { taker in
        let goesOn = state.withLock { state in
          if !state.told.isEmpty || state.end != nil { return true }
          state.taker = taker
          return false
        }
        if goesOn { taker.resume() }
      }
    } onCancel: {
      self.end(CancellationError())
    }
    let (told, givers, last) = state.withLock { state in
      let told = Array(state.told.prefix(many))
      state.told.removeFirst(told.count)
      let hasRoom = state.told.count < most
      defer { if hasRoom { state.givers = [] } }
      return (told, hasRoom ? state.givers : [], state.end)
    }
    for giver in givers { giver.resume() }
    if told.isEmpty, let last { throw last }
    return told
  }
}
