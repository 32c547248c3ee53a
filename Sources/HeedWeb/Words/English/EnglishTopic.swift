extension TopicWords {
  static let english = TopicWords(
    new: "A new topic",
    change: { name in "Change \(name)" },
    lead: "A topic catches what you want to hear of, in what was said and in what will be.",
    matches: { n in "\(Plural.english(n, "One post", "\(n) posts")) in 30 days" },
    none: "No topic yet. One word is enough for the first.",
    addedBy: { name in "\(name) wrote it" },
    added: "Written",
    changeIt: "Change",
    remove: "Remove",
    nothingYet: "It has caught nothing yet.",
    name: "Name",
    nameHint: "What your team calls it.",
    query: "What to listen for",
    queryHint: "Words, \"phrases\", word*, #tags, OR, -without.",
    howToWrite: "How to write it",
    perhaps: "Perhaps you mean",
    look: "Look what it catches",
    preview: "What it catches",
    wouldHaveCaught: { n in
      "In the last 30 days it would have caught \(Plural.english(n, "one post", "\(n) posts"))"
    },
    wouldHaveCaughtAbout: { n, judged, span in
      """
      In the last 30 days it would have caught about \(n) posts, judged by the newest \(judged), which were said within \
      \(span)
      """
    },
    wouldHaveCaughtSince: { n, day in
      "Since \(day) it would have caught \(Plural.english(n, "one post", "\(n) posts"))"
    },
    helpAll: "both words, anywhere in a post",
    helpPhrase: "the words side by side",
    helpPrefix: "words that begin so",
    helpOr: "either of them",
    helpNot: "the first without the second",
    helpNear: "both, at most five words apart",
    helpMarks: "a tag, somebody's handle",
    helpExact: "exactly so, in this case",
    helpFields: "where, in which language, of which kind")
}
