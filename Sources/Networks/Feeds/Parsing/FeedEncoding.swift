/// Finds out what a feed is written in, whatever it claims, and turns it into UTF-8.
enum FeedEncoding {
  /// Never fails: bytes that fit no claim are read as windows-1252, which takes them all.
  static func utf8(of bytes: [UInt8], contentType: String?) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return valid(Array(bytes.dropFirst(3))) }
    if let wide = wideName(of: bytes) {
      return FeedCharset.convert(bytes, from: wide, lenient: true) ?? valid(bytes)
    }
    let header = charset(in: contentType)
    let claims = [header, declared(in: bytes)].compactMap { $0 }
    // A claim of UTF-16 cannot be true where the declaration itself was read byte by byte.
    let narrow = claims.filter { !$0.hasPrefix("utf-16") && !$0.hasPrefix("utf-32") }
    if !bytes.contains(where: { $0 >= 0x80 }) {
      return shifting(bytes, claims: narrow) ?? bytes
    }
    let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
    // Two bytes of GBK or EUC can look like UTF-8, so these claims are tried before the look of the
    // bytes; but hardly a whole text of them. A text that claims Latin-1 and is UTF-8 throughout is
    // UTF-8.
    if !isUTF8 || (header != "utf-8" && !isSurelyUTF8(bytes)) {
      for claim in narrow where isMultibyte(claim) {
        if let text = FeedCharset.convert(bytes, from: claim, lenient: false) { return text }
      }
    }
    if isUTF8 { return bytes }
    for claim in narrow where claim != "utf-8" && claim != "us-ascii" {
      if let text = FeedCharset.convert(bytes, from: claim, lenient: false) { return text }
    }
    // Mostly UTF-8 with a slip in it stays UTF-8; the slip becomes a replacement mark.
    let saysUTF8 = claims.isEmpty || claims.contains("utf-8")
    if saysUTF8, looksLikeUTF8(bytes) { return valid(bytes) }
    // A damaged byte in a text of an encoding of several bytes costs a letter, not the text.
    for claim in narrow where isMultibyte(claim) {
      if let text = FeedCharset.convert(bytes, from: claim, lenient: true) { return text }
    }
    for guess in guesses(by: language(in: bytes)) {
      if let text = FeedCharset.convert(bytes, from: guess, lenient: false) { return text }
    }
    return FeedCharset.convert(bytes, from: "windows-1252", lenient: true) ?? valid(bytes)
  }

  private static func valid(_ bytes: [UInt8]) -> [UInt8] {
    String(validating: bytes, as: UTF8.self) != nil
      ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// By the mark of byte order, else by where the zeros of ASCII stand.
  private static func wideName(of bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(4))
    guard head.count >= 2 else { return nil }
    if head == [0xFF, 0xFE, 0, 0] || head == [0x3C, 0, 0, 0] { return "UTF-32LE" }
    if head == [0, 0, 0xFE, 0xFF] || head == [0, 0, 0, 0x3C] { return "UTF-32BE" }
    let start = bytes.prefix(200)
    let zeros = start.indices.filter { start[$0] == 0 }
    let odd = zeros.count { $0 % 2 == 1 }
    // A mark before a text of single bytes is a lie.
    if head.starts(with: [0xFF, 0xFE]), !zeros.isEmpty || bytes.count < 8 { return "UTF-16LE" }
    if head.starts(with: [0xFE, 0xFF]), !zeros.isEmpty || bytes.count < 8 { return "UTF-16BE" }
    guard zeros.count * 4 >= start.count else { return nil }
    if zeros.count * 8 >= start.count * 5 { return start.first == 0 ? "UTF-32BE" : "UTF-32LE" }
    if odd == zeros.count { return "UTF-16LE" }
    return odd == 0 ? "UTF-16BE" : nil
  }

  static func charset(in contentType: String?) -> String? {
    guard let contentType = contentType?.lowercased(),
      let at = contentType.firstRange(of: "charset")
    else { return nil }
    let rest = contentType[at.upperBound...].drop(while: \.isWhitespace)
    guard rest.first == "=" else { return nil }
    return cleaned(String(rest.dropFirst().prefix { $0 != ";" && $0 != "," }))
  }

  private static func declared(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self)
    guard let start = head.firstRange(of: "<?xml"),
      let end = head[start.upperBound...].firstRange(of: "?>"),
      let at = head[start.upperBound..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let rest = head[at.upperBound..<end.lowerBound].drop { $0.isWhitespace || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      return cleaned(String(rest.prefix { !$0.isWhitespace }))
    }
    return cleaned(String(rest.dropFirst().prefix { $0 != quote }))
  }

  private static func cleaned(_ name: String) -> String? {
    let name = name.trimming { $0.isWhitespace || $0 == "\"" || $0 == "'" }.lowercased()
    guard !name.isEmpty, name.utf8.count < 40,
      name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") })
    else { return nil }
    switch name {
    case "utf8", "utf_8", "unicode-1-1-utf-8", "utf-8n", "x-unicode20utf8": return "utf-8"
    case "ascii", "ansi_x3.4-1968": return "us-ascii"
    default: return name
    }
  }

  private static func isMultibyte(_ name: String) -> Bool {
    [
      "gb", "x-gb", "big5", "euc", "x-euc", "shift", "sjis", "x-sjis", "ms_kanji", "windows-31j",
      "ks_c", "ksc", "korean", "windows-949", "windows-932", "windows-936", "windows-950", "cp9",
      "iso-2022", "csiso2022", "uhc", "johab",
    ].contains { name.hasPrefix($0) }
  }

  /// Text in seven bits that shifts between alphabets by escape marks.
  private static func shifting(_ bytes: [UInt8], claims: [String]) -> [UInt8]? {
    guard bytes.contains(0x1B) else { return nil }
    let names = claims.filter { $0.hasPrefix("iso-2022") || $0.hasPrefix("csiso2022") }
    for name in names + ["iso-2022-jp"] {
      if let text = FeedCharset.convert(bytes, from: name, lenient: false) { return text }
    }
    return nil
  }

  /// Whether it holds more letters of UTF-8 than another encoding would show by chance. It is valid.
  private static func isSurelyUTF8(_ bytes: [UInt8]) -> Bool {
    var letters = 0
    for byte in bytes where byte >= 0xC0 {
      letters += byte >= 0xE0 ? 4 : 1
      if letters >= 4 { return true }
    }
    return false
  }

  /// Whether at least nine in ten of its high bytes stand in good UTF-8 sequences.
  private static func looksLikeUTF8(_ bytes: [UInt8]) -> Bool {
    let high = bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
    let broken = String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(0) {
      $0 + ($1 == "\u{FFFD}" ? 1 : 0)
    }
    return broken * 10 <= high
  }

  /// The language that a feed without a true claim says it is in.
  private static func language(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    let pattern = #/(?:<(?:dc:)?language>|xml:lang=["'])\s*([a-z]{2}(?:[-_][a-z]{2,4})?)/#
    return head.firstMatch(of: pattern).map { String($0.1) }
  }

  private static func guesses(by language: String?) -> [String] {
    switch language?.prefix(2) {
    case "ru", "uk", "bg", "be", "mk", "sr": ["windows-1251"]
    case "ja": ["shift_jis", "euc-jp"]
    case "ko": ["euc-kr"]
    case "zh":
      language.map { $0.hasSuffix("tw") || $0.hasSuffix("hk") || $0.hasSuffix("hant") } == true
        ? ["big5", "gb18030"] : ["gb18030", "big5"]
    case "pl", "cs", "sk", "hu", "sl", "hr", "ro": ["windows-1250"]
    case "el": ["windows-1253"]
    case "tr": ["windows-1254"]
    case "he": ["windows-1255"]
    case "ar", "fa": ["windows-1256"]
    case "lt", "lv", "et": ["windows-1257"]
    case "th": ["windows-874"]
    default: []
    }
  }
}
