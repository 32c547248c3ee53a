import HeedModel
import HeedNetwork
import HeedReading
import HeedTesting
import Testing

@testable import HeedDesk

/// People correct what we read in their words, and what we gathered from them.
@Suite struct TheirCorrectionTests {
  private func reading(_ test: TestDesk, _ id: String) async throws -> Reading {
    try await test.post(id).reading
  }

  @Test func theirWordOnWhatAPostIsOutranksReadersAndMembers() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Great, it is broken again.", id: "q")
    let post = try await test.post("q").id
    try await test.desk.correctReading(
      of: post, language: "en", tone: .positive, kinds: [.praise], by: test.alicia)
    let visit = try await test.visit(as: "ana")
    for _ in 0..<3 {
      try await test.desk.theySay(
        of: post, language: "en", tone: .negative, kinds: [.complaint], visit)
    }
    let said = try await reading(test, "q")
    #expect(said.tone == .negative)
    #expect(said.kinds == [.complaint])
    #expect(said.isByThem)
    // What follows from it follows at once, and members read it where they work.
    #expect(try await test.conversation(id).reasons.contains(.complaint))
    let seen = try await test.desk.conversation(id, for: test.bruno)
    #expect(seen.theirWords.map(\.kind) == [.readWrongly])
    #expect(seen.theirWords.first?.reading == said)
    #expect(try await test.events(of: id).filter { $0 == .theySaidReading }.count == 1)
    #expect(
      try await test.desk.today(PageRequest(), for: test.bruno).theirWords.map(\.word.kind)
        == [.readWrongly])
    // Nobody writes over it.
    #expect(
      await problem {
        try await test.desk.correctReading(
          of: post, language: "en", tone: .positive, kinds: [.praise], by: test.alicia)
      }?.code == .conflict)
    try await test.desk.undoReading(of: post, by: test.alicia)
    #expect(try await reading(test, "q") == said)
    // They may say it better still.
    test.pass(.minutes(1))
    try await test.desk.theySay(of: post, language: nil, tone: .neutral, kinds: [], visit)
    #expect(try await reading(test, "q").tone == .neutral)
    let author = try #require(try await test.post("q").author)
    let words = try await test.store.read { try $0.theirWords(of: [author]) }
    #expect(words.map { $0.endedAt == nil } == [false, true])
  }

  /// A content warning that comes later changes none of the words that were read.
  @Test func theirWordStandsWhileTheirWordsDo() async throws {
    let test = try await TestDesk()
    var post = FakeNetwork.post("q", "Great, it is broken again.", at: test.clock.now())
    try await test.hear([.post(post)])
    let id = try await test.post("q").id
    let visit = try await test.visit(as: "ana")
    try await test.desk.theySay(
      of: id, language: "en", tone: .negative, kinds: [.complaint], visit)
    let said = try await reading(test, "q")
    test.pass(.minutes(5))
    post.warning = "bicycles"
    post.editedAt = test.clock.now()
    try await test.hear([.post(post)])
    #expect(try await test.post("q").warning == "bicycles")
    #expect(try await reading(test, "q") == said)
    // Other words are read anew.
    test.pass(.minutes(5))
    post.text = RichText(plain: "Thank you, it works.")
    post.editedAt = test.clock.now()
    try await test.hear([.post(post)])
    #expect(try await reading(test, "q").isByThem == false)
  }

  @Test func spamIsTheTeamsToTell() async throws {
    let test = try await TestDesk()
    try await test.says("Buy my watches.", id: "q")
    let post = try await test.post("q").id
    let visit = try await test.visit(as: "ana")
    try await test.desk.theySay(
      of: post, language: "en", tone: .positive, kinds: [.praise, .spam], visit)
    #expect(try await reading(test, "q").kinds == [.praise])
    test.pass(.minutes(1))
    try await test.desk.correctReading(
      of: post, language: "en", tone: nil, kinds: [.spam], by: test.alicia)
    #expect(try await reading(test, "q").kinds == [.spam])
    #expect(
      await problem {
        try await test.desk.theySay(of: post, language: "en", tone: nil, kinds: [.praise], visit)
      }?.code == .conflict)
    // Taken back, their word stands again.
    try await test.desk.undoReading(of: post, by: test.alicia)
    #expect(try await reading(test, "q").kinds == [.praise])
    #expect(try await reading(test, "q").isByThem)
  }

  @Test func noReaderLearnsFromWhatPeopleSayOfThemselves() async throws {
    let test = try await TestDesk()
    let desk = test.another(seed: 3, reader: TrainedReader())
    let odd = "the gasket is proper gnarled mate"
    try await test.says(odd, id: "q")
    let post = try await test.post("q")
    func read() -> Reading { desk.reasons(of: post).reading }
    let untaught = read()
    try await desk.correctReading(
      of: post.id, language: "en", tone: .positive, kinds: [.praise], by: test.bruno)
    #expect(read() != untaught)
    // What a member taught goes where their word takes its place.
    let visit = try await test.visit(as: "ana")
    try await desk.theySay(of: post.id, language: "en", tone: .negative, kinds: [.wish], visit)
    #expect(read() == untaught)
    #expect(try await desk.readingQuality().posts == 0)
  }

  @Test func whoChangesTheWordsIsReadAnew() async throws {
    let test = try await TestDesk()
    try await test.says("Great, it is broken.", id: "q")
    let visit = try await test.visit(as: "ana")
    try await test.desk.theySay(
      of: test.post("q").id, language: "en", tone: .negative, kinds: [.complaint], visit)
    test.pass(.minutes(1))
    var edited = FakeNetwork.post("q", "It works, thank you.", at: test.clock.now() - .minutes(1))
    edited.editedAt = test.clock.now()
    try await test.hear([.post(edited)])
    #expect(try await !reading(test, "q").isByThem)
    // A member may correct that again.
    try await test.desk.correctReading(
      of: test.post("q").id, language: "en", tone: .positive, kinds: [.thanks], by: test.alicia)
    #expect(try await reading(test, "q").isByMember)
  }

  @Test func othersWordsAreNotTheirsToCorrect() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    try await test.says("And mine?", id: "o", by: "otto")
    _ = try await test.write("It is.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let viewer = test.lead
    let ours = try await test.store.read { tx in
      try tx.replies(in: id, for: viewer).compactMap(\.delivery.post)
    }
    let visit = try await test.visit(as: "ana")
    let before = try await reading(test, "o")
    for post in try await [test.post("o").id, ID(1)] + ours {
      #expect(
        await problem {
          try await test.desk.theySay(of: post, language: "en", tone: nil, kinds: [], visit)
        }?.code == .notFound)
    }
    #expect(try await reading(test, "o") == before)
    for tag in ["", "e", "en us", "en-", "<b>", String(repeating: "a", count: 40)] {
      #expect(
        await problem {
          try await test.desk.theySay(
            of: test.post("q").id, language: tag, tone: nil, kinds: [], visit)
        }?.code == .invalid, "\(tag)")
    }
  }

  @Test func whoDidNotAskIsCountedNoMore() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    test.pass(.minutes(1))
    try await test.says("The bell is fine.", id: "q2", parent: RemoteID("q"))
    try await test.says("A bell, please", id: "o", by: "otto")
    let wish = try await test.desk.gather(
      test.post("q").id, to: nil, title: "Louder bells", kind: .wish, by: test.alicia)
    let near = try await test.desk.gather(
      test.post("q2").id, to: nil, title: "Bells", kind: .wish, by: test.alicia)
    _ = try await test.desk.gather(
      test.post("o").id, to: wish, title: "", kind: .wish, by: test.alicia)
    try await test.desk.joinWish(near, into: wish, by: test.alicia)
    func people() async throws -> Int {
      try await test.desk.wish(wish, PageRequest(), for: test.bruno).row.people
    }
    #expect(try await people() == 2)
    let visit = try await test.visit(as: "ana")
    #expect(try await test.desk.theirSide(visit).wishes.map(\.id) == [wish])
    test.pass(.minutes(1))
    for _ in 0..<3 { try await test.desk.theySay(notAsked: wish, visit) }
    #expect(try await people() == 1)
    #expect(try await test.desk.theirSide(visit).wishes.isEmpty)
    // Members read it in the history of the wish and of the conversation.
    let view = try await test.desk.wish(wish, PageRequest(), for: test.bruno)
    #expect(view.denials.map(\.handle?.name) == ["Ana"])
    #expect(view.denials.map(\.word.conversation) == [id])
    let seen = try await test.desk.conversation(id, for: test.bruno)
    #expect(seen.theirWords.map(\.kind) == [.notAsked, .notAsked])
    #expect(seen.wishes.isEmpty)
    #expect(try await test.events(of: id).filter { $0 == .theySaidNotAsked }.count == 2)
    // What they said before is not gathered to it again, nor to what counts with it.
    for target in [wish, near] {
      #expect(
        await problem {
          try await test.desk.gather(
            test.post("q").id, to: target, title: "", kind: .wish, by: test.bruno)
        }?.code == .conflict)
    }
    // What they say later is.
    test.pass(.minutes(1))
    try await test.says("Now I want a louder bell.", id: "q3", parent: RemoteID("q"))
    _ = try await test.desk.gather(
      test.post("q3").id, to: wish, title: "", kind: .wish, by: test.bruno)
    #expect(try await people() == 2)
    // Who was never counted cannot take anything out.
    let other = try await test.visit(as: "mallory")
    #expect(
      await problem { try await test.desk.theySay(notAsked: wish, other) }?.code == .notFound)
    #expect(try await people() == 2)
  }

  @Test func anErasureTakesWhatTheySaidOfTheirPosts() async throws {
    let test = try await TestDesk()
    try await test.says("Great, it is broken.", id: "q")
    let post = try await test.post("q")
    let visit = try await test.visit(as: "ana")
    try await test.desk.theySay(
      of: post.id, language: "en", tone: .negative, kinds: [.complaint], visit)
    try await test.desk.forgetThem(visit)
    let author = try #require(post.author)
    let words = try await test.store.read { try $0.theirWords(of: [author]) }
    #expect(words.map(\.kind) == [.readWrongly])
    #expect(words.allSatisfy { $0.reading == nil })
  }
}
