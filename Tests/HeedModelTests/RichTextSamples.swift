import HeedModel

/// Trees by seed, from harmless to hostile.
struct RichTextSamples {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func next() -> RichText {
    RichText((0..<Int.random(in: 0...4, using: &random)).map { _ in block(depth: 0) })
  }

  /// Anything at all as a stored form: marks, letters, words in no order.
  mutating func nextStored() -> String {
    let parts = ["\u{1}", "\u{2}", "\u{3}", "1", "\n", "https://a.example/", "mailto:a@b"]
    var text = Bool.random(using: &random) ? "\u{1}1" : ""
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      switch Int.random(in: 0...3, using: &random) {
      case 0: text += "\u{1}" + String("phqouiceskamtzé".randomElement(using: &random)!)
      case 1: text += parts.randomElement(using: &random)!
      case 2: text += "\u{2}"
      default: text += words()
      }
    }
    return text
  }

  private mutating func block(depth: Int) -> RichText.Block {
    let deep = depth < 40 && Int.random(in: 0..<10, using: &random) < (depth == 0 ? 6 : 4)
    switch Int.random(in: deep ? 0...6 : 2...4, using: &random) {
    case 0, 5:
      return .quote(
        (0...Int.random(in: 0...2, using: &random)).map { _ in block(depth: depth + 1) })
    case 1, 6:
      return .list(
        ordered: Bool.random(using: &random),
        items: (0..<Int.random(in: 0...3, using: &random)).map { _ in
          (0..<Int.random(in: 0...2, using: &random)).map { _ in block(depth: depth + 1) }
        })
    case 2: return .code(words())
    case 3: return .heading(inlines(depth: 0))
    default: return .paragraph(inlines(depth: 0))
    }
  }

  private mutating func inlines(depth: Int) -> [RichText.Inline] {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in inline(depth: depth) }
  }

  private mutating func inline(depth: Int) -> RichText.Inline {
    switch Int.random(in: depth < 40 ? 0...10 : 0...5, using: &random) {
    case 0, 1: .text(words())
    case 2: .lineBreak
    case 3: .code(words())
    case 4: .mention(handle: "@" + words(), to: address())
    case 5: .tag(name: words(), to: nil)
    case 6, 7: .emphasis(inlines(depth: depth + 1))
    case 8: .strong(inlines(depth: depth + 1))
    default: .link(to: address() ?? "", inlines(depth: depth + 1))
    }
  }

  private mutating func address() -> String? {
    [
      nil, "https://a.example/b?c=d#e", "http://[::1]/", "mailto:ana@b.example",
      "javascript:alert(1)", "https://good.example@evil.example/", "HTTPS://A.example", "//a",
      "https://a.example/\u{202E}gpj", "data:text/html,x", "https://", "https://a b",
    ].randomElement(using: &random)!
  }

  private mutating func words() -> String {
    let parts = [
      "word", " ", "  ", "\n", "\r\n", "\r", "\t", "ä", "日本", "👩‍👩‍👧", "e\u{301}", "\u{1}", "\u{2}",
      "\u{3}",
      "\u{0}", "\u{7F}", "\u{85}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{2069}", "\u{2028}",
      "\u{FEFF}", "\u{FFFF}", "\u{200B}", "<b>", "&amp;", "#", "1",
    ]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in
      parts.randomElement(using: &random)!
    }.joined()
  }
}
