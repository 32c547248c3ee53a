extension SearchWords {
  static let german = SearchWords(
    title: "Suche",
    field: "Worte, die gesagt wurden",
    button: "Suchen",
    hint: "Gesucht wird in allem, was gehört und gesagt wurde und was du sehen darfst.",
    nothing: { query in "Nichts Gespeichertes sagt „\(query)“." },
    keepAsTopic: "Als Thema behalten")
}
