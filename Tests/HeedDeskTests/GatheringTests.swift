import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What several people complain of or wish for alike is offered to be gathered, once.
@Suite struct GatheringTests {
  private static let rims = [
    "The wooden rims of your racing bicycle broke again",
    "Wooden rims on the racing bicycle broke after a week",
    "My racing bicycle: the wooden rims broke",
    "Again the wooden rims of a racing bicycle broke",
  ]

  /// Each by somebody else, unless it is said who.
  private func say(
    _ test: TestDesk, _ texts: [String], by people: [String]? = nil, from first: Int = 0,
    kind: Reading.Kind = .complaint, visibility: Visibility = .public
  ) async throws {
    for (number, text) in texts.enumerated() {
      let id = "p\(first + number)"
      try await test.says(
        text, id: id, by: people?[number] ?? "person\(first + number)", visibility: visibility)
      try await test.desk.correctReading(
        of: test.post(id).id, language: "en", tone: .negative, kinds: [kind], by: test.lead)
      test.pass(.minutes(1))
    }
  }

  private func ideas(
    _ test: TestDesk, in conversation: ID<Conversation>? = nil, for viewer: Viewer? = nil
  ) async throws -> [SuggestedWish] {
    try await test.desk.lookForGatherings()
    return try await test.desk.suggestedWishes(in: conversation, for: viewer ?? test.alicia)
  }

  @Test func whatThreePeopleComplainOfAlikeIsOfferedAsACause() async throws {
    let test = try await TestDesk()
    try await say(test, Array(Self.rims.prefix(2)))
    try await say(test, ["Your shop opens too late on Monday"], from: 10)
    #expect(try await ideas(test).isEmpty)
    try await say(test, [Self.rims[2]], from: 2)
    let found = try #require(try await ideas(test).first)
    #expect(found.kind == .cause && found.wish == nil && found.people == 3)
    var posts: [ID<Post>] = []
    for id in ["p2", "p1", "p0"] { posts.append(try await test.post(id).id) }
    #expect(found.posts.map(\.id) == posts)
    #expect(found.title == "racing bicycle wooden")
    #expect(try await ideas(test).count == 1)
    // Beside a conversation of one of them, and beside no other.
    #expect(try await ideas(test, in: test.post("p0").conversation).count == 1)
    #expect(try await ideas(test, in: test.post("p10").conversation).isEmpty)
    #expect(try await ideas(test, for: test.observer).isEmpty)
  }

  @Test func saidThreeTimesByOneItIsNoCause() async throws {
    let test = try await TestDesk()
    try await say(test, Array(Self.rims.prefix(3)), by: ["ana", "ana", "bea"])
    #expect(try await ideas(test).isEmpty)
    try await say(test, [Self.rims[3]], by: ["cem"], from: 3)
    #expect(try await ideas(test).map(\.people) == [3])
  }

  @Test func wishesAreOfferedAsWishesAndOtherTalkIsNotOffered() async throws {
    let test = try await TestDesk()
    try await say(test, Array(Self.rims.prefix(3)), kind: .wish)
    #expect(try await ideas(test).map(\.kind) == [.wish])
    let other = try await TestDesk()
    try await say(other, Array(Self.rims.prefix(3)), kind: .praise)
    #expect(try await ideas(other).isEmpty)
  }

  @Test func oneKeyGathersThemAllAndWhoComesLaterIsOfferedToTheCause() async throws {
    let test = try await TestDesk()
    try await say(test, Array(Self.rims.prefix(3)))
    let found = try #require(try await ideas(test).first)
    let cause = try await test.desk.gather(
      suggested: found.posts.map(\.id), to: nil, title: found.title, kind: found.kind,
      by: test.alicia)
    let view = try await test.desk.wish(cause, PageRequest(), for: test.alicia)
    #expect(view.row.people == 3 && view.row.wish.kind == .cause)
    // Gone before anything is looked for anew, and after.
    #expect(try await test.desk.suggestedWishes(for: test.alicia).isEmpty)
    #expect(try await ideas(test).isEmpty)
    try await say(test, [Self.rims[3]], from: 3)
    let more = try #require(try await ideas(test).first)
    #expect(more.wish?.id == cause && more.people == 1)
    _ = try await test.desk.gather(
      suggested: more.posts.map(\.id), to: cause, title: "", kind: .cause, by: test.alicia)
    #expect(
      try await test.desk.wish(cause, PageRequest(), for: test.alicia).row.people == 4)
    #expect(try await ideas(test).isEmpty)
  }

  @Test func whatIsNotTheSameIsNotOfferedAgainEvenAfterARestart() async throws {
    let test = try await TestDesk()
    try await say(test, Array(Self.rims.prefix(3)))
    let found = try #require(try await ideas(test).first)
    let observer = test.observer
    #expect(
      await problem {
        try await test.desk.declineGathering(found.posts.map(\.id), by: observer)
      }?.code == .forbidden)
    try await test.desk.declineGathering(found.posts.map(\.id), by: test.alicia)
    try await test.desk.declineGathering(found.posts.map(\.id), by: test.bruno)
    #expect(try await test.desk.suggestedWishes(for: test.alicia).isEmpty)
    try await say(test, [Self.rims[3]], from: 3)
    let again = test.another(seed: 5)
    try await again.lookForGatherings()
    #expect(try await again.suggestedWishes(for: test.alicia).isEmpty)
    // Three more who say it are news.
    try await say(test, Array(Self.rims.prefix(2)), from: 4)
    try await again.lookForGatherings()
    #expect(try await again.suggestedWishes(for: test.alicia).map(\.people) == [3])
  }

  @Test func ofPrivateWordsOnlyThoseWhoAnswerThemAreOffered() async throws {
    let test = try await TestDesk()
    try await say(test, Array(Self.rims.prefix(2)))
    try await say(test, [Self.rims[2]], from: 2, visibility: .private)
    #expect(try await ideas(test).map(\.people) == [3])
    #expect(try await ideas(test, for: test.carla).isEmpty)
    let hidden = try await test.post("p2").id
    #expect(
      await problem {
        try await test.desk.gather(
          suggested: [hidden], to: nil, title: "Rims", kind: .cause, by: test.carla)
      }?.code == .notFound)
  }

  @Test func whoWasErasedOrSaidItLongAgoCountsNoMore() async throws {
    let test = try await TestDesk()
    try await say(test, Self.rims)
    #expect(try await ideas(test).map(\.people) == [4])
    try await test.desk.erase(test.personOf("p0"), by: test.lead)
    // Of what was found before nothing of theirs is shown.
    #expect(try await test.desk.suggestedWishes(for: test.alicia).map(\.people) == [3])
    try await test.hear([.removed(RemoteID("p1"))])
    #expect(try await ideas(test).isEmpty)
    try await say(test, Array(Self.rims.prefix(2)), from: 8)
    #expect(try await ideas(test).map(\.people) == [4])
    test.pass(.days(91))
    #expect(try await test.desk.suggestedWishes(for: test.alicia).isEmpty)
    #expect(try await ideas(test).isEmpty)
  }

  /// The work is bounded by what is compared, not by what the desk holds: two queries, each of them limited.
  @Test func ideasHoldIdsAndNoPostTwice() async throws {
    var words: [PressingWords] = []
    for number in 0..<600 {
      let matter = number % 20
      words.append(
        PressingWords(
          post: ID(Int64(number + 1)), person: ID(Int64(number % 97 + 1)),
          terms: ["matter\(matter)", "part\(matter)", "thing\(matter)", "only\(number)"]))
    }
    let found = await AlikeWords.ideas(.cause, among: words, NoMeanings())
    #expect(found.count >= 20 && found.count <= AlikeWords.mostIdeas)
    let posts = found.flatMap(\.posts)
    #expect(Set(posts).count == posts.count)
    for idea in found {
      #expect(Set(idea.posts.map { ($0.value - 1) % 20 }).count == 1, "matters run together")
    }
    #expect(found == (await AlikeWords.ideas(.cause, among: words, NoMeanings())))
  }

  @Test func whoeverDidNotAskForItIsNotSuggestedAgainAndHoldsNobodyUp() async throws {
    let test = try await TestDesk()
    try await say(test, Array(Self.rims.prefix(3)))
    let found = try #require(try await ideas(test).first)
    let cause = try await test.desk.gather(
      suggested: found.posts.map(\.id), to: nil, title: "Rims", kind: .cause, by: test.alicia)
    test.pass(.minutes(1))
    try await test.desk.theySay(notAsked: cause, test.visit(as: "person0"))
    let denied = try await test.post("p0").id
    #expect(try await ideas(test).isEmpty)
    try await say(test, [Self.rims[3]], from: 3)
    #expect(try await ideas(test).map { $0.posts.map(\.id) } == [[test.post("p3").id]])
    // A form that still names them gathers the others.
    let more = [denied, try await test.post("p3").id]
    _ = try await test.desk.gather(
      suggested: more, to: cause, title: "", kind: .cause, by: test.alicia)
    let view = try await test.desk.wish(cause, PageRequest(), for: test.alicia)
    #expect(view.row.people == 3)
    #expect(
      await problem {
        try await test.desk.gather(
          suggested: [denied], to: cause, title: "", kind: .cause, by: test.alicia)
      }?.code == .conflict)
  }

  @Test func whatAMemberTookOutIsNotSuggestedAgain() async throws {
    let test = try await TestDesk()
    try await say(test, Array(Self.rims.prefix(3)))
    let found = try #require(try await ideas(test).first)
    let cause = try await test.desk.gather(
      suggested: found.posts.map(\.id), to: nil, title: "Rims", kind: .cause, by: test.alicia)
    let viewer = test.alicia
    let voice = try #require(
      try await test.store.read {
        try $0.voices(of: cause, toldSince: nil, PageRequest(), for: viewer).rows.first?.id
      })
    _ = try await test.desk.removeVoice(voice, by: viewer)
    #expect(try await ideas(test).isEmpty)
  }

  @Test(arguments: [
    ["Hello?", "hello", "Hello, anyone there?", "HELLO??"],
    ["Any news?", "any news", "Hi, any news yet?", "@us any news?"],
    ["Hallo? Gibt es schon was Neues?", "Gibt es was Neues?", "Schon was Neues?", "was Neues?"],
  ])
  func whoOnlyAsksAfterAnAnswerIsNotGathered(_ said: [String]) async throws {
    let test = try await TestDesk()
    try await say(test, said)
    #expect(try await ideas(test).isEmpty)
    #expect(!Chasing.isAll(["hello", "wooden", "rims"]) && !Chasing.isAll([]))
  }

  @Test func nobodysHandleIsATitle() {
    let said = [
      "@shopkeeper @teacher.bsky.social broken again: https://example.com/wheels/photo",
      "@shopkeeper broken, teacher.bsky.social, see example.com/wheels",
      "shopkeeper@mail.example broken (teacher.bsky.social)",
    ]
    #expect(Desk.sharedWords(said) == "broken")
  }

  @Test func aTitleIsMadeOfWhatMostShare() {
    #expect(
      Desk.sharedWords(["The parcel never came", "Where is my PARCEL?", "Parcel gone, Maria"])
        == "parcel")
    #expect(Desk.sharedWords(["Nothing alike here", "Words of another kind"]) == "")
  }
}
