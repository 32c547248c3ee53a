import HeedDesk
import HeedModel

extension PromiseLine {
  static let samples: [PromiseLine] = [
    PromiseLine(
      id: ID(601), words: "I'll look into the hinge by Saturday", conversation: ID(203),
      post: ID(810), to: "Rosa Stein", by: World.you, dueAt: World.ago(hours: 13), state: .late),
    PromiseLine(
      id: ID(602), words: "Either way a new one leaves today", conversation: ID(201),
      post: ID(803), to: "Ana Ribeiro", by: World.you, dueAt: World.now + .hours(10),
      state: .dueToday),
    PromiseLine(
      id: ID(603), words: "I'll ask the workshop about left-handed ones by Thursday",
      conversation: ID(204), post: ID(811), to: "June Okafor", by: World.you,
      dueAt: World.now + .days(4), state: .open),
    PromiseLine(
      id: ID(604), words: "I will not forget it", conversation: ID(207), to: "Dev Lal",
      by: World.you, state: .open),
  ]

  static let others: [PromiseLine] = [
    PromiseLine(
      id: ID(605), words: "Przyślę jutro do 17:00 <b>instrukcję</b>", conversation: ID(205),
      post: ID(812), to: "tomasz_b", by: World.samColleague, dueAt: World.now + .hours(28),
      isDay: false, state: .open)
  ]

  static let ended: [PromiseLine] = [
    PromiseLine(
      id: ID(606), words: "You'll have a drawing by Friday", conversation: ID(208), post: ID(813),
      to: "Nils V.", by: World.you, dueAt: World.ago(days: 2), state: .kept,
      endedAt: World.ago(days: 3), endingPost: ID(814)),
    PromiseLine(
      id: ID(607), words: "We'll write to you on Monday", conversation: ID(209), post: ID(815),
      to: "Tomás Faria", by: World.samColleague, dueAt: World.ago(days: 6), state: .keptLate,
      endedAt: World.ago(days: 5), endingPost: ID(816)),
    PromiseLine(
      id: ID(608), words: "I'll call you back in an hour", conversation: ID(209), post: ID(817),
      to: "Tomás Faria", by: World.samColleague, dueAt: World.ago(days: 8), isDay: false,
      state: .broken, endedAt: World.ago(days: 7), isTheirWord: true),
    PromiseLine(
      id: ID(609), words: "We'll paint it green", conversation: ID(207), to: "Dev Lal", by: nil,
      state: .takenBack, endedAt: World.ago(days: 20)),
  ]
}

extension PromisesScreen {
  static let samples: [Sample] = [
    Sample(
      "promises",
      PromisesScreen(
        own: Part(PromiseLine.samples), others: Part(PromiseLine.others, next: "9.605"),
        ended: Part(PromiseLine.ended))),
    Sample("promises-none", PromisesScreen()),
    Sample("today-promises", TodayScreen(line: line)),
    Sample("conversation-promises", ConversationScreen(conversation: conversation)),
  ]

  private static let line: WaitingLine = {
    var line = WaitingLine.sample
    line.promises = Array(PromiseLine.samples.prefix(2))
    return line
  }()

  private static let conversation: OpenConversation = {
    var open = OpenConversation.sample
    if case .composer(var composer) = open.answer {
      composer.look = ComposerLook(
        offers: [
          PromiseOffer(
            words: "Either way a new one leaves today", date: "2026-11-22", isKept: true),
          PromiseOffer(
            words: "I'll ring you by 5 pm tomorrow", date: "2026-11-23", time: "17:00"),
        ],
        open: [
          ComposerLook.Open(
            id: ID(602), words: "I'll look where it went by Monday", to: "Ana Ribeiro")
        ])
      open.answer = .composer(composer)
    }
    for (number, entry) in open.entries.enumerated() {
      guard case .post(var post) = entry, post.direction == .ours else { continue }
      post.keepable = KeepableSentences(
        reply: ID(304), sentences: Desk.sentences(of: post.text.plain))
      open.entries[number] = .post(post)
    }
    var unkept = PromiseLine.samples[1]
    unkept.isYours = true
    unkept.since = [
      PromiseLine.SaidSince(
        post: ID(819), by: "Ana Ribeiro",
        text: "You wrote that a new one would leave. Nothing left. <b>Nothing.</b>",
        at: World.ago(hours: 1))
    ]
    unkept.keepers = [
      PromiseLine.Keeper(
        reply: ID(304), to: "Ana Ribeiro", text: "Still looking. The depot answers tomorrow.",
        at: World.ago(hours: 3)),
      PromiseLine.Keeper(
        reply: ID(303), to: "Ana Ribeiro", text: "A new one left this morning.",
        at: World.ago(hours: 9)),
    ]
    var theirs = PromiseLine.ended[2]
    theirs.saidIn = ID(818)
    open.person?.promises = [unkept, PromiseLine.ended[0], theirs]
    open.sentOffers = [
      SentOffer(reply: ID(303), offer: PromiseOffer(words: "I'll find out who has it"))
    ]
    return open
  }()
}
