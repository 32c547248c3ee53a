import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What somebody reads of our promises, mistakes and what they asked for, and that a wrong join tells them nothing.
@Suite struct TheirSideShownTests {
  @Test func theySeeWhatWePromisedWhatTheyAskedForAndWhatWeGotWrong() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    try await test.says("And mine?", id: "o", by: "otto")
    for talk in [id, try await test.post("o").conversation] {
      var request = ReplyRequest(conversation: talk, text: "I look on Friday.", anyway: true)
      request.promises = [PromiseWish(words: "I look on Friday")]
      _ = try await test.desk.send(request, by: test.alicia)
      test.pass(.seconds(11))
      try await Deliveries(test).settle()
    }
    try await test.says("No, on Friday you are closed.", id: "q2", parent: RemoteID("q"))
    test.pass(.minutes(1))
    _ = try await test.desk.gather(
      test.post("q").id, to: nil, title: "Faster repairs", kind: .wish, by: test.alicia)
    _ = try await test.desk.gather(
      test.post("o").id, to: nil, title: "Longer hours", kind: .wish, by: test.alicia)
    let viewer = test.lead
    let reply = try #require(
      try await test.store.read { try $0.replies(in: id, for: viewer) }.first)
    let answer: ID<Post> = try #require(reply.delivery.post)
    _ = try await test.desk.mark(
      MistakeReport(
        post: answer, words: "We are closed on Friday.", said: "Friday",
        noticedBy: .person(test.post("q2").id)), by: test.alicia)
    let theirs = try await test.desk.theirSide(test.visit(as: "ana"))
    #expect(theirs.promises.map(\.promise.words) == ["I look on Friday"])
    #expect(theirs.promises.map(\.promise.conversation) == [id])
    #expect(theirs.wishes.map(\.title) == ["Faster repairs"])
    #expect(theirs.mistakes.map(\.mistake.words) == ["We are closed on Friday."])
    let others = try await test.desk.theirSide(test.visit(as: "otto"))
    #expect(others.promises.count == 1)
    #expect(others.wishes.map(\.title) == ["Longer hours"])
    #expect(others.mistakes.isEmpty)
    // It stands beside a reason against whoever said it.
    let reason = "Told three people wrong hours."
    let voice = try await test.desk.voice(
      of: test.alicia.member, against: reason, for: test.lead)
    #expect(voice.mistakes.map(\.mistake.words) == ["We are closed on Friday."])
    #expect(
      try await test.desk.voice(of: test.bruno.member, against: reason, for: test.lead)
        .mistakes.isEmpty)
    // Without a reason nobody looks at what she said, not even she herself there.
    for viewer in [test.lead, test.alicia] {
      let bare = try await test.desk.voice(of: test.alicia.member, for: viewer)
      #expect(!bare.showsEvidence && bare.mistakes.isEmpty && bare.replies.isEmpty)
    }
    #expect(
      await problem {
        _ = try await test.desk.voice(of: test.alicia.member, against: "So.", for: test.lead)
      }?.code == .invalid)
  }

  @Test func theirWordThatAPromiseWasBrokenOutranksThatItWasKept() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    try await test.says("And mine?", id: "o", by: "otto")
    var request = ReplyRequest(conversation: id, text: "I look on Friday.", anyway: true)
    request.promises = [PromiseWish(words: "I look on Friday")]
    _ = try await test.desk.send(request, by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    let hers = try await test.visit(as: "ana")
    let promise = try #require(try await test.desk.theirSide(hers).promises.first)
    _ = try await test.desk.fulfil(promise.id, by: test.alicia)
    let his = try await test.visit(as: "otto")
    #expect(
      await problem { try await test.desk.theySay(broken: promise.id, his) }?.code == .notFound)
    for _ in 0..<2 { try await test.desk.theySay(broken: promise.id, hers) }
    let after = try #require(try await test.desk.theirSide(hers).promises.first)
    #expect(after.state(at: test.clock.now()) == .broken)
    let endings = try await test.store.read { try $0.endings(of: promise.id) }
    #expect(endings.map(\.kind) == [.kept, .broken])
    #expect(endings.map(\.member) == [test.alicia.member, nil])
    #expect(endings.map { $0.undoneAt == nil } == [false, true])
    // Members read it where they work.
    let seen = try await test.desk.conversation(id, for: test.bruno)
    #expect(seen.theirWords.map(\.kind) == [.broken])
    #expect(try await test.events(of: id).filter { $0 == .promiseBroken }.count == 1)
    // What they said themselves no member takes back.
    #expect(
      await problem { _ = try await test.desk.reopen(promise.id, by: test.bruno) }?.code
        == .conflict)
  }

  @Test func whatWasOnlyJoinedToThemIsNotTheirsToReadOrName() async throws {
    let test = try await TestDesk()
    try await test.says("Is my bicycle ready?", id: "q", by: "otto")
    test.pass(.minutes(1))
    try await test.says("And mine?", id: "a")
    let (one, other) = (
      try #require(try await test.post("q").author), try #require(try await test.post("a").author)
    )
    let join = HandleJoin(
      id: test.desk.newID(), one, other, evidence: JoinEvidence(.word),
      joinedBy: test.lead.member, joinedAt: test.clock.now())
    #expect(try await test.store.write { try $0.insert(join) })
    let visit = try await test.visit(as: "ana")
    let side = try await test.desk.theirSide(visit)
    #expect(side.person?.name == "Ana")
    #expect(side.hasUnproven)
    #expect(side.conversations.count == 1)
    try await test.desk.theyAreCalled("Ana Sousa", visit)
    let view = try await test.desk.person(
      test.personOf("q"), PageRequest(), for: test.alicia)
    #expect(view.person.name == "Ana Sousa")
    _ = try await test.desk.partHandles(join.id, by: test.alicia)
    let left = try await test.desk.person(
      test.personOf("q"), PageRequest(), for: test.alicia)
    #expect(left.person.name == "Otto")
  }
}

extension TestDesk {
  /// Somebody says their code, and their browser asks.
  func visit(as name: String) async throws -> Visit {
    let from = "192.0.2.7"
    let token = try await desk.beginProof(
      "@\(name)@fake.example", letter: LetterWords(subject: "Your link", text: "Open {link}"),
      language: "en", from: from)
    let open = try #require(try await desk.openProof(token: token))
    try await hear([
      .post(
        FakeNetwork.post(
          "proof-\(token.prefix(8))", "It is me: \(open.code)", by: name, at: clock.now(),
          visibility: .private))
    ])
    let opened = try #require(try await desk.checkProof(token: token, from: from))
    return try #require(try await desk.visit(token: opened))
  }
}
