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
    kinds: "What it is",
    publicOnly: "Public posts are counted, spam left out.",
    toneOverTime: { positive, negative in
      """
      Tone over the same time: \(Plural.english(positive, "one post", "\(positive) posts")) read as positive, above the \
      line, and \(negative) as negative, below it
      """
    },
    above: "read as positive",
    below: "read as negative",
    earlier: "Before its query was changed",
    earlierNote: """
      What an earlier query had caught in public when it was replaced. It counts nowhere else, and its posts are no longer \
      listed here.
      """,
    earlierCount: { version, n, from, to in
      let time = from == to ? "of \(from)" : "of \(from) to \(to)"
      return "Version \(version): \(Plural.english(n, "one post", "\(n) posts")) \(time)"
    },
    voice: { percent in
      percent < 1 ? "less than 1 % of what topics caught" : "\(percent) % of what topics caught"
    },
    voiceWithheld: "its share is not told below five posts",
    voiceHow: "How shares are counted",
    voiceDefinition: """
      Of the public posts of others that topics caught in 30 days, spam left out, the part that this one caught. A post \
      that several topics caught counts for each of them. Below five posts no share is told: that would be chance, or one \
      person.
      """,
    table: "The counts as a table file (CSV)",
    inCommon: "Its posts have in common",
    overlaps: { n in "caught \(Plural.english(n, "one of them", "\(n) of them")) too" })
}
