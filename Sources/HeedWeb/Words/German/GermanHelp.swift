extension HelpWords {
  static let german = HelpWords(
    couldKnow: "Könnte es wissen",
    couldKnowName: { name in "\(name) könnte es wissen" },
    askedFor: "wird beim Namen gerufen",
    answeredThis: "hat das schon einmal beantwortet",
    knows: { person in "kennt \(person)" },
    knowsSince: { person, day in "kennt \(person) seit \(day)" },
    knowsAbout: { words in "kennt sich aus mit „\(words)“" },
    speaks: { language in "spricht \(language)" },
    wouldLike: { words in "hätte gern mehr von „\(words)“" },
    newHere: "neu hier",
    wouldLearn: "möchte dazulernen",
    isHere: "ist gerade da",
    isHereUntil: { clock in "da bis \(clock)" },
    isAwayUntil: { day in "weg bis \(day)" },
    because: { reasons in "weil: \(reasons)" },
    title: "Was dich findet",
    lead:
      """
      Gespräche werden dir vorgeschlagen nach dem, was du schon beantwortet hast, wen du kennst und was du hier \
      sagst. Ein Vorschlag teilt nichts zu. Niemand sieht, wie viel oder wie schnell du antwortest.
      """,
    languages: "Sprachen, in denen du antwortest",
    knowsLabel: "Womit du dich auskennst",
    knowsHint:
      "Eine Zeile je Sache, in den Worten der Leute: Bremsen, \"richtige Größe\", Rückgabe*.",
    likesLabel: "Wovon du gern mehr hättest",
    likesHint: "Eine Zeile je Sache. Du musst es noch nicht können.",
    hours: "Deine üblichen Zeiten",
    hoursHint:
      """
      In deiner eigenen Zeitzone. Lass einen Tag leer, an dem du nicht da bist, oder alle, wenn du es lieber \
      nicht sagst.
      """,
    minutes: "Minuten am Tag dafür",
    minutesHint:
      "Nach ungefähr so viel werden andere zuerst vorgeschlagen. Leer heißt ohne Grenze.",
    minutesUnit: "Minuten",
    away: "Abwesend",
    awayHint: "Ganze Tage. Dazwischen wird dir nichts vorgeschlagen.",
    awayFrom: "Erster Tag",
    awayUntil: "Letzter Tag",
    change: "Sag, was du weißt und wann du da bist")
}
