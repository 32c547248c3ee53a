extension Capabilities.Length {
  /// How much of a post a text takes, as its network counts.
  ///
  /// Where `address` is set, each `http` or `https` address counts as that many, and a mention without its server's part,
  /// as Mastodon counts (https://docs.joinmastodon.org/user/posting/#text).
  public func count(_ text: String) -> Int {
    switch self {
    case .unlimited: text.count
    case .bytes: text.utf8.count
    case .graphemesAndBytes(let limit, let bytes):
      // Rounded up, so that one byte too many is one character too many.
      max(text.count, (text.utf8.count * limit + bytes - 1) / max(bytes, 1))
    case .graphemes(_, let address):
      Self.shortened(text, address).reduce(0) { $0 + $1.0 + $1.1.count }
    case .scalars(_, let address):
      Self.shortened(text, address).reduce(0) { $0 + $1.0 + $1.1.unicodeScalars.count }
    }
  }

  public var limit: Int? {
    switch self {
    case .graphemes(let limit, _), .scalars(let limit, _), .bytes(let limit),
      .graphemesAndBytes(let limit, _):
      limit
    case .unlimited: nil
    }
  }

  /// The words of a text: what an address counts for, or else the words that count as they are.
  private static func shortened(_ text: String, _ address: Int?) -> [(Int, Substring)] {
    guard let address else { return [(0, text[...])] }
    var pieces: [(Int, Substring)] = []
    var rest = text[...]
    while !rest.isEmpty {
      let word = rest.prefix { !$0.isWhitespace }
      if word.isEmpty {
        let space = rest.prefix { $0.isWhitespace }
        pieces.append((0, space))
        rest = rest[space.endIndex...]
        continue
      }
      if word.hasPrefix("https://") || word.hasPrefix("http://") {
        // What ends a sentence does not belong to the address before it.
        let end = word.lastIndex { !".,;:!?)\"'".contains($0) } ?? word.startIndex
        pieces.append((address, word[word.index(after: end)...]))
      } else if word.first == "@", let server = word.dropFirst().firstIndex(of: "@") {
        let tail = word[server...].dropFirst().drop {
          $0.isLetter || $0.isNumber || ".-:".contains($0)
        }
        pieces.append((0, word[..<server]))
        pieces.append((0, tail))
      } else {
        pieces.append((0, word))
      }
      rest = rest[word.endIndex...]
    }
    return pieces
  }
}
