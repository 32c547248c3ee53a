import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import FeedsNetwork

/// Feeds as they stood on the web: `feeds-netnewswire`.
@Suite(.enabled(if: Corpora.has("feeds-netnewswire")))
struct RealFeedTests {
  /// What is wrong with those few whose every entry does not carry words and an id or a link.
  private static let poor: [String: String] = [
    "allthis-partial.json": "the file was cut",
    "authors.json": "its entries have authors and nothing else",
    "shopify-namespace.rss": "its entry has no date",
  ]

  @Test func everyRealFeedIsReadWithWordsAndPlaceInUnderASecond() throws {
    var feeds = 0
    var agreed = 0
    var slowest: (name: String, time: Duration) = ("", .zero)
    for file in try Corpora.files(in: "feeds-netnewswire") {
      let name = file.lastPathComponent
      let bytes = try Corpora.bytes(file)
      let (feed, time) = cpuTime { try? FeedParser.parse(bytes) }
      if time > slowest.time { slowest = (name, time) }
      #expect(time < .seconds(1), "\(name) took \(time)")
      guard !["html", "opml", "txt", "LICENSE"].contains(file.pathExtension) else {
        #expect(feed == nil || file.pathExtension == "opml", "\(name) is no feed")
        continue
      }
      feeds += 1
      let lacking = feed.map(Self.lacks) ?? ["it is not read"]
      if lacking.isEmpty || feed != nil && Self.poor[name] != nil { agreed += 1 }
      if lacking.isEmpty { continue }
      let reason = Self.poor[name]
      let said = lacking.joined(separator: ", ")
      print("\(name): \(said), for \(reason ?? "NO REASON KNOWN")")
      #expect(feed != nil && reason != nil, "\(name): \(said)")
    }
    print("netnewswire: \(agreed) of \(feeds) give all that they hold, slowest \(slowest)")
    #expect(feeds >= 40)
    #expect(Double(agreed) >= 0.97 * Double(feeds))
  }

  private static func lacks(_ feed: ParsedFeed) -> [String] {
    var lacks: [String] = []
    if feed.title == nil { lacks.append("no title") }
    if feed.entries.isEmpty { lacks.append("no entries") }
    if feed.isPartial { lacks.append("partial") }
    let count = feed.entries.count
    func ask(_ what: String, _ holds: (ParsedEntry) -> Bool) {
      let missing = feed.entries.count { !holds($0) }
      if missing > 0 { lacks.append("\(missing) of \(count) without \(what)") }
    }
    ask("id or link") { $0.id != nil || $0.link != nil }
    ask("words") { $0.title != nil || $0.content != nil || $0.summary != nil }
    ask("date") { $0.published != nil || $0.updated != nil }
    return lacks
  }
}

/// Real feeds and pages on their whole way through the network.
@Suite(.enabled(if: Corpora.has("feeds-netnewswire")))
struct RealListeningTests {
  private let wire = ScriptedWire()
  private let clock = ManualClock()

  private func serve(_ file: URL, at address: String) throws {
    let bytes = try Corpora.bytes(file)
    wire.on(.get, address) { request in
      WireResponse(status: 200, body: bytes, address: request.address)
    }
  }

  @Test func everyRealEntryIsHeardOnceWithWordsAnAuthorAndATime() async throws {
    let network = FeedsNetwork(wire: wire, clock: clock)
    var total = 0
    for (number, file) in try Corpora.files(in: "feeds-netnewswire").enumerated()
    where ["rss", "atom", "rdf", "xml", "json"].contains(file.pathExtension) {
      let name = file.lastPathComponent
      let address = "https://site\(number).example/feed"
      try serve(file, at: address)
      var source = ListeningSource(
        id: ID(1), kind: FeedsNetwork.Kind.feed, target: address, cursor: nil)
      let heard = try await network.listen(to: source)
      total += heard.events.count
      var ids: Set<RemoteID> = []
      for case .post(let post) in heard.events {
        #expect(ids.insert(post.reference.remoteID).inserted, "\(name)")
        #expect(post.publishedAt <= clock.now(), "\(name)")
        #expect(!post.author.name.isEmpty && !post.author.address.isEmpty, "\(name)")
        #expect(
          post.title != nil || !post.text.isEmpty || !post.media.isEmpty || name == "authors.json",
          "\(name) \(post.reference.remoteID)")
      }
      source.cursor = heard.cursor
      let again = try await network.listen(to: source)
      #expect(again.events.isEmpty, "\(name) tells what it told before")
      let next = try #require(heard.next)
      #expect(next >= FeedTempo.shortest && next <= FeedTempo.longest, "\(name)")
    }
    print("heard \(total) real entries")
    #expect(total > 500)
  }

  @Test(arguments: [
    (
      "DaringFireball.html", ["https://daringfireball.net/feeds/main"],
      "https://daringfireball.net/"
    ),
    ("furbo.html", ["http://furbo.org/feed/"], "https://furbo.org/"),
    ("inessential.html", ["http://inessential.com/xml/rss.xml"], "https://inessential.com/"),
    ("sixcolors.html", ["http://feedpress.me/sixcolors"], "https://sixcolors.com/"),
  ])
  func realPagesLeadToTheirFeeds(name: String, expected: [String], page: String) async throws {
    try serve(Corpora.root.appending(path: "feeds-netnewswire/\(name)"), at: page)
    let offers = try await FeedsNetwork(wire: wire, clock: clock).offers(for: page)
    print("\(name): \(offers.map { "\($0.kind) \($0.target) \($0.name)" })")
    #expect(!offers.isEmpty)
    for target in expected { #expect(offers.contains { $0.target == target }, "\(name)") }
  }
}
