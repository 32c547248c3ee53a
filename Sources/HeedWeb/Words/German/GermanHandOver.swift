extension HandOverWords {
  static let german = HandOverWords(
    title: { name in "\(name) geben an…" },
    lead:
      """
      Wer es bekommt, erfährt es mit deinem Wort. Du kannst es zurücknehmen, bis jemand \
      es übernimmt.
      """,
    to: "An wen",
    nobody: "Noch ist sonst niemand da, der sprechen darf.",
    cannotAnswer: "kann gerade nicht antworten",
    word: "Ein Wort dazu",
    wordHint: "Warum gerade sie, oder was du weißt. Nur euer Team sieht es.",
    hand: "Übergeben")
}
