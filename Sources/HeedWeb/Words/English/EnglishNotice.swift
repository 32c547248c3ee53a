extension NoticeWords {
  static let english = NoticeWords(
    title: { organisation in "What \(organisation) keeps, and why" },
    lead: { organisation in
      """
      \(organisation) listens to what people say to it and about it in public, to answer. This \
      is what its desk keeps.
      """
    },
    aboutTitle: "If you spoke about us",
    about: { days in
      """
      Your post is kept as a post, not as a file on you: no page, no history. Its words are \
      gone after \(days) days, unless a conversation grew from it.
      """
    },
    toTitle: "If you spoke to us",
    to: { days in
      """
      What passed between us is kept so that we remember it, and no more. Your words are gone \
      after \(Self.span(days)); what we said stays.
      """
    },
    teamWords: "What our team noted beside a conversation goes with your words in it.",
    who: { days in
      """
      Your name, address, picture and page are gone \(Self.span(days)) after the last of your words went. They stay \
      longer only while a promise of ours to you or a wish of yours is open, the law has us keep them, or you asked \
      us not to write to you.
      """
    },
    privateTitle: "If you wrote in private",
    privateText: "It is seen by those who answer it, and by nobody else.",
    neverTitle: "What we never do",
    never:
      """
      Score you or rank you by who follows you, guess your health, politics or belief, or write to you in bulk. \
      Of whoever passed on a mistake of ours, only the sum of their followers is kept, without a name. If you delete or change a post, ours follows. If you ask not to be followed by \
      programs, we hold to it.
      """,
    objectTitle: "How to object",
    object: "Write to us where we spoke, or here:",
    writeThere: "in answer to any post of ours.",
    wrongTitle: "If we said something wrong",
    wrong: "What we said wrong in public, and what is right",
    whereTitle: "Where we listen")
}

extension NoticeWords {
  /// Whole years as years: nobody counts 1095 days.
  private static func span(_ days: Int) -> String {
    guard days >= 365, days % 365 == 0 else { return Plural.english(days, "a day", "\(days) days") }
    return Plural.english(days / 365, "a year", "\(Spelled.english(days / 365).lowercased()) years")
  }
}
