/// Web addresses inside a text, and the comparison of addresses.
enum Links {
  /// Longer addresses are cut, so that a text of nothing but beginnings stays cheap to read.
  static let maximumLength = 2_048
  static let openings: [StaticString] = ["https://", "http://", "www."]

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

  private static func isHostPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "-" || ScalarClass.isWord(scalar)
  }

  static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "\"", "\u{7F}": false
    case _ where scalar.value <= 0x20: false
    case "\u{AB}", "\u{BB}", "\u{2018}"..."\u{201F}", "\u{3000}"..."\u{3002}",
      "\u{3008}"..."\u{3011}", "\u{FF08}", "\u{FF09}", "\u{FF0C}", "\u{FF01}", "\u{FF1F}":
      false
    default: !scalar.properties.isWhitespace
    }
  }

  /// What belongs to the sentence around when it stands at the end of an address; a closing bracket
  /// does too where none was opened.
  static func isTrailing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", ";", ":", "!", "?", "'", "]", "}", "*", "\u{2026}": true
    default: false
    }
  }
}

extension String.UTF8View {
  fileprivate func elementsEndWith(_ ending: String.UTF8View) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
