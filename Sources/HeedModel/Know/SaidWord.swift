/// A word of a text, and where it stands.
struct SaidWord: Sendable, Hashable {
  var raw: String
  var folded: String
  /// In bytes of UTF-8.
  var range: Range<Int>

  /// Words as runs of letters and digits; signs of scripts that write without spaces stand alone.
  static func all(in text: String) -> [SaidWord] {
    var words: [SaidWord] = []
    var word = String.UnicodeScalarView()
    var start = 0
    var at = 0
    func close(_ end: Int) {
      guard !word.isEmpty else { return }
      let raw = String(word)
      words.append(SaidWord(raw: raw, folded: raw.lowercased(), range: start..<end))
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      if standsAlone(scalar) {
        close(at)
        let raw = String(scalar)
        words.append(SaidWord(raw: raw, folded: raw, range: at..<(at + length)))
      } else if belongsToWord(scalar) {
        if word.isEmpty { start = at }
        word.append(scalar)
      } else {
        close(at)
      }
      at += length
    }
    close(at)
    return words
  }

  /// What stands between spaces, without the signs around it.
  static func tokens(in text: String) -> [SaidWord] {
    var tokens: [SaidWord] = []
    var at = 0
    for piece in text.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace) {
      let front = piece.prefix { !$0.isLetter && !$0.isNumber }
      var inner = piece.dropFirst(front.count)
      while let last = inner.last, !last.isLetter && !last.isNumber { inner.removeLast() }
      if !inner.isEmpty {
        let start = at + front.utf8.count
        tokens.append(
          SaidWord(
            raw: String(inner), folded: inner.lowercased(),
            range: start..<(start + inner.utf8.count)))
      }
      at += piece.utf8.count
      // What parted it from the next one.
      let end = text.utf8.index(text.startIndex, offsetBy: at)
      if end < text.endIndex { at += text[end].utf8.count }
    }
    return tokens
  }

  /// A number of some length, an address: what is about somebody, not only said by them.
  var isData: Bool {
    let digits = raw.utf8.reduce(0) { $0 + ((48...57).contains($1) ? 1 : 0) }
    return digits >= 4 || raw.contains("://") || (raw.contains("@") && raw.contains("."))
  }

  private static func belongsToWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (48...57).contains(scalar.value) || (65...90).contains(scalar.value)
        || (97...122).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }

  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0E7F, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      belongsToWord(scalar)
    default: false
    }
  }
}
