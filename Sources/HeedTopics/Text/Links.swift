/// Web addresses inside a text, and the comparison of addresses.
enum Links {
  /// Longer addresses are cut, so that a text of nothing but beginnings stays cheap to read.
  private static let maximumLength = 2_048

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
    let limit = min(scalars.count, body + maximumLength)
    while end < limit, isPart(scalars[end]) { end += 1 }
    let hasBracket = scalars[body..<end].contains("(")
    while end > body, isTrailing(scalars[end - 1], hasBracket: hasBracket) { end -= 1 }
    guard end > body else { return nil }
    let address = String(String.UnicodeScalarView(scalars[start..<end]))
    return Self.host(of: folded(address)).isEmpty ? nil : end
  }

  /// An address without scheme, `www.` and trailing slash, folded: `example.org/Blog/` is
  /// `example.org/blog`.
  static func folded(_ address: some StringProtocol) -> String {
    var scalars = Array(Handles.foldedScalars(address.unicodeScalars).unicodeScalars)[...]
    func strip() -> Bool {
      for opening in ["https://", "http://", "www."]
      where scalars.starts(with: opening.unicodeScalars) {
        scalars = scalars.dropFirst(opening.unicodeScalars.count)
        return true
      }
      let end = scalars.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? scalars.endIndex
      guard let user = scalars[..<end].lastIndex(of: "@") else { return false }
      scalars = scalars[(user + 1)...]
      return true
    }
    while strip() {}
    while scalars.last == "/" { scalars = scalars.dropLast() }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The host of a folded address, without port; empty when it has none.
  static func host(of folded: String) -> String {
    var host = folded.unicodeScalars.prefix { isHostPart($0) }
    while let last = host.last, last == "." || last == "-" { host.removeLast() }
    return String(host)
  }

  /// Whether a folded address lies under `wanted`: the same host or one below it, and, where
  /// `wanted` has a path, that path or one below it.
  static func matches(_ folded: String, under wanted: String) -> Bool {
    let wantedHost = host(of: wanted)
    let foldedHost = host(of: folded)
    guard foldedHost == wantedHost || foldedHost.utf8.elementsEndWith(".\(wantedHost)".utf8) else {
      return false
    }
    let path = folded.utf8.dropFirst(foldedHost.utf8.count)
    let wantedPath = wanted.utf8.dropFirst(wantedHost.utf8.count)
    guard path.starts(with: wantedPath) else { return false }
    guard !wantedPath.isEmpty, let next = path.dropFirst(wantedPath.count).first else {
      return true
    }
    return "/?#".utf8.contains(next)
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

extension String.UTF8View {
  fileprivate func elementsEndWith(_ ending: String.UTF8View) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
