import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import FeedsNetwork

/// Feeds as odd programs and ill-wishers write them, heard from end to end.
@Suite(.timeLimit(.minutes(5))) struct OddFeedTests {
  private let wire = ScriptedWire()
  private let clock = ManualClock(FeedDate.read("2026-05-05T12:00:00Z") ?? Instant(seconds: 0))
  private let place = "https://bells.example/blog/feed"

  private func listen(_ body: String, over wire: (any Wire)? = nil) async throws -> Heard {
    self.wire.on(.get, place, times: 1, status: 200, body: body)
    return try await FeedsNetwork(wire: wire ?? self.wire, clock: clock).listen(
      to: ListeningSource(id: ID(1), kind: FeedsNetwork.Kind.feed, target: place, cursor: nil))
  }

  private func posts(_ heard: Heard) -> [RemotePost] {
    heard.events.compactMap { if case .post(let post) = $0 { post } else { nil } }
  }

  private func rss(_ items: String, _ channel: String = "") -> String {
    """
    <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
    <title>Bells</title><link>https://bells.example/blog/</link>\(channel)\(items)</channel></rss>
    """
  }

  @Test(arguments: [
    "soon", "Tue, 31 Feb 2026 10:00:00 GMT", "0000-00-00T00:00:00Z", "-292277022657-01-27",
    "292277026596-12-04T15:30:07Z", "9223372036854775807", "Tue, 05 May 99999 10:00:00 GMT",
    "99:99:99", "Tue, 05 May 2026 25:61:61 +9999", "\u{661}\u{662} May 2026",
  ])
  func anEntryWithADateThatIsNoneIsHeardAllTheSame(_ date: String) async throws {
    let heard = posts(
      try await listen(rss("<item><guid>1</guid><title>x</title><pubDate>\(date)</pubDate></item>"))
    )
    #expect(heard.count == 1)
    #expect(heard.allSatisfy { $0.publishedAt <= clock.now() && $0.publishedAt.milliseconds >= 0 })
  }

  @Test(arguments: [
    "<ttl>9223372036854775807</ttl>", "<ttl>-5</ttl>", "<ttl>0</ttl>", "<ttl>1e9</ttl>",
    "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>",
    "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>-9</sy:updateFrequency>",
    "<sy:updatePeriod>yearly</sy:updatePeriod><sy:updateFrequency>9223372036854775807</sy:updateFrequency>",
    "<skipHours><hour>-1</hour><hour>99</hour><hour>x</hour></skipHours>",
    "<skipDays><day>Someday</day><day></day></skipDays>",
  ])
  func noWishOfAFeedMakesItAskedWithoutEndOrNever(_ wish: String) async throws {
    let heard = try await listen(rss("<item><guid>1</guid><title>x</title></item>", wish))
    let next = try #require(heard.next)
    #expect(next >= FeedTempo.shortest && next <= .days(8), "\(next)")
  }

  @Test(arguments: [
    ("2", "https://bells.example/2026/sub/2"), ("/2", "https://bells.example/2"),
    ("../2", "https://bells.example/2026/2"), ("?n=2", "https://bells.example/2026/sub/?n=2"),
    ("//other.example/2", "https://other.example/2"),
    ("https://x.example/2", "https://x.example/2"),
  ])
  func basesWithinBasesHoldForTheLinksInThem(_ link: String, _ address: String) async throws {
    let heard = posts(
      try await listen(
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://bells.example/"><title>B</title>
        <entry xml:base="2026/"><id>urn:1</id><title>x</title>
        <link xml:base="sub/" href="\(link)"/></entry></feed>
        """))
    #expect(heard.map(\.reference.address) == [address])
  }

  @Test(arguments: [
    "javascript:alert(1)", "https://[::1", "https://", "http:", "data:text/html,x",
    "file:///etc/passwd", "https://bells.example/\u{0}x", "ht\ntps://bells.example/",
  ])
  func noAddressThatIsNoneOfTheWebIsShown(_ link: String) async throws {
    let json = try JSONSerialization.data(withJSONObject: [
      "version": "https://jsonfeed.org/version/1.1", "title": "Bells", "home_page_url": link,
      "items": [
        [
          "id": "1", "url": link, "content_text": "x", "image": link,
          "authors": [["name": "Ana", "url": link, "avatar": link]],
          "attachments": [["url": link, "mime_type": "image/png"]],
        ]
      ],
    ])
    let post = try #require(posts(try await listen(String(decoding: json, as: UTF8.self))).first)
    let shown =
      [post.reference.address, post.author.page, post.author.picture] + post.media.map(\.address)
    for address in shown.compactMap({ $0 }) {
      #expect(WebLook.isWhole(address), "\(address)")
    }
  }

  /// An address that a browser would open as it stands.
  private enum WebLook {
    static func isWhole(_ address: String) -> Bool {
      guard let url = URL(string: address), let host = url.host() else { return false }
      return ["http", "https"].contains(url.scheme) && !host.isEmpty
        && address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f }
    }
  }

  @Test func entriesWithoutMeasureAreCutAndTheOthersHeard() async throws {
    let long = String(repeating: "word ", count: 400_000)
    let heard = posts(
      try await listen(
        rss(
          "<item><guid>1</guid><title>\(long)</title><description>\(long)</description></item>"
            + "<item><guid>\(long)</guid><title>two</title></item>"
            + "<item><guid>3</guid><title>three</title></item>")))
    #expect(heard.contains { $0.title == "three" })
    for post in heard {
      #expect((post.title ?? "").count < 10_000)
      #expect(post.reference.remoteID.rawValue.utf8.count < 10_000)
    }
  }

  @Test func anyValueAnywhereInAJSONFeedIsHarmless() async throws {
    let body = """
      {"version":"https://jsonfeed.org/version/1.1","title":"Bells","language":"en",
      "authors":[{"name":"Ana","url":"https://ana.example/"}],"hubs":[{"type":"x","url":"https://h.example/"}],
      "items":[{"id":"1","url":"https://bells.example/1","title":"One","content_html":"<p>x</p>",
      "date_published":"2026-05-05T10:00:00Z","date_modified":"2026-05-05T11:00:00Z","tags":["a"],
      "attachments":[{"url":"https://bells.example/1.png","mime_type":"image/png","size_in_bytes":7}]},
      {"id":2,"content_text":"two"}]}
      """
    for seed in UInt64(1)..<200 {
      do {
        for post in posts(try await listen(body, over: SpoilingWire(wire, seed: seed))) {
          #expect(post.publishedAt <= clock.now(), "seed \(seed)")
          #expect(!post.reference.remoteID.rawValue.isEmpty, "seed \(seed)")
          _ = post.text.normalised.plain
        }
      } catch let error as NetworkError {
        #expect(error.kind == .malformed, "seed \(seed): \(error)")
      }
    }
  }
}
