import HeedModel
import HeedNetwork
import HeedTesting

/// Posts and queries of few words, so that they often meet; the same in every run with the same seed.
struct TalkByDice {
  var dice: WeaveChance

  init(seed: UInt64) { dice = WeaveChance(seed: seed) }

  private static let words = [
    "gold", "Straw", "widget", "widgets", "café", "CAFE", "don't", "dont", "e-mail", "mail", "東京",
    "東京タワー", "京", "서울에서", "ขอบคุณ", "😂", "👍🏽", "Straße", "strasse", "3.5", "a", "l’été", "ﬁne",
    "late\u{0}r", "a\u{301}b", "terrible", "thanks", "great", "why?", "\u{AD}co\u{AD}op",
  ]
  private static let tags = ["gold", "Widget", "WidgetWorld", "東京", "of_2"]
  private static let handles = ["@ana", "@ana@fake.example", "@shop@fake.example", "@new.example"]
  private static let links = [
    "https://example.org/gold", "https://blog.example.org", "https://a.b/",
  ]

  mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &dice) }
  mutating func pick<T>(_ choices: [T]) -> T { choices[roll(choices.count)] }

  mutating func text() -> RichText {
    var inlines: [RichText.Inline] = []
    for _ in 0..<(1 + roll(10)) {
      switch roll(14) {
      case 0:
        let name = pick(Self.tags)
        inlines.append(.tag(name: name, to: nil))
      case 1: inlines.append(.mention(handle: pick(Self.handles), to: nil))
      case 2: inlines.append(.link(to: pick(Self.links), [.text(pick(Self.words))]))
      case 3: inlines.append(.strong([.text(pick(Self.words))]))
      case 4: inlines.append(.lineBreak)
      case 5: inlines.append(.text("#" + pick(Self.tags) + " " + pick(Self.links)))
      default: inlines.append(.text(pick(Self.words)))
      }
      inlines.append(.text(pick([" ", " ", ", ", ". ", "-", "\n", ""])))
    }
    let paragraph = RichText.Block.paragraph(inlines)
    return RichText(roll(4) == 0 ? [paragraph, .quote([paragraph])] : [paragraph])
  }

  mutating func dress(_ post: inout RemotePost) {
    post.text = text()
    post.language = pick([nil, nil, "en", "EN-gb", "de", "pt"])
    post.warning = roll(6) == 0 ? pick(Self.words) : nil
    post.title = roll(6) == 0 ? pick(Self.words) : nil
    post.media =
      roll(5) == 0
      ? [Media(kind: pick([.image, .video]), address: "https://media.example/\(roll(9))")] : []
  }

  mutating func query(depth: Int = 2) -> String {
    switch roll(depth > 0 ? 20 : 13) {
    case 0...4: return word()
    case 5: return "\"\(word()) \(word())\""
    case 6: return "#\(pick(Self.tags))"
    case 7: return pick(Self.handles)
    case 8: return "=\"\(pick(Self.words).filter { $0 != "\u{0}" })\""
    case 9...11:
      return pick([
        "lang:en", "lang:de", "lang:en-gb", "network:fake", "network:other", "tone:negative",
        "tone:positive,neutral", "kind:question", "kind:complaint", "kind:spam", "has:link",
        "has:image", "has:media", "has:tag", "has:mention", "has:warning", "has:quote",
        "has:question", "from:ana", "from:ana@fake.example", "from:moved", "from:bruno",
        "from:shop", "to:shop", "to:ana", "link:example.org", "link:a.b",
        "source:\"planet one\"", "source:\"planet two\"", "source:mentions",
      ])
    case 12: return "\(pick(["go", "wi", "ca", "東"]))*"
    case 13...14: return "(\(query(depth: depth - 1)) \(query(depth: depth - 1)))"
    case 15...17: return "(\(query(depth: depth - 1)) OR \(query(depth: depth - 1)))"
    case 18: return "NOT (\(query(depth: depth - 1)))"
    default: return "(\(word()) NEAR/\(1 + roll(5)) \(word()))"
    }
  }

  private mutating func word() -> String {
    pick(
      ["gold", "straw", "widget", "widgets", "cafe", "dont", "email", "mail", "東京", "京"]
        + [
          "서울", "คุณ", "😂", "strasse", "a", "ete", "fine", "great", "later", "why", "coop", "thanks",
        ])
  }
}
