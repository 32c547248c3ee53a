extension RightsWords {
  static let english = RightsWords(
    title: "Their rights",
    lead: "What is kept about somebody is theirs to see, to correct and to have erased.",
    everything: "Everything about them",
    asFile: "As a file (JSON)",
    asPage: "As a page",
    dontWrite: "They asked not to be written to",
    noteDontWrite: "Note that they ask not to be written to",
    mayWrite: "They may be written to again",
    dontWriteHint: "An answer to what they write stays possible.",
    holdTitle: "Legal hold",
    holdStands: { until, name in "Nothing of them goes until \(until); \(name) signed it." },
    holdReason: "Which law or claim",
    holdHint: "They read this when they ask.",
    holdDays: "For how long",
    setHold: "Set the hold",
    liftHold: "Lift the hold",
    erase: "Erase them",
    eraseTitle: { name in "Erase \(name)?" },
    eraseGoes:
      """
      Their words, names, addresses and pictures go, in posts, private messages, searches, notes, \
      drafts and files; so do the team's notes about them, and what quotes or names them in ours. \
      An old post that is heard again stays blank.
      """,
    eraseAmongOthers:
      "Others spoke in conversations that they began: what the team noted there goes too, also about those others.",
    eraseStays:
      """
      That something was there stays, with its times, and what you said: the record does not \
      forget your own words.
      """,
    eraseBackups:
      """
      Backups made before still hold them until they are deleted. After restoring one, erase them \
      again.
      """,
    backupsNotice:
      "Backups made before hold erased words until they are deleted; if one is restored, we erase them again.",
    eraseYes: "Erase for good",
    eraseHeld: { until in "A legal hold stands until \(until). Nothing can go before." },
    askedLink: "Somebody asks about themselves",
    askedTitle: "Somebody asks about themselves",
    askedLead:
      """
      By letter or mail, whether or not they ever spoke to you: see what stands here about an \
      address, give it to them, keep it for the law or erase it.
      """,
    askedField: "Their handle, mail address or page",
    askedHint:
      "As they wrote it, with its place: @ana@place.example. Make sure first that it is theirs.",
    askedLook: "Look",
    askedNobody: { address in "Nobody whose words you may see is called \(address)." },
    notToYou: "heard where you listen, not to you",
    askedNothingSaid: "Nothing of what they said is left that you may see.",
    askedHasPage:
      "They spoke to you: what passed between you, and their rights, are on their page.",
    askedToPage: "To their page",
    askedNaming: "What others said that names them",
    askedRows:
      "How many rows of what is stored tell of them or name them; the file has them whole.",
    erased: { date in
      "Somebody was erased here on \(date). What you said stays, without their name."
    },
    erasedSomebody: "Somebody, erased",
    dontWriteNote: { name in
      "\(name) asked not to be written to. Answer what they wrote, and nothing more."
    },
    theirWord: "Their word",
    saidSolved: "says that it is solved",
    saidFine: "says that it is well between you",
    saidNotToday: { until in "wants no answer before \(until)" },
    saidBroken: "says that we broke a promise",
    saidNamed: "told their name",
    saidDontWrite: "asked not to be written to",
    theirWordNotToWrite:
      "They said themselves that they are not to be written to. Only they take that back.",
    saidMayWrite: "may be written to again",
    saidForgetMe: "wants to be forgotten when the hold ends",
    saidReadWrongly: { reading in "says that a post of theirs was read wrongly; it is: \(reading)"
    },
    saidNotAsked: "says that they did not ask for what was gathered from their words",
    exportTitle: { name in "Everything about \(name)" },
    exportLead: "All that this desk keeps about one person. It is theirs.",
    exportHidden: { count in
      count == 1
        ? "One private message is left out: others answer there. They see it, and so does the person on their side of the desk."
        : "\(count) private messages are left out: others answer there. They see them, and so does the person on their side of the desk."
    },
    exportWithheld: { count in
      count == 1
        ? "One team note is left out: several people speak there, and it may be about somebody else."
        : "\(count) team notes are left out: several people speak there, and they may be about somebody else."
    },
    exportSaid: "What passed between you",
    exportHeard: "What was heard of them, not said to you",
    exportNotes: "What the team noted",
    exportRows: "As it is stored",
    exportRowsHint: "How many rows of what is stored tell of them; the file has them whole.",
    tables: englishTables,
    voiceTitle: { name in "\(name)'s voice" },
    voiceLead:
      """
      Everybody may speak. One good reason can stand against it for a while: signed, read by whom \
      it concerns, and over by itself.
      """,
    voiceReason: "The reason",
    voiceHint: "You sign it. They read it beside what they said.",
    voiceDays: "For how long",
    voiceHold: "Show me what they said, first",
    restrict: "Sign and restrict",
    giveBack: "Give the voice back",
    voiceStands: { name, until in "\(name) signed it. It ends by itself on \(until)." },
    voiceYours: "You may not speak for now",
    voiceOwn: "Your voice",
    voiceBefore: { name, until in
      "\(name) asked you not to speak for now. It ends by itself on \(until); what you write here does not go out before."
    },
    voiceWhy: "Read the reason",
    voiceBeside: "What was said lately",
    voiceNothing: "Nothing was said lately.",
    voiceMistakes: "What of it was wrong, and how it was mended",
    voiceEarlier: "Earlier reasons",
    voiceLooks: "Who wrote a reason and looked at what stands beside your voice",
    voiceOf: { name in "The voice of \(name)" },
    voice: "Voice",
    mayNotSpeak: "may not speak for now",
    keepingTitle: "How long words are kept",
    keepingLead:
      """
      A time of its own for one network, and what for. Everybody reads it on the public page. \
      Shorter times hold for what is stored already, longer ones for what comes.
      """,
    keepingRule: "A rule",
    keepingNew: "One more",
    keepingWhat: "What",
    keepingWhere: "Where",
    keepingPurpose: "What for",
    keepingPurposeHint: "Leave it empty to remove the rule.",
    keepingNewHint: "Choose a network and say what for; else nothing is added.",
    keepingNone: "Choose a network",
    showNotes: "People see what the team noted about them",
    showNotesHint: "On their own side of the desk, once they proved who they are. It is announced.",
    aboutUs: "Talk about you",
    conversations: "Conversations in public",
    privateTalk: "Private messages",
    byNetwork: "How long words are kept, by network",
    personErased: "Erased. What you said stays.",
    contactNoted: "Noted.",
    holdSet: "The hold stands. They read the reason when they ask.",
    holdLifted: "The hold is lifted.",
    voiceRestricted: "Signed. They read it, and it ends by itself.",
    voiceReturned: "They may speak again.")
}
