extension TheirSideWords {
  static let english = TheirSideWords(
    title: { organisation in "Your side of the desk of \(organisation)" },
    lead:
      """
      See what is kept about you, correct it, say where you stand, or have it erased. First show \
      that a handle is yours.
      """,
    who: "Your handle, mail address or page",
    whoHint:
      "Write it whole, with its place: @ana@bolha.example, @ana.bsky.social, ana@mail.example or https://github.com/ana",
    begin: "Show that it is mine",
    nothingToldHint:
      "Until that is shown, this page tells nobody anything: not even whether you are known here.",
    proofTitle: "Show that it is yours",
    proofLead: { claim in "One of these ways is enough to show that \(claim) is yours." },
    byPost: "Say this code there",
    byPostText:
      """
      Write to us from that handle, in public or in private, with this code in it. The post is not \
      kept here, and you can delete it afterwards.
      """,
    ours: "We are:",
    byMail: "Open the link in a letter",
    byMailText:
      """
      If this address wrote to us before, a letter with a link is on its way. The link works once, \
      for half an hour.
      """,
    byPage: "Put a link on your page",
    byPageText: "Add this to your page, then have it looked at.",
    lookThere: "The address of your post or page",
    look: "Look there",
    check: "I did it",
    notYet: "Nothing was heard yet. It can take a minute or two; then try again.",
    ends: "This code holds until",
    over: "That half hour is over. Begin once more.",
    warning:
      "Use only a code that you see on this page. Whoever sends you one wants to read what is yours.",
    linkTitle: "This is your link",
    linkLead: "Open your side of the desk in this browser. The link works once.",
    linkOpen: "Open",
    linkOver: "This link was used, or its half hour is over. Begin once more.",
    letterSubject: { organisation in "Your link to the desk of \(organisation)" },
    letterText: { organisation in
      """
      Somebody asked at \(organisation) to see what is kept about this address. If that was you, \
      open this link within half an hour; it works once:

      {link}

      If it was not you, do nothing. Nobody sees anything without this link.
      """
    },
    yours: "What is kept about you",
    yoursLead:
      "What passed between us, as members see it; and below, what else of yours this desk heard.",
    nothing: "Nothing is kept here about the handle that you showed.",
    unproven:
      "A further handle is believed to be yours. What passed there is shown once you show that, too.",
    name: "Your name",
    nameField: "As we call you",
    saveName: "Correct it",
    contents: "On this page",
    between: "Between us",
    aboutUs: "What else we heard you say",
    aboutUsHint:
      "About us, or beside what others said where we listen; not to us. These words go after their time.",
    readAs: "Read by us as:",
    notRead: "not read as anything",
    readBySaid: "As you say, it is:",
    readWrongly: "You read this wrongly",
    readWronglyHint:
      "Say what it is. Your word stands where we work, before any reading of ours.",
    whatItIs: "What it is",
    inWhichTone: "How it was meant",
    inWhichLanguage: "In which language",
    leftOpen: "leave it open",
    correctReading: "Correct the reading",
    reacted: "What you liked or passed on",
    youLiked: "You liked it",
    youShared: "You passed it on",
    reactedElsewhere: "A post whose words are not shown here",
    older: { n in
      n == 1
        ? "And one more that is older. It stands in what you can take with you, below."
        : "And \(n) more that are older. They stand in what you can take with you, below."
    },
    notAsked: "I did not ask for that",
    notAskedHint:
      "If you did not ask for something here, say so: you are not counted there from then on, and your words are not gathered to it again.",
    notes: "What our team noted",
    notesShown: "The notes of our team about our talk with you are shown below it.",
    notesWithheld: { count in
      count == 1
        ? "One note of our team is not shown: several people speak here, and it may be about somebody else."
        : "\(count) notes of our team are not shown: several people speak here, and they may be about somebody else."
    },
    inOthers: "you joined in here",
    you: "You",
    gone: "These words are gone.",
    heldWords: { count in
      count == 1
        ? "The law has the desk keep what stood here until its hold ends"
        : "The law has the desk keep the \(count) wordings that stood here until its hold ends"
    },
    solved: "It is solved",
    solvedByYou: "solved, you say",
    talksAboutUs: "about us",
    fine: "We are fine",
    notToday: "No answer for now",
    notTodayFor: "Days on which I want no answer",
    wordNoted: "Noted. Your word stands here, and our team reads it.",
    wordTakenBack: "Taken back. It stands no more, and our team reads that.",
    said: "What you said here, and stands",
    takeBack: "Take it back",
    until: { day in "until \(day)" },
    itIs: { reading in "it is: \(reading)" },
    whereItWas: "Where it was said",
    promisedHere: "We promised you here:",
    askedHere: "You asked for here:",
    askAgainHint: "If you ask for it in a new post, it counts again.",
    everything: "Take it with you",
    everythingHint:
      """
      All that this page shows you, however old: to read or print, and as a file for programs. How \
      it is stored, row by row, is in the file that we give you when you ask.
      """,
    asPage: "All of it as a page",
    asFile: "All of it as a file (JSON)",
    publishedFix: "In our public corrections",
    wishes: "What you wish of us",
    wishesHint:
      """
      If you do not wish to be written to, we answer what you write and nothing more. Before \
      anything is forgotten you are asked once again.
      """,
    dontWrite: "Do not write to me",
    mayWrite: "You may write to me again",
    youSaid: "You said:",
    promised: "What we promised you",
    broken: "You broke this promise",
    asked: "What you asked for, and what hurt",
    mistakes: "Mistakes of ours that touched you",
    forget: "Forget me",
    forgetTitle: "Have everything forgotten?",
    forgetText:
      """
      Your words, names, addresses and pictures go, in public and in private; nobody can bring them \
      back. What we said stays, without your name. Backups hold it until they are deleted.
      """,
    forgetYes: "Yes, forget me",
    forgetLater: "Forget me when that is over",
    forgotten: "You are forgotten here. Backups hold it until they are deleted.",
    closed: "Your side is closed. Come back whenever you like.",
    waitsForUs: "it is our turn to answer",
    hold: { until in "The law has us keep what passed between us until \(until):" },
    leave: "Close my side",
    keptUntil: "These words are deleted on",
    notice: "What this desk keeps, and why",
    goTo: "Your side of the desk: see, correct or erase what is kept about you")
}
