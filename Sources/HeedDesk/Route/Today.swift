public import HeedModel

/// What Today shows.
public struct Today: Sendable {
  public var waiting: Page<WaitingRow>
  public var waitingCount: Int
  /// By how many people they were said; `nil` where too many wait to count them at every look.
  public var waitingPeople: Int?
  /// Conversations in which nothing but spam was said.
  public var putAsideCount = 0
  public var handed: [(handOver: HandOver, row: WaitingRow)]
  public var cameBack: Page<PostRow>
  public var cameBackCount: Int
  /// Of what came back, words of others than whom the member spoke to.
  public var joinedIn: Set<ID<Post>> = []
  public var asks: Page<PostRow>
  public var troubled: [Reply]
  /// Mistakes of ours that are not fixed.
  public var openMistakes: Int
  public var members: [Member]
  public var writing: [ID<Conversation>: ID<Member>]
  /// Of those that wait, the ones that the member has begun to answer.
  public var drafted: Set<ID<Conversation>> = []
  /// Of the member's own, those that are due today or late.
  public var promises: [PromiseRow] = []
  /// Drafts of colleagues that the member is asked to look at, then own ones that were answered.
  public var secondLooks: [SecondLookRow] = []
  /// What people said of their conversations on their own side lately, newest first.
  public var theirWords: [(word: TheirWord, handle: Handle?)] = []
}

extension Desk {
  /// Of more that wait, people are not counted.
  private static let mostCountedByPerson = 1_000

  public func today(_ page: PageRequest, for viewer: Viewer) async throws -> Today {
    let now = clock.now()
    let writing = try await presence.writing(now: now)
    let promises = try await promisesDue(for: viewer)
    return try await record.read { tx in
      let waiting = try tx.waiting(page, for: viewer)
      var handed: [(handOver: HandOver, row: WaitingRow)] = []
      for handOver in try tx.handedTo(viewer) {
        if let row = try tx.row(of: handOver.conversation, for: viewer) {
          handed.append((handOver, row))
        }
      }
      let words = try tx.theirWords(since: now - .days(7), for: viewer).notTakenBack
      let handles = Dictionary(
        try tx.handles(Array(Set(words.map(\.handle)))).map { ($0.id, $0) }
      ) { $1 }
      let cameBack = try tx.cameBack(to: viewer, PageRequest(limit: 5))
      var today = Today(
        waiting: waiting, waitingCount: try tx.waitingCount(for: viewer), handed: handed,
        cameBack: cameBack,
        cameBackCount: try tx.cameBackCount(to: viewer),
        asks: try tx.asksAboutUs(since: now - .days(7), PageRequest(limit: 10), for: viewer),
        troubled: try tx.troubledReplies(for: viewer),
        openMistakes: try tx.openMistakes(for: viewer),
        members: try tx.members(),
        writing: writing, promises: promises, theirWords: words.map { ($0, handles[$0.handle]) })
      today.secondLooks = try
        (tx.secondLooks(askedOf: viewer)
        + tx.secondLooks(answeredFor: viewer)).map { try tx.row(of: $0) }
      if today.waitingCount <= Self.mostCountedByPerson {
        today.waitingPeople = try tx.waitingPeople(for: viewer)
      }
      today.putAsideCount = try tx.conversationCount(.putAside, for: viewer)
      let shown = (waiting.rows + handed.map(\.row)).map(\.conversation.id)
      today.drafted = Set(
        try tx.drafts(by: viewer.member, in: shown).filter(\.hasWords).map(\.conversation))
      today.joinedIn = Set(try cameBack.rows.filter { try tx.joinedIn($0) }.map(\.id))
      return today
    }
  }

  /// What concerns a member and was not looked at yet: the number beside the bell.
  public func unseenTellings(for viewer: Viewer) async throws -> Int {
    try await record.read { try $0.unseenTellings(for: viewer) }
  }

  public func conversations(
    _ state: ConversationState, _ page: PageRequest, for viewer: Viewer
  ) async throws -> Page<WaitingRow> {
    try await record.read { try $0.conversations(state, page, for: viewer) }
  }
}

extension RecordReading {
  /// Who said what waits; where nothing does, with whom the conversation is.
  public func speaker(of conversation: Conversation) throws -> ID<Handle>? {
    try conversation.waitingPost.flatMap { try posts([$0]).first?.author } ?? conversation.handle
  }

  func row(of id: ID<Conversation>, for viewer: Viewer) throws -> WaitingRow? {
    guard let conversation = try conversation(id, for: viewer) else { return nil }
    let handle = try speaker(of: conversation).flatMap { try handles([$0]).first }
    let post = try conversation.waitingPost.flatMap { try posts([$0]).first }
    return WaitingRow(
      conversation: conversation, handle: handle, post: post,
      claimedBy: try claim(of: id)?.member)
  }
}

extension Draft {
  fileprivate var hasWords: Bool { !uploads.isEmpty || text.contains { !$0.isWhitespace } }
}
