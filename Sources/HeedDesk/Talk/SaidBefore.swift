public import HeedModel

/// That nearly these words were said before (T3).
public struct SaidBefore: Sendable {
  /// How often; at least so often where it is `isAtLeast`.
  public var times: Int
  public var isAtLeast: Bool
  /// To how many people.
  public var people: Int
  /// What came back to the newest of them.
  public var came: [EarlierAnswer.Came: Int]
  /// The newest, at most three.
  public var replies: [SaidReply]
  /// All of them, the newest first: what the figure counts.
  public var all: [ID<Reply>] = []
  /// What was gathered from the conversations in which it was said, with how many of them; most first.
  public var causes: [(wish: Wish, conversations: Int)] = []
}

/// Earlier replies that say nearly the same, and what causes them.
public struct SaidReplies: Sendable {
  public struct Row: Sendable {
    public var said: SaidReply
    /// What it answered; `nil` where that is gone.
    public var asked: PostRow?
    public var came: EarlierAnswer.Came
  }

  /// The newest first.
  public var rows: [Row]
  /// To how many people.
  public var people: Int
  /// What was gathered from their conversations, with how many of them; most first.
  public var causes: [(wish: Wish, conversations: Int)]
}

extension Desk {
  /// From this share of the draft's shingles in one earlier reply on, it is shown.
  static let saidShare = 0.6
  static let saidReach = Duration.days(365)
  /// So many of each band and so many together are looked at while somebody types.
  static let saidEach = 60
  static let saidMost = 120
  private static let cameMost = 12

  /// Replies like a draft, of the last twelve months and of what the viewer may see; `nil` where there are none.
  ///
  /// - Parameter post: one that does not count, because it is the one that is to say this.
  static func saidBefore(
    _ draft: SaidShingles, since: Instant, besides post: ID<Post>?, _ tx: any RecordReading,
    for viewer: Viewer
  ) throws -> SaidBefore? {
    // A greeting is nobody's hymn: a few shingles have to be there.
    guard draft.all.count >= 3 else { return nil }
    let alike = try tx.repliesAlike(
      bands: draft.bands, each: Self.saidEach, limit: Self.saidMost, for: viewer
    ).filter { said in
      said.at >= since && (post == nil || said.post != post)
        && draft.containment(in: SaidShingles(said.words, leavingOut: [said.name]))
          >= Self.saidShare
    }.sorted { ($1.at, $1.reply) < ($0.at, $0.reply) }
    guard !alike.isEmpty else { return nil }
    var came: [EarlierAnswer.Came: Int] = [:]
    let newest = try tx.replies(alike.prefix(Self.cameMost).map(\.reply))
    let back = try Self.came(back: newest, tx, for: viewer)
    for reply in newest { came[back[reply.id] ?? .nothing, default: 0] += 1 }
    var said = SaidBefore(
      times: alike.count, isAtLeast: alike.count >= Self.saidEach / 2,
      people: Self.people(alike), came: came, replies: Array(alike.prefix(3)))
    said.all = alike.map(\.reply)
    said.causes = try Self.causes(alike, tx, viewer)
    return said
  }

  private static func people(_ replies: [SaidReply]) -> Int {
    let people = Set(replies.compactMap(\.person))
    let handles = Set(replies.filter { $0.person == nil }.compactMap(\.handle))
    let others = Set(replies.filter { $0.handle == nil }.map(\.conversation))
    return people.count + handles.count + others.count
  }

  private static func causes(_ replies: [SaidReply], _ tx: any RecordReading, _ viewer: Viewer)
    throws -> [(wish: Wish, conversations: Int)]
  {
    try tx.wishes(fromAny: Set(replies.map(\.conversation)).sorted(), for: viewer)
  }

  /// Exactly these replies, with what each answered and what came back to it, the newest first; as far as the viewer may
  /// see.
  public func saidReplies(_ ids: [ID<Reply>], for viewer: Viewer) async throws -> SaidReplies {
    try requireVoice(viewer)
    return try await record.read { tx in
      let said = try tx.said(Array(Set(ids.prefix(Self.saidMost))).sorted(), for: viewer)
        .sorted { ($1.at, $1.reply) < ($0.at, $0.reply) }
      let replies = Dictionary(try tx.replies(said.map(\.reply)).map { ($0.id, $0) }) { $1 }
      let came = try Self.came(back: Array(replies.values), tx, for: viewer)
      let rows = try said.map { one in
        SaidReplies.Row(
          said: one,
          asked: try replies[one.reply].flatMap { try tx.post($0.inReplyTo, for: viewer) },
          came: came[one.reply] ?? .nothing)
      }
      return SaidReplies(
        rows: rows, people: Self.people(said), causes: try Self.causes(said, tx, viewer))
    }
  }

  /// Learns what went out since. Called by the janitor.
  func rememberSaid() async throws {
    let since = clock.now() - Self.saidReach
    while true {
      let replies = try await record.read { try $0.repliesToRemember(since: since, limit: 500) }
      guard !replies.isEmpty else { break }
      let known = replies.map {
        ($0.reply, $0.at, SaidShingles($0.words, leavingOut: [$0.name]).bands)
      }
      try await record.write { tx in
        for (reply, at, bands) in known { try tx.remember(reply, at: at, bands: bands) }
      }
      if replies.count < 500 { break }
    }
  }

  /// Lets go of what was said longer ago than it looks back.
  func forgetSaid() async throws {
    let since = clock.now() - Self.saidReach
    while try await record.write({ try $0.forgetSaid(before: since, limit: 200) }) == 200 {}
  }
}
