/// Compares words that a member wrote with what stands at a place: its markup, marks and spaces are left aside, and so are
/// addresses, which places shorten.
struct SameWords: Sendable {
  private let words: [Substring]

  init(_ text: String) {
    words = text.lowercased().split(whereSeparator: \.isWhitespace)
      .filter { !$0.contains("://") }
      .flatMap { $0.split { !($0.isLetter || $0.isNumber || $0.isEmojiMark) } }
  }

  /// Nothing in it can be looked for.
  var isEmpty: Bool { words.isEmpty }
  var count: Int { words.count }

  func isSame(as other: SameWords) -> Bool { words == other.words }

  /// Whether they stand there one after the other, with anything before and behind.
  func stand(in page: SameWords) -> Bool {
    guard let first = words.first, words.count <= page.words.count else { return false }
    let last = page.words.count - words.count
    return (0...last).contains { start in
      page.words[start] == first && page.words[start..<(start + words.count)].elementsEqual(words)
    }
  }
}

extension Character {
  /// A picture that stands for a word. Digits have such forms as well, and are words already.
  fileprivate var isEmojiMark: Bool {
    unicodeScalars.contains { $0.properties.isEmojiPresentation }
  }
}
