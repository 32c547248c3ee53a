import HeedMarkup
import HeedModel
import Testing

@Suite struct MarkdownTests {
  private func read(_ text: String) -> [RichText.Block] { MarkdownReader().read(text).blocks }

  @Test func wordsStayWords() {
    #expect(
      read("Just words.\nOn two lines.\n\nAnd more.") == [
        .paragraph([.text("Just words. On two lines.")]), .paragraph([.text("And more.")]),
      ])
    #expect(
      read("2 * 3 * 4 and snake_case_names") == [
        .paragraph([.text("2 * 3 * 4 and snake_case_names")])
      ])
    #expect(read(#"\*not\* 5 \< 6"#) == [.paragraph([.text("*not* 5 < 6")])])
  }

  @Test func emphasisIsRead() {
    #expect(
      read("*a* **b** _c_ __d__") == [
        .paragraph([
          .emphasis([.text("a")]), .text(" "), .strong([.text("b")]), .text(" "),
          .emphasis([.text("c")]), .text(" "), .strong([.text("d")]),
        ])
      ])
  }

  @Test func codeStaysAsItIs() {
    #expect(read("Use `*x*` now") == [.paragraph([.text("Use "), .code("*x*"), .text(" now")])])
    #expect(
      read("```swift\nlet x = 1\n# no heading\n```\nAfter") == [
        .code("let x = 1\n# no heading"), .paragraph([.text("After")]),
      ])
    #expect(read("```\nnever closed") == [.code("never closed")])
    #expect(read("    set in\n\n    more") == [.code("set in\n\nmore")])
  }

  @Test func linksAndMentionsLeadWhereTheySay() {
    #expect(
      read("[a shop](https://bells.example/a \"t\")") == [
        .paragraph([.link(to: "https://bells.example/a", [.text("a shop")])])
      ])
    #expect(
      read("[@ana@lemmy.example](https://lemmy.example/u/ana) hello") == [
        .paragraph([
          .mention(handle: "@ana@lemmy.example", to: "https://lemmy.example/u/ana"),
          .text(" hello"),
        ])
      ])
    #expect(
      read("<https://bells.example>") == [
        .paragraph([.link(to: "https://bells.example", [.text("https://bells.example")])])
      ])
    #expect(
      read("See https://bells.example/x.") == [
        .paragraph([
          .text("See "), .link(to: "https://bells.example/x", [.text("https://bells.example/x")]),
          .text("."),
        ])
      ])
  }

  @Test func whatWouldRunIsText() {
    for evil in ["[x](javascript:alert(1))", "[x](data:text/html,x)", "<javascript:alert(1)>"] {
      #expect(!"\(read(evil))".contains("link"), "\(evil)")
    }
    #expect(read("<script>alert(1)</script>") == [.paragraph([.text("<script>alert(1)</script>")])])
  }

  @Test func quotesListsAndHeadingsAreRead() {
    #expect(
      read("# Bells #\n> quoted\n> more\n\nMine") == [
        .heading([.text("Bells")]), .quote([.paragraph([.text("quoted more")])]),
        .paragraph([.text("Mine")]),
      ])
    #expect(
      read("- one\n- two\n  still two\n1. first") == [
        .list(
          ordered: false,
          items: [[.paragraph([.text("one")])], [.paragraph([.text("two still two")])]]),
        .list(ordered: true, items: [[.paragraph([.text("first")])]]),
      ])
    #expect(
      read("Rang in\n1986. What a year") == [.paragraph([.text("Rang in 1986. What a year")])])
  }

  /// Every prefix of odd text, and what is nested without end.
  @Test func noInputMakesItFailOrSlow() {
    let odd = "**[a](b _c_ `d> \n> - 1. ```\n\t\\# ![x](https://y.example) <z"
    for end in odd.indices { _ = read(String(odd[..<end])) }
    for mark in ["[", "*", "`", ">", "_", "!", "<", "- ", "\\", "(", "> - "] {
      _ = read(String(repeating: mark, count: 60_000))
      _ = read(String(repeating: mark + "a", count: 20_000))
      _ = read(String(repeating: mark + "\n", count: 5_000))
    }
  }

  /// A row that opens nothing is passed by at once: counted anew at each of its marks, this would take hours.
  @Test(arguments: ["`", "*", "_"])
  func aLongRowOfMarksIsWords(mark: String) {
    for row in [
      String(repeating: mark, count: 900_000),
      "\(mark)a " + String(repeating: mark, count: 900_000),
    ] {
      #expect(read("a" + row) == [.paragraph([.text("a" + row)])])
    }
    let openers = String(repeating: "a\(mark)", count: 3_000)
    #expect(read(openers + String(repeating: mark, count: 900_000)).count == 1)
  }

  @Test func marksOfCodeOpenTogether() {
    #expect(read("a ``b` c") == [.paragraph([.text("a ``b` c")])])
    #expect(read("``a`b``") == [.paragraph([.code("a`b")])])
    #expect(read("**a*") == [.paragraph([.text("*"), .emphasis([.text("a")])])])
  }

  @Test(arguments: [
    ("a < b & <ü> c", "a < b & <ü> c"), ("<b>bold</b>", #"\<b>bold\</b>"#),
    ("<!-- x -->", #"\<!-- x -->"#), ("<https://a.example>", "<https://a.example>"),
    ("<ana@a.example>", "<ana@a.example>"), ("`<b>` <b>", #"`<b>` \<b>"#),
    ("```\n<b>\n```\n<b>", "```\n<b>\n```\n\\<b>"), (#"\<b>"#, #"\<b>"#), ("<3", "<3"),
    ("List<Int> of", #"List\<Int> of"#), ("", ""), ("a\n\nb\n", "a\n\nb\n"),
  ])
  func anglesThatWouldBeSwallowedAreKept(_ typed: String, _ sent: String) {
    #expect(Markdown.keepingAngles(in: typed) == sent)
  }
}
