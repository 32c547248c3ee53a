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

  /// A walk may bring thousands at once; nobody else is to wait for all of them.
  @Test func aLargeBatchIsTakenInPartsAndTheLastMovesTheCursor() async throws {
    let taken = Mutex<[[Batch]]>([])
    let intake = Intake { batches in taken.withLock { $0.append(batches) } }
    var large = Self.batch(1, events: 2_500)
    large.heard.cursor = "behind all"
    large.heard.next = .zero
    large.note = NoteMark(subscription: ID(1), digest: [1])
    try await intake.take(large)
    let parts = taken.withLock { $0.map { $0[0] } }
    #expect(parts.map(\.heard.events.count) == [1_000, 1_000, 500])
    #expect(parts.flatMap(\.heard.events) == large.heard.events)
    #expect(parts.map(\.movesCursor) == [false, false, true])
    #expect(parts.map(\.heard.cursor) == [nil, nil, "behind all"])
    #expect(parts.map { $0.note == nil } == [true, true, false])
  }

  @Test func whatWasReadStaysWithItsEvents() async throws {
    let test = try await TestDesk()
    let id = test.source
    let source = try #require(try await test.store.read { try $0.source(id) })
    let posts = (0..<25).map { number -> RemoteEvent in
      // One of five has a name that no record can keep.
      .post(
        FakeNetwork.post(
          number % 5 == 0 ? "" : "p\(number)", "Hello \(number)", at: test.clock.now()))
    }
    var batch = Batch(source: source, heard: Heard(events: posts, cursor: "end"))
    batch = test.desk.read(batch)
    let parts = batch.parts(of: 7)
    #expect(parts.map(\.heard.events.count) == [7, 7, 7, 4])
    for part in parts {
      let words = part.read?.map { event -> String in
        if case .post(let post) = event { post.remote.text.plain } else { "" }
      }
      let wanted = part.heard.events.filter(\.isKeepable).map { event -> String in
        if case .post(let post) = event { post.text.plain } else { "" }
      }
      #expect(words == wanted)
    }
    for part in parts { try await test.desk.takeIn([part]) }
    let after = try #require(try await test.store.read { try $0.source(id) })
    #expect(after.cursor == "end")
    #expect(after.heardAt == test.clock.now())
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
