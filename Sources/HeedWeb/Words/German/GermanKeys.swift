extension KeysWords {
  static let german = KeysWords(
    title: "Tasten",
    lead: "Sie wirken, solange du nicht schreibst.",
    areOff: "Du hast sie ausgeschaltet.",
    change: "Das ändern",
    next: "nächster Mensch",
    previous: "voriger Mensch",
    open: "öffnen",
    reply: "antworten",
    claim: "übernehmen oder freigeben",
    hand: "an jemanden geben",
    snooze: "ruhen lassen oder wecken",
    done: "erledigt oder wieder öffnen",
    mark: "einen Fehler im zuletzt Gesagten vermerken",
    promise: "als Versprechen festhalten; mit Alt, während du schreibst",
    search: "suchen",
    list: "diese Liste",
    back: "zurück; aus einem Feld hinaus")
}
