import Synchronization

/// Hands what a connection brings to the one task that reads it, and holds the connection back
/// while that task is busy.
final class Inbox<Element: Sendable>: Sendable {
  private struct State {
    var queue: [Element] = []
    var waiter: CheckedContinuation<Element, any Error>?
    var end: (any Error)?
    var onDemand: (@Sendable () -> Void)?
  }

  private let state = Mutex(State())

  /// Gives an element, and says whether more may come at once. If not, `demand` is called when the
  /// reader has taken all that waits.
  func put(_ element: Element, demand: @escaping @Sendable () -> Void) -> Bool {
    let (waiter, isFree): (CheckedContinuation<Element, any Error>?, Bool) = state.withLock {
      guard $0.end == nil else { return (nil, true) }
      if let waiter = $0.waiter {
        $0.waiter = nil
        return (waiter, true)
      }
      $0.queue.append(element)
      $0.onDemand = demand
      return (nil, false)
    }
    waiter?.resume(returning: element)
    return isFree
  }

  /// No more comes; what waits is still read. Only the first end counts.
  func end(_ error: any Error) {
    let (waiter, demand) = state.withLock { state in
      if state.end == nil { state.end = error }
      defer {
        state.waiter = nil
        state.onDemand = nil
      }
      return (state.waiter, state.onDemand)
    }
    waiter?.resume(throwing: error)
    // Whoever was held back is let go: nobody will ask for more.
    demand?()
  }

  /// - Throws: what ended it, or `CancellationError`.
  func next() async throws -> Element {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let (result, demand): (Result<Element, any Error>?, (@Sendable () -> Void)?) =
          state.withLock { state in
            if !state.queue.isEmpty {
              let first = state.queue.removeFirst()
              guard state.queue.isEmpty else { return (.success(first), nil) }
              defer { state.onDemand = nil }
              return (.success(first), state.onDemand)
            }
            if let end = state.end { return (.failure(end), nil) }
            state.waiter = continuation
            return (nil, nil)
          }
        if let result { continuation.resume(with: result) }
        demand?()
      }
    } onCancel: {
      end(CancellationError())
    }
  }
}
