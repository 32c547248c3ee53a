/// The script of a letter, as far as the readers tell scripts apart.
enum Script: UInt8, CaseIterable {
  case other, latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, gurmukhi
  case gujarati, tamil, telugu, thai, georgian, hangul, kana, han
  case sinhala, khmer, lao, burmese, ethiopic, kannada, malayalam, oriya, tibetan, thaana, cherokee
  case nko, olChiki

  /// The one language that is written so, where one has the script for itself.
  var language: String? {
    switch self {
    case .greek: "el"
    case .armenian: "hy"
    case .gurmukhi: "pa"
    case .gujarati: "gu"
    case .tamil: "ta"
    case .telugu: "te"
    case .thai: "th"
    case .georgian: "ka"
    case .hangul: "ko"
    case .kana: "ja"
    case .han: "zh"
    case .sinhala: "si"
    case .khmer: "km"
    case .lao: "lo"
    case .burmese: "my"
    case .kannada: "kn"
    case .malayalam: "ml"
    case .oriya: "or"
    case .tibetan: "bo"
    case .thaana: "dv"
    case .cherokee: "chr"
    case .nko: "nqo"
    case .olChiki: "sat"
    case .other, .latin, .cyrillic, .arabic, .devanagari, .hebrew, .bengali, .ethiopic: nil
    }
  }

  /// By which a model of several languages is found.
  var model: String? {
    switch self {
    case .latin: "Latin"
    case .cyrillic: "Cyrillic"
    case .arabic: "Arabic"
    case .devanagari: "Devanagari"
    default: nil
    }
  }

  /// How much of a word one letter is: a Chinese character says more than a Latin letter.
  var weight: Int {
    switch self {
    case .hangul, .kana, .han: 2
    default: 1
    }
  }

  @inline(__always)
  init(_ value: UInt32) {
    self = value < 0x80 ? .latin : Self.beyondASCII(value)
  }

  private static func beyondASCII(_ value: UInt32) -> Script {
    switch value {
    case 0xC0...0x24F, 0x1E00...0x1EFF: .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x530...0x58F: .armenian
    case 0x590...0x5FF, 0xFB1D...0xFB4F: .hebrew
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: .arabic
    case 0x900...0x97F: .devanagari
    case 0x980...0x9FF: .bengali
    case 0xA00...0xA7F: .gurmukhi
    case 0xA80...0xAFF: .gujarati
    case 0xB80...0xBFF: .tamil
    case 0xC00...0xC7F: .telugu
    case 0xB00...0xB7F: .oriya
    case 0xC80...0xCFF: .kannada
    case 0xD00...0xD7F: .malayalam
    case 0xD80...0xDFF: .sinhala
    case 0xE00...0xE7F: .thai
    case 0xE80...0xEFF: .lao
    case 0xF00...0xFFF: .tibetan
    case 0x1000...0x109F, 0xA9E0...0xA9FF, 0xAA60...0xAA7F: .burmese
    case 0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2F: .georgian
    case 0x1200...0x139F, 0x2D80...0x2DDF, 0xAB00...0xAB2F: .ethiopic
    case 0x1780...0x17FF, 0x19E0...0x19FF: .khmer
    case 0x780...0x7BF: .thaana
    case 0x7C0...0x7FF: .nko
    case 0x13A0...0x13FF, 0xAB70...0xABBF: .cherokee
    case 0x1C50...0x1C7F: .olChiki
    case 0x1100...0x11FF, 0xAC00...0xD7A3: .hangul
    case 0x3040...0x30FF: .kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF: .han
    default: .other
    }
  }
}
