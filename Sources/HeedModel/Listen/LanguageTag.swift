/// Names of languages as they are written for machines: BCP 47, https://www.rfc-editor.org/rfc/rfc5646.
public enum LanguageTag {
  /// RFC 5646, 4.4.1: what every program has to keep.
  public static let mostBytes = 35

  /// Whether it is well-formed (RFC 5646, 2.1): a language of two or three letters, then its further parts in their order,
  /// as in `en`, `zh-Hant-TW`, `es-419` and `de-CH-1901`; a name that only some agreed on (`x-ours`), or an irregular one
  /// of before 2005. What is longer than every program keeps is none.
  public static func isOne(_ text: String) -> Bool {
    guard text.utf8.count <= mostBytes else { return false }
    let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false).map {
      $0.map { isCapital($0) ? $0 | 0x20 : $0 }
    }
    guard let first = parts.first,
      parts.allSatisfy({ (1...8).contains($0.count) && $0.allSatisfy(isLetterOrDigit) })
    else { return false }
    if first == [0x78] { return parts.count > 1 }
    if irregular.contains(text.lowercased()) { return true }
    guard (2...3).contains(first.count), first.allSatisfy(isLetter) else { return false }
    var rest = parts.dropFirst()
    for _ in 0..<3 where rest.first.map({ $0.count == 3 && $0.allSatisfy(isLetter) }) ?? false {
      rest.removeFirst()
    }
    if rest.first.map({ $0.count == 4 && $0.allSatisfy(isLetter) }) ?? false { rest.removeFirst() }
    if rest.first.map(isRegion) ?? false { rest.removeFirst() }
    var variants: Set<[UInt8]> = []
    while let part = rest.first, isVariant(part) {
      guard variants.insert(part).inserted else { return false }
      rest.removeFirst()
    }
    return areExtensions(rest)
  }

  /// What somebody declared, where it names a language: nothing for what is no tag, and for those that say that there is
  /// none or that it is not known (RFC 5646, 4.1).
  public static func told(_ text: String?) -> String? {
    guard let text, isOne(text), !namingNone.contains(text.lowercased()) else { return nil }
    return text
  }

  /// What feeds, pages and mails write for one: `en_US.UTF-8` is `en-US`, of `de-AT, de;q=0.8` the first, `English` is
  /// `en`; `nil` where something else than a language stands there.
  public static func read(_ written: String?) -> String? {
    guard let written, written.utf8.count < 200 else { return nil }
    let first = written.drop(while: \.isWhitespace).prefix {
      !$0.isWhitespace && !",;.@".contains($0)
    }
    let tag = String(first.map { $0 == "_" ? "-" : $0 })
    return byName[tag.lowercased()] ?? told(tag)
  }

  /// The language alone: `en` of `en-GB`.
  public static func language(of tag: String) -> String {
    tag.firstIndex(of: "-").map { String(tag[..<$0]) } ?? tag
  }

  /// RFC 5646, 2.1, `irregular`.
  private static let irregular: Set<String> = [
    "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux",
    "i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl",
    "sgn-ch-de",
  ]

  private static let namingNone: Set<String> = ["und", "mul", "zxx", "mis"]

  private static func isRegion(_ part: [UInt8]) -> Bool {
    part.count == 2 && part.allSatisfy(isLetter) || part.count == 3 && part.allSatisfy(isDigit)
  }

  private static func isVariant(_ part: [UInt8]) -> Bool {
    part.count >= 5 || part.count == 4 && isDigit(part[0])
  }

  /// A letter or digit each, once, and something behind it; behind an `x` anything.
  private static func areExtensions(_ parts: ArraySlice<[UInt8]>) -> Bool {
    var rest = parts
    var seen: Set<UInt8> = []
    while let part = rest.first {
      guard part.count == 1, seen.insert(part[0]).inserted, rest.count > 1 else { return false }
      if part[0] == 0x78 { return true }
      rest.removeFirst()
      let own = rest.prefix { $0.count > 1 }
      guard !own.isEmpty else { return false }
      rest.removeFirst(own.count)
    }
    return true
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  private static let byName: [String: String] = [
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "francais": "fr",
    "français": "fr", "spanish": "es", "español": "es", "espanol": "es", "italian": "it",
    "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl", "nederlands": "nl",
    "russian": "ru", "русский": "ru", "japanese": "ja", "日本語": "ja", "chinese": "zh",
    "korean": "ko", "polish": "pl", "polski": "pl", "swedish": "sv", "svenska": "sv",
    "turkish": "tr", "arabic": "ar",
  ]
}
