import Foundation

/// Lets writers run beside each other, and one that keeps losing to the others run alone.
///
/// Without it a body that reads much and then writes what everybody writes could lose every time.
/// It holds within this process; other processes are met by trying again.
final class PostgresTurns: @unchecked Sendable {
  // Guards everything below.
  private let condition = NSCondition()
  private var running = 0
  private var waitingAlone = 0
  private var isAlone = false

  /// Blocks the calling thread until it is its turn.
  func take<T>(alone: Bool, _ body: () throws -> T) throws -> T {
    condition.withLock {
      if alone {
        waitingAlone += 1
        while isAlone || running > 0 { condition.wait() }
        waitingAlone -= 1
        isAlone = true
      } else {
        while isAlone || waitingAlone > 0 { condition.wait() }
        running += 1
      }
    }
    defer {
      condition.withLock {
        if alone { isAlone = false } else { running -= 1 }
        condition.broadcast()
      }
    }
    return try body()
  }
}
