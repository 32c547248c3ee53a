public import HeedModel

/// A draft at which the desk looks while it is written.
public struct DraftInHand: Sendable {
  public var text: String
  /// What else of it everybody will read: the content warning, what describes its pictures.
  public var others: [String] = []
  /// Whether its pictures are those of the viewer's stored draft, so that what describes them is read there.
  public var hasStoredPictures = false
  /// As its writer chose; `nil`: as public as what it answers.
  public var visibility: Visibility?
  /// BCP 47, as its writer chose.
  public var language: String?
  public var conversation: ID<Conversation>
  /// What it answers; `nil` is the post that waits, or else their last.
  public var answering: ID<Post>?
  /// One of ours that is to say this: that it nearly says so already is no news.
  public var changing: ID<Post>?

  /// Whether nothing is written yet.
  public var isBlank: Bool { ([text] + others).allSatisfy { $0.allSatisfy(\.isWhitespace) } }

  public init(_ text: String, in conversation: ID<Conversation>) {
    self.text = text
    self.conversation = conversation
  }
}

/// What there is to think of before a draft goes.
public struct DraftThoughts: Sendable {
  /// Whether its conversation is there and the viewer's to see.
  public var isThere = false
  /// What was promised in it.
  public var promises: [PromiseRow] = []
  public var unsaid: [UnsaidFact] = []
  /// Cards that it touches, cautions first.
  public var rules: [HouseRule] = []
  public var saidBefore: SaidBefore?
  public var cross: CrossTone?
}

extension Desk {
  /// So far up a thread it is looked for whom a post of ours speaks to.
  private static let mostSteps = 100

  /// All of it in one look at the record, for it is asked for while somebody types.
  /// - Throws: `Problem(.forbidden)` for observers.
  public func thoughts(on draft: DraftInHand, for viewer: Viewer) async throws -> DraftThoughts {
    try requireVoice(viewer)
    let isEmpty = draft.text.allSatisfy(\.isWhitespace)
    let facts = ([draft.text] + draft.others).flatMap(DraftFacts.all)
    let since = clock.now() - Self.saidReach
    var (thoughts, rules) = try await record.read { tx in
      var thoughts = DraftThoughts()
      var partner: Handle?
      let rules = try tx.houseRules()
      if let conversation = try tx.conversation(draft.conversation, for: viewer) {
        thoughts.isThere = true
        thoughts.promises = try tx.promises(in: conversation.id, for: viewer)
        partner = try Self.partner(of: draft, conversation, tx, for: viewer)
        let pictures =
          draft.hasStoredPictures ? try Self.described(conversation.id, tx, for: viewer) : []
        thoughts.unsaid = try Self.unsaid(
          facts + pictures.flatMap(DraftFacts.all), of: draft, to: partner, in: conversation,
          besides: rules, tx, for: viewer)
      }
      // The name of whom it speaks to is no part of what is said.
      thoughts.saidBefore = try Self.saidBefore(
        SaidShingles(String(draft.text.prefix(10_000)), leavingOut: [partner?.name ?? ""]),
        since: since, besides: draft.changing, tx, for: viewer)
      return (thoughts, rules)
    }
    guard !isEmpty else { return thoughts }
    thoughts.rules = Self.touched(by: draft.text, language: draft.language, among: rules)
    thoughts.cross = mayReadCross(draft.text, language: draft.language)
    return thoughts
  }

  /// Whom it speaks to: who wrote what it answers, or what that one of ours answers; else with whom the conversation is.
  private static func partner(
    of draft: DraftInHand, _ conversation: Conversation, _ tx: any RecordReading,
    for viewer: Viewer
  ) throws -> Handle? {
    var next =
      try draft.answering
      ?? tx.thread(conversation.id, for: viewer).toAnswer(in: conversation)?.id
    var steps = 0
    while let id = next, steps < mostSteps, let row = try tx.post(id, for: viewer),
      row.post.conversation == conversation.id, !row.post.isPlaceholder
    {
      if row.post.direction != .ours { return row.author }
      next = row.post.parent
      steps += 1
    }
    return try tx.speaker(of: conversation).flatMap { try tx.handles([$0]).first }
  }

  /// What describes the pictures of a draft that is stored.
  private static func described(
    _ conversation: ID<Conversation>, _ tx: any RecordReading, for viewer: Viewer
  ) throws -> [String] {
    guard let stored = try tx.draft(of: conversation, by: viewer.member) else { return [] }
    return try tx.uploads(stored.uploads).map(\.alternative)
  }
}
