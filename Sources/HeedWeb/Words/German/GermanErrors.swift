extension ErrorsWords {
  static let german = ErrorsWords(
    notFound: "Hier ist nichts",
    notFoundText:
      "Vielleicht verschwand es auf Wunsch dessen, der es schrieb, oder nach seiner Zeit.",
    noSuchPage: "Eine solche Seite gibt es nicht. Sieh dir die Adresse noch einmal an.",
    forbidden: "Das ist nicht für dich",
    forbiddenText:
      "Private Worte sehen nur die, die sie beantworten; manche Seiten sind für Leitungen.",
    invalid: "Etwas passt nicht",
    invalidText: "Geh zurück, sieh dir das markierte Feld an und versuche es noch einmal.",
    seeField: "Es wurde nicht übernommen. Sieh im markierten Feld, was nicht passt.",
    signedOut: "Du bist abgemeldet",
    signedOutText: "Melde dich wieder an; was du schriebst, ist als Entwurf gesichert.",
    conflict: "Jemand war schneller",
    conflictText: "Nichts von dir ging verloren. Sieh noch einmal hin, bevor du weitermachst.",
    tooMany: "Zu viele Versuche",
    tooManyText: "Warte ein paar Minuten und versuche es dann erneut.",
    unavailable: "Draußen antwortet etwas nicht",
    unavailableText: "Nichts ging verloren. Versuche es später noch einmal.",
    broken: "Das ist unser Fehler",
    brokenText:
      "Der Schreibtisch ist gestolpert. Nichts Bestätigtes ging verloren; im Log steht mehr.",
    turnOn: "In den Einstellungen einschalten",
    home: "Zurück zu Heute")
}
