#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Encodings by name, through the C library.
enum FeedCharset {
  /// - Returns: `nil` when nobody knows the encoding, or a byte does not fit and `lenient` is false.
  ///   With it, such a byte becomes U+FFFD.
  static func convert(_ bytes: [UInt8], from name: String, lenient: Bool) -> [UInt8]? {
    guard let known = canonical(name), let converter = iconv_open("UTF-8", known),
      converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    var buffer = [CChar](repeating: 0, count: 1 << 16)
    var isFine = true
    bytes.withUnsafeBytes { input in
      // The C declaration lacks a const; nothing is written there.
      var source = UnsafeMutableRawPointer(mutating: input.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      var left = input.count
      while left > 0 {
        let fault = buffer.withUnsafeMutableBufferPointer { buffer -> Int32 in
          var target = buffer.baseAddress
          var room = buffer.count
          let status = iconv(converter, &source, &left, &target, &room)
          let fault = status == -1 ? errno : 0
          result.append(
            contentsOf: UnsafeRawBufferPointer(
              start: buffer.baseAddress, count: buffer.count - room)
          )
          return fault
        }
        // Room again in the next round; anything else is a byte that means nothing here.
        guard fault != 0, fault != E2BIG, left > 0 else { continue }
        guard lenient else {
          isFine = false
          return
        }
        result += [0xEF, 0xBF, 0xBD]
        source = source?.advanced(by: 1)
        left -= 1
      }
    }
    guard isFine else { return nil }
    if result.starts(with: [0xEF, 0xBB, 0xBF]) { result.removeFirst(3) }
    return result
  }

  /// What the web means by these names (https://encoding.spec.whatwg.org/#names-and-labels), and
  /// what else the C library knows.
  ///
  /// Left out are those that hide markup from whoever looks at the bytes, or whose decoders have had
  /// overflows (CVE-2024-2961).
  private static func canonical(_ name: String) -> String? {
    let name = name.lowercased()
    switch name {
    case "utf-8": return "UTF-8"
    case "iso-8859-1", "latin1", "l1", "iso8859-1", "iso_8859-1", "us-ascii", "x-cp1252", "cp819",
      "iso-ir-100", "cp-1252", "ansi":
      return "CP1252"
    case "iso-8859-9", "latin5", "l5", "iso8859-9": return "CP1254"
    case "iso-8859-11", "tis-620", "windows-874": return "CP874"
    case "gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "gb_2312", "cp936", "windows-936",
      "chinese", "euc-cn", "euccn":
      return "GB18030"
    case "big5", "big5-hkscs", "big-5", "x-x-big5", "cn-big5", "cp950", "windows-950":
      return "BIG5-HKSCS"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji", "ms932", "cp932",
      "windows-932":
      return "CP932"
    case "euc-jp", "x-euc-jp", "eucjp", "euc_jp", "x-eucjp": return "EUC-JP"
    case "euc-kr", "euc_kr", "euckr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601",
      "windows-949", "korean", "cp949", "uhc":
      return "CP949"
    case "iso-2022-jp", "csiso2022jp": return "ISO-2022-JP"
    case "iso-2022-kr", "csiso2022kr": return "ISO-2022-KR"
    case "koi8", "koi", "koi8_r", "cskoi8r": return "KOI8-R"
    case "koi8-ru": return "KOI8-U"
    case "x-mac-roman", "macroman", "mac-roman", "x-macroman": return "MACINTOSH"
    case "x-mac-cyrillic", "mac-cyrillic", "x-mac-ukrainian": return "MAC-CYRILLIC"
    case "utf-16le", "utf-16be", "utf-32le", "utf-32be": return name.uppercased()
    default: break
    }
    for prefix in ["windows-", "win-", "x-cp", "cp-", "x-windows-"] where name.hasPrefix(prefix) {
      let number = name.dropFirst(prefix.count)
      return number.allSatisfy(\.isNumber) ? "CP\(number)" : nil
    }
    let hidden = ["utf", "ucs", "unicode", "iso-2022", "iso2022", "iso-10646", "csunicode", "hz"]
    guard !hidden.contains(where: { name.hasPrefix($0) }),
      name.utf8.allSatisfy({
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
      })
    else { return nil }
    return name.uppercased()
  }
}
