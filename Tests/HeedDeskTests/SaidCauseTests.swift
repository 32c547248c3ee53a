import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// From what is said again and again to what causes it: exactly the replies that were counted, and what gathers them.
@Suite struct SaidCauseTests {
  private static let hymn =
    "We are sorry for the wait. Your parcel left our house on Monday and the carrier has it now."

  private static func said(_ test: TestDesk, _ ids: [String], visibility: Visibility = .public)
    async throws
  {
    for id in ids {
      let asked = try await test.says(
        "Where is it? \(id)", id: id, by: "person\(id)", visibility: visibility)
      _ = try await test.write("@person\(id) " + hymn, in: asked)
      test.pass(.seconds(11))
      try await Deliveries(test).settle()
    }
    try await test.desk.rememberSaid()
  }

  @Test func theFigureOpensIntoExactlyWhatItCounts() async throws {
    let test = try await TestDesk()
    try await Self.said(test, ["a", "b", "c", "d", "e"])
    try await test.says("Thank you so much!", id: "a2", by: "persona", parent: RemoteID("a"))
    let said = try #require(try await test.desk.saidBefore(Self.hymn, for: test.alicia))
    #expect(said.times == 5 && said.replies.count == 3 && said.all.count == 5)
    let all = try await test.desk.saidReplies(said.all, for: test.alicia)
    #expect(all.rows.map(\.said.reply) == said.all)
    #expect(all.people == said.people)
    #expect(all.rows.compactMap { $0.asked?.post.remoteID.rawValue } == ["e", "d", "c", "b", "a"])
    #expect(all.rows.map(\.came) == [.nothing, .nothing, .nothing, .nothing, .thanks])
    #expect(said.causes.isEmpty && all.causes.isEmpty)
  }

  @Test func theCauseIsWhatTheirConversationsWereGatheredTo() async throws {
    let test = try await TestDesk()
    try await Self.said(test, ["a", "b", "c"])
    var cause: ID<Wish>?
    for id in ["a", "b"] {
      cause = try await test.desk.gather(
        test.post(id).id, to: cause, title: "Parcels come late", kind: .cause, by: test.alicia)
    }
    let other = try await test.desk.gather(
      test.post("b").id, to: nil, title: "A carrier of our own", kind: .wish, by: test.alicia)
    let said = try #require(try await test.desk.saidBefore(Self.hymn, for: test.alicia))
    #expect(said.causes.map(\.wish.id) == [cause, other])
    #expect(said.causes.map(\.conversations) == [2, 1])
    // Counted with another, the other is the cause.
    try await test.desk.joinWish(other, into: try #require(cause), by: test.alicia)
    let joined = try #require(try await test.desk.saidBefore(Self.hymn, for: test.alicia))
    #expect(joined.causes.map(\.wish.id) == [cause])
    #expect(joined.causes.map(\.conversations) == [2])
  }

  @Test func privateRepliesStandThereForThoseWhoMaySeeThem() async throws {
    let test = try await TestDesk()
    try await Self.said(test, ["a"], visibility: .private)
    try await Self.said(test, ["b"])
    try await test.desk.gather(
      test.post("a").id, to: nil, title: "Hidden", kind: .cause, by: test.alicia)
    let said = try #require(try await test.desk.saidBefore(Self.hymn, for: test.alicia))
    #expect(said.times == 2 && said.causes.count == 1)
    let carlas = try await test.desk.saidReplies(said.all, for: test.carla)
    #expect(carlas.rows.count == 1 && carlas.causes.isEmpty)
    #expect(
      await problem { _ = try await test.desk.saidReplies(said.all, for: test.observer) }?.code
        == .forbidden)
  }

  /// Whoever it is: who asked, whom our own words answered, with whom the conversation is.
  @Test func theNameOfWhomADraftSpeaksToIsNoPartOfWhatIsSaid() async throws {
    let test = try await TestDesk()
    for name in ["Persona", "Personb"] {
      let id = name.lowercased()
      let asked = try await test.says("Where is it?", id: id, by: id)
      _ = try await test.write("Sorry, \(name), your parcel left our house.", in: asked)
      test.pass(.seconds(11))
      try await Deliveries(test).settle()
    }
    try await test.desk.rememberSaid()
    let asked = try await test.post("personb")
    let ours = try #require(
      try await test.desk.record.read { tx in
        try tx.thread(asked.conversation, for: test.alicia).map(\.post)
          .first { $0.direction == .ours }
      })
    var draft = DraftInHand("Sorry, Personb, your parcel left our house.", in: asked.conversation)
    for answering in [nil, asked.id, ours.id] {
      draft.answering = answering
      let said = try await test.desk.thoughts(on: draft, for: test.alicia).saidBefore
      #expect(said?.times == 2, "\(String(describing: answering))")
    }
    draft.text = "Sorry, Persona, your parcel left our house."
    // Not the name of whom it speaks to: a word like others.
    #expect(try await test.desk.thoughts(on: draft, for: test.alicia).saidBefore == nil)
  }

  /// Words that change where they stand are not told that they stand there.
  @Test func thePostThatIsChangedIsNoHymn() async throws {
    let test = try await TestDesk()
    try await Self.said(test, ["a"])
    let ours = try #require(
      try await test.desk.saidBefore(Self.hymn, for: test.alicia)?.replies.first?.post)
    #expect(
      try await test.desk.saidBefore(Self.hymn, besides: ours, for: test.alicia) == nil)
    try await Self.said(test, ["b"])
    #expect(
      try await test.desk.saidBefore(Self.hymn, besides: ours, for: test.alicia)?.times
        == 1)
  }
}
