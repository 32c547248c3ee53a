import Foundation
import Testing

@testable import FeedsNetwork

struct OutlineTests {
  @Test func whatIsWrittenIsReadAgain() throws {
    let outlines = [
      OPMLOutline(
        title: "Bells & <whistles>",
        children: [
          OPMLOutline(
            title: "Ana \"Blue\"", feed: "https://bells.example/feed?a=1&b=2",
            page: "https://bells.example/"),
          OPMLOutline(title: "日本語", feed: "https://bells.example/ja"),
        ]),
      OPMLOutline(title: "Alone", feed: "https://alone.example/feed"),
    ]
    let written = OPML.write(outlines, title: "Sources & more")
    #expect(OPML.parse(Array(written.utf8)) == outlines)
    #expect(outlines.flatMap(\.feeds).count == 3)
  }

  @Test func illFormedOutlinesAreRead() {
    let text = "<opml><body><outline text='R&D' xmlurl=https://a.example/feed><outline text=x"
    #expect(
      OPML.parse(Array(text.utf8))?.flatMap(\.feeds).map(\.feed) == ["https://a.example/feed"])
    #expect(OPML.parse(Array("<rss><channel/></rss>".utf8)) == nil)
    #expect(OPML.parse(Array("{}".utf8)) == nil)
  }

  @Test(
    .enabled(if: Corpora.has("feeds-netnewswire")),
    arguments: ["Subs.opml", "SubsNoTitleAttributes.opml"])
  func realOutlinesGiveTheirFeeds(name: String) throws {
    let file = Corpora.root.appending(path: "feeds-netnewswire/\(name)")
    let feeds = try #require(OPML.parse(Corpora.bytes(file))).flatMap(\.feeds)
    print("\(name): \(feeds.count) feeds")
    #expect(feeds.count > 100)
    #expect(feeds.allSatisfy { !$0.title.isEmpty && $0.feed.map(FeedAddress.isWeb) == true })
  }
}
