/// House rules.
extension MessageWords {
  static let germanThink: Room = [
    "Give the card a short title.": "Gib der Karte einen kurzen Titel.",
    "Say the fact or the caution in a few sentences.":
      "Sag die Tatsache oder den Hinweis in ein paar Sätzen.",
    "Say which words wake the card, as in a topic: charger OR \"power supply\".":
      "Sag, welche Wörter die Karte wecken, wie bei einem Thema: Ladegerät OR Netzteil.",
    "That card was removed.": "Diese Karte wurde entfernt.",
  ]
}
