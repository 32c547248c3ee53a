import Synchronization
import Testing

@testable import HeedDesk

@Suite struct TurnsTests {
  /// Work that is done when a test says so.
  private final class Work: Sendable {
    private let gate = AsyncStream.makeStream(of: Void.self)
    func wait() async { for await _ in gate.stream {} }
    func end() { gate.continuation.finish() }
  }

  private final class Notes: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
  }

  private func waitFor(_ turns: Turns, busy: Int, waiting: Int) async {
    while await turns.state != (busy, waiting) { await Task.yield() }
  }

  @Test func aLaneThatIsFullHoldsUpNobodyElse() async throws {
    let turns = Turns(most: 3, ofLane: 1, waiting: 9)
    let slow = Work()
    let done = Notes()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await turns.take(in: "slow") { await slow.wait() } }
      await waitFor(turns, busy: 1, waiting: 0)
      for number in 0..<3 {
        group.addTask {
          try await turns.take(in: "slow") { done.add("slow \(number)") }
        }
        await waitFor(turns, busy: 1, waiting: number + 1)
      }
      try await turns.take(in: "quick") { done.add("quick") }
      #expect(done.all == ["quick"])
      slow.end()
      try await group.waitForAll()
    }
    #expect(done.all == ["quick", "slow 0", "slow 1", "slow 2"])
    #expect(await turns.state == (0, 0))
  }

  @Test func whoeverGoesAwayWaitsNoMore() async throws {
    let turns = Turns(most: 1, waiting: 1)
    let work = Work()
    async let held: Void = turns.take { await work.wait() }
    await waitFor(turns, busy: 1, waiting: 0)
    let leaving = Task { try await turns.take {} }
    await waitFor(turns, busy: 1, waiting: 1)
    await #expect(throws: Turns.Full.self) { try await turns.take {} }
    leaving.cancel()
    await #expect(throws: CancellationError.self) { try await leaving.value }
    // Their place in the line is free again.
    async let next: Void = turns.take {}
    await waitFor(turns, busy: 1, waiting: 1)
    work.end()
    try await held
    try await next
    #expect(await turns.state == (0, 0))
  }

  @Test func workThatFailsGivesItsTurnBack() async {
    struct Broken: Error {}
    let turns = Turns(most: 1, waiting: 0)
    for _ in 0..<3 {
      await #expect(throws: Broken.self) { try await turns.take { throw Broken() } }
    }
    #expect(await turns.state == (0, 0))
  }
}
