extension AftermathWords {
  static let german = AftermathWords(
    seenBefore: "Wer es sah, bevor es berichtigt war",
    seenSoFar: "Wer es bisher gesehen hat",
    seenUntilGone: "Wer es sah, bevor es weggenommen wurde",
    inPrivate:
      "Es wurde privat gesagt: Lesen konnte es nur, wem es geschrieben war, und sonst niemand.",
    onPage:
      "Es stand auf einer fremden Seite, nicht in einem eigenen Beitrag. Dort zählt der Schreibtisch niemanden und rät auch nicht: Wer es gesehen hat, kann niemand sagen.",
    onPageTold: { name in "Ein Mensch sicher: \(name) hat es gemeldet." },
    rightBetween: { low, high, likely in
      "Seither haben zwischen \(low) und \(high) Menschen gesehen, dass es berichtigt ist, am ehesten etwa \(likely)."
    },
    rightCounted: { people in "Seither haben \(people) gelesen, dass es berichtigt ist." },
    rightSurely: { n in
      Plural.german(
        n,
        "Seither hat ein Mensch sicher gesehen, dass es berichtigt ist: Er hat etwas damit getan.",
        "Seither haben \(n) Menschen sicher gesehen, dass es berichtigt ist: Sie haben etwas damit getan."
      )
    },
    rightUnknown: "Wer seither gesehen hat, dass es berichtigt ist, kann niemand sagen.",
    both: { n in
      Plural.german(
        n, "Ein Mensch hat sicher beides gesehen.", "\(n) Menschen haben sicher beides gesehen.")
    },
    markNoticed: { clock in "bemerkt \(clock)" },
    markFixed: { clock in "berichtigt \(clock)" },
    markReopened: { clock in "wieder offen \(clock)" },
    all: "Alles, was zu dir zurückkam",
    title: "Was zu dir zurückkam",
    lead:
      "Unter jeder deiner Antworten: was die sagten, zu denen du gesprochen hast, und was andere sagten, die dazukamen. Das siehst nur du.",
    none: "Du hast noch nichts gesagt.",
    noneHint: "Sobald eine Antwort von dir da ist, steht hier, was zu ihr zurückkommt.",
    joinedIn: "kam dazu",
    answered: { who in "Zu \(who) hast du gesagt" },
    fromThem: { who in "\(who) sagte" },
    fromOthers: "Andere kamen dazu",
    nothingYet: "Es kam noch nichts zurück.",
    silence:
      "Binnen einer Woche hat niemand geantwortet. Das heißt weder das eine noch das andere.",
    older: "Frühere Antworten")
}
