extension ShellWords {
  static let german = ShellWords(
    rooms: "Räume",
    skip: "Zur Seite",
    skipLine: "An der Reihe vorbei zum Gespräch",
    today: "Heute",
    heard: "Gehört",
    topics: "Themen",
    people: "Menschen",
    wishes: "Wünsche",
    mistakes: "Fehler",
    sources: "Quellen",
    search: "Suche",
    members: "Team",
    settings: "Einstellungen",
    audit: "Protokoll",
    more: "Mehr",
    hereUntil: { name, time in "\(name), bis \(time)" },
    offline:
      """
      Der Schreibtisch antwortet nicht. Was du siehst, kann veraltet sein; was du schreibst, \
      bleibt hier, bis er es wieder tut.
      """,
    failed: "Das hat nicht geklappt. Nichts ging verloren; bitte versuche es noch einmal.",
    close: "Schließen",
    cancel: "Abbrechen",
    save: "Speichern",
    older: "Ältere",
    counted: CountedWords(
      waiting: { n in Plural.german(n, "wartendes Gespräch", "wartende Gespräche") },
      promises: "von dir fällig oder überfällig",
      mistakes: "nicht berichtigt", sources: "mit Störung", told: "neu für dich"))
}
