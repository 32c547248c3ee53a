import HeedModel

/// Finds what is a person, a link or a tag in words that somebody wrote, by bytes
/// (https://docs.bsky.app/docs/advanced-guides/post-richtext#text-encoding-and-indexing).
struct FacetFinder {
  enum Found: Equatable {
    case handle(String)
    case link(String)
    case tag(String)
  }

  private(set) var found: [(range: Range<Int>, what: Found)] = []

  init(_ text: String) {
    var rest = text[...]
    while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
      let end = rest[start...].firstIndex(where: \.isWhitespace) ?? rest.endIndex
      read(text[start..<end], in: text)
      rest = rest[end...]
    }
  }

  private static let opening: Set<Character> = [
    "(", "[", "{", "\"", "'", "“", "‘", "„", "«", "¿", "¡",
  ]
  private static let closing: Set<Character> = [
    ".", ",", ";", ":", "!", "?", "]", "}", "\"", "'", "”", "’", "“", "»", "…",
  ]

  private mutating func read(_ word: Substring, in text: String) {
    let opened = word.drop { Self.opening.contains($0) }
    guard let first = opened.first else { return }
    switch first {
    case "@":
      guard let name = Self.handle(opened.dropFirst()) else { return }
      note(opened.startIndex, name.endIndex, .handle(name.lowercased()), text)
    case "#", "＃":
      let tag = Self.bare(opened).dropFirst()
      // Numbers alone are no tag, and a tag has a length (https://github.com/bluesky-social/atproto, richtext).
      guard !tag.isEmpty, tag.count <= 64, tag.utf8.count <= 640, !tag.contains("#"),
        tag.contains(where: { !$0.isNumber && !$0.isPunctuation })
      else { return }
      note(opened.startIndex, tag.endIndex, .tag(String(tag)), text)
    case "h", "H":
      let link = Self.bare(opened)
      let start = link.prefix(8).lowercased()
      let host = link.drop { $0 != ":" }.dropFirst(3)
      guard start.hasPrefix("https://") || start.hasPrefix("http://") else {
        return readDomain(opened, in: text)
      }
      guard host.first.map({ $0.isLetter || $0.isNumber || $0 == "[" }) == true else { return }
      note(link.startIndex, link.endIndex, .link(String(link)), text)
    default: readDomain(opened, in: text)
    }
  }

  /// `bells.example/page`: what plainly is an address of the web without saying so.
  private mutating func readDomain(_ word: Substring, in text: String) {
    guard let domain = BareDomain.domain(word) else { return }
    let rest = word[domain.endIndex...]
    let path = rest.first == "/" ? Self.bare(rest) : rest.prefix(0)
    let link = word[domain.startIndex..<path.endIndex]
    note(link.startIndex, link.endIndex, .link("https://" + link), text)
  }

  /// The longest handle that a word begins with and that ends where a word does: before an apostrophe, a dash, a comma.
  private static func handle(_ word: Substring) -> Substring? {
    var name = word.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    // A letter of another script goes on with the word; `@` makes it somebody's of another network.
    if let next = word[name.endIndex...].first,
      next.isLetter || next.isNumber || "@/_".contains(next)
    {
      return nil
    }
    while let last = name.last, last == "." || last == "-" { name = name.dropLast() }
    return RemoteIDs.isHandle(String(name)) ? name : nil
  }

  /// Without what ends a sentence; a bracket at the end stays where its other half stands inside.
  private static func bare(_ word: Substring) -> Substring {
    var word = word
    while let last = word.last {
      if closing.contains(last) || last == ")" && !word.contains("(") {
        word = word.dropLast()
      } else {
        break
      }
    }
    return word
  }

  private mutating func note(
    _ start: String.Index, _ end: String.Index, _ what: Found, _ text: String
  ) {
    let from = text.utf8.distance(from: text.startIndex, to: start)
    found.append((from..<from + text[start..<end].utf8.count, what))
  }
}
