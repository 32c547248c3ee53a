import HeedMarkup
import Testing

@Suite struct MicroformatsTests {
  @Test func anAnswerOnAPageOfItsOwnIsReadWhole() throws {
    let page = Microformats(
      """
      <article class="h-entry"><a class="p-author h-card" href="/"><img src="/me.png"
      alt="">Ana</a> <a class="u-in-reply-to" href="https://bells.example/blue">re</a>
      <div class="e-content">Is it <b>still</b> <a href="/there">there</a>?</div>
      <a class="u-url" href="/7"><time class="dt-published" datetime="2026-05-01T10:00Z">May</time></a>
      </article>
      """, at: "https://ana.example/7")
    let entry = try #require(page.items.first)
    #expect(entry.types == ["h-entry"])
    #expect(entry.text("in-reply-to") == "https://bells.example/blue")
    #expect(entry.item("author")?.text("name") == "Ana")
    #expect(entry.item("author")?.text("url") == "https://ana.example/")
    #expect(entry.text("published") == "2026-05-01T10:00Z")
    guard case .markup(let markup, let words) = entry.properties["content"]?.first else {
      Issue.record("no content")
      return
    }
    #expect(words == "Is it still there?")
    #expect(markup.contains(#"href="https://ana.example/there""#))
    #expect(page.isWhole)
  }

  @Test func formatsInsideOfOneAnotherEndSomewhere() {
    let deep = String(repeating: #"<div class="h-entry p-name">x"#, count: 3_000)
    let page = Microformats(deep)
    #expect(!page.isWhole)
    #expect(page.items.count == 1)
  }

  @Test func manyWordsSaidManyTimesCostNoMoreThanTheirLimit() {
    let names = (0..<60).map { "p-" + String(repeating: "a", count: $0 + 1) }.joined(separator: " ")
    let words = String(repeating: "word ", count: 100_000)
    let page = Microformats(#"<div class="h-x"><p class="\#(names)">\#(words)</p></div>"#)
    #expect(!page.isWhole)
    let bytes = page.items.flatMap(\.properties.values).joined().reduce(0) {
      $0 + $1.text.utf8.count
    }
    #expect(bytes < 6 << 20)
  }

  @Test func partsThatIncludeEachOtherAreReadOnce() {
    let page = Microformats(
      """
      <div class="vcard" id="a"><span class="fn">A</span><a class="include" href="#b"></a></div>
      <div id="b"><a class="include" href="#a"></a><a class="include" href="#b"></a>
      <span class="nickname">B</span></div>
      """)
    #expect(page.items.first?.properties["nickname"]?.map(\.text) == ["B"])
  }

  @Test(arguments: [
    // By the classic way, by the table's, and by the modern one.
    (##"<div class="vcard"><a class="include" href="#big"></a></div>"##, "<b></b>"),
    (
      ##"<div class="vcard"><p class="fn"><a class="include" href="#big"></a></p></div>"##,
      "<b></b>"
    ),
    (#"<div class="h-card" itemref="big"></div>"#, "<b></b>"),
  ])
  func aLargePartThatManyNameCostsNoMoreThanTheLimit(name: String, part: String) {
    let names = String(repeating: name, count: 150)
    let few = Microformats(names + #"<div id="big">\#(String(repeating: part, count: 100))</div>"#)
    #expect(few.isWhole)
    let many = Microformats(
      names + #"<div id="big">\#(String(repeating: part, count: 20_000))</div>"#)
    #expect(!many.isWhole)
  }

  @Test func addressesOfNoPageStayAsTheyAreWritten() {
    let page = Microformats(
      #"<a class="h-card" href="javascript:alert(1)">A</a><a rel="me" href="mailto:a@b.example">m</a>"#
    )
    #expect(page.items.first?.text("url") == "javascript:alert(1)")
    #expect(page.rels["me"] == ["mailto:a@b.example"])
  }

  /// One address and ever new words for what it is to the page.
  @Test(.timeLimit(.minutes(1))) func manyWordsForOneAddressAreReadOnce() {
    let links = (0..<6_000).map { link in
      let words = (0..<32).map { "r\(link)x\($0)" }.joined(separator: " ")
      return "<a href=# rel=\"\(words)\">"
    }
    let read = Microformats(links.joined(), at: "https://ana.example/")
    // As far as a page is read.
    #expect(read.relations["https://ana.example/#"]?.rels.count ?? 0 > 100_000)
  }
}
