import HeedDesk
import HeedModel

extension HouseRule {
  static let samples: [HouseRule] = [
    HouseRule(
      id: ID(701), kind: .caution, title: "No word on the recall",
      words: "Until Friday we may not say how many are touched. Say that we look into it.",
      query: "recall OR hinge*", addedBy: ID(1), addedAt: World.ago(days: 3)),
    HouseRule(
      id: ID(702), kind: .fact, title: "The charger <b>is not</b> in the box",
      words: "It never was. Ours fits any with 20 W.", query: "charger OR \"power supply\"",
      addedBy: ID(2), addedAt: World.ago(days: 30)),
  ]
}

extension HouseRulesScreen {
  static let samples: [Sample] = [
    Sample("house-rules", HouseRulesScreen(rules: HouseRule.samples)),
    Sample(
      "house-rules-wrong",
      HouseRulesScreen(
        rules: HouseRule.samples, typed: Typed(id: nil, words: "Two weeks.", query: "refund*"),
        problem: Problem(.invalid, "Give the card a short title.", field: "name"))),
    Sample(
      "house-rules-query",
      {
        var screen = HouseRulesScreen(
          rules: [], typed: Typed(id: nil, title: "Refunds", query: QueryError.sample.query),
          problem: Problem(.invalid, QueryError.sample.text, field: "query"))
        screen.queryError = .sample
        return screen
      }()),
    Sample("house-rules-none", HouseRulesScreen(rules: [])),
    Sample("conversation-think", ConversationScreen(conversation: conversation)),
  ]

  private static let conversation: OpenConversation = {
    var open = OpenConversation.sample
    if case .composer(var composer) = open.answer {
      composer.look = .sample
      open.answer = .composer(composer)
    }
    return open
  }()
}

extension ComposerLook {
  /// Everything there is to think of, at once.
  static let sample: ComposerLook = {
    var look = ComposerLook()
    look.unsaid = [
      .init(words: "2201-B", known: .note), .init(words: "jo@mail.example", known: .nowhere),
      .init(words: "ana@mail.example", known: .privately),
    ]
    look.cross = CrossTone(words: ["fault", "never"])
    look.rules = HouseRule.samples
    look.saidBefore = SaidBeforeNote(
      times: 31, isAtLeast: true, people: 28,
      came: [
        (came: .thanks, times: 4), (came: .complaint, times: 6), (came: .nothing, times: 2),
      ],
      replies: [
        (conversation: ID(177), post: ID(702), name: "Rui", at: World.ago(days: 2)),
        (conversation: ID(209), post: nil, name: "Tomás Faria", at: World.ago(days: 4)),
      ])
    look.saidBefore?.all = [ID(77), ID(78)]
    look.saidBefore?.causes = [(wish: WishesScreen.delivery.wish, conversations: 12)]
    return look
  }()
}
