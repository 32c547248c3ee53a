extension AftermathWords {
  static let english = AftermathWords(
    seenBefore: "Who saw it before it was fixed",
    seenSoFar: "Who has seen it so far",
    seenUntilGone: "Who saw it before it was taken away",
    inPrivate: "It was said in private: whoever it was written to could read it, and nobody else.",
    onPage:
      "It stood on a page elsewhere, not in a post of yours. The desk counts nobody there, and guesses nothing: who saw it, nobody can say.",
    onPageTold: { name in "One surely did: \(name), who told you." },
    rightBetween: { low, high, likely in
      "Since then between \(low) and \(high) people saw that it was put right, most likely about \(likely)."
    },
    rightCounted: { people in "Since then \(people) read that it was put right." },
    rightSurely: { n in
      Plural.english(
        n, "Since then one person surely saw that it was put right: they did something with it.",
        "Since then \(n) people surely saw that it was put right: they did something with it.")
    },
    rightUnknown: "Who saw since then that it was put right, nobody can say.",
    both: { n in
      Plural.english(n, "One person surely saw both.", "\(n) people surely saw both.")
    },
    markNoticed: { clock in "noticed \(clock)" },
    markFixed: { clock in "fixed \(clock)" },
    markReopened: { clock in "open again \(clock)" },
    all: "All that came back to you",
    title: "What came back to you",
    lead:
      "Below each reply of yours: what those said to whom you spoke, and what others said who joined in. Seen by you alone.",
    none: "You have not said anything yet.",
    noneHint: "Once a reply of yours is there, what comes back to it stands here.",
    joinedIn: "joined in",
    answered: { who in "To \(who) you said" },
    fromThem: { who in "\(who) said" },
    fromOthers: "Others joined in",
    nothingYet: "Nothing has come back yet.",
    silence: "Nobody answered within a week. That means nothing either way.",
    older: "Earlier replies")
}
