extension ToldWords {
  static let english = ToldWords(
    room: "Told",
    title: { $0 == 0 ? "What concerns you" : "What concerns you (\($0))" },
    lead: "Seen by you alone. Opening a conversation marks it as seen.",
    nothing: "Nothing new concerns you.",
    nothingHint:
      "What is handed to you, who answers you, who you know and waits, and what is said far more than usual stands here.",
    new: "New",
    earlier: "Earlier",
    markSeen: "Seen",
    markSeenOf: { "Seen: \($0)" },
    markAll: "Mark all as seen",
    times: { Plural.english($0, "once", "\($0) times") },
    change: "Change what you are told",
    somebody: "Somebody",
    aColleague: "A colleague",
    handedOver: { "\($0) handed you a conversation" },
    cameBack: { "\($0) answered you" },
    knownWaits: { "\($0), whom you answered before, waits" },
    spike: { "Far more is said than usual about “\($0)”" },
    spikeOfATopic: "Far more is said than usual about a topic of yours",
    spikeOfAll: "Far more is said than usual",
    lookAsked: { "\($0) asks you to look at a draft" },
    lookAnswered: { "\($0) looked at your draft" },
    promiseDue: { "What was promised to \($0) is due today" },
    promiseLate: { "What was promised to \($0) is late" },
    promiseBroken: { "A promise to \($0) was not kept, it is said" },
    mailUnknown: {
      "A mail to you of \($0) may not have arrived. It is not sent again; all that it told stands below."
    },
    mailFailed: {
      "A mail to you of \($0) was not taken by the mail server. All that it told stands below."
    },
    waysTitle: "What you are told, and how",
    waysLead:
      "You choose. Each thing is told once, by push or by mail, and not at all once you saw it in the desk.",
    inDesk: "In the desk you find all of it under Told, always.",
    whenHandedOver: "A conversation is handed to you",
    whenCameBack: "Somebody answers what you said",
    whenKnownWaits: "Somebody whom you answered before waits",
    whenSpike: "Far more is said than usual",
    whenLookAsked: "A colleague asks you to look at a draft",
    whenLookAnswered: "A colleague looked at your draft",
    whenPromiseDue: "The day of a promise of yours has come",
    whenPromiseLate: "A promise of yours grew late",
    whenPromiseBroken: "Somebody says that a promise of yours was not kept",
    topics: "Topics that you follow",
    topicsHint:
      "When far more is said about one of them than usual, it concerns you. When far more is said about everything, it concerns everybody.",
    noTopics: "There are no topics yet.",
    hours:
      "You are disturbed only within your hours, and not while you are away. What happens meanwhile waits.",
    noHours:
      "You gave no hours, so you are told at any time. With hours, it waits until they begin.",
    giveHours: "Your hours and days away",
    mail: "By mail",
    mailHow: "How often",
    never: "Never",
    daily: "Once a day",
    soon: "As it happens, at most once an hour",
    mailAt: "At what time, once a day",
    mailAbout: "Mail me when",
    words: "With names and first words",
    mailWordsHint:
      "Only of public talk. Without it a mail holds counts and links, nothing of what people said.",
    noMail:
      "This desk has no mail server yet. Whoever runs it can name one; then you can choose mail here.",
    push: "By push, to this browser",
    pushBrowsers: "Browsers that are told",
    pushLead:
      "A short note on this device, also while the desk is closed. Off until you turn it on, and only where you are signed in.",
    pushPlain: "Turning it on takes scripts, a secure address and a browser that knows push.",
    pushOn: "Turn it on in this browser",
    pushDenied:
      "This browser was told to show no notes of the desk. Allow them in its settings for this page.",
    pushFailed:
      "That did not work: the browser's push service does not answer. Nothing was changed.",
    pushAbout: "Push when",
    pushWordsHint:
      "Only of public talk, readable by your browser alone. Without it a push says only what kind of thing it is.",
    noBrowsers: "No browser is told yet.",
    pushOff: "Turn it off there",
    pushRefused:
      "Its push service refused the last notes. Nothing goes there today; the desk tries again within a day. All of it stands under Told.",
    endTitle: "End mail from this desk?",
    endLead:
      "You will get no more mail about what concerns you. In the desk you find it all the same, and you can choose mail again there.",
    endButton: "End it",
    ended: "It is ended.",
    endedHint: "You get no more of this mail.",
    endOver: "This link is too old.",
    endOverHint: "Sign in and choose under You what you are told.",
    subject: { Plural.english($0, "One thing concerns you", "\($0) things concern you") },
    greeting: { "\($0), this concerns you:" },
    open: "Open it",
    openAll: "All of it in the desk",
    why: "You chose to be told by mail.",
    endHere: "End this mail",
    pushSeveral: { "\($0) things concern you" })
}
