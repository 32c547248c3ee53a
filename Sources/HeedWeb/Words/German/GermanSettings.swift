extension SettingsWords {
  static let german = SettingsWords(
    lead: "Für euch alle. Jede Änderung steht im Protokoll.",
    desk: "Der Schreibtisch",
    organisation: "Wie Menschen euch nennen",
    openHours: "Wann ihr da seid",
    openHoursHint: "Lass einen Tag leer, wenn ihr geschlossen habt.",
    opens: { day in "\(day), von" },
    closes: { day in "\(day), bis" },
    overMidnight: "Ein Ende vor seinem Anfang ist am nächsten Tag: 22:00 bis 02:00.",
    nextDay: "am nächsten Tag",
    moreHours: "Weitere Zeiten an einem Tag, nach einer Pause",
    talking: "Sprechen",
    undo: "Zeit zum Zurücknehmen einer Antwort",
    undoHint: "Danach geht sie hinaus.",
    seconds: "Sekunden",
    minutes: "Minuten",
    days: "Tage",
    keeping: "Was behalten wird und wie lange",
    keepingHint: "Allen angekündigt auf eurer öffentlichen Hinweisseite.",
    seeNotice: "Seite ansehen",
    aboutUs: "Worte über euch, wenn kein Gespräch daraus wurde",
    conversations: "Worte aus Gesprächen",
    people: "Wer jemand war, wenn keine Worte mehr da sind",
    peopleHint:
      "Name, Adresse, Bild und Seite. Nicht, solange ein Versprechen, ein Wunsch oder eine Aufbewahrungspflicht besteht.",
    drafts: "Nie gesendete Entwürfe",
    contact: "An wen Menschen draußen deswegen schreiben",
    contactHint: "Eine Mailadresse oder eine Seite von euch.",
    notice: "Eure eigenen Worte auf der Hinweisseite",
    noticeHint: "Über dem, was der Schreibtisch selbst sagt.",
    line: "Wer zuerst drankommt",
    lineHint:
      """
      Alle stehen nach Wartezeit, dazu kommt der größte Vorsprung aus diesen Gründen. Längeres \
      Warten rückt niemanden nach hinten.
      """,
    pace: { network, theirs, theirAnswers, ours, ourAnswers in
      """
      \(network), öffentlich, in den letzten 30 Tagen: Die Hälfte der Antworten, die sich Menschen dort gaben, kam \
      innerhalb von \(theirs) (\(theirAnswers) erste Antworten), die Hälfte von euren innerhalb von \(ours) \
      (\(ourAnswers)).
      """
    },
    paceWithheld: { network, theirs, theirAnswers, least in
      """
      \(network), öffentlich, in den letzten 30 Tagen: Die Hälfte der Antworten, die sich Menschen dort gaben, kam \
      innerhalb von \(theirs) (\(theirAnswers) erste Antworten). Eure zählt nur für die Reihenfolge und wird nicht \
      gezeigt: Weniger als \(least) von euch haben dort geantwortet, und sie würde von einzelnen erzählen.
      """
    },
    paceUnknown:
      """
      Wo Menschen sich schneller antworten als ihr dort. Das weiß der Tisch, sobald es in 30 Tagen öffentlich je 20 \
      Antworten gab, und bisher nirgends.
      """,
    lineNote: "Warum sich die Reihenfolge ändert",
    lineNoteHint: "Nur nötig, wenn du etwas davon änderst. Euer Team liest es hier.",
    lineChanged: { by in "Zuletzt geändert von \(by)" })
}
