@testable import HeedTopics

/// Web addresses inside a text, found scalar by scalar.
enum ReferenceLinks {
  /// The end of the address that starts at `start`, or nil when none does.
  static func end(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    guard
      let body = ["https://", "http://", "www."].lazy.compactMap({
        behind($0, in: scalars, at: start)
      }).first
    else { return nil }
    let host = scalars[body...].prefix { isHostPart($0) }
    guard host.contains(where: { ScalarClass.isWord($0) && !ScalarFolding.isDropped($0) }) else {
      return nil
    }
    var end = body
    let limit = min(scalars.count, body + Links.maximumLength)
    while end < limit, isPart(scalars[end]) { end += 1 }
    let hasBracket = scalars[body..<end].contains("(")
    while end > body, isTrailing(scalars[end - 1], hasBracket: hasBracket) { end -= 1 }
    guard end > body else { return nil }
    let address = String(String.UnicodeScalarView(scalars[start..<end]))
    return Links.host(of: Links.folded(address)).isEmpty ? nil : end
  }

  private static func behind(
    _ opening: String, in scalars: [Unicode.Scalar], at start: Int
  ) -> Int? {
    let wanted = opening.unicodeScalars
    guard start + wanted.count < scalars.count else { return nil }
    for (scalar, expected) in zip(scalars[start...], wanted) {
      guard scalar.properties.lowercaseMapping.unicodeScalars.first == expected else { return nil }
    }
    return start + wanted.count
  }

  private static func isHostPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "-" || ScalarClass.isWord(scalar)
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "\"", "\u{7F}": false
    case _ where scalar.value <= 0x20: false
    case "\u{AB}", "\u{BB}", "\u{2018}"..."\u{201F}", "\u{3000}"..."\u{3002}",
      "\u{3008}"..."\u{3011}", "\u{FF08}", "\u{FF09}", "\u{FF0C}", "\u{FF01}", "\u{FF1F}":
      false
    default: !scalar.properties.isWhitespace
    }
  }

  private static func isTrailing(_ scalar: Unicode.Scalar, hasBracket: Bool) -> Bool {
    switch scalar {
    case ".", ",", ";", ":", "!", "?", "'", "]", "}", "*", "\u{2026}": true
    case ")": !hasBracket
    default: false
    }
  }
}
