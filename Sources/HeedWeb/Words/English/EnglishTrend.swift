extension TrendWords {
  static let english = TrendWords(
    rising: "Rising today",
    risingHere: "Rising in it today",
    how: "How this is counted",
    definition: """
      Words in more public posts of the last 24 hours than the four weeks before let expect, with less than one chance \
      in a thousand (log-likelihood ratio of at least 10.83): in at least five posts, by at least three authors. Spam, \
      programs and our own words do not count. Counted anew every five minutes.
      """,
    word: "Word",
    postsToday: "Posts today",
    usually: "Usually",
    spike: { about, n, usual in
      """
      Far more is said\(about.map { " on \($0)" } ?? "") than usual: \
      \(Plural.english(n, "one post", "\(n) posts")) in an hour, where \(usual) \
      \(usual == 1 ? "is" : "are") usual.
      """
    },
    spikeWords: "It is about",
    spikeFirst: "First",
    spikeDefinition: """
      An hour with at least eight posts of others, twice what is usual and five spreads above it. Usual is the median of \
      the same hour of the week, and those beside it, over eight weeks; the spread is the median distance from it (MAD). \
      It is told once and ends when an hour falls back.
      """,
    pastSought: { reached in
      "What was said before is still looked through\(reached.map { ", back to \($0) so far" } ?? "")."
    },
    places: "Where",
    languages: "Language",
    unknownLanguage: "unknown",
    publicOnly: "Public posts are counted, spam left out.",
    table: "The counts as a table file (CSV)",
    inCommon: "Its posts have in common",
    overlaps: { n in "caught \(Plural.english(n, "one of them", "\(n) of them")) too" })
}
