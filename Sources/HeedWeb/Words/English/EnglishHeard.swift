extension HeardWords {
  static let english = HeardWords(
    title: "What is being said",
    narrow: "Narrow the list",
    moreWords: "Tone, topic, place, language",
    who: "Spoken",
    what: "What it is",
    tone: "Tone",
    topic: "Topic",
    place: "Where",
    language: "Language",
    quiet: "Nothing has been heard yet. New words come in here by themselves.",
    noMatch: "Nothing that was heard fits all of this.",
    all: "Show everything",
    volume: { n, from, to in
      "\(Plural.english(n, "One post", "\(n) posts")) heard, \(from) to \(to)"
    },
    asTable: "As a table",
    from: "From",
    posts: "Posts",
    trend: .english)
}
