/// What happened in a conversation, as far as its state follows from it.
public struct ConversationRecords: Sendable {
  /// One of its posts, without words.
  public struct Spoken: Sendable, Hashable {
    public var post: ID<Post>
    public var at: Instant
    /// When the desk heard it; the moment it was said, where nobody told.
    public var heardAt: Instant
    /// Of ours from the desk: until when its writer had heard what there was to answer.
    public var seenAt: Instant?
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
      isGone: Bool = false, by: ID<Handle>? = nil, answers: ID<Post>? = nil,
      heardAt: Instant? = nil
    ) {
      self.post = post
      self.heardAt = heardAt ?? at
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
  /// All handles of those to whom a promise is open whose day has come.
  public var promisedTo: Set<ID<Handle>> = []
  /// Of those whose words here were read as spam, the ones whom somebody here knows or talked with: no machine puts them
  /// aside.
  public var acquainted: Set<ID<Handle>> = []

  public init(
    posts: [Spoken], closures: [Closure] = [], snoozes: [Snooze] = [],
    takenUpAt: Instant? = nil, areFirstWords: Bool = false, hasQuickCustom: Bool = false
  ) {
    self.posts = posts
    self.closures = closures
    self.snoozes = snoozes
    self.takenUpAt = takenUpAt
    self.areFirstWords = areFirstWords
    self.hasQuickCustom = hasQuickCustom
  }

  /// What of it is answered and what is not. Made once and handed on: it looks at every post, and threads are long.
  public func unanswered() -> Unanswered {
    let answered = Answered(posts, reach: reach)
    let closed = Closed(self)
    var (open, aside, heard): ([Spoken], [Spoken], Set<ID<Handle>?>) = ([], [], [])
    for post in posts where post.direction != .ours {
      if answered.includes(post) {
        heard.insert(post.by)
      } else if post.direction == .toUs || (takenUpAt != nil && post.direction == .aboutUs),
        // Talk about us waits only once somebody takes it up, and then as if it had been said to us.
        !post.isGone, !closed.includes(post)
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

  /// The last that stands. What somebody said on their own side is so for all once all who speak to us there said it.
  var closure: Closure? {
    let said = Set(solvedBy.keys)
    let isOfAll = posts.allSatisfy { post in
      post.direction != .toUs || post.isGone || post.by.map(said.contains) ?? false
    }
    return closures.filter { $0.reopenedAt == nil && ($0.member != nil || isOfAll) }
      .max { $0.closedAt < $1.closedAt }
  }

  /// Who said on their own side that it is solved, and when they last did, as far as it stands.
  var solvedBy: [ID<Handle>: Instant] {
    let said = Set(
      closures.filter { $0.member == nil && $0.reopenedAt == nil }.map(\.closedAt))
    var solved: [ID<Handle>: Instant] = [:]
    for word in theirWords where word.kind == .solved && said.contains(word.saidAt) {
      solved[word.handle] = max(solved[word.handle] ?? word.saidAt, word.saidAt)
    }
    return solved
  }
}

/// What of a conversation is over: for everybody where a member closed it, for whoever said so on their own side.
private struct Closed {
  private let seenAt: Instant?
  private let solvedBy: [ID<Handle>: Instant]

  init(_ records: ConversationRecords) {
    // What nobody here had seen, nobody put to rest.
    seenAt = records.closures.filter { $0.member != nil && $0.reopenedAt == nil }
      .map { $0.seenAt ?? $0.closedAt }.max()
    solvedBy = records.solvedBy
  }

  func includes(_ post: ConversationRecords.Spoken) -> Bool {
    if let seenAt, post.isHeard(by: seenAt) { return true }
    // Of their own words they know, whenever we heard them.
    return post.by.flatMap { solvedBy[$0] }.map { post.at <= $0 } ?? false
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
    let rests = Rests(records, now: now)
    // Who wants no answer today is answered last: whoever waits beside them waits on.
    let pressing = unanswered.waiting.filter { !rests.include($0) }
    let waiting = pressing.isEmpty ? unanswered.waiting : pressing

    reasons = []
    waitingSince = waiting.first?.at
    waitingPost = waiting.first?.post ?? unanswered.aside.first?.post
    let snooze = records.snoozes.filter { $0.wokenAt == nil && $0.until > now }
      .max { $0.until < $1.until }
    // Of those who wait the first to want an answer again has it; where nobody waits, all rest.
    let rest = unanswered.waiting.isEmpty ? rests.until : rests.first(of: unanswered.waiting)
    snoozedUntil = [snooze?.until, pressing.isEmpty ? rest : nil].compactMap { $0 }.max()

    if let since = waitingSince {
      let kinds = waiting.filter { !records.isFine($0) }
        .reduce(into: Set<Reading.Kind>()) { $0.formUnion($1.kinds) }
      if kinds.contains(.correction) { reasons.append(.correctsUs) }
      if waiting.contains(where: { $0.by.map(records.promisedTo.contains) ?? false }) {
        reasons.append(.promiseDue)
      }
      if kinds.contains(.complaint) { reasons.append(.complaint) }
      if records.areFirstWords, !unanswered.heard.contains(waiting.first?.by) {
        reasons.append(.firstWords)
      }
      if records.hasQuickCustom { reasons.append(.quickCustom) }
      let headStart = reasons.compactMap { headStarts[$0] }.max() ?? 0
      rank = since.milliseconds - Int64(headStart) * 60_000
      // What they say after a snooze began wakes the conversation, and so does what was said before and heard since.
      let rested = snooze.map { one in
        pressing.allSatisfy { $0.isHeard(by: one.seenAt ?? one.snoozedAt) }
      }
      state = rested ?? pressing.isEmpty ? .snoozed : .waiting
      // While somebody waits beside those who rest, the first of these whose time is over waits again.
      if state == .waiting { snoozedUntil = rest }
    } else if !unanswered.aside.isEmpty {
      rank = nil
      state = .putAside
    } else if let closure, closure.closedAt >= (answeredAt ?? closure.closedAt) {
      rank = nil
      state = closure.reason == .solved ? .solved : .done
    } else if answeredAt != nil {
      rank = nil
      state = snoozedUntil != nil ? .snoozed : .answered
    } else if let closure {
      rank = nil
      state = closure.reason == .solved ? .solved : .done
    } else {
      rank = nil
      state = posts.contains { $0.direction == .toUs } ? .done : .aboutUs
    }
  }
}

/// Who wants no answer for some days, by their own word: that is theirs to say, no member wakes it, only their own words or
/// its end.
private struct Rests {
  private var each: [ID<Handle>: (said: Instant, until: Instant)] = [:]
  /// When the last of them is over.
  var until: Instant? { each.values.map(\.until).max() }

  init(_ records: ConversationRecords, now: Instant) {
    for word in records.theirWords where word.kind == .notToday && word.endedAt == nil {
      guard let end = word.restsUntil, end > now else { continue }
      if let known = each[word.handle], known.until >= end { continue }
      each[word.handle] = (word.saidAt, end)
    }
    for post in records.posts where post.direction == .toUs || post.direction == .aboutUs {
      guard let by = post.by, let rest = each[by], post.at > rest.said else { continue }
      each[by] = nil
    }
  }

  /// When the first is over of those who said some of these.
  func first(of posts: [ConversationRecords.Spoken]) -> Instant? {
    posts.compactMap { post in post.by.flatMap { each[$0]?.until } }.min()
  }

  func include(_ post: ConversationRecords.Spoken) -> Bool {
    post.by.map { each[$0] != nil } ?? false
  }
}

extension ConversationRecords {
  /// "We are fine" outranks whatever we read in what they had said before.
  fileprivate func isFine(_ post: Spoken) -> Bool {
    theirWords.contains { $0.kind == .fine && $0.handle == post.by && post.at <= $0.saidAt }
  }
}

extension ConversationRecords.Spoken {
  fileprivate var isSpamToUs: Bool { direction == .toUs && kinds.contains(.spam) }

  /// Whether somebody who had heard all until a moment knew of it.
  func isHeard(by moment: Instant) -> Bool { max(at, heardAt) <= moment }
}
