import CGMime
import HeedMarkup

/// The characters of a text part, whatever it claims to be.
enum MailCharset {
  /// The text of `bytes`.
  ///
  /// A label that the bytes contradict is a wrong one: what is well-formed UTF-8 with letters beyond ASCII in it is
  /// UTF-8 whatever is said, for that never happens by chance; what is labelled UTF-8 and is none is read as
  /// windows-1252. An unknown label is none.
  static func text(of bytes: [UInt8], declared: String?, isHTML: Bool) -> String {
    let label = declared?.lowercased().trimmed.filter { $0 != "\"" && $0 != "'" } ?? ""
    if bytes.contains(0x1B), label.hasPrefix("iso-2022-") || label.isEmpty,
      let text = converted(bytes, from: label.isEmpty ? "iso-2022-jp" : label)
    {
      return text
    }
    if label == "utf-7" || label == "unicode-1-1-utf-7", let text = converted(bytes, from: "utf-7")
    {
      return text
    }
    if label.hasPrefix("utf-16") || label.hasPrefix("utf-32") || label == "hz-gb-2312" {
      if let text = converted(bytes, from: label) { return text }
    }
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    if isASCII { return String(decoding: bytes, as: UTF8.self) }
    if let text = String(validating: bytes, as: UTF8.self) { return text.withoutMark }
    // A page says in itself what it is where its part does not.
    let known = label.isEmpty || label == "us-ascii" || label == "utf-8" || label == "utf8"
    if known, !isHTML { return HTMLCharset.decode(bytes, declared: "windows-1252") }
    let text = HTMLCharset.decode(bytes, declared: known ? nil : label)
    guard text.unicodeScalars.contains("\u{FFFD}") else { return text }
    return (known ? nil : converted(bytes, from: label)) ?? text
  }

  /// Through the library's own table of names; `nil` for an unknown one, or where nothing could be read.
  private static func converted(_ bytes: [UInt8], from label: String) -> String? {
    guard label.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), label.utf8.count < 40,
      let name = MimeLibrary.string(g_mime_charset_iconv_name(label))
    else { return nil }
    var read = 0
    var written = 0
    let converted = bytes.withUnsafeBytes {
      g_convert_with_fallback(
        $0.baseAddress?.assumingMemoryBound(to: CChar.self), gssize($0.count), "UTF-8", name, nil,
        &read, &written, nil)
    }
    guard let converted else { return nil }
    defer { g_free(converted) }
    let view = UnsafeRawBufferPointer(start: converted, count: written)
    return String(decoding: view, as: UTF8.self)
  }
}

extension String {
  /// Without the byte order mark that some programs put before a text.
  fileprivate var withoutMark: String {
    unicodeScalars.first == "\u{FEFF}" ? String(unicodeScalars.dropFirst()) : self
  }
}
