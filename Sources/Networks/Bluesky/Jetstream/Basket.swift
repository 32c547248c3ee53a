import Synchronization

/// What a stream told and nobody took yet. When it is full the stream has to wait, and so, behind it, the server.
final class Basket: Sendable {
  private struct State {
    var told: [Told] = []
    var end: (any Error)?
    var taker: CheckedContinuation<Void, Never>?
    var giver: CheckedContinuation<Void, Never>?
  }

  private static let most = 4_000
  private let state = Mutex(State())

  var count: Int { state.withLock { $0.told.count } }

  /// Waits while the basket is full.
  func put(_ one: Told) async {
    let (taker, isFull) = state.withLock { state in
      if state.end == nil { state.told.append(one) }
      defer { state.taker = nil }
      return (state.taker, state.told.count >= Self.most)
    }
    taker?.resume()
    guard isFull else { return }
    await withCheckedContinuation { giver in
      let goesOn = state.withLock { state in
        if state.told.count < Self.most || state.end != nil { return true }
        state.giver = giver
        return false
      }
      if goesOn { giver.resume() }
    }
  }

  /// No more will come. What lies in the basket is still taken.
  func end(_ error: any Error) {
    let waiting = state.withLock { state in
      state.end = state.end ?? error
      defer {
        state.taker = nil
        state.giver = nil
      }
      return [state.taker, state.giver]
    }
    for one in waiting { one?.resume() }
  }

  /// All that is there, up to so many; waits for something.
  /// - Throws: what ended the stream, once the basket is empty.
  func take(most: Int) async throws -> [Told] {
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
    let (told, giver, last) = state.withLock { state in
      let told = Array(state.told.prefix(most))
      state.told.removeFirst(told.count)
      defer { if state.told.count < Self.most { state.giver = nil } }
      return (told, state.told.count < Self.most ? state.giver : nil, state.end)
    }
    giver?.resume()
    if told.isEmpty, let last { throw last }
    return told
  }
}
