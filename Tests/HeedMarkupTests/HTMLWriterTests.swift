import HeedMarkup
import HeedModel
import Testing

@Suite struct HTMLWriterTests {
  @Test func eachShapeHasItsElement() {
    let text = RichText([
      .heading([.text("A & B")]),
      .paragraph([
        .strong([.emphasis([.text("x")])]), .lineBreak, .code("<y>"),
        .link(to: "https://a.example/?q=\"&r='", [.text("<a>")]),
      ]),
      .quote([.paragraph([.text("q")])]),
      .list(ordered: false, items: [[.paragraph([.text("i")])]]),
      .code("a\n  <b>"),
    ])
    #expect(
      HTMLWriter.html(text) == """
        <h4 dir="auto">A &amp; B</h4><p dir="auto"><strong><em>x</em></strong><br>\
        <code>&lt;y&gt;</code><a href="https://a.example/?q=&quot;&amp;r=&#39;" \
        rel="nofollow ugc noopener noreferrer">&lt;a&gt;</a></p><blockquote><p dir="auto">q</p>\
        </blockquote><ul dir="auto"><li>i</li></ul><pre dir="auto"><code>a
          &lt;b&gt;</code></pre>
        """)
  }

  @Test func mentionsAndTagsAreLinksWhereTheirPageIsKnown() {
    let text = RichText([
      .paragraph([
        .mention(handle: "@ana", to: "https://a.example/@ana"), .tag(name: "owls", to: nil),
      ])
    ])
    #expect(
      HTMLWriter.html(text) == """
        <p dir="auto"><a href="https://a.example/@ana" rel="nofollow ugc noopener noreferrer" \
        class="mention"><bdi>@ana</bdi></a><span class="tag"><bdi>#owls</bdi></span></p>
        """)
  }

  @Test func aTreeMadeByHandCannotSmuggleAnAddress() {
    let text = RichText([
      .paragraph([
        .link(to: "javascript:alert(1)", [.text("x")]),
        .mention(handle: "@ana", to: "data:text/html,x"),
      ])
    ])
    #expect(
      HTMLWriter.html(text)
        == "<p dir=\"auto\">x<span class=\"mention\"><bdi>@ana</bdi></span></p>")
  }

  @Test func whatIsWrittenReadsBackAsTheSame() {
    let text = RichText([
      .heading([.text("Title")]), .paragraph([.text("a "), .strong([.text("b")]), .text(" c")]),
      .list(ordered: true, items: [[.paragraph([.text("x")]), .code("y\n z")]]),
      .quote([.paragraph([.link(to: "https://a.example/", [.text("l")]), .lineBreak, .text("m")])]),
    ])
    #expect(HTMLReader().read(HTMLWriter.html(text)) == text)
  }
}
