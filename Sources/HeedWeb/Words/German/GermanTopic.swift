extension TopicWords {
  static let german = TopicWords(
    new: "Ein neues Thema",
    change: { name in "\(name) ändern" },
    lead:
      """
      Ein Thema fängt, wovon ihr hören wollt, in dem, was gesagt wurde, und in dem, was noch \
      kommt.
      """,
    matches: { n in "\(Plural.german(n, "Ein Beitrag", "\(n) Beiträge")) in 30 Tagen" },
    none: "Noch kein Thema. Ein Wort genügt für das erste.",
    addedBy: { name in "\(name) schrieb es" },
    added: "Geschrieben",
    changeIt: "Ändern",
    remove: "Entfernen",
    nothingYet: "Es hat noch nichts gefangen.",
    name: "Name",
    nameHint: "Wie euer Team es nennt.",
    query: "Worauf zu hören ist",
    queryHint: "Wörter, \"Wortfolgen\", Wort*, #Hashtags, OR, -ohne.",
    howToWrite: "Wie man es schreibt",
    perhaps: "Vielleicht ist das gemeint:",
    look: "Ansehen, was es fängt",
    preview: "Was es fängt",
    wouldHaveCaught: { n in
      """
      In den letzten 30 Tagen hätte es \(Plural.german(n, "einen Beitrag", "\(n) Beiträge")) \
      gefangen
      """
    },
    wouldHaveCaughtAbout: { n, judged, span in
      """
      In den letzten 30 Tagen hätte es etwa \(n) Beiträge gefangen, geschätzt nach den neuesten \(judged), die innerhalb \
      von \(span) gesagt wurden
      """
    },
    wouldHaveCaughtSince: { n, day in
      "Seit dem \(day) hätte es \(Plural.german(n, "einen Beitrag", "\(n) Beiträge")) gefangen"
    },
    helpAll: "beide Wörter, irgendwo im Beitrag",
    helpPhrase: "die Wörter nebeneinander",
    helpPrefix: "Wörter, die so beginnen",
    helpOr: "eines von beiden",
    helpNot: "das erste ohne das zweite",
    helpNear: "beide, höchstens fünf Wörter voneinander entfernt",
    helpMarks: "ein Hashtag, jemandes Konto",
    helpExact: "genau so, auch groß und klein",
    helpFields: "wo, in welcher Sprache, von welcher Art")
}
