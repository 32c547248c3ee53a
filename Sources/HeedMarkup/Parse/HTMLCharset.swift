#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The characters of a page, whatever bytes it came in.
public enum HTMLCharset {
  /// The text of `bytes`: by its byte order mark, else as `declared` (the `charset` that the server
  /// sent), else as the page itself says in its first 1,024 bytes, else UTF-8, else windows-1252.
  ///
  /// Never fails: what is no character becomes U+FFFD. The order is that of
  /// https://html.spec.whatwg.org/#determining-the-character-encoding.
  public static func decode(_ bytes: [UInt8], declared: String? = nil) -> String {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }
    if bytes.starts(with: [0xFE, 0xFF]) { return converted(bytes.dropFirst(2), from: "UTF-16BE") }
    if bytes.starts(with: [0xFF, 0xFE]) { return converted(bytes.dropFirst(2), from: "UTF-16LE") }
    // A page that can say in ASCII that it is UTF-16 is not.
    let said =
      declared.flatMap(name)
      ?? label(in: bytes.prefix(1_024)).flatMap(name)
      .map { $0.hasPrefix("UTF-16") ? "UTF-8" : $0 }
    switch said {
    case nil:
      return String(validating: bytes, as: UTF8.self) ?? converted(bytes[...], from: "CP1252")
    case "UTF-8": return String(decoding: bytes, as: UTF8.self)
    case .some(let name): return converted(bytes[...], from: name)
    }
  }

  /// What the C library calls an encoding that pages may name (https://encoding.spec.whatwg.org).
  ///
  /// Only these: stateful ones (UTF-7, ISO-2022-CN) hide markup from whoever looks at the bytes, and
  /// their decoders have had overflows (CVE-2024-2961).
  private static func name(_ label: String) -> String? {
    let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    switch label {
    case "utf-8", "utf8", "unicode-1-1-utf-8": return "UTF-8"
    case "iso-8859-1", "latin1", "l1", "us-ascii", "ascii", "windows-1252", "cp1252", "x-cp1252",
      "iso8859-1", "iso_8859-1":
      return "CP1252"
    case "iso-8859-9", "latin5", "windows-1254": return "CP1254"
    case "gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80": return "GB18030"
    case "big5", "big5-hkscs": return "BIG5-HKSCS"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji": return "CP932"
    case "euc-jp", "x-euc-jp": return "EUC-JP"
    case "euc-kr", "ks_c_5601-1987", "windows-949", "korean": return "CP949"
    case "koi8-r", "koi8", "koi8-u", "koi8-ru": return label.hasSuffix("u") ? "KOI8-U" : "KOI8-R"
    case "windows-874", "tis-620", "iso-8859-11": return "CP874"
    case "utf-16", "utf-16le": return "UTF-16LE"
    case "utf-16be": return "UTF-16BE"
    default: break
    }
    if label.hasPrefix("windows-125"), let digit = label.last, label.count == 12,
      "01235678".contains(digit)
    {
      return "CP125\(digit)"
    }
    let latin = ["2", "3", "4", "5", "6", "7", "8", "10", "13", "14", "15", "16"]
    for number in latin where label == "iso-8859-\(number)" || label == "iso8859-\(number)" {
      return "ISO-8859-\(number)"
    }
    return nil
  }

  /// `charset=…` as a `<meta>` near the start says it.
  private static func label(in bytes: ArraySlice<UInt8>) -> String? {
    let head = String(decoding: bytes, as: UTF8.self).lowercased()
    var rest = head[...]
    while let meta = rest.firstRange(of: "<meta") {
      rest = rest[meta.upperBound...]
      let tag = rest.prefix { $0 != ">" }
      guard let key = tag.firstRange(of: "charset") else { continue }
      let value = tag[key.upperBound...].drop { $0.isWhitespace }
      guard value.first == "=" else { continue }
      return String(
        value.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
          .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    }
    return nil
  }

  private static func converted(_ bytes: ArraySlice<UInt8>, from name: String) -> String {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    defer { iconv_close(converter) }
    var input = Array(bytes).map { CChar(bitPattern: $0) }
    var result: [UInt8] = []
    var buffer = [CChar](repeating: 0, count: 16_384)
    input.withUnsafeMutableBufferPointer { input in
      var source = input.baseAddress
      var left = input.count
      while left > 0 {
        let failure = buffer.withUnsafeMutableBufferPointer { buffer -> Int in
          var target = buffer.baseAddress
          var room = buffer.count
          let status = iconv(converter, &source, &left, &target, &room)
          let failure = status == -1 ? errno : 0
          result += buffer.prefix(buffer.count - room).lazy.map { UInt8(bitPattern: $0) }
          return Int(failure)
        }
        // Room again in the next round; anything else is a byte that means nothing here.
        guard failure != 0, failure != Int(E2BIG), left > 0 else { continue }
        result += "\u{FFFD}".utf8
        source = source?.advanced(by: 1)
        left -= 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
