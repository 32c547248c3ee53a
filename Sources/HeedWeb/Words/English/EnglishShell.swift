extension ShellWords {
  static let english = ShellWords(
    rooms: "Rooms",
    skip: "To the page",
    skipLine: "Past the line, to the conversation",
    today: "Today",
    heard: "Heard",
    topics: "Topics",
    people: "People",
    wishes: "Wishes",
    mistakes: "Mistakes",
    sources: "Sources",
    search: "Search",
    members: "Members",
    settings: "Settings",
    audit: "Audit",
    more: "More",
    hereUntil: { name, time in "\(name), until \(time)" },
    offline:
      "The desk does not answer. What you see may be old; what you type is kept here until it does.",
    failed: "That did not work. Nothing was lost; please try again.",
    close: "Close",
    cancel: "Cancel",
    save: "Save",
    older: "Older",
    counted: CountedWords(
      waiting: { n in Plural.english(n, "conversation waiting", "conversations waiting") },
      promises: "of yours due or late", mistakes: "not fixed",
      sources: "in trouble", told: "new for you"))
}
