/// The class names that mean something: `h-card`, `p-name`, and their classic forerunners.
enum ClassName {
  enum Prefix: String { case p, u, dt, e }

  struct Property: Hashable {
    var prefix: Prefix
    var name: String
    /// What a classic property is where it carries no format of its own: `item` of a review.
    var implied: String?
    /// The last part of the address is the value: classic tags.
    var isTag = false

    init(_ prefix: Prefix, _ name: String, implied: String? = nil, isTag: Bool = false) {
      self.prefix = prefix
      self.name = name
      self.implied = implied
      self.isTag = isTag
    }
  }

  static func isRoot(_ word: String) -> Bool {
    word.hasPrefix("h-") && isName(word.dropFirst(2))
  }

  static func property(_ word: String) -> Property? {
    for prefix in [Prefix.p, .u, .dt, .e] where word.hasPrefix(prefix.rawValue + "-") {
      let name = word.dropFirst(prefix.rawValue.count + 1)
      return isName(name) ? Property(prefix, String(name)) : nil
    }
    return nil
  }

  /// Words of lower-case letters, joined by hyphens; before them one of a maker, digits allowed.
  private static func isName(_ text: Substring) -> Bool {
    let words = text.split(separator: "-", omittingEmptySubsequences: false)
    for (index, word) in words.enumerated() {
      let mayHaveDigits = index == 0 && words.count > 1
      let isGood = word.utf8.allSatisfy {
        $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")
          || mayHaveDigits && $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
      }
      guard isGood, !word.isEmpty else { return false }
    }
    return !words.isEmpty
  }
}
