import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Testing

@Suite struct StreamTests {
  private func wait(for far: MastodonFixture) async {
    while far.double.openStreams == 0 { await Task.yield() }
  }

  @Test(arguments: [MastodonManner.mastodon, .gotosocial, .pleroma])
  func whatHappensComesAsItHappens(_ manner: MastodonManner) async throws {
    let far = MastodonFixture(manner)
    var heard = far.mastodon.stream(of: far.source("home")).makeAsyncIterator()
    await wait(for: far)
    far.double.say("something.new", "{}")
    far.double.say("update", "not JSON")
    let id = far.double.post(by: far.ana, "Ding.")
    #expect(try await heard.next()?.events.posts.map(\.text.plain) == ["Ding."])
    far.double.edit(id, "Dong.")
    #expect(try await heard.next()?.events.posts.map(\.text.plain) == ["Dong."])
    let name = far.reference(id).remoteID
    far.double.delete(id)
    #expect(try await heard.next()?.events == [.removed(name)])
    far.double.cutStreams()
    let error = await #expect(throws: NetworkError.self) { try await heard.next() }
    #expect(error?.kind == .temporary)
  }

  @Test(arguments: [("tag", "social.example/bells"), ("local", "social.example")])
  func publicListsAreStreamedToAnAccount(_ kind: String, _ target: String) async throws {
    let far = MastodonFixture()
    var heard = far.mastodon.stream(of: far.source(kind, target)).makeAsyncIterator()
    await wait(for: far)
    far.double.post(by: far.ana, "Nothing for this list.")
    far.double.post(by: far.shop, "New #bells")
    #expect(try await heard.next()?.events.posts.map(\.text.plain) == ["New #bells"])
  }

  @Test func theListIsReadSoonAfterTheStartSoThatNothingFallsBetween() async throws {
    let far = MastodonFixture()
    var source = far.source("mentions")
    source.cursor = try await far.mastodon.listen(to: source).cursor
    far.double.post(by: far.ana, "@shop said before the stream was open")
    var heard = far.mastodon.stream(of: source).makeAsyncIterator()
    await far.clock.waitForSleepers()
    far.clock.advance(by: .seconds(15))
    let look = try await heard.next()
    #expect(look?.events.posts.count == 1)
    #expect(look?.cursor != nil)
  }

  @Test func whereThereIsNoStreamTheDeskIsToldToAsk() async throws {
    for manner in [MastodonManner.snac, .pixelfed] {
      let far = MastodonFixture(manner)
      await expectUnsupported(far, far.source("mentions"))
    }
    let far = MastodonFixture()
    await expectUnsupported(far, far.source("own"))
    // The public streams want to know who listens.
    await expectUnsupported(far, far.source("tag", "social.example/bells", isOurs: false))
  }

  private func expectUnsupported(_ far: MastodonFixture, _ source: ListeningSource) async {
    let error = await #expect(throws: NetworkError.self) {
      for try await _ in far.mastodon.stream(of: source) {}
    }
    #expect(error?.kind == .unsupported)
  }
}
