import Synchronization

/// The streams that are open, for a stop to close.
final class OpenStreams: Sendable {
  private struct State {
    var next = 0
    var closers: [Int: @Sendable () -> Void] = [:]
    var isStopped = false
  }

  private let state = Mutex(State())

  /// `nil` after a stop.
  func add(_ close: @escaping @Sendable () -> Void) -> Int? {
    state.withLock {
      guard !$0.isStopped else { return nil }
      $0.next += 1
      $0.closers[$0.next] = close
      return $0.next
    }
  }

  func remove(_ id: Int?) {
    guard let id else { return }
    state.withLock { _ = $0.closers.removeValue(forKey: id) }
  }

  func closeAll() {
    let closers = state.withLock { state in
      state.isStopped = true
      defer { state.closers = [:] }
      return Array(state.closers.values)
    }
    for close in closers { close() }
  }
}
