/// The one rule by which text becomes the words that are compared: the standing matcher and the
/// stored search both read text through it, so that a topic means the same for the past and for
/// the future. `Docs/topics.md` states the rules with examples.
public enum Folding {
  /// Rises whenever any text could fold differently than before; stored index terms of another
  /// version must be built again.
  public static let version = 1

  /// The text as a search box compares it: folded words, emoji and characters, one space between
  /// them, marks dropped. Folding a folded text changes nothing.
  public static func fold(_ text: String) -> String {
    var folded = ""
    for token in FoldedText(text).tokens {
      switch token.kind {
      case .word, .emoji:
        if !folded.isEmpty { folded += " " }
      case .character:
        if !folded.isEmpty && !token.followsDirectly { folded += " " }
      case .compound, .tag, .handle, .link:
        continue
      }
      folded.unicodeScalars.append(contentsOf: token.folded.unicodeScalars)
    }
    return folded
  }

  /// The words of a tag as a reader sees them: `#WidgetWorld2` reads as "Widget World 2". Matching
  /// never uses this, a tag is one word there.
  public static func words(ofTag tag: String) -> [String] {
    var words: [String] = []
    var word = ""
    let scalars = Array(tag.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "#" || scalar == "_" || scalar == "\u{FF03}" {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      if index > 0, !word.isEmpty, startsWord(scalars, at: index) {
        words.append(word)
        word = ""
      }
      word.unicodeScalars.append(scalar)
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func startsWord(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let before = scalars[index - 1].properties
    let here = scalars[index].properties
    if (before.numericType != nil) != (here.numericType != nil) { return true }
    guard here.isUppercase else { return false }
    if !before.isUppercase { return true }
    return index + 1 < scalars.count && scalars[index + 1].properties.isLowercase
  }
}
