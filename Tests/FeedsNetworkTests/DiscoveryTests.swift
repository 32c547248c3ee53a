import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import FeedsNetwork

struct DiscoveryTests {
  private let wire = ScriptedWire()
  private var network: FeedsNetwork { FeedsNetwork(wire: wire, clock: ManualClock()) }
  private let feed = "<rss version=\"2.0\"><channel><title>Bells</title></channel></rss>"

  private func html(_ head: String) -> String {
    "<!doctype html><html><head><title>Bells \n of Ana</title>\(head)</head><body>x</body></html>"
  }

  @Test(arguments: [
    "bell", "blue bell", "#bells", "@ana@bells.example", "ana@bells.example", "",
    "mailto:a@b.example", "1.5", ".", "bells.", "a..example", "v1.2", "ftp://bells.example",
    "javascript:alert(1)",
  ])
  func wordsMeanNothingHereAndNobodyIsAsked(typed: String) async throws {
    #expect(try await network.offers(for: typed).isEmpty)
    #expect(wire.requests.isEmpty)
  }

  @Test func theAddressOfAFeedIsThatFeed() async throws {
    wire.on(.get, "https://bells.example/rss", status: 200, body: feed)
    for typed in [
      "https://bells.example/rss", "bells.example/rss", "feed:https://bells.example/rss",
      "feed://bells.example/rss", " bells.example/rss ",
    ] {
      let offers = try await network.offers(for: typed)
      #expect(offers.map(\.target) == ["https://bells.example/rss"], "\(typed)")
      #expect(offers.first?.name == "Bells")
      #expect(offers.first?.kind == FeedsNetwork.Kind.feed)
    }
  }

  @Test func whatAPageAnnouncesIsOfferedWithCommentsNamedAsSuch() async throws {
    wire.on(
      .get, "https://bells.example/blog/", status: 200,
      body: html(
        """
        <link rel="alternate" type="application/rss+xml" title="Bells &raquo; Feed" href="/feed/">
        <link rel=alternate type="application/rss+xml" title="Bells &raquo; Comments Feed"
          href="/comments/feed/">
        <link rel="alternate" type="application/feed+json; charset=utf-8" title="JSON Feed"
          href="feed.json">
        <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1">
        <link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" href="/x.css">
        <link rel="alternate" type="application/rss+xml" href="javascript:x">
        """))
    let offers = try await network.offers(for: "https://bells.example/blog/")
    #expect(
      offers.map(\.target) == [
        "https://bells.example/feed/", "https://bells.example/comments/feed/",
        "https://bells.example/blog/feed.json",
      ])
    #expect(offers.map(\.kind) == ["feed", "comments", "feed"])
    #expect(
      offers.map(\.name.english) == [
        "Bells » Feed", "Comments: Bells » Comments Feed", "Bells of Ana",
      ])
    #expect(wire.requests.count == 1)
  }

  @Test func customaryPlacesAreTriedOnlyWhereNothingIsAnnounced() async throws {
    wire.on(.get, "https://bells.example", status: 200, body: html(""))
    wire.on(.get, "https://bells.example/rss.xml", status: 200, body: feed)
    wire.on(.get, "https://bells.example/*", status: 404)
    let offers = try await network.offers(for: "bells.example")
    #expect(offers.map(\.target) == ["https://bells.example/rss.xml"])
    #expect(wire.requests.count == 5)
  }

  @Test func noMoreThanEightCustomaryPlacesAreTried() async throws {
    wire.on(.get, "https://bells.example/about", status: 200, body: html(""))
    wire.on(.get, "https://bells.example/*", status: 404)
    #expect(try await network.offers(for: "https://bells.example/about").isEmpty)
    #expect(wire.requests.count == 7)
    wire.on(
      .get, "https://more.example/@ana/", status: 200,
      body: html("") + """
        <a href="/a/feed">a</a><a href="/b/rss">b</a><a href="/c.atom">c</a><a href="/d.rss">d</a>
        """)
    wire.on(.get, "https://more.example/*", status: 404)
    #expect(try await network.offers(for: "https://more.example/@ana/").isEmpty)
    #expect(wire.requests.count == 7 + 1 + Discovery.guesses)
  }

  @Test func aPageThatAsksProgramsToKeepAwayIsLeftAlone() async {
    wire.on(
      .get, "https://bells.example/", status: 200,
      body: html(
        "<meta name=ROBOTS content='NoIndex'>"
          + "<link rel=alternate type=application/rss+xml href=/feed>"
      ))
    let error = await #expect(throws: NetworkError.self) {
      try await network.offers(for: "https://bells.example/")
    }
    #expect(error?.kind == .refused)
    #expect(wire.requests.count == 1)
  }

  /// Nothing was heard there before, so nothing is said to be kept or asked again.
  @Test(arguments: [
    (404, NetworkError.Kind.gone), (410, .gone), (401, .refused), (403, .refused), (451, .refused),
    (429, .rateLimited), (500, .temporary), (503, .temporary), (418, .refused),
  ])
  func whyNothingStandsThereIsSaidToWhoeverLooks(_ status: Int, _ kind: NetworkError.Kind)
    async throws
  {
    wire.on(.get, "https://bells.example/x", status: status, body: "")
    let error = await #expect(throws: NetworkError.self) {
      try await network.offers(for: "https://bells.example/x")
    }
    #expect(error?.kind == kind)
    #expect(error?.text.english.contains("kept") == false)
  }

  @Test func theGuardsOwnWordsAreSaid() async throws {
    let text: Message = "That is an address of the desk's own network."
    wire.on(
      .get, "https://10.0.0.1/", times: 1,
      throwing: WireError(.forbidden, text, certainlyNotSent: true))
    let error = await #expect(throws: NetworkError.self) {
      try await network.offers(for: "https://10.0.0.1/")
    }
    #expect(error?.kind == .refused && error?.text == text)
  }

  @Test func aNameThatDoesNotAnswerWasPerhapsAWord() async throws {
    #expect(try await network.offers(for: "node.js").isEmpty)
    await #expect(throws: NetworkError.self) {
      try await network.offers(for: "https://nobody.example/")
    }
  }
}
