import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What concerns a member is told to them, once, and to nobody else.
@Suite struct TellingTests {
  @Test func whatIsHandedToSomebodyConcernsThemAlone() async throws {
    let desk = try await TellingDesk()
    let conversation = try await desk.hand("q", word: "You know brakes.")
    let told = try await desk.desk.told(PageRequest(), for: desk.test.bruno)
    #expect(told.unseen == 1)
    #expect(told.items.first?.telling.conversation == conversation)
    #expect(told.items.first?.telling.kind == .handedOver)
    #expect(told.items.first?.by?.id == desk.test.alicia.member)
    #expect(told.items.first?.word == "You know brakes.")
    for viewer in [desk.test.lead, desk.test.alicia, desk.test.carla, desk.test.observer] {
      #expect(try await desk.open(viewer).isEmpty)
    }
    // Looking again finds nothing new.
    try await desk.find()
    #expect(try await desk.open(desk.test.bruno).count == 1)
  }

  @Test func whoAnsweredSomebodyBeforeIsToldThatTheyWait() async throws {
    let desk = try await TellingDesk()
    _ = try await desk.meet()
    #expect(try await desk.open(desk.test.bruno).isEmpty)
    let second = try await desk.test.says("A new question.", id: "again", by: "ana")
    try await desk.find()
    #expect(try await desk.kinds(desk.test.bruno) == [.knownWaits])
    #expect(try await desk.open(desk.test.bruno).first?.conversation == second)
    #expect(try await desk.open(desk.test.carla).isEmpty)
  }

  @Test func whatCameBackIsToldToWhoSpokeAndOnlyAsThat() async throws {
    let desk = try await TellingDesk()
    let conversation = try await desk.meet()
    let ours = try await desk.test.store.read { tx in
      try tx.thread(conversation, for: desk.test.bruno).first { $0.post.direction == .ours }?.post
    }
    try await desk.test.says(
      "Thank you!", id: "back", by: "ana", parent: try #require(ours).remoteID)
    try await desk.find()
    #expect(try await desk.kinds(desk.test.bruno) == [.cameBack])
    // Whoever opens the conversation saw it.
    try await desk.desk.noteSeen(conversation, by: desk.test.bruno)
    #expect(try await desk.open(desk.test.bruno).isEmpty)
    #expect(try await desk.desk.told(PageRequest(), for: desk.test.bruno).items.count == 1)
  }

  @Test func theSameAgainBeforeItWasToldIsOneAndAfterwardsANewOne() async throws {
    let desk = try await TellingDesk()
    _ = try await desk.meet()
    try await desk.test.says("A question.", id: "one", by: "ana")
    try await desk.find()
    desk.test.pass(.minutes(2))
    try await desk.test.says("Are you there?", id: "two", by: "ana", parent: RemoteID("one"))
    try await desk.find()
    var open = try await desk.open(desk.test.bruno)
    #expect(open.map(\.times) == [2])
    let first = open.first?.id
    let told = try await desk.desk.told(PageRequest(), for: desk.test.bruno)
    try await desk.desk.noteShown(told.items, to: desk.test.bruno)
    desk.test.pass(.minutes(2))
    try await desk.test.says("Hello?", id: "three", by: "ana", parent: RemoteID("one"))
    try await desk.find()
    open = try await desk.open(desk.test.bruno)
    #expect(open.map(\.times) == [1])
    #expect(open.first?.id != first)
    #expect(open.first?.deskAt == nil)
  }

  @Test func whatIsNoLongerTrueIsDropped() async throws {
    let desk = try await TellingDesk()
    _ = try await desk.meet()
    let waits = try await desk.test.says("A question.", id: "one", by: "ana")
    let handed = try await desk.hand("h")
    #expect(Set(try await desk.kinds(desk.test.bruno)) == [.knownWaits, .handedOver])
    // Somebody else takes the first, and closes the other.
    try await desk.desk.claim(waits, by: desk.test.carla)
    try await desk.desk.close(handed, reason: .done, post: nil, by: desk.test.alicia)
    try await desk.find()
    #expect(try await desk.open(desk.test.bruno).isEmpty)
    #expect(try await desk.desk.told(PageRequest(), for: desk.test.bruno).items.isEmpty)
    // What was over before anybody looked is never told.
    let over = try await desk.test.says("Another.", id: "over", by: "ana")
    try await desk.desk.close(over, reason: .done, post: nil, by: desk.test.alicia)
    try await desk.find()
    #expect(try await desk.open(desk.test.bruno).isEmpty)
  }

  @Test func whatIsHandedOnConcernsTheNextOne() async throws {
    let desk = try await TellingDesk()
    let conversation = try await desk.hand("h")
    desk.test.pass(.seconds(1))
    try await desk.desk.handOver(
      conversation, to: desk.test.carla.member, word: "", by: desk.test.bruno)
    try await desk.find()
    #expect(try await desk.open(desk.test.bruno).isEmpty)
    #expect(try await desk.kinds(desk.test.carla) == [.handedOver])
  }

  @Test func aSpikeConcernsWhoFollowsItsTopicAndOneOfEverythingConcernsAll() async throws {
    let desk = try await TellingDesk()
    let test = desk.test
    let topic = try await desk.desk.saveTopic(nil, name: "Ovens", query: "oven", by: test.lead)
    func raise(_ topic: ID<Topic>?) async throws -> Spike {
      let spike = Spike(
        id: test.desk.newID(), topic: topic, beganAt: test.clock.now(), posts: 20, usual: 2,
        bound: 9)
      let happened = test.desk.event(.spikeRaised, subject: spike.id.value)
      try await test.store.write { tx in
        try tx.insert(spike)
        try tx.append(happened)
      }
      try await desk.find()
      return spike
    }
    var spike = try await raise(topic)
    // Lena made the topic; nobody else said that they follow it.
    #expect(try await desk.kinds(test.lead) == [.spike])
    #expect(try await desk.open(test.carla).isEmpty)
    try await desk.desk.save(
      TellingChoices(member: test.carla.member, topics: [topic]), by: test.carla)
    try await desk.desk.save(
      TellingChoices(member: test.lead.member, topics: []), by: test.lead)
    spike.closedAt = test.clock.now()
    let closed = spike
    let happened = test.desk.event(.spikeClosed, subject: spike.id.value)
    try await test.store.write { tx in
      try tx.update(closed)
      try tx.append(happened)
    }
    try await desk.find()
    #expect(try await desk.open(test.lead).isEmpty)
    _ = try await raise(topic)
    #expect(try await desk.kinds(test.carla) == [.spike])
    #expect(try await desk.open(test.lead).isEmpty)
    _ = try await raise(nil)
    #expect(try await desk.open(test.observer).map(\.about) == [0])
  }

  /// To be due the day after tomorrow, by Alicia.
  private static func promised(_ telling: TellingDesk) async throws -> ID<Conversation> {
    let test = telling.test
    let asked = try await test.says("Where is my order?", id: "a")
    let wall = Zone.utc(at: test.clock.now())
    let due = Zone("UTC").due(.day(wall.dayNumber + 2, minute: nil), from: test.clock.now())
    var request = ReplyRequest(conversation: asked, text: "I'll find out.", anyway: true)
    request.promises = [PromiseWish(words: "I'll find out", dueAt: due.at, isDay: due.isDay)]
    _ = try await test.desk.send(request, by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    return asked
  }

  private static func days(_ days: Int64, _ telling: TellingDesk) async throws {
    telling.test.pass(.days(days))
    try await telling.desk.tellPromises()
    try await telling.find()
  }

  @Test func aPromiseConcernsWhoMadeItWhenItsDayComesAndWhenItIsLate() async throws {
    let telling = try await TellingDesk()
    let test = telling.test
    let asked = try await Self.promised(telling)
    try await Self.days(1, telling)
    #expect(try await telling.kinds(test.alicia) == [])
    try await Self.days(1, telling)
    #expect(try await telling.kinds(test.alicia) == [.promiseDue])
    #expect(try await telling.kinds(test.bruno) == [])
    let item = try #require(
      try await telling.desk.told(PageRequest(), for: test.alicia).items.first)
    #expect(item.promise?.promise.words == "I'll find out")
    #expect(item.handle?.name == "Ana")
    // Whoever opened the conversation saw it; that it grew late is a thing of its own.
    try await telling.desk.noteSeen(asked, by: test.alicia)
    #expect(try await telling.kinds(test.alicia) == [])
    try await Self.days(1, telling)
    #expect(try await telling.kinds(test.alicia) == [.promiseLate])
    let promise = try #require(item.promise?.id)
    _ = try await telling.desk.fulfil(promise, by: test.bruno)
    try await telling.find()
    #expect(try await telling.kinds(test.alicia) == [])
    // A colleague takes that back and says that it was broken.
    _ = try await telling.desk.reopen(promise, by: test.bruno)
    _ = try await telling.desk.sayBroken(promise, by: test.bruno)
    try await telling.find()
    #expect(try await telling.kinds(test.alicia) == [.promiseBroken])
  }

  @Test func aPromiseOfSomebodyWhoLeftConcernsThoseWhoLead() async throws {
    let telling = try await TellingDesk()
    let test = telling.test
    _ = try await Self.promised(telling)
    try await telling.desk.leave(test.alicia.member, by: test.lead)
    try await Self.days(2, telling)
    #expect(try await telling.kinds(test.lead) == [.promiseDue])
    #expect(try await telling.kinds(test.bruno) == [])
  }

  @Test func aPrivatePromiseOfSomebodyWhoLeftConcernsThoseWhoSeeIt() async throws {
    let telling = try await TellingDesk()
    let test = telling.test
    try await test.desk.change(
      test.account, custom: .none, answerers: [test.alicia.member, test.bruno.member],
      by: test.lead)
    let asked = try await test.says("Where is my order?", id: "a", visibility: .private)
    var request = ReplyRequest(conversation: asked, text: "I'll find out.", anyway: true)
    request.promises = [
      PromiseWish(
        words: "I'll find out", dueAt: test.clock.now() + .days(2) + .hours(6), isDay: true)
    ]
    _ = try await test.desk.send(request, by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    try await telling.desk.leave(test.alicia.member, by: test.lead)
    try await Self.days(2, telling)
    // Lena leads and does not answer that account.
    #expect(try await telling.kinds(test.lead) == [])
    #expect(try await telling.kinds(test.bruno) == [.promiseDue])
    #expect(try await telling.kinds(test.carla) == [])
  }

  @Test func whatIsPrivateIsToldOnlyToThoseWhoMaySeeIt() async throws {
    let desk = try await TellingDesk()
    _ = try await desk.meet()
    let carla = desk.test.carla
    let met = try await desk.test.says("Hi", id: "c", by: "ana")
    _ = try await desk.test.write("Hi Ana.", in: met, by: carla)
    desk.test.pass(.seconds(11))
    try await Deliveries(desk.test).look()
    desk.test.pass(.minutes(1))
    try await desk.test.says("In private.", id: "p", by: "ana", visibility: .private)
    try await desk.find()
    // Bruno answers what is private, Carla does not.
    #expect(try await desk.kinds(desk.test.bruno) == [.knownWaits])
    #expect(try await desk.open(carla).isEmpty)
    #expect(try await desk.desk.told(PageRequest(), for: carla).unseen == 0)
  }

  @Test func markingIsForOnesOwnAlone() async throws {
    let desk = try await TellingDesk()
    try await desk.hand("h")
    let telling = try #require(try await desk.open(desk.test.bruno).first)
    try await desk.desk.markToldSeen(telling.id, by: desk.test.carla)
    #expect(try await desk.open(desk.test.bruno).count == 1)
    try await desk.desk.markToldSeen(telling.id, by: desk.test.bruno)
    #expect(try await desk.open(desk.test.bruno).isEmpty)
  }

  @Test func whoLeftIsToldNothing() async throws {
    let desk = try await TellingDesk()
    try await desk.choose(desk.test.bruno, mail: .soon)
    try await desk.hand("h")
    try await desk.desk.leave(desk.test.bruno.member, by: desk.test.lead)
    try await desk.find()
    let (left, choices) = try await desk.test.store.read { tx in
      (
        try tx.tellings(PageRequest(), for: desk.test.bruno).rows,
        try tx.tellingChoices(of: desk.test.bruno.member)
      )
    }
    #expect(left.isEmpty)
    #expect(choices?.mail == .never)
    desk.test.pass(.hours(2))
    try await desk.post()
    #expect(desk.test.mail.tried == 0)
  }

  /// Each event is looked at once: by machines that race, and by processes that are killed anywhere.
  @Test(arguments: TestDatabases.all())
  func eachHandOverIsToldOnceByMachinesThatRaceAndDie(_ place: TestDatabase) async throws {
    let seed: UInt64 = 61_000
    let randomness = SeededRandomness(seed: seed)
    try await place.fresh { database in
      let desk = try await TellingDesk(TestDesk(database: database))
      let test = desk.test
      let rounds = count(12, full: 200)
      for round in 0..<rounds {
        let conversation = try await test.says(
          "Which brake?", id: "r\(round)", by: "stranger\(round)")
        try await test.desk.handOver(
          conversation, to: test.bruno.member, word: "", by: test.alicia)
        let processes = (0..<3).map { _ in
          test.another(
            seed: randomness.number(), fuse: Fuse(steps: Int(randomness.number() % 6)))
        }
        await withDiscardingTaskGroup { group in
          // Whoever dies of its fuse leaves its work to the others.
          for process in processes { group.addTask { _ = try? await process.tellMembers() } }
        }
        test.pass(.milliseconds(Int64(randomness.number() % 50)))
      }
      try await desk.find()
      let all = try await test.store.read {
        try $0.tellings(PageRequest(limit: 200), for: test.bruno).rows
      }
      #expect(all.count == min(rounds, 200), "seed \(seed)")
      #expect(all.allSatisfy { $0.times == 1 }, "seed \(seed)")
      #expect(Set(all.map(\.about)).count == all.count, "seed \(seed)")
    }
  }
}
