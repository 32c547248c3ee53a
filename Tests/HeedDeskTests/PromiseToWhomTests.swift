import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

/// To whom something was promised, and when it is told.
@Suite struct PromiseToWhomTests {
  private func reply(
    _ test: TestDesk, _ text: String, in id: ID<Conversation>, to post: String,
    promises: [PromiseWish] = []
  ) async throws -> ID<Reply> {
    var request = ReplyRequest(
      conversation: id, inReplyTo: try await test.post(post).id, text: text, anyway: true)
    request.promises = promises
    let reply = try await test.desk.send(request, by: test.alicia).id
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    return reply
  }

  private func rows(_ test: TestDesk, _ id: ID<Conversation>) async throws -> [PromiseRow] {
    let viewer = test.lead
    return try await test.store.read { try $0.promises(in: id, for: viewer) }
  }

  private func times(_ kind: EventKind, _ test: TestDesk, _ id: ID<Conversation>) async throws
    -> Int
  { try await test.events(of: id).filter { $0 == kind }.count }

  @Test func whatSomebodyElseIsToldKeepsNothingAndTheirWordIsNotTheirs() async throws {
    let test = try await TestDesk()
    let id = try await test.askedBelowOurs()
    _ = try await reply(
      test, "I will find out.", in: id, to: "a", promises: [PromiseWish(words: "I will find out")])
    let row = try #require(try await rows(test, id).first)
    #expect(row.handle?.name == "Ana")
    test.pass(.minutes(1))
    let other = try await reply(test, "On Sunday, Ben.", in: id, to: "b")
    #expect(try await test.desk.keepers(of: [row], for: test.alicia)[row.id] == [])
    let refused = await problem {
      _ = try await test.desk.fulfil(row.id, with: other, by: test.alicia)
    }
    #expect(refused?.field == "reply")
    try await test.says("You never told me.", id: "c", by: "ben", parent: RemoteID("b"))
    let bens = try await test.post("c").id
    #expect(
      await problem { _ = try await test.desk.noteBroken(row.id, in: bens, by: test.alicia) }?.field
        == "post")
    let kept = try await reply(test, "From ten, Ana.", in: id, to: "a")
    #expect(
      try await test.desk.keepers(of: [row], for: test.alicia)[row.id]?.map(\.id) == [kept])
    test.pass(.minutes(1))
    try await test.says("You never told me.", id: "d", by: "ana", parent: RemoteID("a"))
    _ = try await test.desk.noteBroken(row.id, in: test.post("d").id, by: test.alicia)
    #expect(try await rows(test, id).first?.ending?.isTheirWord == true)
  }

  @Test func whoPromisesForTheSameDayIsToldShortlyBeforeItsHour() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Where is my order?", id: "a")
    let due = test.clock.now() + .hours(3)
    _ = try await reply(
      test, "I will find out.", in: id, to: "a",
      promises: [PromiseWish(words: "I will find out", dueAt: due)])
    try await test.desk.tellPromises()
    // They know, and it is due today.
    #expect(try await times(.promiseDue, test, id) == 0)
    #expect(try await rows(test, id).first?.state(at: test.clock.now()) == .dueToday)
    test.pass(.minutes(110))
    try await test.desk.tellPromises()
    #expect(try await times(.promiseDue, test, id) == 0)
    test.pass(.minutes(20))
    for _ in 0..<2 { try await test.desk.tellPromises() }
    #expect(try await times(.promiseDue, test, id) == 1)
    #expect(try await times(.promiseLate, test, id) == 0)
    test.pass(.hours(1))
    for _ in 0..<2 { try await test.desk.tellPromises() }
    #expect(try await times(.promiseDue, test, id) == 1)
    #expect(try await times(.promiseLate, test, id) == 1)
  }

  @Test func aDayThatWasNotedWronglyIsMendedByWhoPromised() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Where is my order?", id: "a")
    _ = try await reply(
      test, "I will find out.", in: id, to: "a",
      promises: [PromiseWish(words: "I will find out", dueAt: test.clock.now() + .hours(1))])
    test.pass(.hours(2))
    try await test.desk.tellPromises()
    let row = try #require(try await rows(test, id).first)
    #expect(row.state(at: test.clock.now()) == .late)
    let day = Zone("UTC").due(
      .day(Zone.utc(at: test.clock.now()).dayNumber + 2, minute: nil), from: test.clock.now())
    #expect(
      await problem {
        _ = try await test.desk.mendDue(row.id, to: day.at, isDay: true, by: test.bruno)
      }?.code == .forbidden)
    _ = try await test.desk.mendDue(row.id, to: day.at, isDay: true, by: test.alicia)
    let mended = try #require(try await rows(test, id).first)
    #expect(mended.promise.dueAt == day.at && mended.promise.isDay)
    #expect(mended.state(at: test.clock.now()) == .open)
    #expect(mended.promise.words == row.promise.words)
    #expect(try await times(.promiseRedated, test, id) == 1)
    // Its new day is told as any other.
    let told = try await times(.promiseDue, test, id)
    test.pass(.days(2))
    try await test.desk.tellPromises()
    #expect(try await times(.promiseDue, test, id) == told + 1)
  }

  @Test func anySentenceOfAReplyCanBeKept() {
    let text = "Dear Ana, we open at 9.30. Your bike? It hangs on the wall\nby Friday…  Yours, Lena"
    #expect(
      Desk.sentences(of: text) == [
        "Dear Ana, we open at 9.30.", "Your bike?", "It hangs on the wall", "by Friday…",
        "Yours, Lena",
      ])
    for sentence in Desk.sentences(of: text) { #expect(text.contains(sentence)) }
  }
}
