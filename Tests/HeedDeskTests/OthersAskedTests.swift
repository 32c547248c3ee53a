import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct OthersAskedTests {
  private let question = "Do you repair wooden rims on old racing bicycles?"
  private let like = "Can somebody repair the wooden rims of my racing bicycle?"

  private func others(
    _ test: TestDesk, _ id: ID<Conversation>, _ viewer: Viewer? = nil, limit: Int = 3
  ) async throws -> OthersAsked {
    try await test.desk.othersAsked(likeIn: id, limit: limit, for: viewer ?? test.alicia)
  }

  @Test func whoAskedAlikeIsFoundAnsweredOrNot() async throws {
    let test = try await TestDesk()
    let waiting = try await test.says(question, id: "a", by: "ana")
    let answered = try await test.says(
      "Who repairs the wooden rims of a racing bicycle?", id: "b", by: "bea")
    _ = try await test.write("We do.", in: answered)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    try await test.says("When do you open on Sunday?", id: "c", by: "carl")
    let asked = try await test.says(like, id: "d", by: "dora")
    let found = try await others(test, asked)
    #expect(Set(found.rows.map(\.conversation.id)) == [waiting, answered])
    #expect(Set(found.rows.map(\.conversation.state)) == [.waiting, .answered])
    #expect(!found.hasMore && found.wishes.isEmpty)
    #expect(try await others(test, asked, limit: 1).hasMore)
  }

  /// What only may be alike is told of beside the conversation, and stands on the page of its own.
  @Test func whatMayBeAlikeIsShownToThoseWhoLookForIt() async throws {
    let test = try await TestDesk()
    let other = try await test.says("My parcel did not arrive", id: "a", by: "ana")
    let asked = try await test.says("Where is my delivery, please?", id: "b", by: "bea")
    let beside = try await others(test, asked)
    #expect(beside.rows.isEmpty && beside.hasMore)
    let all = try await test.desk.othersAsked(
      likeIn: asked, limit: 3, perhaps: true, for: test.alicia)
    #expect(all.rows.map(\.conversation.id) == [other] && !all.hasMore)
  }

  /// Of many in one thread it is who waits: what she asked elsewhere is her own, what the first one did is another's.
  @Test func inAThreadOfManyOthersAreSoughtForWhoWaits() async throws {
    let test = try await TestDesk()
    let byFirst = try await test.says(question, id: "a", by: "ana")
    try await test.says("Do you mend wooden rims of racing bicycles?", id: "b", by: "bea")
    let thread = try await test.says("When do you open on Sunday?", id: "c", by: "ana")
    _ = try await test.write("At ten.", in: thread)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    try await test.says(like, id: "d", by: "bea", parent: RemoteID("c"))
    let standing = try await test.conversation(thread)
    #expect(standing.waitingPost == (try await test.post("d")).id)
    #expect(standing.handle == (try await test.post("c")).author)
    let found = try await others(test, thread, limit: 5)
    #expect(found.rows.map(\.conversation.id) == [byFirst])
  }

  @Test func whatTheSamePersonAskedBeforeIsNotOthers() async throws {
    let test = try await TestDesk()
    try await test.says(question, id: "a", by: "ana")
    let again = try await test.says(like, id: "b", by: "ana")
    #expect(try await others(test, again).rows.isEmpty)
  }

  @Test func privateTalkIsShownToThoseWhoAnswerIt() async throws {
    let test = try await TestDesk()
    try await test.says(question, id: "a", by: "ana", visibility: .private)
    let asked = try await test.says(like, id: "b", by: "bea")
    #expect(try await others(test, asked).rows.count == 1)
    #expect(try await others(test, asked, test.carla).rows.isEmpty)
    #expect(try await others(test, asked, test.observer).rows.isEmpty)
  }

  @Test func whatWentIsFoundNoMoreAndWhatWasErasedIsForgotten() async throws {
    let test = try await TestDesk()
    try await test.says(question, id: "a", by: "ana")
    try await test.says("Who repairs the wooden rims of a racing bicycle?", id: "b", by: "bea")
    let asked = try await test.says(like, id: "c", by: "carl")
    #expect(try await others(test, asked).rows.count == 2)
    try await test.hear([.removed(RemoteID("a"))])
    #expect(try await others(test, asked).rows.count == 1)
    try await test.desk.erase(test.personOf("b"), by: test.lead)
    #expect(try await others(test, asked).rows.isEmpty)
    let index = try await test.desk.asked.current(
      test.store, test.desk.meanings, now: test.clock.now())
    #expect(index.count == 1)
  }

  @Test func whatWasGatheredFromThemIsNamed() async throws {
    let test = try await TestDesk()
    let first = try await test.says(question, id: "a", by: "ana")
    let asked = try await test.says(like, id: "b", by: "bea")
    let post = try await test.desk.record.read { try $0.thread(first, for: test.alicia)[0].id }
    let wish = try await test.desk.gather(
      post, to: nil, title: "Wooden rims", kind: .wish, by: test.alicia)
    #expect(try await others(test, asked).wishes.map(\.id) == [wish])
  }

  @Test func ofAConversationThatIsNotTheirsNothingIsTold() async throws {
    let test = try await TestDesk()
    let asked = try await test.says(question, id: "a", by: "ana", visibility: .private)
    await #expect(throws: Problem.self) { try await others(test, asked, test.observer) }
  }

  @Test func theIndexReachesFurtherBackEachTimeAndAddsWhatComes() async throws {
    let test = try await TestDesk()
    for number in 0..<5 {
      try await test.says("Rim number\(number)?", id: "q\(number)", by: "ana")
      test.pass(.seconds(60))
    }
    let book = AskedBook()
    func count() async throws -> Int {
      try await book.current(test.store, NoMeanings(), now: test.clock.now()).count
    }
    #expect(try await count() == 5)
    try await test.says("And the hub?", id: "more", by: "bruno")
    #expect(try await count() == 6)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { try await count() } }
      for try await found in group { #expect(found == 6) }
    }
    let few = AskedBook(most: 2, step: 2)
    let found = try await few.current(test.store, NoMeanings(), now: test.clock.now())
    #expect(found.count == 2)
    #expect(found.alike(["hub"], nil, limit: 1).first.map { found.places[$0.document].post } != nil)
  }
}

@Suite struct AskedIndexTests {
  private func place(_ number: Int64, _ account: ID<Account>? = nil) -> AskedIndex.Place {
    AskedIndex.Place(conversation: ID(number), post: ID(number), privateTo: account)
  }

  /// However many have a common word, what has most of the rare ones is first.
  @Test func amongManyTheBestByWordsIsFound() {
    var index = AskedIndex()
    for number in 1...2_000 {
      let number = Int64(number)
      index.add(
        ["please", "word\(number % 7)", "other\(number % 11)", number == 777 ? "rim" : "hub"],
        meaning: nil, at: place(number))
    }
    let found = index.alike(["please", "word0", "other7", "rim"], nil, limit: 3)
    #expect(found.first.map { index.places[$0.document].post } == ID(777))
    #expect(found.count == 3)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.likeness >= $1.likeness })
  }

  /// The same that a comparison with all would find.
  @Test func fewCandidatesFindWhatAllWould() throws {
    var dice = SplitMix64(seed: 3)
    var (index, all) = (AskedIndex(), AnsweredIndex())
    func meaning() -> Meaning? {
      Meaning(direction: (0..<Meaning.width).map { _ in Float(dice.next() % 200) - 100 })
    }
    for number in 1...600 {
      let terms = (0..<5).map { _ in "w\(dice.next() % 90)" }
      let meaning = meaning()
      index.add(terms, meaning: meaning, at: place(Int64(number)))
      all.add(Array(Set(terms)), meaning: meaning, by: ID(1))
    }
    for _ in 0..<20 {
      let (terms, asked) = ((0..<6).map { _ in "w\(dice.next() % 90)" }, meaning())
      let few = index.alike(terms, asked, limit: 3).map(\.likeness)
      let most = all.alike(terms, asked, limit: 3).map(\.likeness)
      for (one, other) in zip(few, most) { #expect(abs(one - other) < 0.000_001) }
    }
  }

  @Test func privateTalkCountsForThoseWhoAnswerTheAccount() {
    var index = AskedIndex()
    index.add(["diagnosis"], meaning: nil, at: place(1, ID(7)))
    #expect(index.alike(["diagnosis"], nil, limit: 3).isEmpty)
    #expect(index.alike(["diagnosis"], nil, limit: 3, answering: [ID(8)]).isEmpty)
    #expect(index.alike(["diagnosis"], nil, limit: 3, answering: [ID(7)]).count == 1)
  }
}
