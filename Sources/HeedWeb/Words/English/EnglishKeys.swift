extension KeysWords {
  static let english = KeysWords(
    title: "Keys",
    lead: "They work while you are not typing.",
    areOff: "You switched them off.",
    change: "Change this",
    next: "next person",
    previous: "previous person",
    open: "open",
    reply: "reply",
    claim: "claim, or release",
    hand: "hand to a colleague",
    snooze: "let rest, or wake",
    done: "done, or reopen",
    mark: "mark a mistake in what you said last",
    promise: "keep as a promise; with Alt while you type",
    search: "search",
    list: "this list",
    back: "back; out of a field")
}
