extension SearchWords {
  static let german = SearchWords(
    title: "Suche",
    field: "Worte, die gesagt wurden",
    button: "Suchen",
    hint: "Gesucht wird in allem, was gehört und gesagt wurde und was du sehen darfst.",
    nothing: { query in "Nichts Gespeichertes sagt „\(query)“." },
    keepAsTopic: "Als Thema behalten",
    morePeople: "Alle, die so heißen",
    lookedBack: { day in "Durchgesehen bis zurück zum \(day)." },
    nothingYet: { query in "Bisher sagt nichts „\(query)“." },
    goOn: "Weitersuchen",
    found: { n in Plural.german(n, "Ein Beitrag", "\(n) Beiträge") },
    foundAbout: { n, judged, span in
      """
      Etwa \(n) Beiträge in 30 Tagen, geschätzt nach den neuesten \(judged), die innerhalb von \(span) gesagt wurden
      """
    })
}
