import HeedTopics

/// Queries and documents of few words, so that they often meet.
struct RandomQueries {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  static let words = [
    "gold", "Straw", "widget", "widgets", "Wid", "café", "CAFE", "don't", "dont", "don", "e-mail",
    "email", "mail", "東京", "東京タワー", "タワー", "京", "서울에서", "서울", "ขอบคุณ", "คุณ", "😂", "👍🏽",
    "👍", "1️⃣", "1", "हिन्दी", "हि", "Łódź", "state-of-the-art", "state", "of", "LG전자", "snake_case",
    "Straße", "strasse", "3.5", "a", "A", "l’été", "a-b-c", "b", "ガ", "ｶﾞ", "カ\u{3099}", "한글", "ไทย",
    "_x_",
    "x_y", "\u{AD}co\u{AD}op", "Ａpple", "apple", "👩‍💻", "👩", "❤️", "❤", "מים", "मि", "İ", "ı", "i",
    "и\u{306}", "й", "东东东东", "东", "a\u{301}b",
  ]
  static let tags = ["#gold", "#Widget", "#WidgetWorld", "#東京", "#e", "#of_2", "#Łódź"]
  static let handles = [
    "@ana", "@ana@example.org", "@gold", "@Bob.Example.org", "@ana:desk.example",
  ]
  static let links = ["https://example.org/gold", "http://www.blog.example.org", "https://a.b/"]
  static let marks = [" ", " ", " ", " ", ", ", ". ", "-", "’", "", "\n", " (", ") ", "\u{200B}"]

  mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &generator)! }
  mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  mutating func document() -> TopicDocument {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: text += pick(Self.tags)
      case 1: text += pick(Self.handles)
      case 2: text += pick(Self.links)
      default: text += pick(Self.words)
      }
      text += pick(Self.marks)
    }
    return TopicDocument(
      text: text, tags: chance(10) ? ["Open Source", pick(Self.tags)] : [],
      mentions: chance(10) ? [pick(Self.handles)] : [],
      links: chance(10) ? [pick(Self.links)] : [], author: pick(Self.handles),
      addressees: chance(20) ? [pick(Self.handles)] : [],
      network: pick(["mastodon", "bluesky"]), language: pick(["en", "de-AT", "ja"]),
      kinds: chance(30) ? ["question"] : [], tone: chance(50) ? "negative" : nil)
  }

  mutating func query(depth: Int = 3) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 20 : 12), using: &generator) {
    case 0...5: return words(1)
    case 6: return "\"\(words(2))\(chance(20) ? "*" : "")\""
    case 7: return "\"\(pick(Self.words)) \(pick(Self.tags)) \(pick(Self.links))\""
    case 8: return "\(pick(Self.tags))\(chance(30) ? "*" : "")"
    case 9: return pick(Self.handles)
    case 10: return "=\"\(words(Int.random(in: 1...2, using: &generator)))\""
    case 11:
      return pick([
        "lang:en", "lang:de", "network:bluesky", "from:ana", "tone:negative", "kind:question",
        "has:link", "link:example.org", "link:example.org/gold", "link:b", "has:tag",
        "has:media", "has:image", "has:question", "has:mention", "to:ana", "to:gold",
        "from:ana@example.org", "from:bob.example.org", "source:\"planet debian\"", "lang:de-at",
        "link:org", "link:blog.example.org", "link:a.b/x", "kind:praise", "https://example.org",
      ])
    case 12...13: return "(\(query(depth: depth - 1)) \(query(depth: depth - 1)))"
    case 14...16: return "(\(query(depth: depth - 1)) OR \(query(depth: depth - 1)))"
    case 17: return "NOT (\(query(depth: depth - 1)))"
    case 18:
      return "(\(words(1)) NEAR/\(Int.random(in: 1...5, using: &generator)) \(pick(Self.tags)))"
    default:
      let distance = Int.random(in: 1...5, using: &generator)
      return "((\(words(1)) OR \"\(words(2))\") NEAR/\(distance) \(words(1)))"
    }
  }

  private mutating func words(_ count: Int) -> String {
    (0..<count).map { _ in
      let word = pick(Self.words)
      let isEmoji = word.unicodeScalars.contains {
        $0.value > 0x1F000 || [0x20E3, 0x2764].contains($0.value)
      }
      return chance(15) && !isEmoji ? "\(word.prefix(3))*" : word
    }.joined(separator: " ")
  }
}
