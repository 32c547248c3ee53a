extension SnoozeWords {
  static let english = SnoozeWords(
    title: { name in "Let \(name) rest until…" },
    lead: "Their wait goes on, and new words from them wake it.",
    until: "Until",
    laterToday: "later today",
    thisEvening: "this evening",
    tomorrow: "tomorrow",
    nextWeek: "next week",
    chosen: "a day and time of yours:",
    day: "Day",
    time: "Time",
    rest: "Let it rest")
}
