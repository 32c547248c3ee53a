import NIOCore
import Synchronization

/// Notices that a connection has been silent for too long.
final class Silence: Sendable {
  private struct State {
    var last: NIODeadline
    var isPaused = false
    var timer: Scheduled<Void>?
    var isOver = false
  }

  private let state: Mutex<State>
  private let loop: any EventLoop
  private let limit: TimeAmount
  private let onSilence: @Sendable () -> Void

  init(_ limit: Duration, on loop: any EventLoop, onSilence: @escaping @Sendable () -> Void) {
    self.loop = loop
    self.limit = TimeAmount(limit)
    self.onSilence = onSilence
    state = Mutex(State(last: .now()))
    schedule(at: .now() + self.limit)
  }

  /// Something was heard.
  func touch() { state.withLock { $0.last = .now() } }

  /// We are the ones who do not listen: the reader is busy.
  func pause() { state.withLock { $0.isPaused = true } }

  func resume() {
    state.withLock {
      $0.isPaused = false
      $0.last = .now()
    }
  }

  func stop() {
    let timer = state.withLock { state in
      state.isOver = true
      defer { state.timer = nil }
      return state.timer
    }
    timer?.cancel()
  }

  private func schedule(at deadline: NIODeadline) {
    let timer = loop.scheduleTask(deadline: deadline) { self.look() }
    let isOver = state.withLock {
      $0.timer = timer
      return $0.isOver
    }
    if isOver { timer.cancel() }
  }

  private func look() {
    let (isOver, isPaused, due) = state.withLock { ($0.isOver, $0.isPaused, $0.last + limit) }
    if isOver { return }
    let now = NIODeadline.now()
    if isPaused { return schedule(at: now + limit) }
    if due > now { return schedule(at: due) }
    onSilence()
  }
}
