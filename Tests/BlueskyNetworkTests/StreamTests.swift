import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import BlueskyNetwork

/// Where a stream begins, what it loses (nothing), and how it ends.
@Suite struct BlueskyStreamTests {
  private let far = BlueskyFixture()

  /// Reads on from a source until the stream ends, as the listener does: what was yielded is durable before the next.
  private func follow(
    _ source: inout ListeningSource, _ sieve: (any Sieve)? = nil,
    until isEnough: ([RemoteEvent]) -> Bool = { _ in false }
  ) async throws -> (events: [RemoteEvent], error: NetworkError?) {
    var events: [RemoteEvent] = []
    let network = try far.bluesky
    do {
      let stream =
        sieve.map { network.stream(of: source, through: $0) } ?? network.stream(of: source)
      for try await heard in stream {
        events += heard.events
        source.cursor = heard.cursor ?? source.cursor
        if isEnough(events) { return (events, nil) }
      }
      return (events, nil)
    } catch let error as NetworkError { return (events, error) }
  }

  @Test func itAsksForPostsFromAFewSecondsBeforeTheCursor() async throws {
    var source = try #require(far.sources.first)
    source.cursor = String(far.now)
    far.server.setPatience(0)
    far.server.tell("{}", at: far.now)
    _ = try await follow(&source)
    let address = try #require(far.server.asked.first?.address)
    #expect(address.hasPrefix("wss://stream.example/subscribe?"))
    #expect(address.contains("wantedCollections=app.bsky.feed.post"))
    #expect(address.contains("maxMessageSizeBytes=262144"))
    #expect(address.contains("cursor=\(far.now - 5_000_000)"))
  }

  /// However often and wherever the connection breaks: everything is heard, and by its address each thing once.
  @Test func breaksLoseNothing() async throws {
    let seed = UInt64.random(in: 0..<UInt64.max)
    print("Bluesky: breaks of seed \(seed)")
    var random = SplitMix64(seed: seed)
    let start = far.now
    var at = start
    var said: Set<RemoteID> = []
    for number in 0..<400 {
      // Servers witness in steps, several at one instant, and sometimes a little out of order.
      at += Int64.random(in: 0...700_000, using: &random)
      let witnessed =
        at - (number.isMultiple(of: 9) ? Int64.random(in: 0...900_000, using: &random) : 0)
      far.server.tell(Written.post("k\(number)", "Bell \(number)", at: witnessed), at: witnessed)
      if number.isMultiple(of: 7) { far.server.tell("{\"broken\":", at: at) }
      said.insert(RemoteID("at://\(Written.did)/app.bsky.feed.post/k\(number)"))
    }
    far.clock.set(Instant(milliseconds: at / 1_000 + 1_000))
    var source = try #require(far.sources.first)
    source.cursor = String(start)
    var heard: Set<RemoteID> = []
    for _ in 0..<200 where heard.count < said.count {
      // Never less than what the overlap holds, or no server would ever get further.
      far.server.setPatience(Int.random(in: 40...90, using: &random))
      let (events, error) = try await follow(&source) { events in
        events.posts.contains { $0.reference.remoteID.rawValue.hasSuffix("/k399") }
      }
      heard.formUnion(events.posts.map(\.reference.remoteID))
      if let error { #expect(error.kind == .temporary && error.retryAfter == .seconds(5)) }
    }
    #expect(heard == said)
  }

  @Test func theSieveIsAskedAndTheCursorMovesPastWhatItDrops() async throws {
    struct Only: Sieve {
      func sift(_ events: [RemoteEvent]) async throws -> [RemoteEvent] {
        events.filter {
          if case .post(let post) = $0 { post.text.plain.contains("yes") } else { false }
        }
      }
    }
    let start = far.now
    for number in 0..<50 {
      let at = start + Int64(number) * 1_000_000
      far.server.tell(Written.post("k\(number)", number == 20 ? "yes" : "no", at: at), at: at)
    }
    far.clock.advance(by: .seconds(60))
    far.server.know(
      Written.did, #"{"did":"\#(Written.did)","handle":"ana.example","displayName":"Ana"}"#)
    var source = try #require(far.sources.first)
    source.cursor = String(start)
    let (events, _) = try await follow(&source, Only()) { !$0.isEmpty }
    #expect(events.posts.map(\.text.plain) == ["yes"])
    #expect(events.posts.first?.author.address == "@ana.example")
    #expect(events.posts.first?.author.name == "Ana")
    #expect(Int64(source.cursor ?? "") ?? 0 >= start + 20_000_000)
    let lookups = far.server.asked.filter { $0.address.contains("getProfiles") }
    #expect(lookups.count == 1, "only whoever is kept is looked up")
  }

  @Test func whatIsNoLongerKeptIsSaidOnce() async throws {
    let start = far.now
    far.clock.advance(by: .hours(30))
    far.server.tell(Written.post("late", "Late", at: far.now - 1_000_000), at: far.now - 1_000_000)
    var source = try #require(far.sources.first)
    source.cursor = String(start)
    let (_, error) = try await follow(&source)
    #expect(error?.kind == .gone)
    #expect(error?.text.english.contains("missing") == true)
    let (events, second) = try await follow(&source) { !$0.isEmpty }
    #expect(second == nil)
    #expect(events.posts.map(\.text.plain) == ["Late"])
  }

  /// A server tells any number: none of them ends the process, and none of them is a gap.
  @Test(arguments: [Int64.min, -1, 0, 1, Int64.max])
  func noTimeThatIsToldBreaksTheCursor(_ told: Int64) {
    let now = Instant(seconds: 1_778_000_000)
    var cursor = StreamCursor("1777990000000000", now: now)
    #expect(cursor.misses(told, now: now) == false)
    cursor.move(to: told, now: now)
    #expect(cursor.at == 1_777_990_000_000_000)
    var none = StreamCursor(nil, now: now)
    #expect(none.misses(told, now: now) == false)
    none.move(to: told, now: now)
    _ = none.start(now: now)
  }

  @Test func wrongTimesMoveNoCursor() async throws {
    let start = far.now
    let future = start + 900_000_000_000
    far.server.tell(Written.post("a", "One", at: start), at: start)
    far.server.tell(Written.post("b", "Two", at: future), at: start + 1)
    far.server.tell(Written.post("c", "Three", at: 5), at: start + 2)
    var source = try #require(far.sources.first)
    let heard = try await far.network.listen(to: source)
    source.cursor = heard.cursor
    #expect(heard.cursor == String(start))
    let later = try await far.network.listen(to: source)
    #expect(
      Set((heard.events + later.events).posts.map(\.text.plain)).isSubset(of: [
        "One", "Two", "Three",
      ]))
    for post in heard.events.posts { #expect(post.publishedAt <= far.clock.now()) }
    let whole = try await follow(&source) { $0.count >= 3 }
    #expect(Set(whole.events.posts.map(\.text.plain)) == ["One", "Two", "Three"])
  }

  @Test func whenOneServerFailsTheNextIsAsked() async throws {
    let network = BlueskyNetwork(
      wire: far.server, clock: far.clock, randomness: SeededRandomness(),
      jetstream: ["a.example", "b.example"])
    let source = try #require(far.sources.first)
    far.server.strike(WireError(.unreachable, "Nobody is there.", certainlyNotSent: true))
    await #expect(throws: NetworkError.self) { try await network.listen(to: source) }
    _ = try await network.listen(to: source)
    #expect(far.server.asked.map { $0.address.prefix(13) } == ["wss://a.examp", "wss://b.examp"])
  }

  @Test func withoutServersThereIsNothingToHear() async throws {
    let network = BlueskyNetwork(
      wire: far.server, clock: far.clock, randomness: SeededRandomness(), jetstream: [])
    #expect(try await network.offers(for: "bells").map(\.kind) == ["search"])
    let source = try #require(far.sources.first)
    let error = await #expect(throws: NetworkError.self) { try await network.listen(to: source) }
    #expect(error?.kind == .refused)
  }
}
