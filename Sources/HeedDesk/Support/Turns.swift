/// Turns for work of which only so much may go on at once: over all, and in each lane. Who comes first is served first,
/// as far as their lane has room; a lane that is full holds up nobody in another.
///
/// Attack that it stops: a flood of work that takes a thread, a connection or memory for each that waits.
actor Turns {
  /// As many wait as may.
  struct Full: Error {}

  private struct Waiter {
    var number: Int
    var lane: String
    var turn: CheckedContinuation<Bool, Never>
  }

  private let most: Int
  private let mostOfLane: Int
  private let mostWaiting: Int
  private var all = 0
  private var lanes: [String: Int] = [:]
  private var line: [Waiter] = []
  private var numbers = 0

  /// - Parameters:
  ///   - most: how many have their turn at one time.
  ///   - ofLane: how many of one lane; all of them unless given.
  ///   - waiting: how many may wait for it.
  init(most: Int, ofLane: Int? = nil, waiting: Int) {
    self.most = most
    mostOfLane = ofLane ?? most
    mostWaiting = waiting
  }

  /// How many have their turn just now, and how many wait.
  var state: (busy: Int, waiting: Int) { (all, line.count) }

  /// Does the work when its turn has come.
  /// - Throws: `Full`; `CancellationError` where whoever waited went away; what the work throws.
  nonisolated func take<T: Sendable>(
    in lane: String = "", _ work: @Sendable () async throws -> T
  ) async throws -> T {
    try await enter(lane)
    do {
      let done = try await work()
      await leave(lane)
      return done
    } catch {
      await leave(lane)
      throw error
    }
  }

  private func enter(_ lane: String) async throws {
    try Task.checkCancellation()
    if hasRoom(lane) { return begin(lane) }
    guard line.count < mostWaiting else { throw Full() }
    numbers += 1
    let number = numbers
    let isMine = await withTaskCancellationHandler {
      await withCheckedContinuation {
        line.append(Waiter(number: number, lane: lane, turn: $0))
      }
    } onCancel: {
      // It only leaves the line; nobody waits for that.
      Task { await giveUp(number) }
    }
    guard isMine else { throw CancellationError() }
  }

  private func giveUp(_ number: Int) {
    guard let place = line.firstIndex(where: { $0.number == number }) else { return }
    line.remove(at: place).turn.resume(returning: false)
  }

  private func leave(_ lane: String) {
    all -= 1
    let left = lanes[lane, default: 1] - 1
    lanes[lane] = left == 0 ? nil : left
    guard let place = line.firstIndex(where: { hasRoom($0.lane) }) else { return }
    let next = line.remove(at: place)
    begin(next.lane)
    next.turn.resume(returning: true)
  }

  private func hasRoom(_ lane: String) -> Bool {
    all < most && lanes[lane, default: 0] < mostOfLane
  }

  private func begin(_ lane: String) {
    all += 1
    lanes[lane, default: 0] += 1
  }
}
