import HeedModel

/// What a post is read as, in a few words.
enum ReadingText {
  /// Language, tone, kinds; `unknown` where nothing was read.
  static func text(_ reading: Reading, unknown: String, in page: PageContext) -> String {
    let parts =
      [
        reading.language.map { page.words.name(of: $0) },
        reading.tone.map { page.words.name(of: $0) },
      ].compactMap { $0 }
      + reading.kinds.sorted { $0.rawValue < $1.rawValue }.map { page.words.name(of: $0) }
    return parts.isEmpty ? unknown : parts.joined(separator: ", ")
  }
}
