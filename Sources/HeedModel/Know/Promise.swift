/// Something a member said we would do, found in a reply of theirs and kept as a promise by their own word (K2).
///
/// Begins when the reply is delivered: what nobody read, nobody was promised.
public struct Promise: Sendable, Hashable {
  public var id: ID<Promise>
  public var conversation: ID<Conversation>
  /// In which it was made.
  public var reply: ID<Reply>
  /// Who made it.
  public var member: ID<Member>
  /// The sentence, as it was said.
  public var words: String
  /// After this it is late; `nil` where nothing said when.
  public var dueAt: Instant?
  /// Due on a day, until its end in the zone of who made it, and not at an hour.
  public var isDay: Bool
  public var madeAt: Instant
  public var beganAt: Instant?
  /// Its day came and who made it was told; from then on it gives its head start.
  public var dueToldAt: Instant?
  /// It grew late and who made it was told.
  public var lateToldAt: Instant?

  public init(
    id: ID<Promise>, conversation: ID<Conversation>, reply: ID<Reply>, member: ID<Member>,
    words: String, dueAt: Instant?, isDay: Bool = false, madeAt: Instant,
    beganAt: Instant? = nil, dueToldAt: Instant? = nil, lateToldAt: Instant? = nil
  ) {
    self.id = id
    self.conversation = conversation
    self.reply = reply
    self.member = member
    self.words = words
    self.dueAt = dueAt
    self.isDay = isDay
    self.madeAt = madeAt
    self.beganAt = beganAt
    self.dueToldAt = dueToldAt
    self.lateToldAt = lateToldAt
  }
}

/// How a promise ended, who says so and by what. At most one stands at a time; undone, it stays on the record.
public struct PromiseEnding: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case kept
    /// By a member's word, or by theirs.
    case broken
    /// We told them that it will not be.
    case takenBack
  }

  public var id: ID<PromiseEnding>
  public var promise: ID<Promise>
  public var kind: Kind
  /// `nil` where it is their own word.
  public var member: ID<Member>?
  /// The reply that kept it, or took it back.
  public var reply: ID<Reply>?
  /// In which they say that it was broken.
  public var post: ID<Post>?
  public var saidAt: Instant
  /// When what ended it was there: with a reply, once that is delivered.
  public var beganAt: Instant?
  public var undoneAt: Instant?

  /// Whether they said so, in a post or on their own side: it outranks whatever we say of its end.
  public var isTheirWord: Bool { kind == .broken && member == nil }

  public init(
    id: ID<PromiseEnding>, promise: ID<Promise>, kind: Kind, member: ID<Member>?,
    reply: ID<Reply>? = nil, post: ID<Post>? = nil, saidAt: Instant, beganAt: Instant? = nil,
    undoneAt: Instant? = nil
  ) {
    self.id = id
    self.promise = promise
    self.kind = kind
    self.member = member
    self.reply = reply
    self.post = post
    self.saidAt = saidAt
    self.beganAt = beganAt
    self.undoneAt = undoneAt
  }
}

/// Where a promise stands, said plainly.
public enum PromiseState: String, Sendable, CaseIterable {
  case open, dueToday, late, kept, keptLate, broken, takenBack
}

/// A promise with what became of it.
public struct PromiseRow: Sendable, Hashable {
  public var promise: Promise
  /// The ending that stands.
  public var ending: PromiseEnding?
  /// Whom it was made to; `nil` once law 7 let the handle go.
  public var handle: Handle?
  /// What the human behind that handle is called, as they said or as their place says; `nil` where nobody knows.
  public var personName: String?
  /// The post in which it was made.
  public var post: ID<Post>?
  /// The post that kept it.
  public var endingPost: ID<Post>?
  public var id: ID<Promise> { promise.id }

  public init(
    promise: Promise, ending: PromiseEnding? = nil, handle: Handle? = nil, post: ID<Post>? = nil,
    endingPost: ID<Post>? = nil
  ) {
    self.promise = promise
    self.ending = ending
    self.handle = handle
    self.post = post
    self.endingPost = endingPost
  }

  /// Whether it was made to the human who speaks by a handle; of one that was let go nobody can say.
  public func isMade(to other: Handle?) -> Bool {
    guard let handle else { return true }
    guard let other else { return false }
    return other.id == handle.id || (other.person != nil && other.person == handle.person)
  }

  public func state(at now: Instant) -> PromiseState {
    switch ending?.kind {
    case .kept:
      guard let dueAt = promise.dueAt, let keptAt = ending?.beganAt else { return .kept }
      return keptAt > dueAt ? .keptLate : .kept
    case .broken: return .broken
    case .takenBack: return .takenBack
    case nil:
      guard let dueAt = promise.dueAt else { return .open }
      if dueAt < now { return .late }
      return promise.dueToldAt == nil ? .open : .dueToday
    }
  }
}

/// Which promises a list shows.
public enum PromiseList: Sendable, Hashable {
  /// The viewer's own that are open, the first due first; those without a time last.
  case own
  /// Those of colleagues that are open, in the same order.
  case others
  /// Whatever ended, the latest first.
  case ended
}
