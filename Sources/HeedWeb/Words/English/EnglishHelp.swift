extension HelpWords {
  static let english = HelpWords(
    couldKnow: "Could know",
    couldKnowName: { name in "\(name) could know" },
    askedFor: "is asked for by name",
    answeredThis: "has answered this before",
    knows: { person in "knows \(person)" },
    knowsSince: { person, day in "knows \(person) since \(day)" },
    knowsAbout: { words in "knows about “\(words)”" },
    speaks: { language in "speaks \(language)" },
    wouldLike: { words in "would like more of “\(words)”" },
    newHere: "new here",
    wouldLearn: "would like to learn",
    isHere: "is here now",
    isHereUntil: { clock in "here until \(clock)" },
    isAwayUntil: { day in "away until \(day)" },
    because: { reasons in "because: \(reasons)" },
    title: "What finds you",
    lead:
      """
      Conversations are suggested to you by what you answered before, whom you know, and what you say here. \
      A suggestion assigns nothing. Nobody sees how much or how fast you answer.
      """,
    languages: "Languages you answer in",
    knowsLabel: "What you know about",
    knowsHint: "A line each, in the words that people use: brakes, \"bike fitting\", return*.",
    likesLabel: "What you would like more of",
    likesHint: "A line each. You need not know it yet.",
    hours: "Your usual hours",
    hoursHint:
      "In your own time zone. Leave a day empty if you are not there, or all if you rather not say.",
    minutes: "Minutes a day for this",
    minutesHint: "After about that much, others are suggested first. Leave it empty for no limit.",
    minutesUnit: "minutes",
    away: "Away",
    awayHint: "Whole days. Nothing is suggested to you in between.",
    awayFrom: "First day",
    awayUntil: "Last day",
    change: "Say what you know and when you are here")
}
