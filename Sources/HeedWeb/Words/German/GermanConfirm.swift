extension ConfirmWords {
  static let german = ConfirmWords(
    topic: { name in "Das Thema \(name) entfernen?" },
    topicText: "Es fängt keine Beiträge mehr. Was es fing, bleibt.",
    source: { name in "Bei \(name) nicht mehr zuhören?" },
    sourceText: "Dort wird nichts Neues gehört. Gehörtes bleibt seine Zeit.",
    account: { name in "\(name) entfernen?" },
    accountText:
      """
      Der Schreibtisch vergisst den Schlüssel sofort und kann damit nicht mehr antworten. \
      Gesagtes bleibt.
      """,
    member: { name in "Verlässt \(name) das Team?" },
    memberText:
      "Überall abgemeldet, und was übernommen war, ist wieder frei. Gesagtes behält seinen Namen.",
    remove: "Entfernen",
    leaves: { name in "Ja, \(name) geht" })
}
