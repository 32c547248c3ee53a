extension SearchWords {
  static let english = SearchWords(
    title: "Search",
    field: "Words that were said",
    button: "Search",
    hint: "This looks through all that was heard and said and that you may see.",
    nothing: { query in "Nothing stored says “\(query)”." },
    keepAsTopic: "Keep this as a topic")
}
