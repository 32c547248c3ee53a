/// How many documents a term is likely to call, for the choice of anchors.
enum TermCost {
  /// What nearly every document has costs more than any word.
  private static let common = 1 << 40

  static func word(_ key: String, _ frequency: (String) -> Int) -> Int {
    let rest = String(key.unicodeScalars.dropFirst())
    return switch key.unicodeScalars.first {
    case "#": frequency(IndexTerm.tag(rest))
    case "@": frequency(IndexTerm.handle(rest))
    case "/": frequency(IndexTerm.host(rest))
    default: frequency(SearchPlan.word(key))
    }
  }

  static func prefix(_ key: String, _ frequency: (String) -> Int) -> Int {
    16 * word(key, frequency)
  }

  static func run(_ characters: [String], _ frequency: (String) -> Int) -> Int {
    if characters.count == 1 { return frequency(characters[0]) }
    return zip(characters, characters.dropFirst()).map { frequency($0 + $1) }.min() ?? 1
  }

  static func fact(_ attribute: TopicQuery.Attribute, _ frequency: (String) -> Int) -> Int {
    switch attribute.field {
    case .from, .to: 1
    case .link: frequency(IndexTerm.host(Links.host(of: attribute.value)))
    case .source: common / 4
    case .kind, .tone, .has: common / 2
    case .network, .language: common
    }
  }
}
