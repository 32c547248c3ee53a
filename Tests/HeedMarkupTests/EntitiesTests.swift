import HeedMarkup
import HeedModel
import Testing

@Suite struct EntitiesTests {
  private func kinds(_ text: String, _ entities: Entities = Entities()) -> [Entities.Kind] {
    entities.find(in: text).map(\.kind)
  }

  @Test func membersWordsBecomeShapes() {
    let text = Entities().rich("Hi @ana@a.example,\nsee https://b.example/x. #owls\n\nBye") {
      $0 == .tag("owls") ? "https://a.example/tags/owls" : nil
    }
    #expect(
      text.blocks == [
        .paragraph([
          .text("Hi "), .mention(handle: "@ana@a.example", to: nil), .text(","), .lineBreak,
          .text("see "), .link(to: "https://b.example/x", [.text("https://b.example/x")]),
          .text(". "), .tag(name: "owls", to: "https://a.example/tags/owls"),
        ]),
        .paragraph([.text("Bye")]),
      ])
    #expect(text.plain == "Hi @ana@a.example,\nsee https://b.example/x. #owls\n\nBye")
  }

  @Test(
    arguments: [
      ("@ana", "@ana"), (".@ana hi", "@ana"), ("(@ana)", "@ana"), ("@ana.", "@ana"),
      ("@ana@a.example.", "@ana@a.example"), ("@a.b-c@a.example:8443/x", "@a.b-c@a.example:8443"),
      ("@ana@日本.example", "@ana@日本.example"), ("RT@ana", "@ana"), ("@ana's", "@ana"),
      ("ana@a.example", nil), ("@", nil), ("@@ana", nil), ("@ana@", nil), ("a/@ana", nil),
      ("@http://a.example", nil), ("@ana@localhost", nil),
    ] as [(String, String?)])
  func mentionsAreFoundWhole(text: String, handle: String?) {
    let found = kinds(text).filter {
      if case .mention = $0 { true } else { false }
    }
    #expect(found == (handle.map { [.mention($0)] } ?? []))
  }

  @Test func domainHandlesAreAskedFor() {
    #expect(kinds("@ana.b.example.") == [.mention("@ana")])
    #expect(
      kinds("@ana.b.example.", Entities(domainHandles: true)) == [.mention("@ana.b.example")])
  }

  @Test(
    arguments: [
      ("https://a.example/b).", "https://a.example/b"),
      ("(https://a.example/b_(c))", "https://a.example/b_(c)"),
      ("HTTP://A.EXAMPLE", "http://a.example"),
      ("https://a.example:8080/?q=1&r#s!", "https://a.example:8080/?q=1&r#s"),
      ("https://a.example/@ana/1", "https://a.example/@ana/1"),
      ("«https://a.example»", "https://a.example"),
      ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
      ("xhttps://a.example", nil),
      ("https://ana:pw@a.example", nil), ("https://", nil), ("https://-a.example", nil),
    ] as [(String, String?)])
  func linksEndWhereTheSentenceGoesOn(text: String, address: String?) {
    #expect(kinds(text) == (address.map { [.link($0)] } ?? []))
  }

  @Test func bareDomainsAreAskedForAndKnown() {
    #expect(kinds("see example.org/x, file.txt and a.b@c.org") == [])
    #expect(
      kinds("see example.org/x, file.txt and a.b@c.org", Entities(bareDomains: true)) == [
        .link("https://example.org/x")
      ])
  }

  @Test(
    arguments: [
      ("#owls!", "owls"), ("#été", "été"), ("#日本語。", "日本語"), ("#2026", nil), ("#26a", "26a"),
      ("a#b", nil), ("&#39;", nil), ("#️⃣ one", nil), ("#a#b", nil), ("#_", nil), ("#हिन्दी", "हिन्दी"),
      ("https://a.example/#b", nil),
    ] as [(String, String?)])
  func tagsAreWordsOfAnyScript(text: String, name: String?) {
    let found = kinds(text).filter {
      if case .tag = $0 { true } else { false }
    }
    #expect(found == (name.map { [.tag($0)] } ?? []))
  }

  @Test(arguments: ["@a", "#a", "http://a", "a.", "(", "https://a.b/(", "@a.b", "a-b.", "#", "@a@"])
  func findingTakesTimeInProportion(unit: String) {
    func time(_ count: Int) -> Duration {
      let text = String(repeating: unit, count: count)
      let entities = Entities(bareDomains: true, domainHandles: true)
      return ContinuousClock().measure { _ = entities.find(in: text) }
    }
    _ = time(100)
    let (small, large) = (time(2_000), time(20_000))
    #expect(large < small * 60 + .milliseconds(200), "\(unit): \(small), \(large)")
  }
}
