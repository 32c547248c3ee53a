import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import BlueskyNetwork

@Suite struct BlueskyHearingTests {
  private func hearAll(
    _ far: AccountFixture, _ source: ListeningSource
  ) async throws -> (events: [RemoteEvent], cursor: String?) {
    var source = source
    var events: [RemoteEvent] = []
    for _ in 0..<100 {
      let heard = try await far.bluesky.listen(to: source)
      events += heard.events
      source.cursor = heard.cursor
      guard heard.next == .zero else { break }
    }
    return (events, source.cursor)
  }

  @Test func everyKindOfNotificationIsUnderstood() async throws {
    let far = try await AccountFixture()
    let ours = far.double.post(by: far.shop, "We are open.")
    let mention = far.double.post(by: far.ana, "Thanks to @shop.example!")
    let answer = far.double.post(by: far.ana, "Until when?", inReplyTo: ours)
    let quote = far.double.post(by: far.ana, "Good news", quoting: ours)
    far.double.like(ours, by: far.ana)
    far.double.repost(ours, by: far.ana)
    let events = try await far.bluesky.listen(to: far.source("mentions")).events
    #expect(events.posts.map(\.reference.remoteID.rawValue) == [mention, answer, quote])
    #expect(events.posts.map(\.toUs) == [true, true, false])
    #expect(events.posts.last?.quoted?.rawValue == ours)
    let kinds = events.compactMap { event -> Reaction.Kind? in
      guard case .reaction(let reaction) = event else { return nil }
      #expect(reaction.post.rawValue == ours)
      return reaction.kind
    }
    #expect(kinds == [.liked, .shared])
  }

  /// More came than a pass reads: the rest is read from where it ended, also after faults, and nothing is lost.
  @Test func aBacklogOfThousandsIsReadWithoutAGap() async throws {
    let far = try await AccountFixture()
    far.double.post(by: far.ana, "@shop.example first")
    var source = far.source("mentions")
    source.cursor = try await hearAll(far, source).cursor
    far.clock.advance(by: .hours(2))
    var said: Set<String> = []
    for number in 0..<2_050 {
      if number.isMultiple(of: 100) { far.clock.advance(by: .minutes(1)) }
      said.insert(far.double.post(by: far.ana, "@shop.example \(number)"))
    }
    var heard: Set<String> = []
    var passes = 0
    while passes < 20 {
      passes += 1
      if passes == 2 {
        far.double.fail(
          "/xrpc/app.bsky.notification.listNotifications", .refusal(503, "", headers: [:]))
      }
      guard let part = try? await far.bluesky.listen(to: source) else { continue }
      heard.formUnion(part.events.posts.map(\.reference.remoteID.rawValue))
      source.cursor = part.cursor
      if part.next == nil, ListCursor(part.cursor)?.gaps.isEmpty == true { break }
      // New things come meanwhile.
      said.insert(far.double.post(by: far.ana, "@shop.example meanwhile \(passes)"))
    }
    heard.formUnion(try await hearAll(far, source).events.posts.map(\.reference.remoteID.rawValue))
    #expect(said.subtracting(heard).isEmpty)
    #expect((source.cursor?.utf8.count ?? 0) < 20_000)
  }

  @Test func whatWasToldIsNotToldAgain() async throws {
    let far = try await AccountFixture()
    far.double.post(by: far.ana, "@shop.example once")
    var source = far.source("mentions")
    source.cursor = try await far.bluesky.listen(to: source).cursor
    #expect(try await far.bluesky.listen(to: source).events.isEmpty)
  }

  @Test func aThreadIsReadToItsRootHoweverLong() async throws {
    let far = try await AccountFixture()
    var last = far.double.post(by: far.ana, "0")
    for number in 1...150 { last = far.double.post(by: far.ana, "\(number)", inReplyTo: last) }
    let events = try await far.bluesky.thread(around: far.reference(last), as: far.access)
    #expect(events.posts.count == 151)
    #expect(events.posts.first?.text.plain == "0")
  }

  @Test func aThreadIsReadWithItsOtherBranchesAndDeeperThanOneAnswerGoes() async throws {
    let far = try await AccountFixture()
    let root = far.double.post(by: far.ana, "root")
    let mine = far.double.post(by: far.ana, "mine", inReplyTo: root)
    var last = far.double.post(by: far.shop, "other", inReplyTo: root)
    for number in 1...50 { last = far.double.post(by: far.ana, "\(number)", inReplyTo: last) }
    let events = try await far.bluesky.thread(around: far.reference(mine), as: far.access)
    #expect(events.posts.count == 53)
    #expect(events.posts.contains { $0.text.plain == "50" })
  }

  @Test func whatIsHiddenFromThisAccountIsNotCalledGone() async throws {
    let far = try await AccountFixture()
    let post = far.double.post(by: far.ana, "Still there.")
    // The view does not show it, the record stands.
    far.double.fail("/xrpc/app.bsky.feed.getPosts", .refusal(200, #"{"posts":[]}"#, headers: [:]))
    #expect(try await far.bluesky.recheck([far.reference(post)], as: far.access).isEmpty)
    far.double.delete(post)
    let reference = RemoteReference(remoteID: RemoteID(post))
    #expect(
      try await far.bluesky.recheck([reference], as: far.access) == [.removed(RemoteID(post))])
  }

  @Test func ourOwnPostsAndThoseOfASearchAreHeard() async throws {
    let far = try await AccountFixture()
    far.double.post(by: far.shop, "We are open.")
    far.double.post(by: far.ana, "A blue bell!")
    let own = try await far.bluesky.listen(to: far.source("own"))
    #expect(own.events.posts.map(\.text.plain) == ["We are open."])
    let found = try await far.bluesky.listen(to: far.source("search", "bell"))
    #expect(found.events.posts.map(\.text.plain) == ["A blue bell!"])
    var nobody = far.source("search", "bell")
    nobody.account = nil
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.listen(to: nobody)
    }
    #expect(error?.kind == .refused)
  }

  @Test func aHandleOffersItsPostsAndAWordASearch() async throws {
    let far = try await AccountFixture()
    let person = try await far.bluesky.offers(for: "@ana.example")
    #expect(person.map(\.kind) == ["profile"])
    #expect(person.first?.target == far.ana)
    let words = try await far.bluesky.offers(for: "blue bells")
    #expect(words.map(\.kind) == ["search"])
    #expect(words.first?.needsAccount == true)
    far.double.post(by: far.ana, "Hello.")
    let source = ListeningSource(id: ID(9), kind: "profile", target: far.ana, cursor: nil)
    #expect(try await far.bluesky.listen(to: source).events.posts.map(\.text.plain) == ["Hello."])
  }
}
