extension SourceWords {
  static let english = SourceWords(
    title: "Where you listen",
    lead:
      "A place is heard because one of you asked for it; each says what asking there tells others.",
    ask: "A word or an address",
    askButton: "Find places",
    listensAt: { n in
      Plural.english(
        n, "Listening in one place", "Listening in \(Spelled.english(n).lowercased()) places")
    },
    accounts: "Who you are there",
    accountsHint:
      "Accounts that can answer: the organisation's own, and handles that one of you lends.",
    connect: "Connect an account",
    pause: "Pause",
    pauseOf: { name in "Pause \(name)" },
    resume: "Listen again",
    resumeOf: { name in "Listen to \(name) again" },
    askNow: "Ask again now",
    askNowOf: { name in "Ask again now: \(name)" },
    remove: "Remove",
    removeOf: { name in "Remove \(name)" },
    isOurs: "This place is yours: whoever begins a thread here speaks to you.",
    makeOurs: "This place is ours",
    makeOursOf: { name in "This place is ours: \(name)" },
    notOurs: "It is not ours",
    notOursOf: { name in "It is not ours: \(name)" },
    placeIsOurs: "This place is ours: whoever begins a thread here speaks to us.",
    since: "Since",
    paused: "paused",
    heard: "last heard something",
    asked: "quiet so far, asked",
    aboutToAsk: "is asked for the first time now",
    new: "Listen somewhere new",
    newLead: "A name, a product, a word. Or an address: a site, a profile, a feed.",
    troubledCount: { n in
      Plural.english(n, "One place needs a hand", "\(Spelled.english(n)) places need a hand")
    },
    alreadyHeard: "You listen here already",
    noOffers: { typed in "No place was found for “\(typed)”" },
    noOffersHint: "Check the address for a slip, or try the word alone.",
    addressHint: "If it was to be an address, check it for a slip.",
    connectLater: "You can connect it once you have begun.",
    connectTo: { name in "Connect an account for: \(name)" },
    offers: { n in
      Plural.english(n, "One place to listen", "\(Spelled.english(n)) places to listen")
    },
    listening: "listening",
    listenHere: "Listen",
    listenTo: { name in "Listen: \(name)" })
}
