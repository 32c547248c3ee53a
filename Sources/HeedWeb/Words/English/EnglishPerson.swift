extension PersonWords {
  static let english = PersonWords(
    writesIn: { languages in "Writes in \(languages)." },
    doNotContact: "wishes not to be contacted",
    knownAs: "Known as",
    betweenUs: "Between us",
    earlier: "Earlier",
    onlyAboutUs: "Spoke about you, not to you: no page is kept, and the words go after their time.",
    firstWords: "These are the first words to you.",
    conversationsSince: { n, date in
      """
      \(Plural.english(n, "One conversation", "\(Spelled.english(n)) conversations")) since \
      \(date).
      """
    },
    lastWith: { name in "\(name) spoke with them last," },
    lastWithYou: "You spoke with them last,",
    noneYet: "Nobody has spoken to you yet.",
    noneYetHint: "Whoever writes to you appears here, with what passed between you.",
    noneFound: { query in "Nobody who spoke to you is called “\(query)”." },
    people: "Those who spoke to you",
    find: "Find by name",
    findButton: "Find",
    lastSpoke: "last spoke",
    conversations: "Conversations",
    inOthers: "In conversations that others began",
    inTalkOf: { name in "In the conversation that \(name) began" },
    onlyInOthers: { date in "Has spoken to you since \(date), in conversations that others began."
    },
    nothingOfTheirs: "No words of theirs stand here.",
    firstSpoke: "First spoke to you",
    whoKnows: "Which of you knows them",
    spokeLast: { name in "\(name), last spoke" },
    facts: "In facts",
    lawNote: "What passed between you, and no more. Nothing here is a score.",
    othersAsked: "Others asked alike",
    allWhoAsked: "Who may have asked alike",
    whoAskedLike: { name in "Who asked like \(name)" },
    othersAskedLead:
      """
      Found by the words and by what they mean, the likest first. Some will ask for something \
      else.
      """,
    nobodyElseAsked: "Nobody else asked you this, as far as the words tell.",
    onlyLikest: "Only the likest stand here. There are more, less like it.",
    gatheredAs: "Gathered as")
}
