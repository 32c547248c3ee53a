extension HandOverWords {
  static let english = HandOverWords(
    title: { name in "Hand \(name) to…" },
    lead: "They are told, with your word. You can take it back until they claim it.",
    to: "To whom",
    nobody: "Nobody else is here yet who may speak.",
    cannotAnswer: "cannot answer just now",
    word: "A word with it",
    wordHint: "Why they, or what you know. Only your team sees it.",
    hand: "Hand over")
}
