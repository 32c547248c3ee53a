/// Puts together what was written in pieces and is one letter: voiced kana, Hangul syllables, and
/// the Cyrillic letters whose mark makes another letter of them.
enum Composition {
  /// The letter that `base` and the `mark` behind it make, or nil when they stay two.
  static func compose(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark.value {
    case 0x0301, 0x0306, 0x0308: cyrillic(base, mark)
    case 0x3099: voiced(base)
    case 0x309A: halfVoiced(base)
    case 0x1161...0x1175: syllable(base, vowel: mark)
    case 0x11A8...0x11C2: syllable(base, final: mark)
    default: nil
    }
  }

  private static func cyrillic(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch (base, mark.value) {
    case ("\u{0438}", 0x0306), ("\u{0418}", 0x0306): "\u{0439}"
    case ("\u{0443}", 0x0306), ("\u{0423}", 0x0306): "\u{045E}"
    case ("\u{0456}", 0x0308), ("\u{0406}", 0x0308): "\u{0457}"
    case ("\u{0433}", 0x0301), ("\u{0413}", 0x0301): "\u{0453}"
    case ("\u{043A}", 0x0301), ("\u{041A}", 0x0301): "\u{045C}"
    default: nil
    }
  }

  private static func voiced(_ base: Unicode.Scalar) -> Unicode.Scalar? {
    let isKatakana = (0x30A1...0x30FE).contains(base.value)
    let hiragana = isKatakana ? base.value - 0x60 : base.value
    switch hiragana {
    case 0x304B...0x3061 where hiragana % 2 == 1, 0x3064, 0x3066, 0x3068, 0x309D:
      return Unicode.Scalar(base.value + 1)
    case 0x306F...0x307B where hiragana % 3 == 0:
      return Unicode.Scalar(base.value + 1)
    case 0x3046: return isKatakana ? "\u{30F4}" : "\u{3094}"
    case 0x308F...0x3092 where isKatakana: return Unicode.Scalar(base.value + 8)
    default: return nil
    }
  }

  private static func halfVoiced(_ base: Unicode.Scalar) -> Unicode.Scalar? {
    let isKatakana = (0x30A1...0x30FE).contains(base.value)
    let hiragana = isKatakana ? base.value - 0x60 : base.value
    guard (0x306F...0x307B).contains(hiragana), hiragana % 3 == 0 else { return nil }
    return Unicode.Scalar(base.value + 2)
  }

  private static func syllable(
    _ base: Unicode.Scalar, vowel: Unicode.Scalar
  ) -> Unicode.Scalar? {
    guard (0x1100...0x1112).contains(base.value) else { return nil }
    return Unicode.Scalar(
      0xAC00 + ((base.value - 0x1100) * 21 + (vowel.value - 0x1161)) * 28)
  }

  private static func syllable(
    _ base: Unicode.Scalar, final: Unicode.Scalar
  ) -> Unicode.Scalar? {
    guard (0xAC00...0xD7A3).contains(base.value), (base.value - 0xAC00) % 28 == 0 else {
      return nil
    }
    return Unicode.Scalar(base.value + final.value - 0x11A7)
  }
}
