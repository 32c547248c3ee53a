import HeedModel
import Testing

@testable import FeedsNetwork

/// Documents that are no XML, read as they were meant.
struct MendingTests {
  private func feed(_ text: String) throws -> ParsedFeed { try FeedParser.parse(Array(text.utf8)) }

  private func item(_ text: String) throws -> ParsedEntry {
    try #require(
      feed("<rss version=\"2.0\"><channel><title>T</title><item>\(text)</item></channel></rss>")
        .entries.first)
  }

  @Test func aPartThatNeverClosesEndsWhereTheNextBegins() throws {
    let entry = try item(
      """
      <title>One<link>https://e.example/1<guid>g1<pubDate>Tue, 05 May 2026 10:00:00 GMT
      <dc:creator>Ana</dc:creator><description>a <b>bold</b> bell<category>brass</category>
      <enclosure url="https://e.example/1.mp3">
      """)
    #expect(entry.title?.value == "One")
    #expect(entry.link == "https://e.example/1")
    #expect(entry.id == "g1")
    #expect(entry.published == FeedDate.read("2026-05-05T10:00:00Z"))
    #expect(entry.authors == [FeedPerson(name: "Ana")])
    #expect(entry.summary?.value.hasPrefix("a <b>bold</b> bell") == true)
    #expect(entry.enclosures.map(\.address) == ["https://e.example/1.mp3"])
  }

  @Test func itemsThatNeverCloseAreItemsAllTheSame() throws {
    let feed = try feed(
      "<rss><channel><item><title>1</title><item><title>2</title><item><title>3</channel></rss>")
    #expect(feed.entries.map { $0.title?.value } == ["1", "2", "3"])
    let first = try self.feed("<rss><channel><title>T<item><title>1</item></channel></rss>")
    #expect(first.title?.value == "T")
    #expect(first.entries.count == 1)
  }

  @Test func linksWithoutAnEndInAtomDoNotSwallowTheEntry() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><link href="https://e.example/"><title>T</title>
      <entry><link href="https://e.example/1"><id>1</id><title>One</title>
      <summary>Ding</summary></entry><entry><id>2</id></entry></feed>
      """)
    #expect(feed.title?.value == "T")
    #expect(feed.entries.map(\.id) == ["1", "2"])
    #expect(feed.entries[0].link == "https://e.example/1")
    #expect(feed.entries[0].title?.value == "One")
    #expect(feed.entries[0].summary?.value == "Ding")
  }

  @Test func nakedHTMLInWordsStaysHTML() throws {
    let entry = try item(
      "<description>a<br>b<img src=x.png>c <p>d</p><hr/>e</description><guid><i>g</i></guid>")
    #expect(entry.summary?.value == "a<br>b<img src=\"x.png\">c <p>d</p><hr>e")
    #expect(entry.id == "g")
  }

  @Test func sectionsInsideSectionsAreOne() throws {
    let entry = try item(
      """
      <title><![CDATA[a <![CDATA[b]]> c]]></title>
      <description><![CDATA[x ]]]]><![CDATA[> y]]></description>
      """)
    #expect(entry.title?.value == "a b c")
    #expect(entry.summary?.value == "x ]]> y")
  }

  @Test func sectionsThatNeverEndEndWithTheirElement() throws {
    let entry = try item(
      """
      <title><![CDATA[One</title><link>https://e.example/1</link>
      <description><![CDATA[<p>Ding</p>]]></description>
      """)
    #expect(entry.title?.value == "One")
    #expect(entry.link == "https://e.example/1")
    #expect(entry.summary?.value == "<p>Ding</p>")
    let last = try item("<title><![CDATA[One</title><guid>1</guid>")
    #expect(last.title?.value == "One")
    #expect(last.id == "1")
  }

  @Test func controlCharactersGoAndThoseOfWindowsAreMeant() throws {
    let entry = try item(
      "<title>a\u{1}b\u{8}\u{B}c\u{FFFE}d \u{93}e\u{94} &#147;f&#148; &#x0;&#11;g ]]> h</title>")
    #expect(entry.title?.value == "abcd “e” “f” g  h")
  }

  @Test(arguments: [
    "\u{FEFF}", "\n\n  ", "\u{FEFF}\n", "HTTP/1.1 200 OK\n\n", "<!-- x -->\n", "\0\0",
  ])
  func whatStandsBeforeTheDeclarationIsPassedOver(junk: String) throws {
    let feed = try feed(
      "\(junk)<?xml version=\"1.0\"?><rss><channel><title>T</title></channel></rss>")
    #expect(feed.title?.value == "T")
  }

  @Test func escapedOnceIsMarkupAndEscapedTwiceIsWords() throws {
    let entry = try item("<title>&lt;b&gt;R&amp;amp;D&lt;/b&gt;</title>")
    #expect(entry.title?.words == "R&D")
    #expect(try item("<title>1 &amp;lt; 2 &amp;amp; 3</title>").title?.words == "1 < 2 & 3")
    let atom = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">&amp;lt;b&amp;gt; is bold</title>
      <subtitle type="text">&lt;b&gt; is bold</subtitle>
      <rights type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x</div></rights></feed>
      """)
    #expect(atom.title?.words == "<b> is bold")
    #expect(atom.subtitle?.words == "<b> is bold")
  }

  @Test func entitiesThatNobodyDeclaredAreHTMLs() throws {
    let entry = try item(
      """
      <title>a&nbsp;&mdash;&nbsp;b &eacute;&Eacute; &hearts; &amp; AT&T &copy &foo; & b</title>
      <link>https://e.example/?a=1&copy=2&lt=3&amp;d=4</link>
      """)
    #expect(entry.title?.value == "a\u{A0}—\u{A0}b éÉ ♥ & AT&T &copy &foo; & b")
    #expect(entry.link == "https://e.example/?a=1&copy=2&lt=3&d=4")
  }

  @Test(arguments: [
    #"{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"title":"a\ud83d",},],}"#,
    #"{"items":[{"id":1,"title":"a\udc00"}],"title":"T"}"#,
    ")]}',\n"
      + #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"a\uZZ"}]}"#,
    "\u{FEFF}"
      + #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"a\'b"}]}"#,
  ])
  func jsonWithCommasAndEscapesTooManyIsRead(text: String) throws {
    let entry = try #require(feed(text).entries.first)
    #expect(entry.id == "1")
    #expect(entry.title?.value.hasPrefix("a") == true)
  }

  @Test func jsonFeedsOfBothVersionsGiveTheirFields() throws {
    let feed = try feed(
      """
      {"version":"https://jsonfeed.org/version/1.1","title":"Bells","language":"de-AT",
      "home_page_url":"https://bells.example/","authors":[{"name":"Ana","url":"https://ana.example"}],
      "items":[{"id":7,"url":"/7","content_html":"<p>Ding</p>","content_text":"Ding","summary":"D",
      "date_published":"2026-05-05T10:00:00+02:00","tags":["a","b"],"language":"en",
      "attachments":[{"url":"f.mp3","mime_type":"audio/mpeg","size_in_bytes":"12"}]},
      {"id":"8","content_text":"<3","author":{"name":"Bo"},"tags":"c, d"},{"id":"9","author":"Cy"}]}
      """)
    let entry = feed.entries[0]
    #expect(feed.language == "de-AT")
    #expect(entry.link == "https://bells.example/7")
    #expect(entry.content?.form == .html)
    #expect(entry.published == FeedDate.read("2026-05-05T08:00:00Z"))
    #expect(
      entry.enclosures == [
        FeedEnclosure(address: "https://bells.example/f.mp3", type: "audio/mpeg", length: 12)
      ])
    #expect(feed.entries[1].content == FeedText("<3", .plain))
    #expect(feed.entries[1].categories.map(\.term) == ["c", "d"])
    #expect(feed.entries[1].authors == [FeedPerson(name: "Bo")])
    #expect(feed.entries[2].authors == [FeedPerson(name: "Cy")])
  }
}
