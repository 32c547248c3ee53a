extension ReadingWords {
  static let german = ReadingWords(
    title: "Wie das gelesen wird",
    readBy: { who in
      "So gelesen von \(who). Deine Berichtigung bleibt, und es wird daraus gelernt."
    },
    aMember: "jemandem von euch",
    theDesk: "dem Schreibtisch",
    what: "Was es ist",
    unsure: "nicht sicher",
    keep: "Diese Lesart behalten")
}
