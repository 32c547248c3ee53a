import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization
import Testing

@testable import HeedDesk

/// Many small batches cost few flushes, and each has its own fate.
@Suite struct IntakeTests {
  /// A committer that waits for a test before each commit.
  private final class Committer: Sendable {
    struct Poison: Error {}
    let groups = Mutex<[[Int64]]>([])
    let gate = AsyncStream.makeStream(of: Void.self)

    @Sendable func commit(_ batches: [Batch]) async throws {
      for await _ in gate.stream { break }
      groups.withLock { $0.append(batches.map(\.source.id.value)) }
      if batches.contains(where: { $0.source.id.value < 0 }) { throw Poison() }
    }

    func open(_ times: Int = 1000) { for _ in 0..<times { gate.continuation.yield() } }
  }

  private static func batch(_ number: Int64, events: Int = 1) -> Batch {
    let now = Instant(seconds: 1_778_000_000)
    return Batch(
      source: Source(
        id: ID(number), network: FakeNetwork.name, kind: "tag", target: "", name: "",
        addedAt: now, nextAt: now),
      heard: Heard(events: (0..<events).map { .removed(RemoteID("\(number)-\($0)")) }))
  }

  @Test func whatArrivesDuringACommitSharesTheNext() async throws {
    let committer = Committer()
    let intake = Intake(committer.commit)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await intake.take(Self.batch(1)) }
      await intake.waitFor { $0.isBusy }
      for number in 2...20 {
        group.addTask { try await intake.take(Self.batch(Int64(number))) }
      }
      await intake.waitFor { $0.queued == 19 }
      committer.open()
      try await group.waitForAll()
    }
    let groups = committer.groups.withLock { $0 }
    #expect(groups.count == 2)
    #expect(groups[0] == [1])
    #expect(groups[1].sorted() == Array(2...20))
  }

  @Test func aTransactionHoldsAThousandEventsAtTheMost() async throws {
    let committer = Committer()
    let intake = Intake(committer.commit)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await intake.take(Self.batch(1)) }
      await intake.waitFor { $0.isBusy }
      for number in 2...6 {
        group.addTask { try await intake.take(Self.batch(Int64(number), events: 400)) }
      }
      await intake.waitFor { $0.queued == 5 }
      committer.open()
      try await group.waitForAll()
    }
    #expect(committer.groups.withLock { $0.map(\.count) } == [1, 2, 2, 1])
  }

  @Test func aBatchThatCannotBeTakenDoesNotSpoilItsNeighbours() async throws {
    let committer = Committer()
    let intake = Intake(committer.commit)
    let failed = await withTaskGroup(of: Int64?.self) { group in
      group.addTask {
        try? await intake.take(Self.batch(1))
        return nil
      }
      await intake.waitFor { $0.isBusy }
      for number in [2, -3, 4, 5] as [Int64] {
        group.addTask {
          do {
            try await intake.take(Self.batch(number))
            return nil
          } catch {
            return number
          }
        }
      }
      await intake.waitFor { $0.queued == 4 }
      committer.open()
      return await group.reduce(into: [Int64]()) { if let number = $1 { $0.append(number) } }
    }
    #expect(failed == [-3])
    #expect(
      Set(committer.groups.withLock { $0.filter { $0.count == 1 } }.flatMap(\.self)) == [
        1, 2, -3, 4, 5,
      ])
  }

  @Test func theSamePostTenTimesAtOnceIsOnePost() async throws {
    let place = try #require(TestDatabases.sqlite.last)
    try await place.fresh { database in
      let test = try await TestDesk(database: database)
      let intake = Intake { try await test.desk.takeIn($0) }
      let id = test.source
      let source = try #require(try await test.store.read { try $0.source(id) })
      let now = test.clock.now()
      for round in 0..<50 {
        let post = FakeNetwork.post("p\(round)", "Hello \(round)", at: now)
        try await withThrowingTaskGroup(of: Void.self) { group in
          for _ in 0..<10 {
            group.addTask {
              try await intake.take(Batch(source: source, heard: Heard(events: [.post(post)])))
            }
          }
          try await group.waitForAll()
        }
      }
      let viewer = test.lead
      var page = PageRequest(limit: 200)
      var heard = 0
      while true {
        let next = page
        let rows = try await test.store.read { try $0.heard(HeardFilter(), next, for: viewer) }
        heard += rows.rows.count
        guard let after = rows.next else { break }
        page.after = after
      }
      #expect(heard == 50)
      #expect(try await test.desk.figures(for: test.lead).waiting == 50)
    }
  }
}

extension Intake {
  /// Lets others run until something holds, without time passing.
  func waitFor(_ holds: @Sendable (isolated Intake) -> Bool) async {
    while !holds(self) { await Task.yield() }
  }
}
