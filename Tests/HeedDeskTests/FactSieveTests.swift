import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

/// Texts are passed over only where they hold nothing of a draft.
@Suite struct FactSieveTests {
  private static let texts = [
    "My order is 44 123, thanks.", "Call me: +49 (0)30 / 1234-567.", "Write to ANA@mail.example!",
    "I live in the Weißstraße 5, second floor.", "12 Baker Street it is.", "It is Baker Street 12.",
    "José said so", "Jose\u{301} said so", "JOSÉ SAID SO", "Order no. AB–22 31", "nothing at all",
    "Hauptstraße 7-9", "I met Bruno Müller", "Nr. 4711", "", "…", "٤٤١٢٣", "x" + "44123",
    "The parcel 00340 434161", "Weiss-Str. 5", "İbrahim wrote", "bruno", "calle Mayor, 12",
    "HERR GROẞMANN HAT ANGERUFEN", "Herr Großmann war es",
  ]

  private static let drafts = [
    "Your order 44123 left, José.", "We call +49 30 1234567 or write to ana@mail.example.",
    "Is it Weißstr. 5, or Weissstraße 5?", "We send it to 12 Baker Street, dear Bruno.",
    "Order number AB-2231 for Müller.", "To the Hauptstr. 7-9 with no. 4711, İbrahim.",
    "Your order ٤٤١٢٣ is here.", "Wir melden uns, Herr Grossmann hat es.",
    "Lo enviamos a la calle Mayor, 12.",
  ]

  private static func found(_ facts: [DraftFacts.Fact], _ texts: [String]) -> [Set<String>] {
    [DraftFacts.known(texts), DraftFacts.exact(texts)].map { known in
      Set(facts.map(\.key).filter(known.contains))
    }
  }

  private static func chance(
    _ pieces: [String], atMost most: Int, _ dice: inout SplitMix64
  ) -> String {
    (0..<Int.random(in: 1...most, using: &dice)).map { _ in
      pieces[Int.random(in: pieces.indices, using: &dice)]
    }.joined()
  }

  @Test(arguments: drafts) func whatIsFoundOfADraftIsFoundBehindTheSieve(draft: String) {
    for fact in DraftFacts.all(in: draft) {
      let kept = FactSieve([fact]).kept(Self.texts)
      #expect(Self.found([fact], kept) == Self.found([fact], Self.texts), "\(fact)")
    }
  }

  /// Words put together by chance, of signs that mean something and signs that do not.
  @Test func whatChanceWritesIsFoundBehindTheSieve() {
    let pieces = [
      "44", "123", "-", " ", " ", "/", "a", "Ana", "é", "e\u{301}", "ß", "ss", "Str.", "straße",
      "@", "mail.example", "order", "no.", "12", "Baker", "Street", "İ", "–", "٤", ".",
    ]
    var dice = SplitMix64(seed: 3)
    func chance() -> String { Self.chance(pieces, atMost: 14, &dice) }
    var met = 0
    for _ in 0..<1_500 {
      let texts = (0..<6).map { _ in chance() }
      let facts = DraftFacts.all(in: "x " + chance() + " " + (texts.first ?? ""))
      let all = Self.found(facts, texts)
      #expect(Self.found(facts, FactSieve(facts).kept(texts)) == all, "\(facts) \(texts)")
      met += all.first.map(\.count) ?? 0
    }
    #expect(met > 100)
  }

  /// “The one ending in 1234”, and a street whose house stands in another text than its name.
  @Test func whatIsSaidInPartsIsFoundBehindTheSieve() {
    let texts =
      Self.texts + [
        "It is number 5.", "The Weißstraße is long.", "my order is 9 991 234", "AB2231X",
      ]
    let known = DraftFacts.known(texts)
    for draft in Self.drafts + ["Is it the order 1234?", "We come to Weißstr. 5.", "Order 991"] {
      let facts = DraftFacts.all(in: draft)
      let kept = DraftFacts.known(FactSieve(partsOf: facts).kept(texts))
      for fact in facts {
        #expect(fact.isIn(kept) == fact.isIn(known), "\(fact)")
      }
    }
    let pieces = [
      "44", "123", "4", " ", " ", "order", "no.", "12", "Baker", "Street", "Weg", ".", "a",
    ]
    var dice = SplitMix64(seed: 5)
    func chance() -> String { Self.chance(pieces, atMost: 9, &dice) }
    var met = 0
    for _ in 0..<1_500 {
      let texts = (0..<5).map { _ in chance() }
      let facts = DraftFacts.all(in: "x " + chance() + " your order " + chance())
      let known = DraftFacts.known(texts)
      let kept = DraftFacts.known(FactSieve(partsOf: facts).kept(texts))
      for fact in facts where fact.isIn(known) != fact.isIn(kept) {
        Issue.record("\(fact) \(texts)")
      }
      met += facts.count { $0.isIn(known) }
    }
    #expect(met > 50)
  }

  @Test func mostTextsArePassedOver() {
    let facts = DraftFacts.all(in: "Your order 44123 left.")
    #expect(FactSieve(facts).kept(Self.texts) == ["My order is 44 123, thanks.", "x44123"])
  }
}
