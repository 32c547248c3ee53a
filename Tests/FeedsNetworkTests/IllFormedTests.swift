import Foundation
import HeedModel
import Testing

@testable import FeedsNetwork

struct IllFormedTests {
  private func feed(_ text: String) throws -> ParsedFeed { try FeedParser.parse(Array(text.utf8)) }

  @Test func entitiesOfHTMLBecomeTheirCharacters() throws {
    let feed = try feed(
      "<rss><channel><title>Caf&eacute;&nbsp;&amp;&hellip; &unknown; &#8364;&#150;&#x27;"
        + "</title></channel></rss>"
    )
    #expect(feed.title?.value == "Café\u{A0}&… &unknown; €–'")
  }

  @Test func looseMarksStayWhatTheyAre() throws {
    let feed = try feed(
      """
      <rss><channel><title>R&D & 1 < 2 <ana@example.org> a<b</title>
      <link>https://e.example/?a=1&b=2</link></channel></rss>
      """
    )
    #expect(feed.title?.value.hasPrefix("R&D & 1 < 2 <ana@example.org> a") == true)
    #expect(feed.link == "https://e.example/?a=1&b=2")
  }

  @Test func junkAroundTheFeedIsPassedOver() throws {
    let feed = try feed(
      """
      <br />
      <b>Warning</b>: something in /index.php & more
      \u{FEFF}
      <?xml version="1.0"?><!-- a -- b --><rss version="2.0">
      <channel><title>Here</title></channel></rss>
      <script>after()</script>
      """)
    #expect(feed.title?.value == "Here")
  }

  @Test func tagsThatNeverCloseEndWithWhatHoldsThem() throws {
    let feed = try feed(
      """
      <rss><channel><title>T</title>
      <item><title>One<description>a<br>b<p>c</description></item>
      <item><title>Two</Title><link>https://e.example/2</link></item></b>
      <item><title>Three</title>
      """)
    #expect(feed.entries.count == 3)
    #expect(feed.entries[0].summary == nil || feed.entries[0].title != nil)
    #expect(feed.entries[1].title?.value == "Two")
    #expect(feed.entries[1].link == "https://e.example/2")
    #expect(feed.entries[2].title?.value == "Three")
    #expect(feed.isPartial)
  }

  @Test func everyCutOfAFeedKeepsTheEntriesBeforeIt() throws {
    let items = (1...5).map { "<item><title>N\($0)</title><guid>g\($0)</guid></item>" }
    let whole = Array(
      "<rss version=\"2.0\"><channel><title>T</title>\(items.joined())</channel></rss>".utf8)
    for length in stride(from: 20, to: whole.count, by: 1) {
      let cut = Array(whole.prefix(length))
      guard let feed = try? FeedParser.parse(cut) else { continue }
      let complete =
        String(decoding: cut, as: UTF8.self).components(separatedBy: "</item>").count - 1
      #expect(feed.entries.count >= complete)
    }
  }

  @Test func prefixesMeanTheirNamespaceAndNothingElse() throws {
    let feed = try feed(
      """
      <rss xmlns:x="http://purl.org/rss/1.0/modules/content/"
      xmlns:content="https://other.example/ns"><channel><item><x:encoded>Right</x:encoded>
      <content:encoded>Wrong</content:encoded></item></channel></rss>
      """)
    #expect(feed.entries[0].content?.value == "Right")
  }

  @Test func prefixesThatNobodyDeclaredMeanTheUsual() throws {
    let feed = try feed(
      """
      <rss><channel><item><content:encoded>Whole</content:encoded><dc:creator>Ana</dc:creator>
      </item></channel></rss>
      """
    )
    #expect(feed.entries[0].content?.value == "Whole")
    #expect(feed.entries[0].authors == [FeedPerson(name: "Ana")])
  }

  @Test func attributesWithoutQuotesAndTwiceAreRead() throws {
    let feed = try feed(
      """
      <rss version=2.0><channel><item><enclosure url=https://e.example/a.mp3?x=1&y=2
      type='audio/mpeg' type="x" length=12/></item></channel></rss>
      """
    )
    #expect(
      feed.entries[0].enclosures == [
        FeedEnclosure(address: "https://e.example/a.mp3?x=1&y=2", type: "audio/mpeg", length: 12)
      ])
    #expect(feed.version == "2.0")
  }

  @Test func jsonThatWasCutKeepsItsWholeEntries() throws {
    let whole =
      """
      {"version":"https://jsonfeed.org/version/1.1","title":"T","items":[
      {"id":"1","content_text":"a\tb"},{"id":"2","content_text":"c"},{"id":"3","con
      """
    let feed = try feed(whole)
    #expect(feed.entries.map(\.id) == ["1", "2"])
    #expect(feed.isPartial)
  }

  @Test func aPageIsNoFeed() {
    for page in [
      "<!doctype html><html><head><title>x</title></head><body><rss></rss></body></html>", "",
      "hello", "<x/>", "[]", "{}", "{\"a\":1}",
    ] {
      #expect(throws: FeedParser.Failure.noFeed) { try feed(page) }
    }
  }
}
