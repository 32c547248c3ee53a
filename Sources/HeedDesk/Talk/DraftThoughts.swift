public import HeedModel

/// A draft at which the desk looks while it is written.
public struct DraftInHand: Sendable {
  public var text: String
  /// What else of it everybody will read: the content warning, what describes its pictures.
  public var others: [String] = []
  /// As its writer chose; `nil`: as public as what it answers.
  public var visibility: Visibility?
  /// BCP 47, as its writer chose.
  public var language: String?
  public var conversation: ID<Conversation>
  /// What it answers; `nil` is the post that waits, or else their last.
  public var answering: ID<Post>?
  /// The name of whom it speaks to: no part of what is said.
  public var partner = ""
  /// One of ours that is to say this: that it nearly says so already is no news.
  public var changing: ID<Post>?

  public init(_ text: String, in conversation: ID<Conversation>) {
    self.text = text
    self.conversation = conversation
  }
}

/// What there is to think of before a draft goes.
public struct DraftThoughts: Sendable {
  public var unsaid: [UnsaidFact] = []
  /// Cards that it touches, cautions first.
  public var rules: [HouseRule] = []
  public var saidBefore: SaidBefore?
  public var cross: CrossTone?
}

extension Desk {
  /// All of it in one look at the record, for it is asked for while somebody types.
  /// - Throws: `Problem(.forbidden)` for observers.
  public func thoughts(on draft: DraftInHand, for viewer: Viewer) async throws -> DraftThoughts {
    try requireVoice(viewer)
    let facts = ([draft.text] + draft.others).flatMap(DraftFacts.all)
    let isEmpty = draft.text.allSatisfy(\.isWhitespace)
    guard !isEmpty || !facts.isEmpty else { return DraftThoughts() }
    let shingles = Self.shingles(ofDraft: draft.text, to: draft.partner)
    let since = clock.now() - Self.saidReach
    var (thoughts, rules) = try await record.read { tx in
      var thoughts = DraftThoughts()
      thoughts.unsaid = try Self.unsaid(
        facts, visibility: draft.visibility, answering: draft.answering, of: draft.conversation,
        tx, for: viewer)
      thoughts.saidBefore = try Self.saidBefore(
        shingles, since: since, besides: draft.changing, tx, for: viewer)
      return (thoughts, isEmpty ? [] : try tx.houseRules())
    }
    guard !isEmpty else { return thoughts }
    thoughts.rules = Self.touched(by: draft.text, language: draft.language, among: rules)
    thoughts.cross = mayReadCross(draft.text, language: draft.language)
    return thoughts
  }
}
