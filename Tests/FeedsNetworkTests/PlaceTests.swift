import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import FeedsNetwork

/// Feeds of pages that hide them, and how many questions that costs.
struct PlaceTests {
  private let wire = ScriptedWire()
  private var network: FeedsNetwork { FeedsNetwork(wire: wire, clock: ManualClock()) }
  private let feed = "<rss version=\"2.0\"><channel><title>Bells</title></channel></rss>"

  private func page(_ head: String, _ body: String = "") -> String {
    "<!doctype html><html><head><title>Ana</title>\(head)</head><body>\(body)</body></html>"
  }

  @Test func announcementsInEveryFormAreUnderstood() async throws {
    wire.on(
      .get, "https://bells.example/a/", status: 200,
      body: page(
        """
        <base href="https://files.example/b/">
        <LINK REL="Alternate Feed" TYPE="Application/RSS+XML; charset=utf-8" HREF="1">
        <link rel='alternate' type='text/xml' href='//other.example/rss.xml' title='Two'>
        <link rel=alternate href=three.atom title="Three">
        <link rel="service.feed" type="application/atom+xml" href="/four" title="Four">
        <link rel="alternate stylesheet" type="application/rss+xml" href="style">
        <link rel="alternate" type="text/xml" href="/sitemap.xml">
        <link rel="alternate" type="application/json+oembed" href="/oembed?format=json">
        <link rel="alternate" type="application/activity+json" href="/ap">
        <link rel="alternate" type="application/rss+xml" href="1">
        """, "<link rel=alternate type=application/atom+xml href=five title=Five>"))
    let offers = try await network.offers(for: "https://bells.example/a/")
    #expect(
      offers.map(\.target) == [
        "https://files.example/b/1", "https://other.example/rss.xml",
        "https://files.example/b/three.atom", "https://files.example/four",
        "https://files.example/b/five",
      ])
    #expect(offers.map(\.name) == ["Ana", "Two", "Three", "Four", "Five"])
  }

  @Test func feedsOfOneNameAreToldApart() async throws {
    wire.on(
      .get, "https://bells.example/", status: 200,
      headers: [("Link", "</h.atom>; rel=\"alternate\"; type=\"application/atom+xml\"")],
      body: page(
        """
        <link rel=alternate type=application/rss+xml title=RSS href=/rss>
        <link rel=alternate type=application/atom+xml title=Atom href=/atom>
        """))
    let offers = try await network.offers(for: "https://bells.example/")
    #expect(offers.map(\.name) == ["Ana (RSS)", "Ana (Atom)", "Ana (/h.atom)"])
    #expect(offers.last?.target == "https://bells.example/h.atom")
  }

  @Test func whatAPageOnlyLinksToIsTried() async throws {
    wire.on(
      .get, "https://bells.example/", status: 200,
      body: page(
        "",
        """
        <a href="https://reader.example/add?u=https://bells.example/rss">Read</a>
        <a href="/about">About</a><a href="/news/index.xml">Entries</a>
        <a href="/?feed=comments-rss2">Comments</a>
        """))
    wire.on(.get, "https://bells.example/news/index.xml", status: 200, body: feed)
    wire.on(.get, "https://bells.example/?feed=comments-rss2", status: 200, body: feed)
    let offers = try await network.offers(for: "https://bells.example/")
    #expect(
      offers.map(\.target) == [
        "https://bells.example/news/index.xml", "https://bells.example/?feed=comments-rss2",
      ])
    #expect(offers.map(\.kind) == ["feed", "comments"])
    #expect(wire.requests.count == 3)
  }

  @Test(arguments: [
    (
      "https://www.youtube.com/channel/UCbells",
      ["https://www.youtube.com/feeds/videos.xml?channel_id=UCbells"]
    ),
    (
      "https://m.youtube.com/playlist?list=PL-bells",
      ["https://www.youtube.com/feeds/videos.xml?playlist_id=PL-bells"]
    ),
    (
      "reddit.com/r/bells/",
      ["https://www.reddit.com/r/bells/.rss", "https://www.reddit.com/r/bells/comments/.rss"]
    ),
    ("https://old.reddit.com/user/ana", ["https://www.reddit.com/user/ana/.rss"]),
    (
      "github.com/ana/bells",
      ["https://github.com/ana/bells/releases.atom", "https://github.com/ana/bells/commits.atom"]
    ),
    ("https://github.com/ana/bells/tags", ["https://github.com/ana/bells/tags.atom"]),
    ("https://medium.com/@ana", ["https://medium.com/feed/@ana"]),
    ("https://ana.substack.com/p/one", ["https://ana.substack.com/feed"]),
    ("https://ana.blogspot.com/2026/05/", ["https://ana.blogspot.com/feeds/posts/default"]),
    ("https://bsky.app/profile/ana.example", ["https://bsky.app/profile/ana.example/rss"]),
    ("https://www.reddit.com/", []), ("https://notyoutube.com/channel/x", []),
    ("https://github.com/ana/bells/releases.atom", []),
  ])
  func knownSitesHaveKnownPlaces(address: String, places: [String]) {
    let typed = TypedAddress.candidates(for: address).first ?? address
    #expect(KnownPlaces.feeds(of: typed) == places)
  }

  @Test(arguments: [
    ("https://m.example/@ana", "/@ana.rss"), ("https://m.example/tags/bells", "/tags/bells.rss"),
    ("https://d.example/t/bells/42", "/t/bells/42.rss"),
    ("https://l.example/c/bells", "/feeds/c/bells.xml"),
    ("https://w.example/blog/", "/blog/feed/"), ("https://w.example/about", nil),
    ("https://w.example/", nil),
  ])
  func theFormOfAPathTellsWhereToLook(address: String, place: String?) {
    #expect(KnownPlaces.shaped(like: address).first == place)
  }

  @Test func aKnownSiteIsAskedForItsFeedsAlone() async throws {
    wire.on(.get, "https://www.reddit.com/r/bells/.rss", status: 200, body: feed)
    wire.on(.get, "https://www.reddit.com/r/bells/comments/.rss", status: 200, body: feed)
    let offers = try await network.offers(for: "https://reddit.com/r/bells")
    #expect(offers.map(\.kind) == ["feed", "comments"])
    #expect(wire.requests.count == 2)
  }

  @Test func aSiteThatAsksForPatienceIsNotGuessedAt() async throws {
    wire.on(.get, "https://bells.example/", status: 200, body: page(""))
    wire.on(.get, "https://bells.example/*", status: 429)
    #expect(try await network.offers(for: "https://bells.example/").isEmpty)
    #expect(wire.requests.count == 2)
  }

  @Test func theCommentsThatAFeedNamesAreOffered() async throws {
    wire.on(
      .get, "https://bells.example/feed", status: 200,
      body: """
        <rss xmlns:wfw="http://wellformedweb.org/CommentAPI/"
        xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>Bells</title>
        <item><title>One</title><wfw:commentRss>https://bells.example/1/feed</wfw:commentRss></item>
        <item><title>Quiet</title><slash:comments>0</slash:comments>
        <wfw:commentRss>https://bells.example/2/feed</wfw:commentRss></item></channel></rss>
        """)
    let offers = try await network.offers(for: "https://bells.example/feed")
    #expect(offers.map(\.name.english) == ["Bells", "Comments: One"])
    #expect(offers.map(\.target) == ["https://bells.example/feed", "https://bells.example/1/feed"])
    #expect(offers.map(\.kind) == ["feed", "comments"])
  }

  @Test func aFeedWhoseEntriesAnswerIsOneOfComments() async throws {
    wire.on(
      .get, "https://bells.example/talk", status: 200,
      body: """
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
        <title>Talk</title><entry><id>2</id><thr:in-reply-to ref="1"/></entry></feed>
        """)
    #expect(try await network.offers(for: "https://bells.example/talk").map(\.kind) == ["comments"])
  }
}
