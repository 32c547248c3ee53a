/// Languages as feeds name them, as BCP 47 (RFC 5646) where that can be told.
enum LanguageTag {
  /// `en_US.UTF-8` as `en-US`, the first of `de-AT, de;q=0.8`, `English` as `en`; `nil` where
  /// something else than a language stands there.
  static func read(_ written: String?) -> String? {
    guard let written, written.utf8.count < 200 else { return nil }
    let first = written.trimmed.prefix { !",;.@ ".contains($0) }
    let tag = String(first).replacing("_", with: "-")
    if let code = names[tag.lowercased()] { return code }
    guard tag.wholeMatch(of: #/[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/#) != nil,
      !["und", "mul", "zxx", "mis"].contains(tag.lowercased())
    else { return nil }
    return String(tag)
  }

  private static let names: [String: String] = [
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "francais": "fr",
    "français": "fr", "spanish": "es", "español": "es", "espanol": "es", "italian": "it",
    "italiano": "it", "portuguese": "pt", "português": "pt", "dutch": "nl", "nederlands": "nl",
    "russian": "ru", "русский": "ru", "japanese": "ja", "日本語": "ja", "chinese": "zh",
    "korean": "ko",
    "polish": "pl", "polski": "pl", "swedish": "sv", "svenska": "sv", "turkish": "tr",
    "arabic": "ar",
  ]
}
