import HeedModel
import Testing

@testable import FeedsNetwork

/// Formats that few programs write any more, and formats that are written wrongly.
struct OldFormatTests {
  private func feed(_ text: String) throws -> ParsedFeed {
    try FeedParser.parse(Array(text.utf8), address: "https://bells.example/feed")
  }

  @Test func rssOfTheFirstDaysIsRead() throws {
    let feed = try feed(
      """
      <?xml version="1.0"?>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>Bells</title>
      <link>https://bells.example/</link><description>All that rings</description></channel>
      <image><title>Logo</title><url>https://bells.example/i.png</url>
      <link>https://elsewhere.example/</link></image>
      <item><title>One</title><link>https://bells.example/1</link></item>
      <textinput><title>Search</title><link>https://bells.example/s</link></textinput></rdf:RDF>
      """)
    #expect(feed.title?.value == "Bells")
    #expect(feed.link == "https://bells.example/")
    #expect(feed.subtitle?.value == "All that rings")
    #expect(feed.image == "https://bells.example/i.png")
    #expect(feed.entries.map(\.link) == ["https://bells.example/1"])
  }

  @Test func rdfNamesItsItemsAndDublinCoreTellsTheRest() throws {
    let feed = try feed(
      """
      <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
      <channel r:about="https://bells.example/feed"><title>Bells</title>
      <link>https://bells.example/</link><d:language>fr</d:language><d:creator>Zoé</d:creator>
      <items><r:Seq><r:li r:resource="https://bells.example/1"/></r:Seq></items></channel>
      <item r:about="https://bells.example/1"><title>Un</title><d:date>2026-05-05T10:00+02:00</d:date>
      <d:creator>Ana</d:creator><d:creator>Bo</d:creator><d:subject>brass</d:subject></item></r:RDF>
      """)
    let entry = try #require(feed.entries.first)
    #expect(feed.language == "fr")
    #expect(feed.authors == [FeedPerson(name: "Zoé")])
    #expect(entry.about == "https://bells.example/1")
    #expect(entry.authors.map(\.name) == ["Ana", "Bo"])
    #expect(entry.published == FeedDate.read("2026-05-05T08:00:00Z"))
    #expect(entry.categories.map(\.term) == ["brass"])
  }

  @Test func channelsOfTheChannelFormatAreRead() throws {
    let feed = try feed(
      """
      <CHANNEL HREF="https://bells.example/" LASTMOD="2003-12-31T10:14Z"><TITLE>Bells</TITLE>
      <ABSTRACT>All that rings</ABSTRACT>
      <ITEM HREF="/1" LASTMOD="2003-12-30T09:00Z"><TITLE>One</TITLE><ABSTRACT>Ding</ABSTRACT></ITEM>
      </CHANNEL>
      """)
    #expect(feed.link == "https://bells.example/")
    #expect(feed.subtitle?.value == "All that rings")
    #expect(feed.updated == FeedDate.read("2003-12-31T10:14:00Z"))
    let entry = try #require(feed.entries.first)
    #expect(entry.link == "https://bells.example/1")
    #expect(entry.summary?.value == "Ding")
    #expect(entry.updated == FeedDate.read("2003-12-30T09:00:00Z"))
  }

  @Test(arguments: [
    "xmlns=\"http://www.w3.org/2005/Atom\"", "xmlns=\"https://bells.example/our-own-rss\"",
    "xmlns=\"http://backend.userland.com/rss2\"", "", "xmlns=\"http://www.w3.org/1999/xhtml\"",
  ])
  func rssUnderAnyNamespaceIsRSS(declaration: String) throws {
    let feed = try feed(
      """
      <rss version="2.0" \(declaration) xmlns:a="http://www.w3.org/2005/Atom"><channel>
      <title>Bells</title><link>https://bells.example/</link>
      <a:link rel="self" href="https://bells.example/feed"/>
      <item><title>One</title><link>https://bells.example/1</link><guid>1</guid>
      <description>Ding</description><pubDate>Tue, 05 May 2026 10:00:00 GMT</pubDate></item>
      </channel></rss>
      """)
    #expect(feed.title?.value == "Bells")
    #expect(feed.link == "https://bells.example/")
    #expect(feed.selfLink == "https://bells.example/feed")
    let entry = try #require(feed.entries.first)
    #expect(entry.id == "1")
    #expect(entry.link == "https://bells.example/1")
    #expect(entry.summary?.value == "Ding")
    #expect(entry.published == FeedDate.read("2026-05-05T10:00:00Z"))
  }

  @Test(arguments: [
    "xmlns=\"http://www.w3.org/2005/Atom\"", "xmlns=\"https://bells.example/our-own-atom\"",
    "xmlns=\"http://purl.org/atom/ns#\"", "", "xmlns='HTTPS://www.w3.org/2005/Atom/'",
  ])
  func atomUnderAnyNamespaceIsAtom(declaration: String) throws {
    let feed = try feed(
      """
      <feed \(declaration) xmlns:media="http://search.yahoo.com/mrss/"><title>Bells</title>
      <entry><media:title>Not this</media:title><title>One</title><id>urn:uuid:1</id>
      <link href="1.html"/><updated>2026-05-05T10:00:00Z</updated>
      <content type="html">&lt;b&gt;Ding&lt;/b&gt;</content></entry></feed>
      """)
    #expect(feed.title?.value == "Bells")
    let entry = try #require(feed.entries.first)
    #expect(entry.title?.value == "One")
    #expect(entry.id == "urn:uuid:1")
    #expect(entry.link == "https://bells.example/1.html")
    #expect(entry.content == FeedText("<b>Ding</b>", .html, base: "https://bells.example/feed"))
  }

  @Test func anAtomEntryAloneIsAFeedOfOne() throws {
    let feed = try feed(
      """
      <entry xmlns="http://www.w3.org/2005/Atom"><id>tag:bells.example,2026:1</id><title>One</title>
      <updated>2026-05-05T10:00:00Z</updated></entry>
      """)
    #expect(feed.entries.map(\.id) == ["tag:bells.example,2026:1"])
    #expect(throws: FeedParser.Failure.noFeed) { try self.feed("<entry><word>bell</word></entry>") }
  }

  @Test func atomWithModesIsReadByThem() throws {
    let feed = try feed(
      """
      <feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="en"><tagline>Rings</tagline>
      <modified>2003-12-31T10:14:55Z</modified>
      <entry><issued>2003-12-30T10:00:00Z</issued><modified>2003-12-31T10:00:00Z</modified>
      <author><name>Ana</name><url>https://ana.example/</url></author>
      <content type="text/html" mode="base64">PGI+RGluZzwvYj4=</content></entry>
      <entry><content type="text/html" mode="escaped">&lt;b&gt;Dong&lt;/b&gt;</content></entry>
      <entry><content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml"
      ><b>Dang</b></div></content></entry></feed>
      """)
    #expect(
      feed.entries.map { $0.content?.value } == ["<b>Ding</b>", "<b>Dong</b>", "<b>Dang</b>"])
    #expect(feed.entries[0].authors == [FeedPerson(name: "Ana", page: "https://ana.example/")])
    #expect(feed.entries[0].published == FeedDate.read("2003-12-30T10:00:00Z"))
    #expect(feed.entries[0].updated == FeedDate.read("2003-12-31T10:00:00Z"))
    #expect(feed.subtitle?.value == "Rings")
    #expect(feed.language == "en")
  }

  @Test func basesAndLanguagesHoldForWhatStandsInThem() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/" xml:lang="en">
      <entry xml:base="y/" xml:lang="de"><link href="1"/><content type="html" xml:base="/z/">a</content>
      <link rel="http://www.iana.org/assignments/relation/enclosure" href="f.mp3" length="-5"/></entry>
      <entry xml:lang=""><link href="//b.example/2"/></entry></feed>
      """)
    #expect(feed.entries[0].link == "https://a.example/x/y/1")
    #expect(feed.entries[0].language == "de")
    #expect(feed.entries[0].content?.base == "https://a.example/z/")
    #expect(feed.entries[0].enclosures == [FeedEnclosure(address: "https://a.example/x/y/f.mp3")])
    #expect(feed.entries[1].link == "https://b.example/2")
    #expect(feed.entries[1].language == nil)
  }
}
