/// What happened in a conversation, as far as its state follows from it.
public struct ConversationRecords: Sendable {
  /// One of its posts, without words.
  public struct Spoken: Sendable, Hashable {
    public var post: ID<Post>
    public var at: Instant
    public var direction: Direction
    public var kinds: Set<Reading.Kind>
    public var isGone: Bool
    public var by: ID<Handle>?
    /// What it hangs on; `nil` at the top of a thread.
    public var answers: ID<Post>?
    /// Whether a member said what kinds it is of.
    public var isReadByMember = false

    public init(
      post: ID<Post>, at: Instant, direction: Direction, kinds: Set<Reading.Kind> = [],
      isGone: Bool = false, by: ID<Handle>? = nil, answers: ID<Post>? = nil
    ) {
      self.post = post
      self.by = by
      self.answers = answers
      self.at = at
      self.direction = direction
      self.kinds = kinds
      self.isGone = isGone
    }
  }

  public var posts: [Spoken]
  public var closures: [Closure]
  public var snoozes: [Snooze]
  /// What they said of it on their own side of the desk.
  public var theirWords: [TheirWord] = []
  /// When somebody took up what was said about us.
  public var takenUpAt: Instant?
  /// Whom replies of ours there answer.
  public var reach = ReplyReach.author
  /// Whether the one who waits never spoke to us before.
  public var areFirstWords: Bool
  /// Whether the place's custom is quicker than ours.
  public var hasQuickCustom: Bool
  /// Whether the day of an open promise to them has come.
  public var hasPromiseDue: Bool
  /// Of those whose words here were read as spam, the ones whom somebody here knows or talked with: no machine puts them
  /// aside.
  public var acquainted: Set<ID<Handle>> = []

  public init(
    posts: [Spoken], closures: [Closure] = [], snoozes: [Snooze] = [],
    takenUpAt: Instant? = nil, areFirstWords: Bool = false, hasQuickCustom: Bool = false,
    hasPromiseDue: Bool = false
  ) {
    self.posts = posts
    self.closures = closures
    self.snoozes = snoozes
    self.takenUpAt = takenUpAt
    self.areFirstWords = areFirstWords
    self.hasQuickCustom = hasQuickCustom
    self.hasPromiseDue = hasPromiseDue
  }

  /// What of it is answered and what is not. Made once and handed on: it looks at every post, and threads are long.
  public func unanswered() -> Unanswered {
    let answered = Answered(posts, reach: reach)
    let closedAt = closure?.closedAt
    var (open, aside, heard): ([Spoken], [Spoken], Set<ID<Handle>?>) = ([], [], [])
    for post in posts where post.direction != .ours {
      if answered.includes(post) {
        heard.insert(post.by)
      } else if post.direction == .toUs || (takenUpAt != nil && post.direction == .aboutUs),
        // Talk about us waits only once somebody takes it up, and then as if it had been said to us.
        !post.isGone, closedAt.map({ post.at > $0 }) ?? true
      {
        if isPutAside(post) { aside.append(post) } else { open.append(post) }
      }
    }
    return Unanswered(
      waiting: open.sorted { $0.post < $1.post }, aside: aside.sorted { $0.post < $1.post },
      heard: heard)
  }

  /// Authors of what a machine read as spam: of each it is to be known whether anybody here knows them.
  public var suspects: Set<ID<Handle>> {
    Set(posts.filter { $0.isSpamToUs && !$0.isReadByMember && !$0.isGone }.compactMap(\.by))
  }

  /// A member's word holds of everybody; a machine's not of those whom somebody knows, and not in talk that somebody took
  /// up.
  private func isPutAside(_ post: Spoken) -> Bool {
    guard post.isSpamToUs else { return false }
    if post.isReadByMember { return true }
    return takenUpAt == nil && !(post.by.map(acquainted.contains) ?? false)
  }

  /// The last that stands.
  var closure: Closure? {
    closures.filter { $0.reopenedAt == nil }.max { $0.closedAt < $1.closedAt }
  }
}

/// What of a conversation nobody answered.
public struct Unanswered: Sendable {
  /// What nobody answered or closed, in order of time: what waits, unless it rests.
  public let waiting: [ConversationRecords.Spoken]
  /// What would wait if it were no spam, in order of time.
  public let aside: [ConversationRecords.Spoken]
  /// Those of whose words here something was answered.
  let heard: Set<ID<Handle>?>
}

/// Where a conversation stands, as its records say: the one place where state is made.
public struct Standing: Sendable, Hashable {
  public var state: ConversationState
  public var waitingSince: Instant?
  public var waitingPost: ID<Post>?
  public var reasons: [WaitingReason]
  public var rank: Int64?
  public var snoozedUntil: Instant?
  public var lastPostAt: Instant

  /// - Parameters:
  ///   - records: everything that happened, in any order.
  ///   - unanswered: of these records, where it was made already.
  ///   - headStarts: minutes by reason.
  ///   - now: decides whether a snooze still holds.
  public init(
    of records: ConversationRecords, _ unanswered: Unanswered? = nil,
    headStarts: [WaitingReason: Int], now: Instant
  ) {
    let unanswered = unanswered ?? records.unanswered()
    let posts = records.posts.sorted { $0.post < $1.post }
    lastPostAt = posts.last?.at ?? now
    let answeredAt = posts.last { $0.direction == .ours && !$0.isGone }?.at
    let closure = records.closure
    let waiting = unanswered.waiting

    reasons = []
    waitingSince = waiting.first?.at
    waitingPost = waiting.first?.post ?? unanswered.aside.first?.post
    let snoozes = records.snoozes.filter { $0.wokenAt == nil }.map { ($0.snoozedAt, $0.until) }
    // "Not today" is theirs to say: no member wakes it, only their own words or its end.
    let rests = records.theirWords.filter { $0.kind == .notToday && $0.endedAt == nil }
      .compactMap { word in word.restsUntil.map { (word.saidAt, $0) } }
    let snooze = (snoozes + rests).map { (snoozedAt: $0.0, until: $0.1) }
      .filter { $0.until > now }.max { $0.until < $1.until }
    snoozedUntil = snooze?.until

    if let since = waitingSince {
      // "We are fine" outranks whatever we read in what they had said before.
      let fineAt = records.theirWords.filter { $0.kind == .fine }.map(\.saidAt).max()
      let kinds = waiting.filter { $0.at > fineAt ?? Instant(milliseconds: .min) }
        .reduce(into: Set<Reading.Kind>()) { $0.formUnion($1.kinds) }
      if kinds.contains(.correction) { reasons.append(.correctsUs) }
      if records.hasPromiseDue { reasons.append(.promiseDue) }
      if kinds.contains(.complaint) { reasons.append(.complaint) }
      if records.areFirstWords, !unanswered.heard.contains(waiting.first?.by) {
        reasons.append(.firstWords)
      }
      if records.hasQuickCustom { reasons.append(.quickCustom) }
      let headStart = reasons.compactMap { headStarts[$0] }.max() ?? 0
      rank = since.milliseconds - Int64(headStart) * 60_000
      // What they say after a snooze began wakes the conversation.
      let spokeSince = snooze.map { s in waiting.contains { $0.at > s.snoozedAt } } ?? false
      state = snooze != nil && !spokeSince ? .snoozed : .waiting
      if state == .waiting { snoozedUntil = nil }
    } else if !unanswered.aside.isEmpty {
      rank = nil
      state = .putAside
    } else if let closure, closure.closedAt >= (answeredAt ?? closure.closedAt) {
      rank = nil
      state = closure.reason == .solved ? .solved : .done
    } else if answeredAt != nil {
      rank = nil
      state = snooze != nil ? .snoozed : .answered
    } else if let closure {
      rank = nil
      state = closure.reason == .solved ? .solved : .done
    } else {
      rank = nil
      state = posts.contains { $0.direction == .toUs } ? .done : .aboutUs
    }
  }
}

extension ConversationRecords.Spoken {
  fileprivate var isSpamToUs: Bool { direction == .toUs && kinds.contains(.spam) }
}
