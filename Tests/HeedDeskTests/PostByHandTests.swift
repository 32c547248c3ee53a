import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// The hand-off: what a member posts on a network's own page goes on as if it had been sent from here.
@Suite struct PostByHandTests {
  private static let words =
    "Until six, and the *ringing* is free: https://shop.example/a/very/long/way"
  private static let page = "https://fake.example/p/h1"

  /// Somebody talks about us, and Alicia answers there by hand as `shopkeeper`.
  private static func talk(
    _ test: TestDesk, standing text: String = words, by author: String = "shopkeeper"
  ) async throws -> ID<Conversation> {
    let id = try await test.says("Is that shop any good?", id: "q", toUs: false)
    test.pass(.minutes(5))
    test.far.stand(
      FakeNetwork.post(
        "h1", text, by: author, at: test.clock.now(), parent: RemoteID("q"), toUs: false))
    return id
  }

  private static func request(
    _ id: ID<Conversation>, _ text: String = words, anyway: Bool = false
  ) -> ReplyRequest {
    ReplyRequest(conversation: id, text: text, anyway: anyway)
  }

  @Test func whatIsFoundThereIsDeliveredAndTheirAnswersComeBack() async throws {
    let test = try await TestDesk()
    let id = try await Self.talk(
      test, standing: "Until six, and the ringing is free: https://shop.example/a/ve…")
    let reply = try await test.desk.postedByHand(Self.request(id), at: Self.page, by: test.alicia)
    let kept = try await test.reply(reply.id)
    #expect(kept.delivery.status == .delivered)
    #expect(kept.delivery.byHand == .seen)
    #expect(kept.delivery.trouble == nil)
    let post = try await test.post("h1")
    #expect(post.direction == .ours)
    #expect(post.wordsUntil == nil, "our own words stay")
    #expect(post.parent == (try await test.post("q")).id)
    #expect(try await test.conversation(id).state == .answered)

    test.pass(.minutes(5))
    try await test.says("Thank you!", id: "t", parent: RemoteID("h1"), toUs: false)
    #expect(try await test.post("t").direction == .toUs)
    #expect(try await test.store.read { try $0.cameBackCount(to: test.alicia) } == 1)
    #expect(try await test.conversation(id).state == .waiting)
  }

  @Test func nothingIsSentAndNoAccountIsShown() async throws {
    let test = try await TestDesk()
    let id = try await Self.talk(test)
    _ = try await test.desk.postedByHand(Self.request(id), at: Self.page, by: test.alicia)
    #expect(test.far.tries == 0)
    #expect(try await test.store.read { try $0.accounts() }.map(\.id) == [test.account])
  }

  @Test func whatWasHeardBeforeItWasSaidTurnsOurs() async throws {
    let test = try await TestDesk()
    let id = try await Self.talk(test)
    try await test.says(
      Self.words, id: "h1", by: "shopkeeper", parent: RemoteID("q"), toUs: false)
    try await test.says("Good to know.", id: "t", parent: RemoteID("h1"), toUs: false)
    #expect(try await test.post("h1").direction != .ours)
    // Somebody else may have said the same: whose words they are is asked first.
    await #expect(throws: Problem.self) {
      try await test.desk.postedByHand(Self.request(id), at: Self.page, by: test.alicia)
    }
    #expect(try await test.post("h1").direction != .ours)
    _ = try await test.desk.postedByHand(
      Self.request(id, anyway: true), at: Self.page, by: test.alicia)
    #expect(try await test.post("h1").direction == .ours)
    #expect(try await test.post("t").direction == .toUs)
    #expect(try await test.store.read { try $0.cameBackCount(to: test.alicia) } == 1)
    let all = try await test.store.read {
      try $0.posts(FakeNetwork.name, remoteIDs: [RemoteID("h1")])
    }
    #expect(all.count == 1)
  }

  @Test func heardAfterwardsItIsNoSecondPost() async throws {
    let test = try await TestDesk()
    let id = try await Self.talk(test)
    _ = try await test.desk.postedByHand(Self.request(id), at: Self.page, by: test.alicia)
    try await test.says(
      Self.words, id: "h1", by: "shopkeeper", parent: RemoteID("q"), toUs: false)
    let viewer = test.alicia
    let thread = try await test.store.read { try $0.thread(id, for: viewer) }
    #expect(thread.count == 2)
    #expect(try await test.post("h1").direction == .ours)
  }

  @Test func otherWordsThereAreToldAndNotedOnlyIfTheMemberInsists() async throws {
    let test = try await TestDesk()
    let id = try await Self.talk(test, standing: "Something else.", by: "somebody")
    let told = await problem {
      _ = try await test.desk.postedByHand(Self.request(id), at: Self.page, by: test.alicia)
    }
    #expect(told?.field == "post")
    #expect(told?.text.english.contains("does not find your words") == true)
    let viewer = test.alicia
    #expect(
      try await test.store.read { try $0.draft(of: id, by: viewer.member) }?.text == Self.words)
    let reply = try await test.desk.postedByHand(
      Self.request(id, anyway: true), at: Self.page, by: test.alicia)
    let kept = try await test.reply(reply.id)
    #expect(kept.delivery.byHand == .said)
    #expect(kept.delivery.trouble?.english.contains("were not found") == true)
    // Who wrote the other words is not taken for one of us.
    let somebody = try await test.store.read {
      try $0.handles(FakeNetwork.name, remoteIDs: [RemoteID("somebody")]).first
    }
    #expect(somebody?.isOurs != true)
  }

  @Test func whereNobodyCanLookItIsNotedOnTheirWordAndSaysSo() async throws {
    let test = try await TestDesk()
    let id = try await Self.talk(test)
    test.far.sight = .away
    let reply = try await test.desk.postedByHand(Self.request(id), at: Self.page, by: test.alicia)
    let kept = try await test.reply(reply.id)
    #expect(kept.delivery.status == .delivered)
    #expect(kept.delivery.byHand == .said)
    #expect(kept.delivery.trouble?.english == "The far side is away.")
    // The place's own id was told by the address: their answer to it finds us.
    try await test.says("Thanks.", id: "t", parent: RemoteID("h1"), toUs: false)
    #expect(try await test.post("t").direction == .toUs)
  }

  @Test func aPageOfElsewhereIsReadForTheWords() async throws {
    let test = try await TestDesk()
    let id = try await Self.talk(test)
    let address = "https://blog.example/bells#comment-9"
    test.pages[address] = "Comments. Ana: good? — Alicia: until SIX, and the ringing, is free"
    let reply = try await test.desk.postedByHand(
      Self.request(id, "Until six, and the ringing is free."), at: address, by: test.alicia)
    #expect(try await test.reply(reply.id).delivery.byHand == .seen)
  }

  @Test(arguments: [
    "", "fake.example/p/h1", "javascript:alert(1)", "https://", "https:///x", "ht tp://x",
  ])
  func whatIsNoAddressIsRefused(_ address: String) async throws {
    let test = try await TestDesk()
    let id = try await Self.talk(test)
    let told = await problem {
      _ = try await test.desk.postedByHand(Self.request(id), at: address, by: test.alicia)
    }
    #expect(told?.field == "post")
  }

  @Test func thePostThatIsAnsweredIsNoAnswer() async throws {
    let test = try await TestDesk()
    let id = try await Self.talk(test)
    test.far.stand(FakeNetwork.post("q", Self.words, at: test.clock.now(), toUs: false))
    let told = await problem {
      _ = try await test.desk.postedByHand(
        Self.request(id), at: "https://fake.example/p/q", by: test.alicia)
    }
    #expect(told?.text.english.contains("of what you answer") == true)
  }

  @Test func wordsOfSomebodyWhoSpeaksWithUsAreNotTakenForOurs() async throws {
    let test = try await TestDesk()
    try await test.says("Hello, shop.", id: "p", by: "carlos")
    let id = try await Self.talk(test, by: "carlos")
    let told = await problem {
      _ = try await test.desk.postedByHand(Self.request(id), at: Self.page, by: test.alicia)
    }
    #expect(told?.text.english.contains("speaks with you here") == true)
  }

  @Test func theSameAnswerIsNotedOnce() async throws {
    let test = try await TestDesk()
    let id = try await Self.talk(test)
    _ = try await test.desk.postedByHand(Self.request(id), at: Self.page, by: test.alicia)
    let told = await problem {
      _ = try await test.desk.postedByHand(Self.request(id), at: Self.page, by: test.bruno)
    }
    #expect(told?.text.english.contains("noted already") == true)
  }

  @Test func anObserverNotesNothing() async throws {
    let test = try await TestDesk()
    let id = try await Self.talk(test)
    let told = await problem {
      _ = try await test.desk.postedByHand(Self.request(id), at: Self.page, by: test.observer)
    }
    #expect(told?.code == .forbidden)
  }

  @Test(arguments: [
    ("Hello there", "hello   THERE", true), ("Hello there", "Hello", false),
    ("Go: https://a.example/b", "go: https://a.exa…", true), ("🔔🔔", "🔔 🔔", false),
    ("3 bells", "33 bells", false),
  ])
  func wordsAreComparedAsPeopleReadThem(_ one: String, _ other: String, _ isSame: Bool) {
    #expect(SameWords(one).isSame(as: SameWords(other)) == isSame)
  }

  @Test func wordsStandInAPageOnlyOneAfterTheOther() {
    let page = SameWords("a b c d")
    #expect(SameWords("b c").stand(in: page))
    #expect(!SameWords("b d").stand(in: page))
    #expect(!SameWords("c d e").stand(in: page))
    #expect(!SameWords("https://only.example").stand(in: page))
  }
}
