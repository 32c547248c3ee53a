import HeedMarkup
import Testing

@Suite struct WebAddressTests {
  @Test(
    arguments: [
      ("https://a.example", "https://a.example"),
      (" HTTPS://A.Example/B c ", "https://a.example/B%20c"),
      ("//b.example/x", "https://b.example/x"), ("/x", "https://a.example:8080/x"),
      ("x", "https://a.example:8080/one/x"), ("../x", "https://a.example:8080/x"),
      ("../../../x", "https://a.example:8080/x"), ("./", "https://a.example:8080/one/"),
      ("..", "https://a.example:8080/"), ("?r", "https://a.example:8080/one/two?r"),
      ("#s", "https://a.example:8080/one/two?q#s"), ("", "https://a.example:8080/one/two?q"),
      ("\\\\b.example\\x", "https://b.example/x"), ("ht\ntps://b.example/", "https://b.example/"),
      ("https:\\\\b.example\\y?\\z", "https://b.example/y?%5Cz"),
      ("mailto:ana@a.example?subject=a b", "mailto:ana@a.example?subject=a%20b"),
      ("https://b.example/\"onclick=x", "https://b.example/%22onclick=x"),
      ("https://b.example/%2e%2e/x", "https://b.example/x"), ("x:y", nil), ("javascript:1", nil),
      ("https:b.example", nil), ("https://", nil), ("https://%65.example/", nil),
      ("https://ana:secret@b.example/", nil), ("JAVA\tSCRIPT:1", nil), ("https:///x", "https://x"),
    ] as [(String, String?)])
  func referencesStandOnTheirBaseAsInBrowsers(reference: String, expected: String?) {
    let base = "https://a.example:8080/one/two?q#f"
    #expect(WebAddress.resolve(reference, against: base) == expected)
  }

  @Test func aRelativeReferenceNeedsABase() {
    #expect(WebAddress.resolve("/x") == nil)
    #expect(WebAddress.resolve("/x", against: "mailto:ana@a.example") == nil)
    #expect(WebAddress.resolve("/x", against: "nonsense") == nil)
  }

  @Test func anAddressIsShownShort() {
    #expect(WebAddress.shown("https://www.a.example/") == "a.example")
    #expect(WebAddress.shown("https://a.example/b/") == "a.example/b/")
    #expect(WebAddress.shown("https://a.example/abcdefgh", limit: 12) == "a.example/a…")
  }
}
