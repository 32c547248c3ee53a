import Foundation
import Testing

@testable import HeedMarkup

@Suite struct HTMLPageTests {
  @Test func aPageTellsItsTitleLinksAndBase() {
    let page = HTMLPage(
      """
      <!doctype html><html lang=de><head><title> Our
      shop </title><base href="/sub/"><base href="/other/">
      <link REL="Alternate feed" type="application/RSS+xml; charset=utf-8" href="feed.xml" title=News>
      </head><body><a href="#x" rel=me>Me</a><a href="javascript:1">no</a><img src=p.png>
      <template><a href=hidden></a></template></body>
      """, at: "https://a.example/dir/page?q#f")
    #expect(page.title == "Our shop")
    #expect(page.language == "de")
    #expect(page.base == "https://a.example/sub/")
    #expect(
      page.links.map(\.address) == [
        "https://a.example/sub/feed.xml", "https://a.example/sub/#x",
      ])
    #expect(page.first(rel: "alternate")?.type == "application/rss+xml")
    #expect(page.first(rel: "feed")?.title == "News")
    #expect(page.first(rel: "me")?.element == .anchor)
    #expect(page.sources == ["https://a.example/sub/p.png"])
    #expect(!page.refusesIndex)
  }

  @Test(arguments: [
    ("noindex, nofollow", true), ("NONE", true), ("index,follow", false), ("max-snippet:0", false),
  ])
  func aPageMayRefuseToBeKept(content: String, refuses: Bool) {
    #expect(HTMLPage("<meta name=Robots content='\(content)'>").refusesIndex == refuses)
  }

  /// The pages of the public webmention test site, each with its endpoint in its own way; those
  /// with a Link header have the header's answer elsewhere.
  @Test func webmentionEndpointsAreFoundAsTheTestSiteAsks() throws {
    guard let folder = Corpora.folder("web-webmention") else { return }
    var checked = 0
    for number in 1...23 {
      let file = folder.appendingPathComponent("webmention_rocks_test_\(number).html")
      let headers = folder.appendingPathComponent("webmention_rocks_test_\(number).json")
      guard let html = try? Data(contentsOf: file) else { continue }
      let header = (try? String(contentsOf: headers, encoding: .utf8)) ?? ""
      if header.lowercased().contains("webmention>; rel") || header.contains("rel=webmention")
        || header.contains("rel=\\\"webmention")
      {
        continue
      }
      let address = "https://webmention.rocks/test/\(number)"
      let page = HTMLPage(utf8: Array(html), at: address)
      let endpoint = page.first(rel: "webmention")?.address
      #expect(endpoint?.hasPrefix(address) == true, "\(number): \(endpoint ?? "none")")
      #expect(
        endpoint?.contains("/error") == false && endpoint?.contains("not-me") == false,
        "\(number): \(endpoint ?? "none")")
      print("  page \(number): \(endpoint ?? "none")")
      checked += 1
    }
    print("web-webmention: \(checked) pages without a Link header")
    #expect(checked > 8)
  }
}
