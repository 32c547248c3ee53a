import Foundation
import HeedModel
import HeedTesting
import Testing

@testable import FeedsNetwork

/// Row 13 of the reliability table: bombs, external entities, random damage.
struct HostileFeedTests {
  /// The most memory that this process ever held, in megabytes.
  private static func peak() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
    let number = try #require(line.split(whereSeparator: \.isWhitespace).dropFirst().first)
    return try #require(Int(number)) / 1024
  }

  /// What reading costs at most, in a process of its own where no other test counts.
  private static func expectCheap(_ text: String, megabytes: Int, seconds: Int) throws {
    let bytes = Array(text.utf8)
    _ = try? FeedParser.parse(Array("<rss><channel/></rss>".utf8))
    let before = try peak()
    let (_, time) = cpuTime { try? FeedParser.parse(bytes) }
    let cost = try peak() - before
    #expect(time < .seconds(seconds), "took \(time)")
    #expect(cost < megabytes, "cost \(cost) MB")
  }

  private static let bomb: String = {
    let levels = (1...9).map {
      "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">"
    }
    return """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "lol"> \(levels.joined())
      <!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY net SYSTEM "http://127.0.0.1:9/x">
      <!ENTITY % remote SYSTEM "http://127.0.0.1:9/dtd"> %remote; ]>
      <rss version="2.0"><channel><title>&e9; &file; &net;</title></channel></rss>
      """
  }()

  @Test func entitiesOfTheDocumentAreNeitherFollowedNorGrown() throws {
    let feed = try FeedParser.parse(Array(Self.bomb.utf8))
    #expect(feed.title?.value == "&e9; &file; &net;")
  }

  @Test func bombsCostLessThanFiftyMegabytes() async {
    await #expect(processExitsWith: .success) {
      try Self.expectCheap(Self.bomb, megabytes: 50, seconds: 1)
    }
  }

  @Test func documentTypesElsewhereAreNotFetched() throws {
    let text = """
      <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
        "http://127.0.0.1:9/rss.dtd">
      <rss version="0.91"><channel><title>Old &amp; good</title></channel></rss>
      """
    #expect(try FeedParser.parse(Array(text.utf8)).title?.value == "Old & good")
  }

  @Test(arguments: [
    ("<a>", 200_000), ("<a/>", 200_000), ("<item>", 100_000), ("x ", 4_000_000),
    ("<a b=\"\">", 100_000), ("<!--", 100_000), ("&", 300_000), ("<![CDATA[", 50_000),
    ("</a>", 200_000), ("<!DOCTYPE [", 50_000), ("<![CDATA[]]>", 100_000), ("&#1;", 200_000),
    ("<item><title>x</title></item>", 30_000),
  ])
  func depthAndNumberHaveAnEnd(piece: String, count: Int) async {
    await #expect(processExitsWith: .success) { [piece, count] in
      try Self.expectCheap(
        "<rss><channel><item>" + String(repeating: piece, count: count), megabytes: 50, seconds: 5)
    }
  }

  @Test func deepJSONIsRefused() {
    let deep = "{\"version\":\"1\",\"items\":" + String(repeating: "[", count: 100_000)
    #expect(throws: FeedParser.Failure.noFeed) { try FeedParser.parse(Array(deep.utf8)) }
  }

  @Test func moreThanTheLimitIsRefusedUnread() {
    let bytes = [UInt8](repeating: 0x20, count: FeedLimits.bytes + 1)
    #expect(throws: FeedParser.Failure.tooLarge) { try FeedParser.parse(bytes) }
  }

  @Test func randomDamageNeverCrashes() throws {
    let seed: UInt64 = 20_261_122
    print("seed \(seed)")
    let randomness = SeededRandomness(seed: seed)
    let samples = [
      """
      <?xml version="1.0" encoding="utf-8"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
      <title>a &amp; b</title><item><title><![CDATA[x]]></title>
      <guid isPermaLink="false">1</guid><dc:creator>é ☕</dc:creator>
      <pubDate>Wed, 31 Dec 2003 10:14:55 GMT</pubDate></item></channel></rss>
      """,
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://e.example/"><entry>
      <id>tag:e.example,2020:1</id><content type="xhtml">
      <div xmlns="http://www.w3.org/1999/xhtml"><p>x<br/></p></div></content>
      <updated>2020-01-01T00:00:00Z</updated></entry></feed>
      """,
      """
      {"version":"https://jsonfeed.org/version/1.1","title":"T",
      "items":[{"id":"1","content_html":"<p>x","tags":["a",1,null]}]}
      """,
    ].map { Array($0.utf8) }
    for round in 0..<1500 {
      var bytes = samples[round % samples.count]
      for _ in 0..<(1 + randomness.number() % 8) {
        let at = Int(randomness.number() % UInt64(bytes.count))
        switch randomness.number() % 4 {
        case 0: bytes[at] = UInt8(truncatingIfNeeded: randomness.number())
        case 1: bytes.remove(at: at)
        case 2:
          bytes.insert(
            contentsOf: [0x3C, 0x26, 0x22, 0x00, 0xFF].shuffledSlice(randomness), at: at)
        default: bytes = Array(bytes.prefix(max(at, 2)))
        }
        if bytes.isEmpty { bytes = [0x3C] }
      }
      _ = try? FeedParser.parse(bytes)
    }
  }
}

extension [UInt8] {
  fileprivate func shuffledSlice(_ randomness: SeededRandomness) -> ArraySlice<UInt8> {
    let start = Int(randomness.number() % UInt64(count))
    return self[start...]
  }
}
