/// Words of a text that tell something about somebody: mail addresses, numbers, names, where they live.
enum DraftFacts {
  struct Fact: Sendable {
    var words: String
    /// The same however it is written.
    var key: String
    /// With it one is reached or looked up who may not be here at all: a mail address, a telephone, the number of an
    /// order, a street with its house.
    var isSomebodys = false
    /// What somebody says who says the same in other words: all of it, in any order.
    var parts: [String] = []

    /// Whether what is known says it.
    func isIn(_ known: Set<String>) -> Bool {
      if known.contains(key) { return true }
      guard isSomebodys, let first = parts.first else { return false }
      guard parts.count == 1 else { return parts.allSatisfy(known.contains) }
      // “The one ending in 1234” of a number that was said whole.
      return known.contains {
        $0.count > first.count && ($0.hasSuffix(first) || $0.hasPrefix(first))
      }
    }
  }

  static func all(in text: String) -> [Fact] {
    let phones = phones(in: text)
    var facts: [Fact] = []
    var isFirst = true
    for piece in pieces(of: text) where !phones.contains(where: { $0.words == trimmed(piece) }) {
      if let key = mail(piece) {
        facts.append(Fact(words: piece, key: key, isSomebodys: true))
      } else if let key = number(piece) {
        facts.append(Fact(words: piece, key: key, isSomebodys: isDialled(piece)))
      } else if !isFirst, isName(piece) {
        facts.append(Fact(words: piece, key: trimmed(piece).lowercased()))
      }
      isFirst = piece.last.map { ".!?:".contains($0) } ?? false
    }
    for index in facts.indices { facts[index].words = trimmed(facts[index].words) }
    let tokens = DraftToken.all(in: text)
    return facts + phones + codes(among: tokens) + streets(among: tokens)
  }

  /// Everything in these texts that a fact of a draft may be.
  static func known(_ texts: [String]) -> Set<String> {
    var known: Set<String> = []
    for text in texts {
      // Figures may stand in groups: “44 1234” is 441234.
      var run = ""
      for piece in pieces(of: text) {
        if let key = mail(piece) ?? number(piece) { known.insert(key) }
        known.insert(trimmed(piece).lowercased())
        known.insert(same(piece.lowercased()))
        let isNumber = piece.contains(where: \.isNumber)
        run = isNumber && run.count < 60 ? run + bare(piece) : ""
        known.insert(run)
      }
      known.formUnion(composed(text))
    }
    known.remove("")
    return known
  }

  /// What stands behind the @ of a mail address.
  static func place(ofMail address: String) -> String? {
    guard mail(address) != nil else { return nil }
    return address.split(separator: "@").last.map { trimmed(String($0)).lowercased() }
  }

  /// Addresses and numbers alone: a word with a large letter that was said elsewhere says nothing.
  static func exact(_ texts: [String]) -> Set<String> {
    var known: Set<String> = []
    for text in texts {
      known.formUnion(pieces(of: text).compactMap { mail($0) ?? number($0) })
      known.formUnion(composed(text))
    }
    return known
  }

  /// What several words say together.
  private static func composed(_ text: String) -> [String] {
    let tokens = DraftToken.all(in: text)
    return (phones(in: text) + codes(among: tokens) + streets(among: tokens)).map(\.key)
  }

  private static func pieces(of text: String) -> [String] {
    text.prefix(20_000).split(whereSeparator: \.isWhitespace).map(String.init)
  }

  static func trimmed(_ piece: String) -> String {
    var words = Substring(piece)
    while let last = words.last, !last.isLetter, !last.isNumber { words.removeLast() }
    while let first = words.first, !first.isLetter, !first.isNumber { words.removeFirst() }
    return String(words)
  }

  private static func mail(_ piece: String) -> String? {
    let word = trimmed(piece).lowercased()
    let sides = word.split(separator: "@", omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty, sides[1].contains("."), !piece.hasPrefix("@") else {
      return nil
    }
    return word
  }

  /// An order number and the like: four figures or more, perhaps with letters.
  private static func number(_ piece: String) -> String? {
    let word = trimmed(piece)
    let figures = word.count { $0.isNumber }
    guard figures >= 4, word.count <= 40, !word.contains("://") else { return nil }
    let key = String(word.lowercased().filter { $0.isLetter || $0.isNumber })
    // A year is nobody's secret.
    if figures == 4, key.count == 4, let year = Int(key), (1900...2100).contains(year) {
      return nil
    }
    return key
  }

  /// Written large within a sentence.
  private static func isName(_ piece: String) -> Bool {
    let word = trimmed(piece)
    guard word.count >= 3, let first = word.first, first.isUppercase else { return false }
    return word.dropFirst().contains { $0.isLowercase }
      && word.allSatisfy { $0.isLetter || "-'’".contains($0) }
  }

  /// Seven figures or more, however they are grouped.
  private static func phones(in text: String) -> [Fact] {
    var facts: [Fact] = []
    var run = ""
    for character in text.prefix(20_000) + "\n" {
      if character.isNumber || (!run.isEmpty && " -/().".contains(character))
        || (run.isEmpty && character == "+")
      {
        run.append(character)
      } else {
        let figures = run.filter(\.isNumber)
        if (7...15).contains(figures.count), run.contains(where: { !$0.isNumber }) {
          facts.append(
            Fact(
              words: trimmed(run), key: String(figures.suffix(9)), isSomebodys: isDialled(run)))
        }
        run = ""
      }
    }
    return facts
  }

  /// Whether figures are grouped as a telephone's: with `+` or `0` in front, or as in North America. Days, hours and
  /// amounts are not.
  private static func isDialled(_ run: String) -> Bool {
    let groups = run.split { !$0.isNumber }.map(\.count)
    let figures = groups.reduce(0, +)
    guard (8...15).contains(figures), !isDayOrHours(run, groups) else { return false }
    if run.first == "+" { return true }
    if groups == [3, 3, 4] { return run.first != "0" }
    return run.first { $0.isNumber } == "0" && figures >= 9
  }

  /// "05.11.2026", "2026-11-05", "09.00 - 18.00".
  private static func isDayOrHours(_ run: String, _ groups: [Int]) -> Bool {
    switch groups.count {
    case 3:
      groups.prefix(2).allSatisfy { $0 <= 2 } && [2, 4].contains(groups[2])
        || groups[0] == 4 && groups[1] <= 2 && groups[2] <= 2
    case 4: groups.allSatisfy { $0 <= 2 } && run.contains(".") && run.contains("-")
    default: false
    }
  }
}
