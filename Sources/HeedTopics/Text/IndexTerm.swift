/// How tokens are spelled as terms of a full-text index.
///
/// Terms hold only ASCII letters and digits in lower case, underscores, and characters beyond
/// ASCII, so that a tokeniser which splits at other ASCII characters keeps each whole. No word
/// begins with an underscore, hence `_t_` (tag), `_h_` (handle), `_l_` (host of a link) and `_e_`
/// (emoji written with an ASCII character) collide with none. Other ASCII characters inside them
/// are written as an underscore and two hexadecimal digits. A term is cut after 64 characters;
/// queries cut theirs alike.
enum IndexTerm {
  static let maximumLength = 64

  static func word(_ folded: String) -> String { clipped(folded) }
  static func tag(_ folded: String) -> String { clipped("_t_" + escaped(folded)) }
  static func handle(_ folded: String) -> String { clipped("_h_" + escaped(folded)) }
  static func host(_ folded: String) -> String { clipped("_l_" + escaped(folded)) }

  static func emoji(_ folded: String) -> String {
    folded.utf8.contains { $0 < 0x80 } ? clipped("_e_" + escaped(folded)) : clipped(folded)
  }

  static func terms(of tokens: [FoldedText.Token]) -> [String] {
    var terms: [String] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .word, .compound: terms.append(word(token.folded))
      case .emoji: terms.append(emoji(token.folded))
      case .tag: terms.append(tag(token.folded))
      case .handle: terms += handleForms(token.folded).map(handle)
      case .link: terms += hostForms(token.folded).map(host)
      case .character:
        if index + 1 < tokens.count, tokens[index + 1].kind == .character,
          tokens[index + 1].followsDirectly
        {
          terms.append(token.folded + tokens[index + 1].folded)
        } else {
          terms.append(token.folded)
        }
      }
    }
    return terms
  }

  /// `ana@example.org` is found as itself and as `ana`.
  static func handleForms(_ folded: String) -> [String] {
    let local = Handles.local(of: folded)
    return local == folded ? [folded] : [folded, local]
  }

  /// `blog.example.org` is found as itself, as `example.org` and as `org`; of a longer name only
  /// the last eight parts count.
  static func hostForms(_ host: String) -> [String] {
    let labels = host.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
      .suffix(8)
    return labels.indices.map { labels[$0...].map { String($0) }.joined(separator: ".") }
      .filter { !$0.isEmpty }
  }

  static func clipped(_ term: String) -> String {
    guard term.utf8.count > maximumLength, term.unicodeScalars.count > maximumLength else {
      return term
    }
    return String(term.unicodeScalars.prefix(maximumLength))
  }

  static func isClipped(_ term: String) -> Bool {
    term.unicodeScalars.count >= maximumLength
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x80:
        let digits = String(scalar.value, radix: 16)
        escaped += digits.count == 1 ? "_0\(digits)" : "_\(digits)"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
