import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Synchronization
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

  /// A server tells as fast as it likes; what the desk has no hands for stays with it.
  @Test func nobodyReadsFurtherAheadThanABasket() async throws {
    let flood = Flood()
    let network = MastodonNetwork(
      wire: flood, clock: ManualClock(), publicServers: [], randomness: SeededRandomness())
    var heard = network.stream(of: OddServer().source("home")).makeAsyncIterator()
    _ = try await heard.next()
    while flood.told < 200 { await Task.yield() }
    // Whoever does not wait would be far ahead by now.
    for _ in 0..<20_000 { await Task.yield() }
    #expect(flood.told < 210)
    for _ in 0..<300 { _ = try await heard.next() }
    #expect(flood.told > 300)
    #expect(flood.told < 510)
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

/// A server that tells one post more whenever it is asked for it, without end.
private final class Flood: Wire {
  private let rest = ScriptedWire()
  private let count = Mutex(0)

  var told: Int { count.withLock { $0 } }

  init() {
    rest.on(.get, OddServer.base + "/api/v2/instance", body: #"{"version":"4.3.0"}"#)
  }

  func send(_ request: WireRequest) async throws -> WireResponse { try await rest.send(request) }

  func events(_ request: WireRequest) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    AsyncThrowingStream { [self] in
      let number = count.withLock { count in
        count += 1
        return count
      }
      return ServerSentEvent(event: "update", data: OddServer.status(number))
    }
  }

  func messages(_ request: WireRequest) -> AsyncThrowingStream<String, any Error> {
    AsyncThrowingStream {
      throw WireError(.malformed, "There is no WebSocket here.", certainlyNotSent: true)
    }
  }
}
