import HeedModel

extension WishWords {
  static let english = WishWords(
    title: "Wishes and causes",
    lead: """
      What people ask for and you do not have, and what of yours keeps hurting them. Counted by person, never by post.
      """,
    both: "Both",
    wish: "wish",
    wishesOnly: "Wishes",
    cause: "cause",
    causesOnly: "Causes",
    open: "Open",
    settled: "Settled",
    heard: "heard",
    considering: "considering",
    doing: "doing",
    done: "done",
    no: "no",
    people: { n in Plural.english(n, "one person said so", "\(n) people said so") },
    lastSaid: "last",
    none: "Nothing was gathered yet.",
    noneHint:
      "In a conversation press w, or “Wish…”, where somebody asks for something or is hurt by it.",
    noneOpen: "Nothing is open.",
    noneSettled: "Nothing is settled yet.",
    saidAndDone: "You said, we did",
    saidAndDoneLead:
      "What was settled and was said in public, in words that can stand there as they are.",
    publicPeople: { n in
      Plural.english(n, "one person said so in public", "\(n) people said so in public")
    },
    readyLead:
      "Those who said so are told one by one. This is for everybody else, and names nobody.",
    ready: "A post for everybody, yours to change",
    readyPost: { kind, wished, people, done in
      """
      You said: \(wished)
      \(kind == .wish
        ? Plural.english(people, "One person asked us for it.", "\(people) people asked us for it.")
        : Plural.english(people, "One person told us.", "\(people) people told us."))
      We did: \(done.isEmpty ? "it is there." : done)
      """
    },
    readyNames: "Say it without names above; then a post stands here, ready to be copied.",
    publishTitle: "Put it on the public page",
    publishLead:
      "Everybody may read it from then on, without anybody's name. It is added to, never changed.",
    publishOff: "A lead can turn on a public page of what became of wishes, in Settings.",
    wishedPublic: "You said",
    donePublic: "We did",
    publish: "Publish it",
    publishedTitle: "What the public was told",
    seePublished: "The public page",
    publicTitle: { name in name.isEmpty ? "You said, we did" : "\(name): you said, we did" },
    publicLead: "What people asked us for in public, and what we did. Nobody is named.",
    nothingPublished: "Nothing stands here yet.",
    publishes: "What became of wishes is public",
    publishesHint:
      "A page at /said-and-done, open to everybody, with what you publish of each wish that came true. What stands there is added to, never changed.",
    wasPublished: "Published.",
    act: "Wish…",
    key: "gather as a wish or a cause",
    gatherTitle: { name in "Gather what \(name) said" },
    gatherTitleSeveral: "Gather what was said here",
    gatherLead:
      "They are counted once, however often they say it, and can be told when it changes.",
    theirWords: "Their words",
    standing: "Which wish or cause is it?",
    alike: "alike",
    new: "A new one",
    newTitle: "In your words",
    newHint: "About the matter, not about them: the whole team reads it.",
    kind: "What it is",
    asRead: "As the chosen words read: a complaint as a cause, else a wish",
    gather: "Gather",
    gatheredBefore: { titles in "Gathered from here before: \(titles)." },
    suggested: "Said alike",
    suggestedLead:
      "What several people complained of or wished for in like words, and nothing gathers yet. Look whether it is the same, and leave out what is not.",
    complainedAlike: { n, days in
      Plural.english(n, "One person complained", "\(n) people complained alike")
        + " in the last \(days) days"
    },
    wishedAlike: { n, days in
      Plural.english(n, "One person wished for it", "\(n) people wished alike")
        + " in the last \(days) days"
    },
    alsoSaid: { n in
      Plural.english(
        n, "One more person said what is gathered in", "\(n) more said what is gathered in")
    },
    ofThemPublic: { n in n == 0 ? ", none of them in public" : ", \(n) of them in public" },
    gatherCause: "Gather as a cause",
    gatherWish: "Gather as a wish",
    gatherThere: "Gather there",
    notTheSameAct: "Not the same",
    andMore: { n in Plural.english(n, "And one more", "And \(n) more") },
    saidBefore: "before",
    notTheSame: "It is not suggested again.",
    suggestedKey: "gather what several people said alike",
    history: "What became of it",
    gatheredBy: { name in "\(name) gathered it" },
    changedBy: { name, status in "\(name): \(status)" },
    notAskedBy: { name in "\(name) says that they did not ask for this, and is not counted" },
    changeTitle: "Say how far it came",
    status: "It is",
    reason: "Why, in words that you would say to them",
    reasonHint: "A no needs its reason.",
    change: "Change",
    whoSaidSo: { n in Plural.english(n, "One person said so", "\(n) people said so") },
    tellLead: """
      It changed: tell those who said so, each in their own conversation. Told is who got a reply there since that was \
      meant to follow up or to inform.
      """,
    tell: "Tell them",
    tellTo: { name in "Tell \(name)" },
    nothingToAnswer: "Nothing of theirs stands there any more, so there is nothing to answer.",
    told: { name in "told by \(name)" },
    wordsGone: "The words are gone.",
    removeVoice: "Take out",
    removeVoiceOf: { name in "Take out what \(name) said" },
    nobodySeen: "Nobody said so whose words you may see.",
    joinTitle: "Is it the same as another?",
    joinHint:
      "They count together from then on; each keeps its own, so they can be parted in one step.",
    joinWith: "Counts with",
    join: "Join",
    countsWith: "It counts with",
    alsoCounts: "Counts here too",
    part: "Part",
    partOf: { title in "Part “\(title)”" },
    rename: "Name it anew",
    save: "Save",
    theirs: "What they asked for",
    about: { title, status in "To tell: “\(title)” is now: \(status)." },
    gathered: "Gathered.",
    changed: "Changed. Those who said so stand below, each to be told.",
    joined: "They count together now.",
    parted: "Each counts for itself again.",
    voiceRemoved: "Taken out.")
}
