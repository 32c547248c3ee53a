import HeedModel
import Testing

@testable import FeedsNetwork

/// What modules beside the formats say.
struct ModuleTests {
  private func feed(_ text: String) throws -> ParsedFeed { try FeedParser.parse(Array(text.utf8)) }

  @Test func commentsAndWhatTheyAnswerAreKnown() throws {
    let rss = try feed(
      """
      <rss xmlns:w="http://wellformedweb.org/CommentAPI/"
      xmlns:s="http://purl.org/rss/1.0/modules/slash/"><channel><item>
      <comments>https://e.example/1#comments</comments><s:comments>12</s:comments>
      <w:commentRss>https://e.example/1/feed</w:commentRss></item></channel></rss>
      """
    ).entries[0]
    #expect(rss.commentsPage == "https://e.example/1#comments")
    #expect(rss.commentCount == 12)
    #expect(rss.commentsFeed == "https://e.example/1/feed")
    let atom = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:t="http://purl.org/syndication/thread/1.0"
      xml:base="https://e.example/"><entry><t:in-reply-to ref="tag:e.example,2026:1" href="1"/>
      <link rel="replies" type="application/atom+xml" href="2/feed"/>
      <link rel="replies" type="text/html" href="2#r"/><t:total>3</t:total></entry></feed>
      """
    ).entries[0]
    #expect(atom.inReplyTo == "tag:e.example,2026:1")
    #expect(atom.inReplyToPage == "https://e.example/1")
    #expect(atom.commentsFeed == "https://e.example/2/feed")
    #expect(atom.commentsPage == "https://e.example/2#r")
    #expect(atom.commentCount == 3)
  }

  @Test func thePaceThatAFeedAsksForIsKnown() throws {
    let pace = try feed(
      """
      <rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><ttl> 90 </ttl>
      <skipHours><hour>0</hour><hour>24</hour><hour>7</hour><hour>99</hour></skipHours>
      <skipDays><day>Sunday</day><day>wednesday</day><day>Moonday</day></skipDays>
      <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
      </channel></rss>
      """
    ).pace
    #expect(pace.ttl == .minutes(90))
    #expect(pace.skipHours == [0, 7])
    #expect(pace.skipDays == [0, 3])
    #expect(pace.period == .hours(6))
  }

  @Test func hubsDeletionsAndTheWishNotToBeIndexedAreKnown() throws {
    let feed = try feed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:x="http://www.w3.org/1999/xhtml"
      xmlns:d="http://purl.org/atompub/tombstones/1.0"><link rel="hub" href="https://hub.example/"/>
      <link rel="self" href="https://e.example/feed"/><x:meta name="robots" content="noindex"/>
      <d:deleted-entry ref="https://e.example/1" when="2026-05-05T10:00:00Z"/></feed>
      """)
    #expect(feed.hubs == ["https://hub.example/"])
    #expect(feed.selfLink == "https://e.example/feed")
    #expect(feed.asksNotToIndex)
    #expect(
      feed.deletions == [
        FeedDeletion(id: "https://e.example/1", at: FeedDate.read("2026-05-05T10:00:00Z"))
      ])
  }

  @Test(arguments: [
    ("ana@e.example (Ana)", FeedPerson(name: "Ana", email: "ana@e.example")),
    ("Ana Blue <ana@e.example>", FeedPerson(name: "Ana Blue", email: "ana@e.example")),
    ("mailto:ana@e.example", FeedPerson(email: "ana@e.example")),
    ("\"Ana\" [ana@e.example]", FeedPerson(name: "Ana", email: "ana@e.example")),
    ("Ana (the elder)", FeedPerson(name: "Ana (the elder)")),
    ("@ana@bolha.example", FeedPerson(name: "@ana@bolha.example")),
  ])
  func peopleInOneLineAreTakenApart(line: String, person: FeedPerson) {
    #expect(FeedPerson(line: line) == person)
  }

  @Test func theFormOfRSSWordsIsToldByTheirLook() {
    for html in ["<p>x</p>", "a<br/>b", "R&amp;D", "it&#8217;s", "</b>", "<!-- x -->"] {
      #expect(html.looksLikeHTML, "\(html)")
    }
    for plain in ["1 < 2", "a & b", "", "<3", "x <", "&", "AT&T", "& ; x"] {
      #expect(!plain.looksLikeHTML, "\(plain)")
    }
  }
}
