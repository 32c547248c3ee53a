extension TrendWords {
  static let german = TrendWords(
    rising: "Heute steigend",
    risingHere: "Darin heute steigend",
    how: "Wie das gezählt ist",
    definition: """
      Wörter, die in mehr öffentlichen Beiträgen der letzten 24 Stunden stehen, als die vier Wochen davor erwarten \
      lassen, mit weniger als einem Promille Zufall (Log-Likelihood-Quotient ab 10,83): in mindestens fünf Beiträgen, \
      von mindestens drei Leuten. Spam, Programme und eigene Worte zählen nicht. Alle fünf Minuten neu gezählt.
      """,
    word: "Wort",
    postsToday: "Beiträge heute",
    usually: "Üblich",
    spike: { about, n, usual in
      """
      Es wird weit mehr gesagt als sonst\(about.map { " zu \($0)" } ?? ""): \
      \(Plural.german(n, "ein Beitrag", "\(n) Beiträge")) in einer Stunde, üblich \
      \(usual == 1 ? "ist einer" : "sind \(usual)").
      """
    },
    spikeWords: "Es geht um",
    spikeFirst: "Zuerst",
    spikeDefinition: """
      Eine Stunde mit mindestens acht Beiträgen anderer, doppelt so vielen wie üblich und fünf Streuungen darüber. \
      Üblich ist der Median derselben Stunde der Woche und der Stunden daneben, über acht Wochen; die Streuung ist der \
      mittlere Abstand davon (MAD). Es wird einmal gemeldet und endet, wenn eine Stunde zurückfällt.
      """,
    pastSought: { reached in
      "Früher Gesagtes wird noch durchgesehen\(reached.map { ", bisher zurück bis \($0)" } ?? "")."
    },
    places: "Wo",
    languages: "Sprache",
    unknownLanguage: "unbekannt",
    kinds: "Was es ist",
    publicOnly: "Gezählt werden öffentliche Beiträge, ohne Spam.",
    toneOverTime: { positive, negative in
      """
      Ton in derselben Zeit: \(Plural.german(positive, "ein Beitrag", "\(positive) Beiträge")) als positiv gelesen, über \
      der Linie, und \(negative) als negativ, darunter
      """
    },
    above: "als positiv gelesen",
    below: "als negativ gelesen",
    earlier: "Bevor die Abfrage geändert wurde",
    earlierNote: """
      Was eine frühere Abfrage öffentlich gefangen hatte, als sie ersetzt wurde. Es zählt sonst nirgends, und ihre \
      Beiträge stehen hier nicht mehr.
      """,
    earlierCount: { version, n, from, to in
      let time = from == to ? "vom \(from)" : "vom \(from) bis \(to)"
      return "Fassung \(version): \(Plural.german(n, "ein Beitrag", "\(n) Beiträge")) \(time)"
    },
    voice: { percent in
      percent < 1
        ? "weniger als 1 % dessen, was Themen fingen" : "\(percent) % dessen, was Themen fingen"
    },
    voiceWithheld: "der Anteil wird unter fünf Beiträgen nicht gesagt",
    voiceHow: "Wie Anteile gezählt sind",
    voiceDefinition: """
      Von den öffentlichen Beiträgen anderer, die Themen in 30 Tagen fingen, ohne Spam, der Teil, den dieses fing. Ein \
      Beitrag, den mehrere Themen fingen, zählt für jedes. Unter fünf Beiträgen wird kein Anteil gesagt: das wäre Zufall \
      oder eine einzelne Person.
      """,
    table: "Die Zahlen als Tabelle (CSV)",
    inCommon: "Die Beiträge haben gemeinsam",
    overlaps: { n in "fing auch \(Plural.german(n, "einen davon", "\(n) davon"))" })
}
