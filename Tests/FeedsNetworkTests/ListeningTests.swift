import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import FeedsNetwork

struct ListeningTests {
  private let wire = ScriptedWire()
  private let clock = ManualClock(FeedDate.read("2026-05-05T12:00:00Z") ?? Instant(seconds: 0))
  private var network: FeedsNetwork { FeedsNetwork(wire: wire, clock: clock) }
  private let place = "https://bells.example/feed"

  private func source(_ cursor: String? = nil, kind: String = FeedsNetwork.Kind.feed)
    -> ListeningSource
  {
    ListeningSource(id: ID(1), kind: kind, target: place, cursor: cursor)
  }

  private func rss(_ items: String, channel: String = "") -> String {
    """
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
    <title>Bells &amp; more</title>
    <link>https://bells.example/</link><language>en_gb</language>\(channel)\(items)</channel></rss>
    """
  }

  private func answer(
    _ body: String, status: Int = 200, headers: [(name: String, value: String)] = [], times: Int = 1
  ) {
    wire.on(.get, place, times: times, status: status, headers: headers, body: body)
  }

  private func posts(_ heard: Heard) -> [RemotePost] {
    heard.events.compactMap { if case .post(let post) = $0 { post } else { nil } }
  }

  @Test func anEntryBecomesAPostInOurShapes() async throws {
    answer(
      rss(
        """
        <item><title>A &lt;b&gt;blue&lt;/b&gt; bell</title><guid isPermaLink="false">7</guid>
        <link>https://bells.example/7</link><dc:creator>Ana</dc:creator>
        <pubDate>Tue, 05 May 2026 10:00:00 GMT</pubDate>
        <description>&lt;p&gt;It &lt;a href="/x"&gt;rings&lt;/a&gt;.&lt;/p&gt;
        &lt;script&gt;x&lt;/script&gt;</description>
        <enclosure url="https://bells.example/7.mp3" type="audio/mpeg" length="5"/></item>
        """))
    let heard = try await network.listen(to: source())
    let post = try #require(posts(heard).first)
    #expect(heard.name == "Bells & more")
    #expect(post.title == "A blue bell")
    #expect(post.reference.remoteID == RemoteID("\(place)#7"))
    #expect(post.reference.address == "https://bells.example/7")
    #expect(post.author.name == "Ana")
    #expect(post.author.page == "https://bells.example/")
    #expect(post.author.address == "bells.example")
    #expect(post.publishedAt == FeedDate.read("2026-05-05T10:00:00Z"))
    #expect(post.editedAt == nil)
    #expect(post.language == "en-gb")
    #expect(
      post.text
        == RichText([
          .paragraph([
            .text("It "), .link(to: "https://bells.example/x", [.text("rings")]), .text("."),
          ])
        ]))
    #expect(
      post.media == [
        Media(kind: .audio, address: "https://bells.example/7.mp3", type: "audio/mpeg")
      ])
  }

  @Test func whatStandsUnchangedIsToldOnce() async throws {
    let item =
      "<item><guid>1</guid><description>&lt;p class='a'&gt;Ding&lt;/p&gt;</description></item>"
    answer(rss(item))
    let first = try await network.listen(to: source())
    #expect(posts(first).count == 1)
    clock.advance(by: .hours(1))
    answer(rss(item.replacing("class='a'", with: "class='b'")))
    let second = try await network.listen(to: source(first.cursor))
    #expect(posts(second).isEmpty)
  }

  @Test func anotherWordingIsAnEditOfTheSamePost() async throws {
    answer(rss("<item><guid>1</guid><title>Ding</title></item>"))
    let first = try await network.listen(to: source())
    clock.advance(by: .hours(1))
    answer(rss("<item><guid>1</guid><title>Dong</title></item>"))
    let second = try await network.listen(to: source(first.cursor))
    let (old, new) = (try #require(posts(first).first), try #require(posts(second).first))
    #expect(new.reference.remoteID == old.reference.remoteID)
    #expect(new.publishedAt == old.publishedAt)
    #expect(new.editedAt == clock.now())
    #expect(new.title == "Dong")
  }

  @Test func entriesWithoutADayKeepTheDayTheyWereFirstSeen() async throws {
    answer(
      rss(
        "<item><guid>2</guid><title>Two</title></item><item><guid>1</guid><title>One</title></item>"
      ))
    let first = posts(try await network.listen(to: source()))
    #expect(first.map(\.title) == ["One", "Two"])
    #expect(first.allSatisfy { $0.publishedAt <= clock.now() })
  }

  @Test func nothingIsPublishedInTheFuture() async throws {
    answer(
      rss("<item><guid>1</guid><title>Soon</title><pubDate>2031-01-01T00:00:00Z</pubDate></item>"))
    let post = try #require(posts(try await network.listen(to: source())).first)
    #expect(post.publishedAt == clock.now())
  }

  @Test func theSameIsAskedForOnlyIfItChanged() async throws {
    answer(
      rss("<item><guid>1</guid><title>One</title></item>"),
      headers: [("ETag", "\"a\""), ("Last-Modified", "Tue, 05 May 2026 10:00:00 GMT")])
    let first = try await network.listen(to: source())
    answer("", status: 304, headers: [("Retry-After", "10800")])
    let second = try await network.listen(to: source(first.cursor))
    let asked = try #require(wire.requests.last?.headers)
    #expect(asked.contains { $0.name == "if-none-match" && $0.value == "\"a\"" })
    #expect(asked.contains { $0.name == "if-modified-since" && $0.value.contains("10:00:00") })
    #expect(second.events.isEmpty)
    #expect(second.cursor == first.cursor)
    #expect(second.next == .hours(3))
  }

  @Test func aFeedThatMovedForGoodIsAskedAtItsNewPlaceUnderItsOldIDs() async throws {
    let body = rss("<item><guid>1</guid><title>One</title></item>")
    wire.on(.get, place, times: 1) { _ in
      WireResponse(
        status: 200, body: Array(body.utf8), address: "https://new.example/feed", movedForGood: true
      )
    }
    let first = try await network.listen(to: source())
    wire.on(
      .get, "https://new.example/feed", times: 1, status: 200,
      body: body.replacing("<item>", with: "<item><guid>2</guid><title>Two</title></item><item>"))
    let second = try await network.listen(to: source(first.cursor))
    #expect(posts(second).map(\.reference.remoteID) == [RemoteID("\(place)#2")])
  }

  @Test func anotherSitesFeedCannotRewriteWhatThisOneSays() async throws {
    answer(
      rss(
        """
        <item><guid>https://elsewhere.example/1</guid><title>Mine now</title></item>
        <item><guid>https://www.bells.example/1</guid><title>Ours</title></item>
        <item><guid>tag:bells.example,2026:3</guid><title>Ours too</title></item>
        """))
    let ids = posts(try await network.listen(to: source())).map(\.reference.remoteID.rawValue)
    #expect(
      Set(ids) == [
        "bells.example#https://elsewhere.example/1", "https://www.bells.example/1",
        "tag:bells.example,2026:3",
      ])
  }

  @Test func aCommentAnswersTheEntryThatItsIDNames() async throws {
    answer(
      rss(
        """
        <item><title>By: Ana</title>
        <guid isPermaLink="false">https://bells.example/?p=1#comment-5</guid>
        <link>https://bells.example/one/#comment-5</link><dc:creator>Ana</dc:creator></item>
        """))
    let post = try #require(
      posts(try await network.listen(to: source(kind: FeedsNetwork.Kind.comments))).first)
    #expect(post.parent == RemoteID("https://bells.example/?p=1"))
  }

  @Test(arguments: [
    ("noindex", true), ("none", true), ("noindex, follow", true), ("googlebot: noindex", false),
    ("heed: noindex", true), ("nofollow", false), ("max-snippet: 20, noindex", true),
  ])
  func aFeedThatAsksProgramsToKeepAwayMarksItsAuthors(tag: String, optedOut: Bool) async throws {
    answer(rss("<item><guid>1</guid><title>One</title></item>"), headers: [("X-Robots-Tag", tag)])
    let post = try #require(posts(try await network.listen(to: source())).first)
    #expect(post.author.optedOut == optedOut)
  }

  @Test(arguments: [
    (410, NetworkError.Kind.gone), (404, .temporary), (403, .refused), (500, .temporary),
    (429, .rateLimited), (301, .refused), (304, .refused),
  ])
  func troubleIsSaidByItsKindInWords(status: Int, kind: NetworkError.Kind) async {
    answer("", status: status, headers: [("Retry-After", "120")])
    let error = await #expect(throws: NetworkError.self) { try await network.listen(to: source()) }
    #expect(error?.kind == kind)
    #expect(error?.text.english.contains("heard before is kept") == true)
    if status == 429 { #expect(error?.retryAfter == .seconds(120)) }
  }

  @Test func aPageInTheFeedsPlaceIsTrouble() async {
    answer("<!doctype html><html><body>Sold</body></html>")
    let error = await #expect(throws: NetworkError.self) { try await network.listen(to: source()) }
    #expect(error?.kind == .malformed)
  }

  @Test func aCursorOfNowhereDoesNoHarm() async throws {
    let strange =
      #"{"pace":9223372036854775807,"seen":["zzzzzzzzzzzzzzzzzzzz 1 1","1 2","a b -c"]}"#
    for cursor in [strange, "", "{}", "[]", "{\"pace\":1}", "\u{0}"] {
      answer(rss("<item><guid>1</guid><title>One</title></item>"))
      #expect(try await posts(network.listen(to: source(cursor))).count == 1)
    }
  }

  @Test func theCursorStaysSmallWhateverTheFeedHolds() async throws {
    let items = (1...900).map { "<item><guid>\($0)</guid><title>N\($0)</title></item>" }
    answer(rss(items.joined()))
    let heard = try await network.listen(to: source())
    #expect(posts(heard).count == FeedCursor.limit)
    #expect((heard.cursor?.utf8.count ?? 0) < 40_000)
    answer(rss(items.joined()))
    #expect(try await posts(network.listen(to: source(heard.cursor))).isEmpty)
  }
}
