import HeedTopics
import Testing

struct TextRulesTests {
  @Test(arguments: [
    ("Straße", "strasse"), ("STRASSE", "strasse"), ("Café", "cafe"), ("Cafe\u{301}", "cafe"),
    ("Ｗｉｄｇｅｔ", "widget"), ("ﬁnance", "finance"), ("Łódź", "lodz"), ("Ærø", "aero"),
    ("İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
    ("Ёлка йод", "елка йод"), ("и\u{306}од", "йод"), ("١٢٣", "123"), ("x²", "x2"),
    ("Widget™ ©2024", "widget 2024"), ("don’t", "don t"),
    ("snake_case _emphasis_", "snake_case emphasis"),
    ("co\u{AD}operate", "cooperate"), ("مُحَمَّد أحمد", "محمد احمد"), ("ガ ｶﾞ カ\u{3099}", "ガ ガ ガ"),
    ("हिन्दी", "हिन्दी"), ("東京タワー", "東京タワー"), ("👍🏽 👩🏽‍💻 ❤️ 🇵🇱", "👍 👩‍💻 ❤ 🇵🇱"), ("Ⓦⓘⓓⓖⓔⓣ", "widget"),
    ("см. https://example.org/путь!", "см"), ("", ""), ("!?", ""),
  ])
  func aTextFoldsByTheRules(text: String, folded: String) {
    #expect(Array(Folding.fold(text).unicodeScalars) == Array(folded.unicodeScalars))
    #expect(Folding.fold(folded) == folded)
  }

  @Test func compoundsStandOverTheirParts() {
    let tokens = FoldedText("an e-mail now").tokens
    #expect(tokens.map(\.folded) == ["an", "email", "e", "mail", "now"])
    #expect(tokens.map(\.position) == [0, 1, 1, 2, 3])
    #expect(tokens.map(\.length) == [1, 2, 1, 1, 1])
    #expect(tokens.map(\.kind) == [.word, .compound, .word, .word, .word])
  }

  @Test func tagsHandlesAndLinksAreTokensOfTheirOwn() {
    let text = FoldedText("Hi @Ana@Example.org, see #WidgetWorld: https://www.Example.org/a?b. #1")
    let named = text.tokens.map { "\($0.kind) \($0.folded)" }
    #expect(
      named == [
        "word hi", "handle ana@example.org", "word ana", "word see", "tag widgetworld",
        "word widgetworld", "link example.org", "tag 1", "word 1",
      ])
    #expect(text.original(of: text.tokens[1]) == "@Ana@Example.org")
    #expect(text.original(of: text.tokens[4]) == "#WidgetWorld")
    #expect(text.original(of: text.tokens[6]) == "https://www.Example.org/a?b")
  }

  @Test func anAddressOfMailIsNoHandleAndAnEntityNoTag() {
    #expect(FoldedText("ana@example.org &#39; C#").tokens.allSatisfy { $0.kind == .word })
  }

  @Test func aTagIsReadInItsWords() {
    #expect(Folding.words(ofTag: "#WidgetWorld2") == ["Widget", "World", "2"])
    #expect(Folding.words(ofTag: "HTMLParser") == ["HTML", "Parser"])
    #expect(Folding.words(ofTag: "open_source") == ["open", "source"])
    #expect(Folding.words(ofTag: "heed") == ["heed"])
    #expect(Folding.words(ofTag: "#") == [])
  }

  @Test func indexTermsHoldNothingThatATokeniserWouldSplit() {
    let text = FoldedText("E-Mail @ana@x-y.org #Öl_1 https://a.b-c.org 東京タ 1️⃣ #️⃣ 👩‍💻 don't")
    #expect(
      text.indexTerms == [
        "email", "e", "mail", "_h_ana_40x_2dy_2eorg", "_h_ana", "ana", "_t_ol_5f1", "ol_1",
        "_l_a_2eb_2dc_2eorg", "_l_b_2dc_2eorg", "_l_org", "東京", "京タ", "タ", "_e_1⃣", "_e__23⃣", "👩‍💻",
        "dont", "don", "t",
      ])
    for term in text.indexTerms {
      #expect(
        term.utf8.allSatisfy { byte in
          byte >= 0x80 || byte == 0x5F || (0x30...0x39).contains(byte)
            || (0x61...0x7A).contains(byte)
        })
    }
  }

  @Test func aLongTermIsCutAlikeInIndexAndPlan() throws {
    let long = String(repeating: "wid", count: 100)
    let document = PreparedDocument(TopicDocument(text: "a \(long)get"))
    #expect(document.indexTerms.allSatisfy { $0.unicodeScalars.count <= 64 })
    for source in ["\(long)get", "\(long)*"] {
      let query = try TopicQuery(source)
      #expect(query.matches(document))
      #expect(SearchPlan(query).isSatisfied(by: document.indexTerms))
    }
    #expect(try !TopicQuery("\(long)gets").matches(document))
  }
}
