import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Several people in one thread: nobody is lost because somebody else was answered.
@Suite struct ManyPeopleTests {
  @Test func whoAskedBesideTheOneThatWasAnsweredStillWaits() async throws {
    let test = try await TestDesk()
    let id = try await test.askedBelowOurs()
    let line = { try await test.desk.today(PageRequest(), for: test.alicia).waiting.rows }
    #expect(try await line().map(\.handle?.name) == ["Ana"])
    // Nothing chosen: who waits longest is answered.
    let reply = try await test.desk.send(
      .init(conversation: id, text: "From ten."), by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    #expect(try await test.reply(reply.id).inReplyTo == test.post("a").id)

    let waiting = try #require(try await line().first)
    #expect(waiting.handle?.name == "Ben")
    #expect(waiting.post?.text.plain == "With repairs?")
    #expect(waiting.conversation.waitingSince == (try await test.post("b").publishedAt))
    let open = try await test.desk.conversation(id, for: test.alicia)
    #expect(open.speaker == (try await test.post("b").author))
    #expect(open.person?.name == "Ben")

    _ = try await test.desk.send(
      .init(conversation: id, text: "Those too.", seen: reply.id), by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    #expect(try await line().isEmpty)
    #expect(try await test.conversation(id).state == .answered)
  }

  @Test func closingClosesForAll() async throws {
    let test = try await TestDesk()
    let id = try await test.askedBelowOurs()
    try await test.desk.close(id, reason: .done, post: nil, by: test.alicia)
    #expect(try await test.conversation(id).state == .done)
    test.pass(.minutes(1))
    try await test.says("Anybody?", id: "c", by: "ben", parent: RemoteID("b"))
    #expect(try await test.conversation(id).waitingPost == (try await test.post("c").id))
  }

  @Test func aPromiseIsMadeToWhomTheReplyAnswers() async throws {
    let test = try await TestDesk()
    let id = try await test.askedBelowOurs()
    var request = ReplyRequest(
      conversation: id, inReplyTo: try await test.post("b").id, text: "We tell you by Friday.",
      anyway: true)
    request.promises = [PromiseWish(words: "We tell you by Friday")]
    _ = try await test.desk.send(request, by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let made = try await test.store.read {
      try $0.promises(.own, PageRequest(), for: test.alicia).rows
    }
    #expect(made.map(\.handle?.name) == ["Ben"])
    let (ana, ben) = (try await test.post("a").author, try await test.post("b").author)
    let to = { (handle: ID<Handle>?) in
      try await test.store.read { try $0.promises(madeTo: [handle].compactMap { $0 }) }.count
    }
    #expect(try await to(ana) == 0)
    #expect(try await to(ben) == 1)
    let promised = try await test.desk.people(
      "", in: .promised, PageRequest(), for: test.alicia)
    #expect(promised.rows.map(\.person.name) == ["Ben"])
  }

  @Test func whoOnlyJoinedInHasAPageASideAndTheirWords() async throws {
    let test = try await TestDesk()
    let id = try await test.askedBelowOurs()
    let reply = try await test.desk.send(
      .init(
        conversation: id, inReplyTo: try await test.post("b").id, text: "Repairs too.",
        anyway: true), by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let view = try await test.desk.person(test.personOf("b"), PageRequest(), for: test.bruno)
    #expect(view.inOthersTalk.map(\.post.text.plain) == ["With repairs?"])
    #expect(view.facts.spoke == 1 && view.facts.answered == 1)
    #expect(view.facts.answeredBy == test.alicia.member)
    let asker = try await test.desk.person(test.personOf("a"), PageRequest(), for: test.bruno)
    #expect(asker.inOthersTalk.isEmpty)

    // On their own side they read what they said and what was said to them, and nothing of the others.
    let side = try await test.desk.theirSide(try await test.visit(as: "ben"))
    let talk = try #require(side.conversations.first)
    #expect(talk.isOthers)
    #expect(talk.posts.map(\.post.text.plain) == ["With repairs?", "Repairs too."])
    #expect(talk.posts.last?.member == test.alicia.member)
    #expect(side.aboutUs.isEmpty)
    #expect(talk.isTheirsToSay)
    #expect(try await test.reply(reply.id).delivery.status == .delivered)
  }
}
