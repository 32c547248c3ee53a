import HeedModel
import Testing

@testable import HeedWeb

@Suite struct HTMLTests {
  @Test func anInterpolatedStringNeverBecomesMarkup() {
    let hostile = "<script>alert('1')</script> & \"more\""
    let html: HTML = "<p title=\"\(hostile)\">\(hostile)</p>"
    let escaped =
      "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot;"
    #expect(html.markup == "<p title=\"\(escaped)\">\(escaped)</p>")
  }

  @Test func markupInsideMarkupIsTakenAsItIs() {
    let inner: HTML = "<b>\("<")</b>"
    let html: HTML = "<p>\(inner)</p>"
    #expect(html.markup == "<p><b>&lt;</b></p>")
  }

  @Test func aLiteralChosenInAnInterpolationIsTextNotMarkup() {
    let html: HTML = "<p>\([true].contains(true) ? "<b>long</b>" : "")</p>"
    #expect(html.markup == "<p>&lt;b&gt;long&lt;/b&gt;</p>")
  }

  @Test func nulBecomesTheReplacementCharacter() {
    #expect(HTML(escaping: "a\u{0}b").markup == "a\u{FFFD}b")
  }

  @Test func otherScriptsAndPicturesPassUnharmed() {
    let text = "Czy da się? هل تشحنون 👩‍🔧 \u{202E}"
    #expect(HTML(escaping: text).markup == text)
  }

  @Test func anAttributeWithoutAValueLeavesNoTrace() {
    let missing: String? = nil
    let html: HTML = "<i\(attribute: "lang", missing)\(attribute: "hidden", if: false)>"
    #expect(html.markup == "<i>")
    let there: HTML = "<i\(attribute: "lang", "\"x")\(attribute: "hidden", if: true)>"
    #expect(there.markup == "<i lang=\"&quot;x\" hidden>")
  }

  @Test func joiningPutsTheSeparatorOnlyBetween() {
    #expect(HTML.join(["a", "b", "c"], by: ", ").markup == "a, b, c")
    #expect(HTML.join([]).isEmpty)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,x",
    "vbscript:x", "//evil.example", "/conversations/1", "", "jav\tascript:alert(1)",
  ])
  func noLinkLeadsToWhatRunsOrToOurselves(address: String) {
    #expect(ForeignAddress.safe(address) == nil)
    let html = RichTextView.html(
      RichText([.paragraph([.link(to: address, [.text("here")])])]))
    #expect(!html.markup.contains("href"))
    #expect(html.markup.contains("here"))
  }

  @Test func everyShapeOfRichTextIsShown() {
    let text = RichText([
      .heading([.text("H")]), .paragraph([.emphasis([.text("e")]), .strong([.text("s")])]),
      .quote([.paragraph([.code("<c>")])]),
      .list(ordered: true, items: [[.paragraph([.text("one"), .lineBreak])]]),
      .code("<pre>"),
      .paragraph([
        .mention(handle: "@a@b.example", to: "https://b.example/@a"), .tag(name: "t", to: nil),
      ]),
    ])
    let markup = RichTextView.html(text, language: "pt").markup
    for piece in [
      "lang=\"pt\"", "<em>e</em>", "<strong>s</strong>", "<blockquote", "<ol><li",
      "&lt;c&gt;", "&lt;pre&gt;", "rel=\"nofollow ugc noopener noreferrer\"", "#t", "<br>",
    ] { #expect(markup.contains(piece), "\(piece)") }
    #expect(!markup.contains("<h"))
  }
}
