import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import WebNetwork

/// The saved discovery tests of webmention.rocks, where they are at hand.
@Suite struct EndpointTests {
  @Test func everyEndpointIsFoundWhereThePageSaysItIs() throws {
    guard let folder = Corpora.folder("web-webmention") else { return }
    for number in 1...22 {
      let name = "webmention_rocks_test_\(number)"
      let file = { (kind: String) in folder.appending(path: "\(name).\(kind)") }
      let headers = try JSONSerialization.jsonObject(with: Data(contentsOf: file("json")))
      let page = FoundPage(
        bytes: Array(try Data(contentsOf: file("html"))),
        address: "https://webmention.rocks/test/\(number)",
        headers: (headers as? [String: String] ?? [:]).map { ($0.key, $0.value) },
        type: "text/html; charset=utf-8")
      let endpoint = try #require(Endpoint.find(in: page), "test \(number)")
      let place = try #require(WebPlace(endpoint))
      #expect(place.site == "https://webmention.rocks", "test \(number)")
      // Test 15 is its own endpoint; a false one names itself "error".
      let isRight =
        number == 15
        ? place.target == "/test/15" : place.target.hasPrefix("/test/\(number)/webmention")
      #expect(isRight, "test \(number): \(endpoint)")
      #expect(!endpoint.contains("error"), "test \(number): \(endpoint)")
    }
  }

  @Test(arguments: [
    ("<https://a.example/wm>; rel=\"webmention\"", "https://a.example/wm"),
    ("</x>; rel=other, </wm>; rel=\"first webmention\"", "/wm"),
    ("</a,b;c>; title=\"rel=webmention, <x>\"; rel=webmention", "/a,b;c"),
    ("</x>; rel=\"notwebmention\", </wm>;rel=WebMention", "/wm"),
  ])
  func headersAreReadByTheirGrammar(header: String, target: String) {
    let found = LinkHeader.links(in: header).first { $0.rels.contains("webmention") }
    #expect(found?.target == target)
  }

  @Test func apostrophesAndTypesAreRead() {
    let links = LinkHeader.links(
      in: "</a>; REL = 'Next Last'; type=\"text/HTML; charset=x\", </b>;rel=\"a\\\"b\";rel=c")
    #expect(links.map(\.target) == ["/a", "/b"])
    #expect(links.map(\.rels) == [["next", "last"], ["a\"b"]])
    #expect(links.map(\.type) == ["text/html", nil])
  }

  /// What takes each `<` for a beginning and looks for its end needs minutes for this.
  @Test(arguments: ["<", "<a>;", "<a>;a=\"", "<a>;a='", ";", ",", "<a>;a=b", "<a>, "])
  func noHeaderCostsMoreThanItsLength(piece: String) {
    let header = "<first>; rel=webmention, " + String(repeating: piece, count: 1 << 20)
    let links = LinkHeader.links(in: [("x", "<no>; rel=webmention"), ("LINK", header)])
    #expect(links.first?.target == "first")
    #expect(links.first?.rels == ["webmention"])
    #expect(links.count <= LinkHeader.longest)
  }

  @Test(arguments: ["", "<", "<a", "<a>; rel=\"", "<a>;;;===", ",,,<>;rel"])
  func brokenHeadersDoNoHarm(header: String) {
    #expect(!LinkHeader.links(in: header).contains { $0.rels.contains("webmention") })
  }
}

/// https://www.rfc-editor.org/rfc/rfc9309
@Suite struct RobotsTests {
  @Test(arguments: [
    ("", "/a", true), ("User-agent: *\nDisallow: /", "/a", false),
    ("User-agent: *\nDisallow: /\nAllow: /a", "/a/b", true),
    ("User-agent: *\nDisallow:", "/a", true),
    ("User-agent: other\nDisallow: /", "/a", true),
    ("User-agent: *\nDisallow: /\n\nUser-agent: Heed\nDisallow: /private", "/a", true),
    ("User-agent: a\nUser-agent: heed\nDisallow: /x", "/x", false),
    ("User-agent: *\nDisallow: /*.php$", "/a/b.php", false),
    ("User-agent: *\nDisallow: /*.php$", "/a/b.php?x", true),
    ("User-agent: *\nDisallow: /a*/c", "/abb/c/d", false),
    ("\u{FEFF}User-agent: *\nDisallow: /", "/a", false),
    ("User-agent: Heed/1.0\nDisallow: /", "/a", false),
    ("User-agent: heedful\nDisallow: /", "/a", true),
    ("# nothing\nUser-agent: * # all\nDisallow: /a # this", "/a", false),
  ])
  func rulesAreReadAsTheyAreMeant(text: String, target: String, allows: Bool) {
    #expect(RobotsRules(text).allows(target) == allows)
  }

  @Test func aSiteWhoseRulesCannotBeHadIsLeftAlone() async {
    let wire = ScriptedWire()
    wire.on(.get, "https://a.example/robots.txt", times: 1, status: 503)
    wire.on(.get, "https://b.example/robots.txt", status: 404)
    wire.on(.get, "https://a.example/robots.txt", status: 200, body: "")
    let clock = ManualClock()
    let book = RobotsBook(wire: wire, clock: clock)
    #expect(await !book.allows("https://a.example/x"))
    #expect(await book.allows("https://b.example/x"))
    #expect(await book.allows("https://b.example/y"))
    #expect(wire.requests.count == 2)
    clock.advance(by: .minutes(11))
    #expect(await book.allows("https://a.example/x"))
  }
}
