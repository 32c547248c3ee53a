extension FirstRunWords {
  static let english = FirstRunWords(
    welcome: "This desk is new",
    welcomeLead:
      "Its way in was printed in the terminal where it was started: a link that works once.",
    question: "What might people say about you?",
    lead:
      """
      A name, a product, a word. Or an address: your site, your profile, a feed. Heed starts \
      listening where it can without asking for anything.
      """,
    field: "A word or an address",
    listen: "Listen",
    heardNow: "Heard so far",
    stillQuiet: "Nothing yet. This fills by itself.",
    invented: { place in
      "Whoever speaks on \(place) is invented. Nobody real is heard there."
    },
    listensAt: { n in
      Plural.english(
        n, "Listening in one place", "Listening in \(Spelled.english(n).lowercased()) places")
    },
    couldListen: "Could listen here too",
    keep: "Keep this desk",
    keepHint:
      "What you hear stays on this machine. Your name and a password make you its first lead.",
    organisation: "What people call your organisation",
    keepButton: "Keep it and begin")
}
