extension SettingsWords {
  static let english = SettingsWords(
    lead: "For all of you. Each change is in the audit.",
    desk: "The desk",
    organisation: "What people call you",
    openHours: "When you are there",
    openHoursHint: "Leave a day empty when you are closed.",
    opens: { day in "\(day), from" },
    closes: { day in "\(day), to" },
    overMidnight: "An end before its beginning is on the next day: 22:00 to 02:00.",
    nextDay: "the next day",
    moreHours: "More hours on a day, after a break",
    talking: "Talking",
    undo: "Time to take a reply back",
    undoHint: "It goes out when this is over.",
    seconds: "seconds",
    minutes: "minutes",
    days: "days",
    keeping: "What is kept, and how long",
    keepingHint: "Announced to everybody on your public notice page.",
    seeNotice: "See the page",
    aboutUs: "Words about you, unless a conversation grew from them",
    conversations: "Words of conversations",
    people: "Who somebody was, once no words of theirs are left",
    peopleHint:
      "Name, address, picture and page. Not while a promise, a wish or a legal hold stands.",
    drafts: "Drafts that were never sent",
    contact: "Whom people outside write to about it",
    contactHint: "A mail address or a page of yours.",
    notice: "Your own words on the notice page",
    noticeHint: "Above what the desk says by itself.",
    line: "Who comes first",
    lineHint:
      """
      Everybody is ordered by time waited, plus the largest head start of these reasons. \
      Waiting longer never moves anybody down.
      """,
    pace: { network, theirs, theirAnswers, ours, ourAnswers in
      """
      \(network), in public, in the last 30 days: half of the answers that people gave each other came within \
      \(theirs) (\(theirAnswers) first answers), half of yours within \(ours) (\(ourAnswers)).
      """
    },
    paceWithheld: { network, theirs, theirAnswers, least in
      """
      \(network), in public, in the last 30 days: half of the answers that people gave each other came within \
      \(theirs) (\(theirAnswers) first answers). Yours is kept for the line and not shown: fewer than \(least) of \
      you answered there, and it would tell of one of you.
      """
    },
    paceUnknown:
      """
      Where people answer each other quicker than you answer there. It is known once there were 20 answers of both in \
      public within 30 days, and nowhere yet.
      """,
    lineNote: "Why the order changes",
    lineNoteHint: "Only needed if you change one of them. Your team reads it here.",
    lineChanged: { by in "Last changed by \(by)" })
}
