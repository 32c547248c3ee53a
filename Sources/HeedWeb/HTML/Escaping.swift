/// Turns text into markup that shows it.
enum Escaping {
  /// Appends `text` so that neither an element nor an attribute in quotes can end or begin in it.
  ///
  /// NUL, which browsers treat in different ways in different places, becomes the replacement character.
  static func append(_ text: String, to markup: inout String) {
    var text = text
    let isPlain = text.withUTF8 { bytes in bytes.allSatisfy { !isSpecial($0) } }
    if isPlain {
      markup += text
      return
    }
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices where isSpecial(bytes[index]) {
        markup += String(decoding: bytes[start..<index], as: UTF8.self)
        markup += entity(of: bytes[index])
        start = index + 1
      }
      markup += String(decoding: bytes[start...], as: UTF8.self)
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0:
      true
    default: false
    }
  }

  private static func entity(of byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: "\u{FFFD}"
    }
  }
}

/// Addresses of other places, as far as a link may lead there.
enum ForeignAddress {
  /// The address if its scheme is one that only opens a page or a letter. `javascript:` and its kin run in our
  /// origin when clicked, so anything not known to be harmless is no link.
  static func safe(_ address: String) -> String? {
    let start = address.prefix(8).lowercased()
    let isHarmless = ["http://", "https://", "mailto:"].contains { start.hasPrefix($0) }
    return isHarmless ? address : nil
  }
}
