import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What members see of somebody stands on their side, too, and nothing of colleagues that they do not announce.
@Suite struct TheirSideWholeTests {
  private static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]

  /// A page ends somewhere, and says so; what they said about us is shown whatever they said to us since.
  @Test func whatIsOlderThanThePageIsCounted() async throws {
    let test = try await TestDesk()
    try await test.says("The shop is nice", id: "about", toUs: false)
    test.pass(.minutes(1))
    let posts = (0..<203).map { number in
      RemoteEvent.post(
        FakeNetwork.post(
          "q\(number)", "Open?", at: test.clock.now() + .milliseconds(Int64(number))))
    }
    for start in stride(from: 0, to: posts.count, by: 50) {
      try await test.hear(Array(posts[start..<min(start + 50, posts.count)]))
    }
    test.pass(.minutes(1))
    let side = try await test.desk.theirSide(try await test.visit(as: "ana"))
    #expect(side.aboutUs.map(\.remoteID.rawValue) == ["about"])
    #expect(side.conversations.count == 200)
    #expect(side.older.conversations == 3)
    #expect(side.older.aboutUs == 0 && side.older.reactions == 0)
  }

  @Test func theySeeTitlesWarningsMediaEarlierWordingsAndReactions() async throws {
    let test = try await TestDesk()
    var post = FakeNetwork.post("q", "Is my bicycle ready?", at: test.clock.now())
    post.title = "My bicycle"
    post.warning = "Chains"
    post.media = [
      Media(kind: .image, address: "https://fake.example/a.png", alternative: "A chain")
    ]
    try await test.hear([.post(post)])
    let id = try await test.post("q").conversation
    _ = try await test.write("It is.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    test.pass(.minutes(1))
    var edited = post
    edited.text = RichText(plain: "Is my bicycle ready yet?")
    edited.editedAt = test.clock.now()
    let answer = try #require(try await ours(test, id))
    try await test.hear([
      .post(edited),
      .reaction(
        RemoteReaction(
          kind: .liked, post: answer.remoteID, by: FakeNetwork.handle("ana"),
          at: test.clock.now())),
      .reaction(
        RemoteReaction(
          kind: .shared, post: answer.remoteID, by: FakeNetwork.handle("otto"),
          at: test.clock.now())),
    ])
    let side = try await test.desk.theirSide(test.visit(as: "ana"))
    let shown = try #require(side.conversations.first?.posts.first?.post)
    #expect(shown.title == "My bicycle")
    #expect(shown.warning == "Chains")
    #expect(shown.media.map(\.alternative) == ["A chain"])
    #expect(side.revisions[shown.id]?.map(\.text.plain) == ["Is my bicycle ready?"])
    // What others liked is theirs.
    #expect(side.reactions.map(\.reaction.kind) == [.liked])
    #expect(side.reactions.first?.post?.text.plain == "It is.")
  }

  @Test func theySeeWhoHandedThemToWhomAndTheWordOnlyWhereItIsAnnounced() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    try await test.desk.handOver(
      id, to: test.bruno.member, word: "A quokka of a customer", by: test.alicia)
    let visit = try await test.visit(as: "ana")
    let talk = try #require(try await test.desk.theirSide(visit).conversations.first)
    #expect(talk.handOvers.map(\.from) == [test.alicia.member])
    #expect(talk.handOvers.map(\.to) == [test.bruno.member])
    #expect(talk.handOvers.map(\.word) == [""])
    #expect(talk.handOvers.map(\.reasons.count) == [0])
    try await test.desk.keep([], showsNotes: true, by: test.lead)
    let told = try #require(try await test.desk.theirSide(visit).conversations.first)
    #expect(told.handOvers.map(\.word) == ["A quokka of a customer"])
  }

  @Test func whatHangsOnTheirTalkIsGivenOutToThemAlone() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    try await test.says("And mine?", id: "o", by: "otto")
    let upload = try await test.desk.upload(
      Self.picture, type: "image/png", alternative: "A bicycle", to: id, by: test.alicia)
    #expect(upload.alternative == "A bicycle")
    _ = try await test.write("It is.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let answer = try #require(try await ours(test, id))
    #expect(answer.media.map(\.alternative) == ["A bicycle"])
    let hers = try await test.visit(as: "ana")
    let given = try await test.desk.medium(of: answer.id, at: 0, hers)
    #expect(given.type == "image/png")
    let his = try await test.visit(as: "otto")
    for (post, index, visit) in [
      (answer.id, 0, his), (answer.id, 1, hers), (answer.id, -1, hers), (ID<Post>(1), 0, hers),
    ] {
      #expect(
        await problem { _ = try await test.desk.medium(of: post, at: index, visit) }?.code
          == .notFound)
    }
    // Once it is taken away, it is given to nobody.
    try await test.desk.delete(answer.id, by: test.alicia)
    #expect(
      await problem { _ = try await test.desk.medium(of: answer.id, at: 0, hers) }?.code
        == .notFound)
  }

  @Test func wordsThatWentAreShownNoMoreHoweverTheyAreAskedFor() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is my bicycle ready?", id: "q")
    _ = try await test.write("It is.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    test.pass(.minutes(1))
    var edited = FakeNetwork.post("q", "Ready?", at: test.clock.now() - .minutes(1))
    edited.editedAt = test.clock.now()
    try await test.hear([.post(edited)])
    let visit = try await test.visit(as: "ana")
    let post = try await test.post("q")
    #expect(try await test.desk.theirSide(visit).revisions[post.id]?.count == 1)
    try await test.hear([.removed(post.remoteID)])
    let side = try await test.desk.theirSide(visit)
    #expect(side.revisions[post.id] == nil)
    #expect(side.conversations.first?.posts.first?.post.text.plain == "")
  }

  private func ours(_ test: TestDesk, _ id: ID<Conversation>) async throws -> Post? {
    let viewer = test.lead
    return try await test.store.read { try $0.thread(id, for: viewer) }
      .map(\.post).last { $0.direction == .ours }
  }
}
