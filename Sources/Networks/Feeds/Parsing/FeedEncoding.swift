import CLibXML

/// Finds out what a feed is written in, whatever it claims, and turns it into UTF-8.
enum FeedEncoding {
  /// Never fails: bytes that fit no claim are read as windows-1252, which takes them all.
  static func utf8(of bytes: [UInt8], contentType: String?) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return valid(Array(bytes.dropFirst(3))) }
    if let wide = wideName(of: bytes) {
      return convert(bytes, from: wide, lenient: true) ?? valid(bytes)
    }
    let claims = [charset(in: contentType), declared(in: bytes)].compactMap { $0 }
    let high = bytes.contains { $0 >= 0x80 }
    // A claim of UTF-16 cannot be true where the declaration itself was read byte by byte.
    let narrow = claims.filter { !$0.hasPrefix("utf-16") && !$0.hasPrefix("utf-32") }
    if !high, !narrow.contains(where: isSevenBitShifting) { return bytes }
    // Two bytes of GBK or EUC can look like UTF-8, so these claims are tried before the look of the
    // bytes. A text that claims Latin-1 and is UTF-8 throughout is UTF-8.
    for claim in narrow where isMultibyte(claim) {
      if let text = convert(bytes, from: claim, lenient: false) { return text }
    }
    if String(validating: bytes, as: UTF8.self) != nil { return bytes }
    for claim in narrow where claim != "utf-8" && claim != "us-ascii" {
      if let text = convert(bytes, from: web(claim), lenient: false) { return text }
    }
    // Mostly UTF-8 with a slip in it stays UTF-8; the slip becomes a replacement mark.
    if claims.isEmpty || claims.contains("utf-8"), looksLikeUTF8(bytes) { return valid(bytes) }
    return convert(bytes, from: "windows-1252", lenient: true) ?? valid(bytes)
  }

  private static func valid(_ bytes: [UInt8]) -> [UInt8] {
    String(validating: bytes, as: UTF8.self) != nil
      ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private static func wideName(of bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(4))
    guard head.count >= 2 else { return nil }
    if head == [0xFF, 0xFE, 0, 0] || head == [0x3C, 0, 0, 0] { return "UTF-32LE" }
    if head == [0, 0, 0xFE, 0xFF] || head == [0, 0, 0, 0x3C] { return "UTF-32BE" }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0]) { return "UTF-16LE" }
    if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0, 0x3C]) { return "UTF-16BE" }
    return nil
  }

  static func charset(in contentType: String?) -> String? {
    guard let contentType = contentType?.lowercased(),
      let at = contentType.firstRange(of: "charset=")
    else { return nil }
    let name = contentType[at.upperBound...].prefix { $0 != ";" && $0 != "," }
    return cleaned(String(name))
  }

  private static func declared(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self)
    guard let start = head.firstRange(of: "<?xml"),
      let end = head[start.upperBound...].firstRange(of: "?>"),
      let at = head[start.upperBound..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let rest = head[at.upperBound..<end.lowerBound].drop { $0 == " " || $0 == "=" }
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return cleaned(String(rest.dropFirst().prefix { $0 != quote }))
  }

  private static func cleaned(_ name: String) -> String? {
    let name = name.trimming { $0.isWhitespace || $0 == "\"" || $0 == "'" }.lowercased()
    guard !name.isEmpty, name.utf8.count < 40,
      name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") })
    else { return nil }
    return name == "utf8" ? "utf-8" : name
  }

  /// What the web means by these names: https://encoding.spec.whatwg.org/#names-and-labels
  private static func web(_ name: String) -> String {
    switch name {
    case "iso-8859-1", "latin1", "ascii": "windows-1252"
    case "iso-8859-9": "windows-1254"
    case "gb2312", "gbk": "gb18030"
    case "shift_jis", "shift-jis", "x-sjis": "cp932"
    case "ks_c_5601-1987": "cp949"
    case "x-mac-roman", "macroman": "macintosh"
    default: name
    }
  }

  private static func isMultibyte(_ name: String) -> Bool {
    ["gb", "big5", "euc-", "shift", "x-sjis", "ks_c", "cp9", "iso-2022", "hz"].contains {
      name.hasPrefix($0)
    }
  }

  private static func isSevenBitShifting(_ name: String) -> Bool {
    name.hasPrefix("iso-2022") || name.hasPrefix("hz")
  }

  /// Whether at least nine in ten of its high bytes stand in good UTF-8 sequences.
  private static func looksLikeUTF8(_ bytes: [UInt8]) -> Bool {
    let high = bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
    let broken = String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(0) {
      $0 + ($1 == "\u{FFFD}" ? 1 : 0)
    }
    return broken * 10 <= high
  }

  /// Through libxml2, which asks iconv.
  /// - Returns: `nil` when nobody knows the encoding, or a byte does not fit and `lenient` is
  ///   false.
  private static func convert(_ bytes: [UInt8], from name: String, lenient: Bool) -> [UInt8]? {
    XMLLibrary.start()
    guard let handler = xmlFindCharEncodingHandler(name == "utf-8" ? "UTF-8" : web(name)) else {
      return nil
    }
    defer { xmlCharEncCloseFunc(handler) }
    guard let from = xmlBufferCreate(), let to = xmlBufferCreate() else { return nil }
    defer {
      xmlBufferFree(from)
      xmlBufferFree(to)
    }
    guard xmlBufferAdd(from, bytes, Int32(bytes.count)) == 0 else { return nil }
    var stuck = 0
    while xmlBufferLength(from) > 0 {
      let before = xmlBufferLength(from)
      let written = xmlCharEncInFunc(handler, to, from)
      let after = xmlBufferLength(from)
      if after == 0 { break }
      if written > 0, after < before { continue }
      guard lenient, stuck < 10_000 else { return nil }
      stuck += 1
      xmlBufferShrink(from, UInt32(1))
      xmlBufferAdd(to, [0xEF, 0xBF, 0xBD], 3)
    }
    let count = Int(xmlBufferLength(to))
    guard count > 0, let content = xmlBufferContent(to) else { return bytes.isEmpty ? [] : nil }
    var text = Array(UnsafeBufferPointer(start: content, count: count))
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    return text
  }
}
