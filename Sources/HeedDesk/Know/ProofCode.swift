import HeedModel

/// The code that somebody says at the place whose handle they prove.
enum ProofCode {
  static let mark = "heed-"
  private static let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789")

  /// Fifty bits in two groups: made from the browser's own token, so that it is stored nowhere.
  static func code(of token: String, _ digests: Digests) -> String {
    let bytes = digests.digest("code", [token])
    let signs = bytes.prefix(10).map { alphabet[Int($0) & 31] }
    return mark + String(signs.prefix(5)) + "-" + String(signs.suffix(5))
  }

  /// Every code that stands in a text, few at the most.
  static func all(in text: String) -> [String] {
    let text = text.lowercased()
    var found: [String] = []
    var rest = text[...]
    while found.count < 4, let at = rest.firstRange(of: mark) {
      let signs = rest[at.upperBound...].prefix(11)
      if signs.count == 11, signs.dropFirst(5).first == "-",
        signs.enumerated().allSatisfy({ $0.offset == 5 || alphabet.contains($0.element) })
      {
        found.append(mark + String(signs))
      }
      rest = rest[at.upperBound...]
    }
    return found
  }

  /// Letters besides the code in a post that proves something.
  private static let mostBesides = 120

  /// The codes that somebody says themselves. Who quotes one, or says one among much else, answers somebody: they prove
  /// nothing.
  static func said(in text: RichText) -> [String] {
    let own = RichText(
      text.withoutAddressees.blocks.filter { block in
        switch block {
        case .quote, .code: false
        case .paragraph, .heading, .list: true
        }
      })
    let lines = own.plain.split(whereSeparator: \.isNewline).filter {
      !$0.drop(while: \.isWhitespace).hasPrefix(">")
    }
    let words = lines.joined(separator: "\n")
    let codes = all(in: words)
    return words.count <= mostBesides + codes.count * 16 ? codes : []
  }

  /// A handle or a page as it is compared: however it was typed.
  static func claim(_ typed: String) -> String {
    var claim = typed.filter { !$0.isWhitespace }.lowercased()
    for front in ["acct:", "mailto:", "https://", "http://", "@"] where claim.hasPrefix(front) {
      claim.removeFirst(front.count)
    }
    while claim.last == "/" { claim.removeLast() }
    return claim
  }

  /// An address that a letter could go to, as far as it can be told.
  static func isMail(_ typed: String) -> Bool {
    let parts = typed.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !typed.contains("/") && !typed.contains { $0.isWhitespace }
  }
}
