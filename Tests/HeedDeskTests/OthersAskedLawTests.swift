import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Law 7 beside a conversation: who is seen by whom among those who asked alike, and what is kept of them.
@Suite struct OthersAskedLawTests {
  private let question = "Do you repair wooden rims on old racing bicycles?"
  private let like = "Can somebody repair the wooden rims of my racing bicycle?"

  private func others(_ test: TestDesk, _ id: ID<Conversation>, _ viewer: Viewer) async throws
    -> [ID<Conversation>]
  {
    try await test.desk.othersAsked(likeIn: id, limit: 5, perhaps: true, for: viewer).rows.map(
      \.conversation.id)
  }

  private func kept(_ test: TestDesk) async throws -> Int {
    try await test.desk.asked.current(
      test.store, test.desk.meanings, now: test.clock.now()
    ).count
  }

  /// Whoever opened the list first, nobody finds in it what is not theirs to see.
  @Test func whatOneMayReadIsNotShownToTheNext() async throws {
    let test = try await TestDesk()
    let secret = try await test.says(question, id: "a", by: "ana", visibility: .private)
    let open = try await test.says("Do you repair wooden rims?", id: "b", by: "bea")
    let asked = try await test.says(like, id: "c", by: "carl")
    let looks: [(Viewer, Set<ID<Conversation>>)] = [
      (test.alicia, [secret, open]), (test.carla, [open]), (test.observer, [open]),
      (test.alicia, [secret, open]),
    ]
    for (viewer, seen) in looks {
      #expect(try await Set(others(test, asked, viewer)) == seen)
    }
    // From a private conversation one finds what was asked in public, not the other way round.
    #expect(try await others(test, secret, test.alicia).contains(open))
  }

  @Test func privateWordsInTalkThatBeganInPublicStayPrivate() async throws {
    let test = try await TestDesk()
    try await test.says("Somebody about the shop", id: "a", by: "zoe", toUs: false)
    let mixed = try await test.says(
      question, id: "b", by: "ana", parent: RemoteID("a"), visibility: .private)
    let asked = try await test.says(like, id: "c", by: "carl")
    #expect(try await others(test, asked, test.carla).isEmpty)
    #expect(try await others(test, asked, test.observer).isEmpty)
    #expect(try await others(test, asked, test.alicia) == [mixed])
  }

  @Test func whoWishesNotToBeIndexedIsInNoList() async throws {
    let test = try await TestDesk()
    func post(_ id: String, _ words: String, optedOut: Bool) -> RemoteEvent {
      var post = FakeNetwork.post(id, words, by: "ana", at: test.clock.now(), toUs: true)
      post.author.optedOut = optedOut
      return .post(post)
    }
    try await test.hear([post("a", question, optedOut: true)])
    let asked = try await test.says(like, id: "b", by: "bea")
    #expect(try await others(test, asked, test.alicia).isEmpty)
    #expect(try await kept(test) == 1)
    // What they ask is answered as well as anybody's: for them others are found.
    let theirs = try await test.post("a").conversation
    #expect(try await others(test, theirs, test.alicia) == [asked])
  }

  @Test func whoWishesItLaterIsGoneFromTheListAtOnceAndFromTheIndexWithinTheHour() async throws {
    let test = try await TestDesk()
    try await test.says(question, id: "a", by: "ana")
    let asked = try await test.says(like, id: "b", by: "bea")
    #expect(try await others(test, asked, test.alicia).count == 1)
    var later = FakeNetwork.post(
      "c", "Thanks all the same.", by: "ana", at: test.clock.now(), toUs: true)
    later.author.optedOut = true
    try await test.hear([.post(later)])
    #expect(try await others(test, asked, test.alicia).isEmpty)
    test.pass(AskedBook.life)
    #expect(try await kept(test) == 1)
  }

  @Test func whatPeopleSayAboutUsIsInNoList() async throws {
    let test = try await TestDesk()
    try await test.says(question, id: "a", by: "ana", toUs: false)
    let asked = try await test.says(like, id: "b", by: "bea")
    #expect(try await others(test, asked, test.alicia).isEmpty)
    #expect(try await kept(test) == 1)
  }

  @Test func wordsWhoseTimeIsOverLeaveTheIndex() async throws {
    let test = try await TestDesk()
    try await test.says(question, id: "a", by: "ana")
    test.pass(.days(1094))
    let asked = try await test.says(like, id: "b", by: "bea")
    #expect(try await others(test, asked, test.alicia).count == 1)
    // Nobody asked anew since: what leaves does so because it was let go.
    test.pass(.days(1) - .seconds(1))
    _ = try await kept(test)
    test.pass(.seconds(1))
    try await test.desk.letWordsGo()
    #expect(try await kept(test) == 1)
    #expect(try await others(test, asked, test.alicia).isEmpty)
  }

  @Test func talkAboutUsThatGoesLeavesTheIndexAsItIs() async throws {
    let test = try await TestDesk()
    try await test.says("The shop was closed again.", id: "a", by: "ana", toUs: false)
    try await test.says(like, id: "b", by: "bea")
    let record = InterruptedRecord(test.store) {}
    let book = test.desk.asked
    let now = test.clock.now()
    func count() async throws -> Int {
      try await book.current(record, test.desk.meanings, now: now).count
    }
    #expect(try await count() == 1)
    let reads = record.reads
    await book.forget([try await test.post("a").id])
    #expect(try await count() == 1)
    // It only looked for what is new.
    #expect(record.reads == reads + 1)
    try await test.hear([.removed(RemoteID("b"))])
    #expect(try await count() == 0)
  }

  /// Nobody opened anything since, and no hour is over.
  @Test func whatItsAuthorTookAwayLeavesTheIndexAtOnce() async throws {
    let test = try await TestDesk()
    try await test.says(question, id: "a", by: "ana")
    try await test.says(like, id: "b", by: "bea")
    #expect(try await kept(test) == 2)
    try await test.hear([.removed(RemoteID("a"))])
    #expect(await test.desk.asked.count == 0)
    #expect(try await kept(test) == 1)
    // Whoever is gone from there has taken all of theirs with them.
    try await test.hear([.gone(RemoteID("bea"))])
    #expect(await test.desk.asked.count == 0)
    #expect(try await kept(test) == 0)
  }

  @Test func whatIsErasedWhileItReadsIsReadAgain() async throws {
    let test = try await TestDesk()
    try await test.says(question, id: "a", by: "ana")
    let post = try await test.post("a").id
    let book = AskedBook()
    let store = test.store
    let record = InterruptedRecord(store) {
      try? await store.write { try $0.blank([post], at: test.clock.now()) }
      await book.forget([post])
    }
    #expect(try await book.current(record, NoMeanings(), now: test.clock.now()).count == 0)
    #expect(record.reads > 1)
  }
}
