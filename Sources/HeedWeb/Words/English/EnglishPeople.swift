extension PeopleWords {
  static let english = PeopleWords(
    lists: "Lists",
    all: "Everybody",
    waiting: "Waiting for you",
    promised: "Promised something",
    waitingHint:
      "Who waits for an answer, in the order of Today: who has waited longest first, with a head start for the reasons that stand beside them.",
    promisedHint: "What you said you would do for them and have not yet done, the first due first.",
    allHint:
      "Everybody who ever spoke to you, in a conversation of their own or in what others had begun, the last heard from first. Who spoke there with others alone has no page.",
    wronged: "Wronged by us",
    wrongedHint: """
      You told them something wrong, they told you of it, or they spoke below it. The newest mistake first.
      """,
    quiet: "Not heard from in long",
    quietHint: { days in
      """
      Nothing passed between you for \(days) days, either way. Those who wish not to be contacted are left alone.
      """
    },
    noneWaiting: "Nobody waits for you.",
    nonePromised: "No promise is open.",
    noneWronged: "No mistake of ours touched anybody that you know of.",
    noneQuiet: "You have been in touch with everybody lately.",
    seeAll: "See everybody",
    waits: "waits",
    wishesLink: "Wishes and causes",
    theySpoke: { n in "They spoke to you \(Plural.english(n, "once", "\(n) times"))" },
    youAnswered: { n in
      n == 0
        ? "you have not answered yet"
        : "you answered \(Plural.english(n, "once", "\(n) times"))"
    },
    joinsTitle: "One human, several names",
    joinsLead: """
      Joined on what they gave themselves. Each name keeps its own words, so parting loses nothing.
      """,
    joinedBy: { name in "joined by \(name)" },
    joinedByNetwork: "joined by the network’s word",
    part: "Part",
    partOf: { one, other in "Part \(one) and \(other)" },
    suggestionsTitle: "Perhaps the same human",
    sameHuman: "The same human",
    sameHumanOf: { other in "\(other) is the same human" },
    notTheSame: "Not the same",
    notTheSameOf: { other in "\(other) is not the same human" },
    apartTitle: "Not the same human, as you decided",
    declinedBy: { name in "\(name) said that they are not the same human" },
    partedBy: { name in "\(name) parted them" },
    joinAgain: "The same human after all",
    links: "Their pages link to each other:",
    site: "Both have links both ways with one page:",
    mailAddress: "They gave the same mail address.",
    word: "They said so.",
    moved: "The account moved; its place vouches for both ends.",
    whereSaid: "Where they said so",
    wordTitle: "They told you another name of theirs",
    wordField: "What they are called there",
    wordHint: """
      As it stands on their words: @ana@bolha.example, or a mail address. If a post of theirs names it, that post is \
      kept as the evidence; else your word that they said so.
      """,
    wordButton: "Join on their word",
    joined: "Joined: one page from now on. Part them here at any time.",
    joinedUnderOther: """
      Joined: one page from now on. It goes by the name under which they first spoke to you; the \
      name that you came from stands under “Known as”. Part them here at any time.
      """,
    parted: "Parted. Each has what was theirs.",
    declined: "Noted: not the same human.",
    handOverTitle: { name in "Whom \(name) knew" },
    handOverOwnTitle: "Whom you know",
    handOverLead: """
      Whoever takes over introduces themselves, one by one. Nothing is written or sent by itself.
      """,
    handOverNone: { name in "\(name) spoke with nobody whose words you may see." },
    leftAlone: { n in
      Plural.english(
        n, "One more wishes not to be contacted and is left alone.",
        "\(n) more wish not to be contacted and are left alone.")
    },
    introduce: "Introduce yourself",
    introduceTo: { name in "Introduce yourself to \(name)" },
    lastTogether: "they spoke last",
    alsoKnow: { names in "known to \(names) too" },
    nobodyElse: "nobody else knows them",
    metBy: { name in "\(name) spoke with them since" },
    whoLeft: "Those who left",
    whomTheyKnew: { name in "Whom \(name) knew" },
    whomYouKnow: "Whom you know",
    introduction: { person, leaving, member in
      """
      Hello \(person), until now \(leaving) spoke with you for us. \(leaving) has left, and I am \(member): from now on \
      you can turn to me. I have read what you talked about, so you need not tell it again.
      """
    })
}
