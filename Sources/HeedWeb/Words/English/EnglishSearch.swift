extension SearchWords {
  static let english = SearchWords(
    title: "Search",
    field: "Words that were said",
    button: "Search",
    hint: "This looks through all that was heard and said and that you may see.",
    nothing: { query in "Nothing stored says “\(query)”." },
    keepAsTopic: "Keep this as a topic",
    morePeople: "All who are called so",
    lookedBack: { day in "Looked back to \(day)." },
    nothingYet: { query in "Nothing says “\(query)” so far." },
    goOn: "Go on",
    found: { n in Plural.english(n, "One post", "\(n) posts") },
    foundAbout: { n, judged, span in
      "About \(n) posts in 30 days, judged by the newest \(judged), which were said within \(span)"
    })
}
