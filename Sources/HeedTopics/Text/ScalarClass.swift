/// What a scalar can be a part of.
enum ScalarClass {
  /// Letters, the marks that belong to them, digits, and what folds to these.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 {
      return (value | 0x20) &- 0x61 < 26 || value &- 0x30 < 10 || value == 0x5F
    }
    if isTradeMark(scalar) || isApostrophe(scalar) || isInvisible(scalar) { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default:
      return ScalarFolding.hasFolding(scalar)
    }
  }

  /// Characters that vanish without breaking a word: soft hyphens, joiners, direction marks. The
  /// zero-width space is none of them, it parts words.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7F && scalar.properties.isDefaultIgnorableCodePoint && scalar != "\u{200B}"
  }

  /// Scripts written without spaces between words, and Hangul, whose words carry their endings:
  /// each character stands alone and a query finds any run of them.
  static func isUnspaced(_ folded: Unicode.Scalar) -> Bool {
    switch folded.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x1950...0x19DF,
      0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3035, 0x303B...0x30FF, 0x3100...0x31FF,
      0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
      0xFF66...0xFFDC, 0x1AFF0...0x1B16F, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether a scalar makes or goes on a word that has spaces around it.
  static func isSpacedWord(_ scalar: Unicode.Scalar) -> Bool {
    guard isWord(scalar) else { return false }
    return switch ScalarFolding.fold(scalar) {
    case .itself: !isUnspaced(scalar)
    case .other(let other): !isUnspaced(other)
    case .several(let several): several.first.map { !isUnspaced($0) } ?? false
    }
  }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0xB4, 0x02BB, 0x02BC, 0x2018, 0x2019, 0x201B, 0xFF07: true
    default: false
    }
  }

  static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010, 0x2011, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  static func isNumberSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "#" || scalar == "\u{FF03}" || scalar == "\u{FE5F}"
  }

  static func isAtSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "@" || scalar == "\u{FF20}" || scalar == "\u{FE6B}"
  }

  private static func isTradeMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2122}" || scalar == "\u{2120}"
  }
}
