import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct PromiseKeepingTests {
  private func send(
    _ test: TestDesk, _ text: String, in id: ID<Conversation>, promises: [PromiseWish] = [],
    keeps: [ID<Promise>] = []
  ) async throws -> ID<Reply> {
    var request = ReplyRequest(conversation: id, text: text, anyway: true)
    request.promises = promises
    request.keeps = keeps
    return try await test.desk.send(request, by: test.alicia).id
  }

  private func delivered(_ test: TestDesk) async throws {
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
  }

  private func rows(_ test: TestDesk, _ id: ID<Conversation>) async throws -> [PromiseRow] {
    let viewer = test.lead
    return try await test.store.read { try $0.promises(in: id, for: viewer) }
  }

  @Test func whatIsOfferedIsKeptWithTheReplyAndBeginsWithItsDelivery() async throws {
    let test = try await TestDesk()
    let asked = try await test.says("Where is my order?", id: "a")
    let text = "I'll find out by tomorrow."
    let offered = test.desk.offeredPromises(in: text, language: "en", zone: Zone("Europe/Berlin"))
    #expect(offered.map(\.dueWords) == ["by tomorrow"])
    let wish = PromiseWish(
      words: offered[0].words, dueAt: offered[0].dueAt, isDay: offered[0].isDay)
    _ = try await send(test, text, in: asked, promises: [wish])
    #expect(try await rows(test, asked).map(\.promise.beganAt) == [nil])
    #expect(try await test.desk.promises(nil, PageRequest(), for: test.alicia).own.rows.isEmpty)
    try await delivered(test)
    let row = try #require(try await rows(test, asked).first)
    #expect(row.promise.beganAt != nil && row.promise.words == "I'll find out by tomorrow")
    #expect(row.state(at: test.clock.now()) == .open)
    #expect(
      try await test.desk.promises(nil, PageRequest(), for: test.bruno).others.rows.map(\.id)
        == [row.id])
    #expect(try await test.events(of: asked).contains(.promiseMade))
  }

  @Test func aReplyThatIsTakenBackPromisesNothing() async throws {
    let test = try await TestDesk()
    let asked = try await test.says("Where is my order?", id: "a")
    let reply = try await send(
      test, "I'll find out.", in: asked, promises: [PromiseWish(words: "I'll find out")])
    try await test.desk.takeBack(reply, by: test.alicia)
    #expect(try await rows(test, asked).isEmpty)
  }

  @Test func noPromiseIsPutIntoAnybodysMouth() async throws {
    let test = try await TestDesk()
    let asked = try await test.says("Where is my order?", id: "a")
    let refused = await problem {
      _ = try await send(
        test, "Hello.", in: asked, promises: [PromiseWish(words: "I'll pay for everything")])
    }
    #expect(refused?.code == .invalid)
    let draft = try await test.store.read { try $0.draft(of: asked, by: test.alicia.member) }
    #expect(draft?.text == "Hello.")
  }

  @Test func theReplyThatKeptItShowsThatItIsKept() async throws {
    let test = try await TestDesk()
    let asked = try await test.says("Where is my order?", id: "a")
    let due = test.clock.now() + .hours(30)
    _ = try await send(
      test, "I'll find out.", in: asked,
      promises: [PromiseWish(words: "I'll find out", dueAt: due)])
    try await delivered(test)
    let promise = try #require(try await rows(test, asked).first).id
    let keeping = try await send(test, "It left yesterday.", in: asked, keeps: [promise])
    #expect(try await rows(test, asked).first?.ending == nil)
    try await delivered(test)
    let row = try #require(try await rows(test, asked).first)
    #expect(row.ending?.reply == keeping && row.ending?.kind == .kept)
    #expect(row.state(at: test.clock.now()) == .kept)
    #expect(row.endingPost == (try await test.reply(keeping).delivery.post))
    // Their word outranks ours.
    try await test.says("No, you did not tell me.", id: "b", parent: RemoteID("a"))
    let post = try await test.post("b").id
    _ = try await test.desk.noteBroken(promise, in: post, by: test.bruno)
    let broken = try #require(try await rows(test, asked).first)
    #expect(broken.state(at: test.clock.now()) == .broken)
    #expect(broken.ending?.member == nil && broken.ending?.post == post)
    _ = try await test.desk.reopen(promise, by: test.bruno)
    #expect(try await rows(test, asked).first?.ending == nil)
    #expect(try await test.store.read { try $0.endings(of: promise) }.count == 2)
  }

  @Test(arguments: [PromiseEnding.Kind.kept, .broken, .takenBack])
  func theirWordInAPostOutranksWhateverWeSayOfItsEnd(ours: PromiseEnding.Kind) async throws {
    let test = try await TestDesk()
    let asked = try await test.says("Where is my order?", id: "a")
    _ = try await send(
      test, "I'll find out.", in: asked, promises: [PromiseWish(words: "I'll find out")])
    try await delivered(test)
    let promise = try #require(try await rows(test, asked).first).id
    switch ours {
    case .kept: _ = try await test.desk.fulfil(promise, by: test.alicia)
    case .broken: _ = try await test.desk.sayBroken(promise, by: test.alicia)
    case .takenBack: _ = try await test.desk.withdraw(promise, by: test.alicia)
    }
    try await test.says("You broke your word.", id: "b", parent: RemoteID("a"))
    let post = try await test.post("b").id
    for _ in 0..<2 { _ = try await test.desk.noteBroken(promise, in: post, by: test.bruno) }
    let row = try #require(try await rows(test, asked).first)
    #expect(row.ending?.isTheirWord == true)
    #expect(row.ending?.post == post)
    let endings = try await test.store.read { try $0.endings(of: promise) }
    #expect(endings.map(\.kind) == [ours, .broken])
    // No word of ours takes its place.
    #expect(
      await problem { _ = try await test.desk.fulfil(promise, by: test.alicia) }?.code == .conflict)
    // Noted by a member, it may have been noted wrongly.
    _ = try await test.desk.reopen(promise, by: test.bruno)
    #expect(try await rows(test, asked).first?.ending == nil)
  }

  @Test func ourOwnWordsAreNotTheirsToSay() async throws {
    let test = try await TestDesk()
    let asked = try await test.says("Where is my order?", id: "a")
    _ = try await send(
      test, "I'll find out.", in: asked, promises: [PromiseWish(words: "I'll find out")])
    try await delivered(test)
    let row = try #require(try await rows(test, asked).first)
    let ours = try #require(row.post)
    #expect(
      await problem { _ = try await test.desk.noteBroken(row.id, in: ours, by: test.bruno) }?.field
        == "post")
  }

  @Test func whoMadeItIsToldWhenItsDayComesAndWhenItIsLate() async throws {
    let test = try await TestDesk()
    let asked = try await test.says("Where is my order?", id: "a")
    let wall = Zone.utc(at: test.clock.now())
    let due = Zone("UTC").due(.day(wall.dayNumber + 2, minute: nil), from: test.clock.now())
    _ = try await send(
      test, "I'll find out.", in: asked,
      promises: [PromiseWish(words: "I'll find out", dueAt: due.at, isDay: due.isDay)])
    try await delivered(test)
    try await test.desk.tellPromises()
    #expect(try await !test.events(of: asked).contains(.promiseDue))
    test.pass(.hours(48))
    try await test.desk.tellPromises()
    try await test.desk.tellPromises()
    #expect(try await test.events(of: asked).filter { $0 == .promiseDue }.count == 1)
    #expect(try await test.desk.today(PageRequest(), for: test.alicia).promises.count == 1)
    #expect(try await test.desk.today(PageRequest(), for: test.bruno).promises.isEmpty)
    #expect(try await test.desk.figures(for: test.alicia).promisesDue == 1)
    #expect(try await test.desk.figures(for: test.bruno).promisesDue == 0)
    test.pass(.hours(24))
    try await test.desk.tellPromises()
    try await test.desk.tellPromises()
    #expect(try await test.events(of: asked).filter { $0 == .promiseLate }.count == 1)
    #expect(try await rows(test, asked).first?.state(at: test.clock.now()) == .late)
    #expect(try await test.desk.figures(for: test.alicia).promisesDue == 1)
  }

  @Test func somebodyWithAPromiseThatIsDueComesTwoHoursEarlier() async throws {
    let test = try await TestDesk()
    let asked = try await test.says("Where is my order?", id: "a")
    _ = try await send(
      test, "I'll find out.", in: asked,
      promises: [PromiseWish(words: "I'll find out", dueAt: test.clock.now() + .minutes(5))])
    try await delivered(test)
    test.pass(.minutes(1))
    try await test.says("And?", id: "b", parent: RemoteID("a"))
    let waiting = try await test.conversation(asked)
    #expect(waiting.reasons == [.promiseDue])
    let since = try #require(waiting.waitingSince)
    #expect(waiting.rank == since.milliseconds - 120 * 60_000)
    let promise = try #require(try await rows(test, asked).first).id
    _ = try await test.desk.fulfil(promise, by: test.alicia)
    #expect(try await test.conversation(asked).reasons.isEmpty)
    #expect(try await test.conversation(asked).rank == since.milliseconds)
  }

  @Test func observersAndThoseWhoMayNotSeeItChangeNothing() async throws {
    let test = try await TestDesk()
    let asked = try await test.says("Where is my order?", id: "a", visibility: .private)
    _ = try await send(
      test, "I'll find out.", in: asked, promises: [PromiseWish(words: "I'll find out")])
    try await delivered(test)
    let viewer = test.alicia
    let promise = try #require(
      try await test.store.read { try $0.promises(in: asked, for: viewer) }.first
    ).id
    #expect(
      await problem { _ = try await test.desk.fulfil(promise, by: test.observer) }?.code
        == .forbidden)
    #expect(
      await problem { _ = try await test.desk.fulfil(promise, by: test.carla) }?.code == .notFound)
    #expect(try await test.store.read { try $0.endings(of: promise) }.isEmpty)
  }

  @Test func daysEndByTheClockOnTheWriters() {
    let zone = Zone("Europe/Berlin")
    // On 29 March 2026 the clock goes from 2 to 3, on 25 October from 3 to 2.
    let spring = WallTime.dayNumber(year: 2026, month: 3, day: 29) ?? 0
    let autumn = WallTime.dayNumber(year: 2026, month: 10, day: 25) ?? 0
    for day in [spring, autumn, spring + 1, autumn - 1] {
      for minute in [0, 60, 240, 720, 1439] {
        let wall = zone.wall(at: zone.instant(day: day, minute: minute))
        #expect(wall.dayNumber == day && wall.hour * 60 + wall.minute == minute)
      }
      let length = zone.instant(day: day, minute: 1440) - zone.instant(day: day, minute: 0)
      #expect(length == .hours(day == spring ? 23 : day == autumn ? 25 : 24))
    }
    #expect(zone.wall(at: zone.instant(day: spring, minute: 150)).clock == "03:30")
    let now = zone.instant(day: spring, minute: 90)
    #expect(zone.due(.after(minutes: 60), from: now).at == now + .hours(1))
  }

  /// What we said meanwhile keeps nothing by itself.
  @Test func itIsKeptByTheReplyThatIsChosenOrElsewhereAndThenNow() async throws {
    let test = try await TestDesk()
    let asked = try await test.says("Where is my order?", id: "a")
    let due = test.clock.now() + .hours(2)
    let made = try await send(
      test, "I'll find out.", in: asked,
      promises: [PromiseWish(words: "I'll find out", dueAt: due)])
    try await delivered(test)
    test.pass(.hours(1))
    try await test.says("And?", id: "b", parent: RemoteID("a"))
    let looking = try await send(test, "Still looking.", in: asked)
    try await delivered(test)
    test.pass(.hours(5))
    let row = try #require(try await rows(test, asked).first)
    let keepers = try await test.desk.keepers(of: [row], for: test.alicia)
    #expect(keepers[row.id]?.map(\.id) == [looking])
    #expect(
      await problem { _ = try await test.desk.fulfil(row.id, with: made, by: test.alicia) }?.field
        == "reply")
    _ = try await test.desk.fulfil(row.id, by: test.alicia)
    #expect(try await rows(test, asked).first?.state(at: test.clock.now()) == .keptLate)
    _ = try await test.desk.reopen(row.id, by: test.alicia)
    _ = try await test.desk.fulfil(row.id, with: looking, by: test.alicia)
    let kept = try await rows(test, asked).first
    #expect(kept?.state(at: test.clock.now()) == .kept)
    #expect(kept?.ending?.reply == looking)
  }
}
