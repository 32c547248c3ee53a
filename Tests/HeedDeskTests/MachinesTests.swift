import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import ServiceLifecycle
import Testing

@testable import HeedDesk

/// Several machines serve one record.
@Suite struct MachinesTests {
  private func hear(_ text: String, _ id: String, on desk: Desk, _ test: TestDesk) async throws {
    try await desk.hear(
      [
        .post(
          FakeNetwork.post(
            id, text, by: "otto", at: test.clock.now(), parent: nil, toUs: false,
            visibility: .public))
      ],
      from: test.source)
  }

  private func caught(_ topic: ID<Topic>, _ test: TestDesk) async throws -> Set<String> {
    let lead = test.lead
    return try await test.store.read { tx in
      Set(
        try tx.matches(of: topic, PageRequest(limit: 50), for: lead).rows
          .map(\.post.remoteID.rawValue))
    }
  }

  @Test(arguments: TestDatabases.all())
  func aTopicOfOneMachineCatchesWhatAnotherHears(_ place: TestDatabase) async throws {
    try await place.fresh { database in
      let test = try await TestDesk(database: database)
      let other = test.another(seed: 5)
      // The other one knows the topics as they were.
      try await hear("Nothing about bread.", "before", on: other, test)
      let topic = try await test.desk.saveTopic(nil, name: "Ovens", query: "oven", by: test.lead)
      try await hear("The oven is cold.", "first", on: other, test)
      #expect(try await caught(topic, test) == ["first"])
      // Changed on the other, heard on the first.
      _ = try await other.saveTopic(topic, name: "Rolls", query: "rolls", by: test.lead)
      try await hear("An oven again.", "second", on: test.desk, test)
      try await hear("Warm rolls!", "third", on: test.desk, test)
      #expect(try await caught(topic, test) == ["third"])
      try await test.desk.removeTopic(topic, by: test.lead)
      try await hear("More rolls.", "fourth", on: other, test)
      #expect(try await caught(topic, test) == [])
    }
  }

  @Test(arguments: TestDatabases.all())
  func whoWritesOnOneMachineIsSeenOnAnother(_ place: TestDatabase) async throws {
    try await place.fresh { database in
      let test = try await TestDesk(database: database)
      let conversation = try await test.says("Is the shop open?", id: "q")
      let (one, two) = (
        PresenceBoard(sharedBy: test.store), PresenceBoard(sharedBy: test.store)
      )
      let (alicia, bruno) = (test.alicia.member, test.bruno.member)
      var now = test.clock.now()
      #expect(try await one.mark(alicia, .looking, in: conversation, now: now))
      #expect(try await two.mark(bruno, .writing, in: conversation, now: now))
      #expect(
        try await two.others(in: conversation, than: bruno, now: now)
          == [.init(member: alicia, activity: .looking)])
      #expect(try await one.writing(now: now) == [conversation: bruno])
      // Who goes on being there is not told each time, and stays.
      for _ in 0..<10 {
        now = now + .seconds(5)
        #expect(try await two.mark(bruno, .writing, in: conversation, now: now) == false)
      }
      #expect(try await one.writing(now: now) == [conversation: bruno])
      #expect(try await two.others(in: conversation, than: bruno, now: now) == [])
      try await two.leave(bruno, conversation)
      #expect(try await one.writing(now: now) == [:])
      #expect(try await one.writing(now: now + .days(1)) == [:])
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: TestDatabases.postgres)
  func whoWritesOnAnotherMachineIsToldToOpenPages(_ place: TestDatabase) async throws {
    try await place.place { place in
      let (here, there) = (try await place.open(), try await place.open())
      let test = try await TestDesk(database: here, isOnlyProcess: false)
      try await Self.tellsOfPresence(test, pagesOf: test.another(seed: 5, on: there))
      try await here.close()
      try await there.close()
    }
  }

  @Test(.timeLimit(.minutes(1))) func whoWritesIsToldToOpenPages() async throws {
    let test = try await TestDesk()
    try await Self.tellsOfPresence(test, pagesOf: test.desk)
  }

  /// Marks on the test's own desk what pages of another one wait for.
  private static func tellsOfPresence(_ test: TestDesk, pagesOf desk: Desk) async throws {
    let open = try await test.says("Is the shop open?", id: "q")
    let secret = try await test.says("My number is ...", id: "s", visibility: .private)
    let live = LiveFeed(desk: desk)
    let group = ServiceGroup(
      services: [live], gracefulShutdownSignals: [], logger: TestDesk.quiet)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      // It has begun to follow once it sleeps until the next breath.
      await test.clock.waitForSleepers()
      // Carla answers nothing that is private; Bruno is not told of himself.
      let alicia = OpenPage(try await live.news(for: test.alicia))
      let brunos = OpenPage(try await live.news(for: test.bruno))
      let carla = OpenPage(try await live.news(for: test.carla))
      let now = test.clock.now()
      let marks = test.desk.presence
      let bruno = test.bruno.member
      func news(_ id: ID<Conversation>, _ writersChanged: Bool) -> [LiveNews.Attended] {
        [.init(conversation: id, writersChanged: writersChanged)]
      }
      try await marks.mark(bruno, .writing, in: secret, now: now)
      #expect(await alicia.told() == news(secret, true))
      try await marks.mark(bruno, .looking, in: open, now: now)
      #expect(await alicia.told() == news(open, false))
      #expect(await carla.told() == news(open, false))
      try await marks.mark(bruno, .writing, in: open, now: now)
      #expect(await carla.told() == news(open, true))
      #expect(await alicia.told() == news(open, true))
      try await marks.leave(bruno, secret)
      #expect(await alicia.told() == news(secret, true))
      // Who says nothing any more is no longer there: the next breath finds it out.
      test.pass(PresenceBoard.life + .seconds(1))
      #expect(await carla.told() == news(open, true))
      try await marks.mark(test.alicia.member, .writing, in: open, now: test.clock.now())
      #expect(await brunos.told() == news(open, true))
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }

  private final class OpenPage {
    private var news: AsyncStream<LiveNews>.Iterator

    init(_ news: AsyncStream<LiveNews>) { self.news = news.makeAsyncIterator() }

    /// The next news of who is where.
    func told() async -> [LiveNews.Attended] {
      while let news = await news.next() {
        if !news.attended.isEmpty { return news.attended }
      }
      return []
    }
  }

  @Test func aMachineSaysThatItIsThereAndThatItGoes() async throws {
    let test = try await TestDesk()
    let desk = test.desk
    let group = ServiceGroup(services: [Attendance(desk: desk)], logger: desk.logger)
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      let now = test.clock.now()
      while try await test.store.read({ try $0.machines(since: now) }).isEmpty {
        await Task.yield()
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
      #expect(try await test.store.read { try $0.machines(since: now) }.isEmpty)
    }
  }
}
