extension OwnPostWords {
  static let german = OwnPostWords(
    editTitle: "Ändern, was ihr gesagt habt",
    editLead: "Der frühere Wortlaut bleibt bei euch verzeichnet.",
    text: "Eure Worte",
    change: "Dort ändern",
    deleteTitle: "Löschen, was ihr gesagt habt?",
    deleteLead: { place in
      """
      Es verschwindet von \(place). Bei euch bleibt verzeichnet, dass und von wem es gesagt wurde; \
      einen Fehler heilt eine Berichtigung oft freundlicher als Schweigen.
      """
    },
    delete: { place in "Von \(place) löschen" })
}
