/// How the tokens of a document are looked up: words, characters and emoji by themselves, the
/// others behind a sign that no word holds.
enum TermKey {
  static func tag(_ folded: String) -> String { "#\(folded)" }
  static func handle(_ folded: String) -> String { "@\(folded)" }
  static func host(_ folded: String) -> String { "/\(folded)" }

  /// The host that a key asks for, if it asks for one.
  static func host(in key: String) -> String? {
    key.unicodeScalars.first == "/" ? String(key.unicodeScalars.dropFirst()) : nil
  }

  static func keys(of token: FoldedText.Token) -> [String] {
    switch token.kind {
    case .word, .compound, .character, .emoji: [token.folded]
    case .tag: [tag(token.folded)]
    case .handle: IndexTerm.handleForms(token.folded).map(handle)
    case .link: [host(token.folded)]
    }
  }
}
