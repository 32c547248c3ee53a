import HeedModel
import HeedNetwork
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
