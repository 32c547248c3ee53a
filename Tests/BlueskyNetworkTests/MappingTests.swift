import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import BlueskyNetwork

/// From a record to a post of ours.
@Suite struct BlueskyMappingTests {
  private let now = Instant(seconds: 1_780_000_000)

  private func post(_ text: String, more: String = "", known: Known? = nil) throws -> RemotePost {
    let told = try #require(Told(Written.post("3l3q", text, at: 1_725_911_162_329_308, more: more)))
    let event = Incoming(now: now).event(told) { _ in known }
    return try #require([event].compactMap { $0 }.posts.first)
  }

  private func facet(_ start: Int, _ end: Int, _ feature: String) -> String {
    #"{"index":{"byteStart":\#(start),"byteEnd":\#(end)},"features":[{\#(feature)}]}"#
  }

  @Test func facetsCountBytes() throws {
    let facets = [
      facet(13, 17, #""$type":"app.bsky.richtext.facet#mention","did":"did:plc:ana""#),
      facet(18, 23, #""tag":"luck""#),
      facet(24, 28, #""uri":"https://example.com/x""#),
    ].joined(separator: ",")
    let post = try post("Grüße 🎉 @ana #luck here", more: #","facets":[\#(facets)]"#)
    #expect(
      post.text.blocks == [
        .paragraph([
          .text("Grüße 🎉 "), .mention(handle: "@ana", to: "https://bsky.app/profile/did:plc:ana"),
          .text(" "), .tag(name: "luck", to: "https://bsky.app/hashtag/luck"), .text(" "),
          .link(to: "https://example.com/x", [.text("here")]),
        ])
      ])
    #expect(post.mentions == [RemoteID("did:plc:ana")])
  }

  /// A writer gives a post any time: what is brought along from elsewhere keeps it, what speaks to us waits since it came.
  @Test(arguments: [true, false]) func aTimeOfLongAgoIsBelievedOnlyOfWhatSpeaksToNobody(
    _ speaks: Bool
  ) throws {
    // 2026-01-01, of a record that says 2024.
    let at: Int64 = 1_767_225_600_000_000
    let facets =
      #","facets":[\#(facet(0, 4, #""$type":"app.bsky.richtext.facet#mention","did":"did:plc:ana""#))]"#
    let told = try #require(
      Told(Written.post("3l3q", "@ana look", at: at, more: speaks ? facets : "")))
    let event = Incoming(now: now, me: "did:plc:ana").event(told) { _ in nil }
    let post = try #require([event].compactMap { $0 }.posts.first)
    #expect(post.toUs == speaks)
    #expect(
      post.publishedAt
        == Instant(milliseconds: speaks ? at / 1_000 : 1_725_911_162_102))
  }

  @Test func wrongFacetsAreDroppedAndTheWordsStay() throws {
    let wrong = [
      facet(0, 99, #""uri":"https://a.example""#), facet(1, 2, #""uri":"https://a.example""#),
      facet(5, 3, #""uri":"https://a.example""#), facet(0, 3, #""uri":"javascript:alert(1)""#),
      facet(0, 3, #""did":"nobody""#), facet(-1, 3, #""tag":"x""#), "7", "[]", "{}",
    ].joined(separator: ",")
    let post = try post("é and so on", more: #","facets":[\#(wrong)]"#)
    #expect(post.text == RichText([.paragraph([.text("é and so on")])]))
    let overlapping = [
      facet(0, 6, #""uri":"https://a.example""#), facet(3, 9, #""uri":"https://b.example""#),
    ].joined(separator: ",")
    let second = try self.post("click here now", more: #","facets":[\#(overlapping)]"#)
    #expect(second.text.links == ["https://a.example"])
  }

  @Test func linesBecomeParagraphs() throws {
    let post = try post("One\ntwo\r\n\n\nthree")
    #expect(
      post.text.blocks == [
        .paragraph([.text("One"), .lineBreak, .text("two")]), .paragraph([.text("three")]),
      ])
  }

  @Test func whatHangsOnAPostIsKept() throws {
    let images =
      #","embed":{"$type":"app.bsky.embed.recordWithMedia","record":{"record":{"cid":"c","uri":"at://did:plc:bo/app.bsky.feed.post/q"}},"media":{"images":[{"alt":"A bell","image":{"ref":{"$link":"bafkrei"},"mimeType":"image/png"}},{"alt":"","image":{"cid":"bafkold"}}]}}"#
    let post = try post("See", more: images)
    #expect(post.quoted == RemoteID("at://did:plc:bo/app.bsky.feed.post/q"))
    #expect(post.media.map(\.alternative) == ["A bell", nil])
    #expect(
      post.media.first?.address
        == "https://cdn.bsky.app/img/feed_fullsize/plain/\(Written.did)/bafkrei@jpeg")
    let video = try self.post(
      "Film", more: #","embed":{"alt":"A film","video":{"ref":{"$link":"bafvid"}}}"#)
    #expect(video.media.map(\.kind) == [.video])
    #expect(video.media.first?.alternative == "A film")
    let card = try self.post(
      "Read", more: #","embed":{"external":{"uri":"https://example.com/a","title":"A page"}}"#)
    #expect(card.text.links == ["https://example.com/a"])
    #expect(card.text.plain.contains("A page"))
  }

  @Test func nothingIsSaidLaterThanItWasReceived() throws {
    for (told, at) in [
      ("2999-01-01T00:00:00Z", 1_725_911_162_329 as Int64), ("nonsense", 1_725_911_162_329),
      ("0001-01-01T00:00:00Z", 1_725_911_162_329), ("2020-01-01T00:00:00.5Z", 1_577_836_800_500),
    ] {
      let message = Written.post("k", "x", at: 1_725_911_162_329_308)
        .replacing("2024-09-09T19:46:02.102Z", with: told)
      let event = Incoming(now: now).event(try #require(Told(message))) { _ in nil }
      #expect([event].compactMap { $0 }.posts.first?.publishedAt.milliseconds == at, "\(told)")
    }
  }

  @Test func theRepliedToMayBeUnknownAndTheRootStandsIn() throws {
    let whole = try post(
      "a",
      more:
        #","reply":{"parent":{"uri":"at://did:plc:b/app.bsky.feed.post/p"},"root":{"uri":"at://did:plc:b/app.bsky.feed.post/r"}}"#
    )
    #expect(whole.parent == RemoteID("at://did:plc:b/app.bsky.feed.post/p"))
    let half = try post(
      "a",
      more:
        #","reply":{"parent":{"uri":"at://x/y"},"root":{"uri":"at://did:plc:b/app.bsky.feed.post/r"}}"#
    )
    #expect(half.parent == RemoteID("at://did:plc:b/app.bsky.feed.post/r"))
  }

  @Test func wishesAndWarningsAreTold() throws {
    let open = try post("a")
    #expect(!open.author.optedOut && open.warning == nil)
    let labels = #","labels":{"values":[{"val":"!no-unauthenticated"},{"val":"graphic-media"}]}"#
    let closed = try post("a", more: labels)
    #expect(closed.author.optedOut && closed.warning == "graphic-media")
    let words = #","labels":{"values":[{"val":"BUY NOW at spam"},{"val":"porn"},{"val":"!hide"}]}"#
    #expect(try post("a", more: words).warning == "porn")
    let known = try post("a", known: Known(handle: "ana.example", name: "Ana", optedOut: true))
    #expect(known.author.optedOut && known.author.address == "@ana.example")
  }

  @Test func whoIsUnknownStandsByTheDIDAndFailuresAreHarmless() async throws {
    let far = BlueskyFixture()
    far.server.stopDirectory()
    _ = try await far.say("Hello", inReplyTo: nil)
    let source = try #require(far.sources.first)
    let heard = try await far.network.listen(to: source)
    #expect(heard.events.posts.map(\.author.address) == [Written.did])
    #expect(heard.events.posts.map(\.author.name) == [""])
  }
}
