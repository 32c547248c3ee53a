import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Testing

@Suite struct ThreadTests {
  @Test func aServerThatFetchesMoreIsAskedOnceAgain() async throws {
    var manner = MastodonManner.mastodon
    manner.refreshesThreads = true
    let far = MastodonFixture(manner)
    let root = far.double.post(by: far.ana, "@shop hello")
    async let thread = far.mastodon.thread(around: far.reference(root), as: far.access)
    await far.clock.waitForSleepers()
    far.double.post(by: far.ana, "And another thing", inReplyTo: root)
    far.clock.advance(by: .seconds(3))
    #expect(try await thread.posts.count == 2)
  }

  @Test func whatAPostsOwnServerShowsIsAdded() async throws {
    let clock = ManualClock()
    let home = MastodonDouble(host: "bolha.example", manner: .pleroma, clock: clock)
    let far = MastodonFixture(besides: [home], clock: clock)
    let ana = home.person("ana")
    let ben = home.person("ben")
    let root = home.post(by: ana, "Bells?")
    home.post(by: ben, "Blue ones.", inReplyTo: root)
    // Our server knows the post and that it has answers, and has seen none of them.
    let here = far.double.post(by: far.ana, "Bells?", uri: home.uri(of: root), unseenAnswers: 1)
    let thread = try await far.mastodon.thread(around: far.reference(here), as: far.access)
    #expect(Set(thread.posts.map(\.text.plain)) == ["Bells?", "Blue ones."])
    #expect(
      thread.posts.last?.parent?.rawValue == home.uri(of: root),
      "the answer hangs on the same post on both servers")
  }

  /// The server that a stranger's post names may tell whatever it likes: of its own people, and of nobody else.
  @Test func aStrangersServerSpeaksForItsOwnPeopleAlone() async throws {
    let clock = ManualClock()
    let home = MastodonDouble(host: "bolha.example", clock: clock)
    let far = MastodonFixture(besides: [home], clock: clock)
    let ana = home.person("ana")
    let root = home.post(by: ana, "Bells?")
    home.post(by: home.person("ben"), "Blue ones.", inReplyTo: root)
    // Words put into the mouths of others: of us, of somebody whom our server knows, of somebody whom nobody knows.
    let carl = far.double.person("carl@third.example")
    let here = far.double.post(by: far.ana, "Bells?", uri: home.uri(of: root), unseenAnswers: 3)
    let said = far.double.post(by: carl, "I like bells.", uri: "https://third.example/notes/1")
    home.post(
      by: home.person("carl@third.example"), "I hate bells.", inReplyTo: root,
      uri: far.double.uri(of: said))
    home.post(
      by: home.person("shop@social.example"), "We rob people.", inReplyTo: root,
      uri: "https://social.example/users/shop/statuses/77")
    home.post(
      by: home.person("dora@fourth.example"), "So do I.", inReplyTo: root,
      uri: "https://fourth.example/notes/1")
    home.post(
      by: home.person("eve"), "Borrowed.", inReplyTo: root, uri: "https://third.example/notes/2")
    home.moves(ana, to: home.person("mallory@evil.example"))
    let events = try await far.mastodon.thread(around: far.reference(here), as: far.access)
    #expect(
      Set(events.posts.map(\.text.plain)) == ["Bells?", "Blue ones.", "I like bells."])
    #expect(events.posts.count == events.count, "nobody moved by the word of that server")
    // Without an account there is nobody to ask about the others.
    let alone = try await far.mastodon.thread(
      around: RemoteReference(remoteID: RemoteID(home.uri(of: root) ?? "")), as: nil)
    #expect(Set(alone.posts.map(\.text.plain)) == ["Bells?", "Blue ones."])
    #expect(alone.posts.count == alone.count)
  }

  @Test(arguments: MastodonManner.all)
  func whatChangedOrWentIsToldWhenLookedAtAgain(_ manner: MastodonManner) async throws {
    let far = MastodonFixture(manner)
    let stays = far.double.post(by: far.ana, "@shop stays")
    let goes = far.double.post(by: far.ana, "@shop goes")
    let changes = far.double.post(by: far.ana, "@shop chnages")
    let references = [stays, goes, changes].map { far.reference($0) }
    far.double.delete(goes)
    far.double.edit(changes, "@shop changes")
    let events = try await far.mastodon.recheck(references, as: far.access)
    #expect(events.count == 2)
    #expect(events.first == .removed(references[1].remoteID))
    #expect(events.posts.map(\.reference.remoteID) == [references[2].remoteID])
  }

  @Test func aPostHeardWithoutAnAccountIsAskedForWhereItWasWritten() async throws {
    let clock = ManualClock()
    let home = MastodonDouble(host: "bolha.example", clock: clock)
    let far = MastodonFixture(besides: [home], clock: clock)
    let ana = home.person("ana")
    let references = ["stays", "goes"].map { text in
      RemoteReference(remoteID: RemoteID(home.uri(of: home.post(by: ana, text)) ?? ""))
    }
    let thread = try await far.mastodon.thread(around: references[0], as: nil)
    #expect(thread.posts.map(\.text.plain) == ["stays"])
    home.delete(home.id(of: references[1].remoteID.rawValue) ?? "")
    let events = try await far.mastodon.recheck(references, as: nil)
    #expect(events == [.removed(references[1].remoteID)])
  }

  @Test func aServerThatIsDownHasNotDeletedAnything() async throws {
    let far = MastodonFixture()
    let id = far.double.post(by: far.ana, "@shop hello")
    _ = try await far.mastodon.capabilities(of: far.access)
    far.double.fail(.get, "/api/v1/statuses", .refusal(503, "", headers: [:]))
    let error = await #expect(throws: NetworkError.self) {
      try await far.mastodon.recheck([far.reference(id)], as: far.access)
    }
    #expect(error?.kind == .temporary)
  }
}
