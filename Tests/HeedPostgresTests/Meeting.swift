import Foundation

/// Keeps the threads of a driver until so many have come, once; who comes later passes.
final class Meeting: @unchecked Sendable {
  private let condition = NSCondition()
  private let count: Int
  private var come = 0

  init(_ count: Int) { self.count = count }

  /// How often somebody came.
  var arrivals: Int { condition.withLock { come } }

  func arrive() {
    condition.withLock {
      come += 1
      condition.broadcast()
      while come < count { condition.wait() }
    }
  }
}
