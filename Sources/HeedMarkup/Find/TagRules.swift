/// What a tag may be: letters, marks, digits and `_` of any script, not only digits.
enum TagRules {
  /// The end of the tag whose mark stands at `index`; `nil` when it is none.
  static func end(of scalars: [Unicode.Scalar], at index: Int) -> Int? {
    // `a#b` and `&#39;` are no tags.
    if index > 0, scalars[index - 1] == "&" || isWord(scalars[index - 1]) { return nil }
    var end = index + 1
    if end < scalars.count, scalars[end].value == 0xFE0F || scalars[end].value == 0x20E3 {
      return nil  // the keycap emoji #️⃣
    }
    var hasLetter = false
    while end < scalars.count, isWord(scalars[end]) {
      if isLetter(scalars[end]) { hasLetter = true }
      end += 1
    }
    guard hasLetter else { return nil }
    if end < scalars.count, scalars[end] == "#" || scalars[end] == "＃" { return nil }
    if scalars[end...].starts(with: "://".unicodeScalars) { return nil }
    return end
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (scalar.value | 0x20) >= 0x61 && (scalar.value | 0x20) <= 0x7A
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark:
      // Variation selectors are marks to Unicode and belong to emoji here.
      return !(0xFE00...0xFE0F).contains(scalar.value)
    default: return false
    }
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return isLetter(scalar) || scalar == "_" || (scalar.value >= 0x30 && scalar.value <= 0x39)
    }
    if isLetter(scalar) || scalar.properties.generalCategory == .decimalNumber { return true }
    return joiners.contains(scalar.value)
  }

  /// Characters inside words of some scripts: joiners of Persian and Indic writing, the middle dots
  /// of Catalan and Japanese, Hebrew and Armenian punctuation, the wave dash, Tibetan marks.
  private static let joiners: Set<UInt32> = [
    0x200C, 0x200D, 0xA67E, 0x05BE, 0x05F3, 0x05F4, 0xFF5E, 0x301C, 0x309B, 0x309C, 0x30A0, 0x30FB,
    0x3003, 0x0F0B, 0x0F0C, 0x00B7,
  ]
}
