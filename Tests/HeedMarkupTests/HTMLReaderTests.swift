import HeedModel
import Testing

@testable import HeedMarkup

@Suite struct HTMLReaderTests {
  private func read(_ html: String, base: String? = nil) -> [RichText.Block] {
    HTMLReader(base: base).read(html).blocks
  }

  private func line(_ html: String, base: String? = nil) -> [RichText.Inline] {
    guard case .paragraph(let inlines)? = read(html, base: base).first else { return [] }
    return inlines
  }

  @Test func wordsWithoutMarkupAreOneParagraph() {
    #expect(read("Fish &amp; chips  \n are <served>") == [.paragraph([.text("Fish & chips are")])])
    #expect(read(" \n ") == [])
  }

  @Test func paragraphsAndLineBreaksAreKept() {
    #expect(
      read("<p>One<br>two <br/> three</p>\n<p>Four<p></p><p> </p>") == [
        .paragraph([
          .text("One"), .lineBreak, .text("two"), .lineBreak, .text("three"),
        ]),
        .paragraph([.text("Four")]),
      ])
  }

  @Test func whiteSpaceCollapsesAcrossShapes() {
    #expect(
      line("<p> a <b> b </b> <i>\tc</i>d </p>") == [
        .text("a "), .strong([.text("b ")]), .emphasis([.text("c")]), .text("d"),
      ])
    #expect(line("a\u{A0}\u{A0}b") == [.text("a\u{A0}\u{A0}b")])
  }

  @Test func looksThatCrossBlocksGoOnInTheNext() {
    #expect(
      read("<b>one<p>two</b> three</p>") == [
        .paragraph([.strong([.text("one")])]),
        .paragraph([.strong([.text("two")]), .text(" three")]),
      ])
  }

  @Test func mastodonMentionsAndTagsAreKnown() {
    let html = """
      <p><span class="h-card" translate="no"><a href="https://a.example/@ana" class="u-url \
      mention">@<span>ana</span></a></span> see <a href="https://a.example/tags/owls" \
      class="mention hashtag" rel="tag">#<span>owls</span></a></p>
      """
    #expect(
      line(html) == [
        .mention(handle: "@ana", to: "https://a.example/@ana"), .text(" see "),
        .tag(name: "owls", to: "https://a.example/tags/owls"),
      ])
  }

  @Test func aMentionWithoutItsMarkIsALink() {
    #expect(
      line("<a class=mention href=https://a.example/ana>our Ana</a>") == [
        .link(to: "https://a.example/ana", [.text("our Ana")])
      ])
    #expect(
      line("<a rel=tag href=https://a.example/t>News</a>") == [
        .link(to: "https://a.example/t", [.text("News")])
      ])
  }

  @Test func addressesCutByHiddenSpansAreShownAnew() {
    let html = """
      <a href="https://www.a.example/a/very/long/path/that/goes/on/and/on"><span \
      class="invisible">https://www.</span><span class="ellipsis">a.example/a/very/long/path\
      </span><span class="invisible">/that/goes/on/and/on</span></a> x
      """
    #expect(
      line(html) == [
        .link(
          to: "https://www.a.example/a/very/long/path/that/goes/on/and/on",
          [.text("a.example/a/very/long/path/that/goes/on…")]),
        .text(" x"),
      ])
  }

  @Test func hiddenPartsThatAreNotTheAddressAreShown() {
    #expect(
      line(
        "<a href=https://evil.example/><span class=invisible>https://evil.example/</span>bank</a>")
        == [.link(to: "https://evil.example/", [.text("https://evil.example/bank")])])
  }

  @Test(arguments: [
    "javascript:alert(1)", " java\tscript:alert(1)", "data:text/html,x", "vbscript:x", "/relative",
    "https://a.example@b.example/", "file:///etc/passwd", "#top", "", "https://", "blob:x", "tel:1",
  ])
  func linksElsewhereLoseTheirAddressAndKeepTheirWords(address: String) {
    #expect(line("<a href=\"\(address)\">words</a>") == [.text("words")])
  }

  @Test func relativeLinksStandOnTheBase() {
    #expect(
      line("<a href='../b?c#d'>x</a>", base: "https://a.example/one/two/three") == [
        .link(to: "https://a.example/one/b?c#d", [.text("x")])
      ])
  }

  @Test func quotesListsHeadingsAndCodeKeepTheirShape() {
    let html = """
      <h2>News <em>today</em></h2><blockquote><p>They said</p><blockquote>before</blockquote>\
      </blockquote><ul><li>one</li><li><p>two</p><ol><li>inner</li></ol></li></ul>
      <pre><code>let a = 1
        b &lt; c</code></pre><p>Run <code>make  it</code></p>
      """
    #expect(
      read(html) == [
        .heading([.text("News "), .emphasis([.text("today")])]),
        .quote([
          .paragraph([.text("They said")]), .quote([.paragraph([.text("before")])]),
        ]),
        .list(
          ordered: false,
          items: [
            [.paragraph([.text("one")])],
            [
              .paragraph([.text("two")]),
              .list(ordered: true, items: [[.paragraph([.text("inner")])]]),
            ],
          ]),
        .code("let a = 1\n  b < c"),
        .paragraph([.text("Run "), .code("make it")]),
      ])
  }

  @Test func aListDirectlyInAListBelongsToTheItemBefore() {
    #expect(
      read("<ul><li>a</li><ul><li>b</li></ul>loose</ul>") == [
        .list(
          ordered: false,
          items: [
            [
              .paragraph([.text("a")]),
              .list(ordered: false, items: [[.paragraph([.text("b")])]]),
            ],
            [.paragraph([.text("loose")])],
          ])
      ])
  }

  @Test func tablesBecomeLines() {
    #expect(
      read("<table><tr><th>a<th>b<tr><td>1<td>2</table>after") == [
        .paragraph([.text("a | b"), .lineBreak, .text("1 | 2")]), .paragraph([.text("after")]),
      ])
  }

  @Test func picturesLeaveTheirAlternativeText() {
    #expect(line("<img alt='A barn owl' src=x> <img src=y alt=''>") == [.text("[A barn owl]")])
    #expect(line("hi <img class=emoji alt=':owl:'><img alt='🦉'>") == [.text("hi :owl:🦉")])
  }

  @Test func struckAndQuotedWordsKeepTheirMarks() {
    #expect(line("<del>no</del> <q>yes</q>") == [.text("~~no~~ “yes”")])
  }

  @Test func partsThatAreNotForReadingGoWithTheirWords() {
    let html = """
      <style>p{}</style><script>alert(1)</script><iframe src=x>f</iframe><button>b</button>\
      <textarea>t</textarea><select><option>o</select><svg><text>s</text></svg><noscript>n\
      </noscript><p hidden>h</p><div style="color:red; DISPLAY : none">d</div>\
      <p class="quote-inline">RE: <a href=https://a.example>x</a></p><form>kept</form>
      """
    #expect(read(html) == [.paragraph([.text("kept")])])
  }

  @Test func moreThanTheLimitsIsToldByAnEllipsis() {
    let many = String(repeating: "<p>x", count: HTMLTree.nodes)
    #expect(HTMLReader().read(many).plain.hasSuffix("…"))
    let long = String(repeating: "word ", count: 300_000)
    let plain = HTMLReader().read(long).plain
    #expect(plain.hasSuffix("…"))
    #expect(plain.utf8.count < HTMLTree.bytes + 16)
    #expect(!HTMLReader().read("<p>whole").plain.contains("…"))
  }

  @Test(arguments: ["&amp", "&", "&#", "&#x", "&notit", "<", "</", "<a", "<!", "<!-", "a&lt"])
  func aTextThatIsCutAnywhereIsRead(end: String) {
    for start in ["", "x", "<p>x"] {
      let plain = HTMLReader.text(start + end)
      #expect(!plain.contains("\u{FFFD}"))
      #expect(start.isEmpty || plain.hasPrefix("x"))
    }
    #expect(HTMLReader.text("Fish &amp") == "Fish &")
  }

  @Test func textIsTheWordsOfATitle() {
    #expect(HTMLReader.text("Tom &amp; <b>Jerry</b> &lt;3") == "Tom & Jerry <3")
  }
}
