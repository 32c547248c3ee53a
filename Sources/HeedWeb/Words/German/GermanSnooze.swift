extension SnoozeWords {
  static let german = SnoozeWords(
    title: { name in "\(name) ruhen lassen bis…" },
    lead: "Das Warten läuft weiter, und neue Worte wecken es.",
    until: "Bis",
    laterToday: "später heute",
    thisEvening: "heute Abend",
    tomorrow: "morgen",
    nextWeek: "nächste Woche",
    chosen: "ein Tag und eine Zeit von dir:",
    day: "Tag",
    time: "Zeit",
    rest: "Ruhen lassen")
}
