extension TodayWords {
  static let english = TodayWords(
    waiting: { n, people in
      if people == n {
        return Plural.english(
          n, "One person is waiting", "\(Spelled.english(n)) people are waiting")
      }
      let wait = Plural.english(
        n, "One conversation waits", "\(Spelled.english(n)) conversations wait")
      guard let people, people > 0 else { return wait }
      return "\(wait), of \(Plural.english(people, "one person", "\(people) people"))"
    },
    nobodyWaits: "Nobody is waiting",
    waits: "waits for",
    moreWait: { n in "\(Plural.english(n, "One more waits", "\(n) more wait")) further down." },
    cameBackCount: { n in
      "\(Plural.english(n, "One answer", "\(Spelled.english(n)) answers")) came back to you."
    },
    seeThem: "See them",
    cameBack: "What came back to you",
    aboutUs: "About you, and asking",
    aboutUsHint: "Said about you, not to you. Nobody waits until one of you takes it up.",
    takeUp: "Take up",
    takeUpOf: { name in "Take up what \(name) said" },
    resting: { n in "\(Plural.english(n, "One rests", "\(Spelled.english(n)) rest")) until later" },
    putAsideCount: { n in
      "\(Plural.english(n, "One was", "\(Spelled.english(n)) were")) put aside as spam"
    },
    putAside: "Put aside",
    putAsideLead:
      """
      Said to you and read as spam: it waits for nobody, and it stays as long as any conversation does. Bring back \
      what is none; it waits again, and the desk learns from it. Nobody whom one of you knows or answered is put aside.
      """,
    putAsideNone: "Nothing is put aside.",
    readAsSpam: "read as spam, by somebody whom none of you knows",
    calledSpamBy: { name in "\(name) called it spam" },
    bringBack: "Bring back",
    bringBackOf: { name in "Bring back what \(name) said" },
    isPutAside: "Put aside: it was read as spam.",
    wroteBefore: "wrote to you before",
    handedToYou: { name in "\(name) hands this to you" },
    handedOn: { name in "handed to \(name)" },
    yours: "yours",
    yourDraft: "your draft",
    claimedBy: { name in "\(name) has it" },
    isWriting: { name in "\(name) is writing" },
    replyFailed: { name in "Your reply to \(name) did not go out." },
    replyUnknown: { name in "Nobody can tell whether your reply to \(name) arrived." },
    allAnswered: "Everybody who spoke to you has an answer.",
    allAnsweredHint: "New words appear here by themselves.",
    seeHeard: "See what is being said",
    noAccount: "Nobody can speak to you here yet.",
    noAccountHint:
      "You hear what is said about you. Once an account of yours is connected, what is said to you waits here.",
    connect: "Connect an account",
    nothingHeard: "The desk listens nowhere yet.",
    nothingHeardHint: "A word or an address is enough to begin.",
    listen: "Listen somewhere",
    pickOne: "Choose somebody to read what they said.")
}
