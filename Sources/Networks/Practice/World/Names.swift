/// Finds the names and tags in a text.
enum Names {
  /// Ids of invented people: `@ana`, `@ana@practice.example`.
  static func mentions(in text: String) -> [String] {
    var found: [String] = []
    for word in marked("@", in: text, also: "_-.@") {
      let parts = word.split(separator: "@", maxSplits: 1).map { $0.lowercased() }
      guard let id = parts.first, parts.count == 1 || parts[1] == Place.host,
        People.byID[id] != nil, !found.contains(id)
      else { continue }
      found.append(id)
    }
    return found
  }

  static func tags(in text: String) -> [String] {
    marked("#", in: text, also: "_").map { $0.lowercased() }
  }

  /// The word at the beginning of a text; signs of `also` count within it, not at its end.
  static func word(_ text: Substring, also: String) -> Substring {
    var word = text.prefix { $0.isLetter || $0.isNumber || also.contains($0) }
    while let last = word.last, last != "_", also.contains(last) { word = word.dropLast() }
    return word
  }

  private static func marked(_ mark: Character, in text: String, also: String) -> [String] {
    var words: [String] = []
    var before: Character = " "
    var rest = text[...]
    while let first = rest.first {
      rest = rest.dropFirst()
      if first == mark, !before.isLetter, !before.isNumber {
        let word = word(rest, also: also)
        if !word.isEmpty { words.append(String(word)) }
        rest = rest[word.endIndex...]
      }
      before = first
    }
    return words
  }
}
