extension MeWords {
  static let german = MeWords(
    title: "Du",
    hereUntil: "Heute da bis",
    hereUntilHint: "Dein Team sieht es. Leer lassen, um nichts zu sagen.",
    timeZone: "Zeitzone",
    language: "Sprache des Schreibtischs",
    yourLanguage: "Deine Sprache",
    keys: "Tasten mit einem Buchstaben",
    keysHint: "j und k zum Gehen, r zum Antworten. Schalte sie aus, wenn sie stören.",
    passwordTitle: "Passwort",
    oldPassword: "Dein jetziges Passwort",
    newPassword: "Ein neues",
    changePassword: "Passwort ändern",
    passwordWhy: "Damit das niemand sonst an deinem Platz tut.",
    secondFactor: "Zweiter Faktor",
    factorOn: "Beim Anmelden wird ein Code aus deiner Authenticator-App verlangt.",
    factorOff: "Dein Passwort allein öffnet diesen Schreibtisch.",
    changeFactor: "Das ändern",
    factorLead:
      """
      Mit einem zweiten Faktor reicht ein gestohlenes Passwort nicht. Du brauchst eine \
      Authenticator-App.
      """,
    factorBegin: "Einschalten",
    factorEnd: "Ausschalten",
    factorKey:
      "Scanne das mit deiner Authenticator-App oder tippe den Schlüssel ein; gib dann die sechs Ziffern, die sie zeigt.",
    factorScan: "Der Schlüssel als QR-Code zum Scannen",
    factorOpen: "In der Authenticator-App auf diesem Gerät öffnen",
    factorConfirm: "Bestätigen",
    sessionsTitle: "Wo du angemeldet bist",
    sessionsLead: {
      "Ein Browser, den du \($0) Tage nicht benutzt, wird von selbst abgemeldet, und jeder \($1) Tage nach dem Anmelden."
    },
    thisSession: "Dieser Browser",
    unknownDevice: "Ein Browser",
    signedInAt: { "angemeldet \($0)" },
    seenAt: { "zuletzt benutzt \($0)" },
    signOutThere: "Dort abmelden",
    signOut: "Abmelden",
    onlyListen: "Ich möchte lieber nur zuhören",
    onlyListenHint:
      "Du liest weiter mit und sagst nichts für den Schreibtisch. Was du gesagt hast, bleibt deins; wer leitet, macht dich auf deine Bitte wieder zum Mitglied.",
    onlyListenNow: "Ab jetzt nur zuhören")
}
