import Foundation

/// The driver's threads, each with a connection of its own, and the line of work before them.
///
/// libpq is asked in its blocking form: a thread that waits for the server is one of these and
/// never one of Swift's. Threads are started when work comes and none is idle, up to `size`; past
/// that, work waits in the order in which it came.
final class PostgresLanes: @unchecked Sendable {
  typealias Job = @Sendable (PostgresLane) -> Void

  private let size: Int
  private let makeLane: @Sendable () -> PostgresLane
  // Guards everything below.
  private let condition = NSCondition()
  private var jobs: [Job] = []
  private var idle = 0
  private var threads = 0
  private var isStopped = false
  private var waiters: [@Sendable () -> Void] = []

  init(size: Int, makeLane: @escaping @Sendable () -> PostgresLane) {
    self.size = max(1, size)
    self.makeLane = makeLane
  }

  /// - Returns: `false`, and the job is dropped, after `stop`.
  func submit(_ job: @escaping Job) -> Bool {
    condition.withLock {
      guard !isStopped else { return false }
      jobs.append(job)
      if idle >= jobs.count {
        condition.signal()
      } else if threads < size {
        threads += 1
        let thread = Thread { [self] in work() }
        thread.name = "heed-postgres"
        thread.start()
      }
      return true
    }
  }

  /// Takes no more work; calls back when what was taken is done and every connection closed.
  func stop(_ done: @escaping @Sendable () -> Void) {
    let isOver = condition.withLock {
      isStopped = true
      condition.broadcast()
      if threads > 0 { waiters.append(done) }
      return threads == 0
    }
    if isOver { done() }
  }

  private func work() {
    let lane = makeLane()
    while let job = next() { job(lane) }
    lane.close()
    let waiters = condition.withLock {
      threads -= 1
      defer { if threads == 0 { self.waiters = [] } }
      return threads == 0 ? self.waiters : []
    }
    for waiter in waiters { waiter() }
  }

  private func next() -> Job? {
    condition.withLock {
      idle += 1
      defer { idle -= 1 }
      while jobs.isEmpty {
        if isStopped { return nil }
        condition.wait()
      }
      return jobs.removeFirst()
    }
  }
}
