extension AccountWords {
  static let german = AccountWords(
    new: "Ein Konto verbinden",
    newLead:
      """
      Wo der Ort es erlaubt, meldest du dich dort an, nicht hier. Was der Schreibtisch davon \
      behält, ist versiegelt.
      """,
    network: "Netzwerk",
    server: "Server oder Adresse",
    serverHint:
      """
      Zum Beispiel bolha.example, @du@bolha.example, dein Handle auf Bluesky oder \
      hilfe@laden.example für ein Postfach.
      """,
    whose: "Wessen Konto es ist",
    organisations: "das der Organisation",
    ownHandle: "mein eigenes, das ich verleihe",
    lentBy: { name in "geliehen von \(name)" },
    goOn: "Weiter",
    signInTo: { server in "Bei \(server) anmelden" },
    openServer: { server in "\(server) öffnen" },
    code: "Der Code, der dort steht",
    codeHint: "Er gilt einmal und wenige Minuten.",
    token: "Zugangsschlüssel oder App-Passwort",
    tokenHint: "Er wird versiegelt, sobald du ihn sendest.",
    password: "Das Passwort dort",
    passwordHint:
      "Es wird versiegelt, sobald du es sendest, und nur dessen eigenen Servern gesagt.",
    finish: "Abschließen",
    change: "Ändern",
    changeOf: { address in "\(address) ändern" },
    signInAgain: "Wieder anmelden",
    signInAgainOf: { address in "Wieder anmelden: \(address)" },
    howSigned: "Wie Antworten sagen, wer sie schrieb",
    withInitials: "mit Kürzel, ^AL",
    withName: "mit dem Vornamen, – Alicia",
    withNothing: "mit nichts: das Konto gehört einem Menschen",
    answerers: "Wer hier private Nachrichten beantwortet",
    answerersHint: "Nur sie sehen sie.",
    removeTitle: "Von hier nicht mehr antworten",
    removeHint: "Was gesagt wurde, bleibt verzeichnet; der Schlüssel wird sofort vergessen.",
    remove: "Konto entfernen")
}
