/// A thread of posts that the desk keeps, with the state that follows from its records.
///
/// Exists from the first words to us, or once somebody takes up what was said about us. Until then posts only share a
/// number. Never a ticket: it is two or more people talking.
public struct Conversation: Sendable, Hashable {
  public var id: ID<Conversation>
  public var network: NetworkName
  /// Through which account it can be answered; `nil` where none is connected.
  public var account: ID<Account>?
  /// Who speaks with us: the author of the first words to us.
  public var handle: ID<Handle>?
  /// Whether anything in it is private: then only those who answer see it.
  public var isPrivate: Bool
  public var state: ConversationState
  /// Since their oldest post that nobody human has answered or closed; a snooze does not stop it.
  public var waitingSince: Instant?
  /// The post that waits.
  public var waitingPost: ID<Post>?
  public var reasons: [WaitingReason]
  /// Milliseconds: `waitingSince` less the largest head start. The line is ordered by it, smallest first.
  public var rank: Int64?
  public var snoozedUntil: Instant?
  public var lastPostAt: Instant
  /// The conversation that this one was joined to, when a late parent showed that both are one.
  public var joinedTo: ID<Conversation>?

  public init(
    id: ID<Conversation>, network: NetworkName, account: ID<Account>?, handle: ID<Handle>?,
    isPrivate: Bool, state: ConversationState, waitingSince: Instant? = nil,
    waitingPost: ID<Post>? = nil, reasons: [WaitingReason] = [], rank: Int64? = nil,
    snoozedUntil: Instant? = nil, lastPostAt: Instant, joinedTo: ID<Conversation>? = nil
  ) {
    self.id = id
    self.network = network
    self.account = account
    self.handle = handle
    self.isPrivate = isPrivate
    self.state = state
    self.waitingSince = waitingSince
    self.waitingPost = waitingPost
    self.reasons = reasons
    self.rank = rank
    self.snoozedUntil = snoozedUntil
    self.lastPostAt = lastPostAt
    self.joinedTo = joinedTo
  }
}

/// Derived from what happened, never set.
public enum ConversationState: String, Sendable, CaseIterable {
  case waiting, answered, snoozed, done
  /// By their word only.
  case solved
  /// They speak about us; nobody took it up.
  case aboutUs
  /// Nothing waits there but spam: put aside, listed, and brought back by a member.
  case putAside
}

/// A member works on a conversation. At most one claim stands at a time; the database decides.
public struct Claim: Sendable, Hashable {
  public var id: ID<Claim>
  public var conversation: ID<Conversation>
  public var member: ID<Member>
  public var claimedAt: Instant
  public var releasedAt: Instant?

  public init(
    id: ID<Claim>, conversation: ID<Conversation>, member: ID<Member>, claimedAt: Instant,
    releasedAt: Instant? = nil
  ) {
    self.id = id
    self.conversation = conversation
    self.member = member
    self.claimedAt = claimedAt
    self.releasedAt = releasedAt
  }
}

/// A member asks another to take a conversation, with a word.
public struct HandOver: Sendable, Hashable {
  public var id: ID<HandOver>
  public var conversation: ID<Conversation>
  public var from: ID<Member>
  public var to: ID<Member>
  public var word: String
  /// Why them: what the suggestion said when they were chosen.
  public var reasons: [HelpReason]
  public var at: Instant

  public init(
    id: ID<HandOver>, conversation: ID<Conversation>, from: ID<Member>, to: ID<Member>,
    word: String, reasons: [HelpReason] = [], at: Instant
  ) {
    self.id = id
    self.conversation = conversation
    self.from = from
    self.to = to
    self.word = word
    self.reasons = reasons
    self.at = at
  }
}

/// A conversation rests until a time; their wait goes on.
public struct Snooze: Sendable, Hashable {
  public var id: ID<Snooze>
  public var conversation: ID<Conversation>
  public var member: ID<Member>
  public var snoozedAt: Instant
  public var until: Instant
  public var wokenAt: Instant?
  /// When the newest of what the member had before them was heard: what was heard later wakes it. `nil` where nobody told.
  public var seenAt: Instant?

  public init(
    id: ID<Snooze>, conversation: ID<Conversation>, member: ID<Member>, snoozedAt: Instant,
    until: Instant, wokenAt: Instant? = nil, seenAt: Instant? = nil
  ) {
    self.id = id
    self.conversation = conversation
    self.member = member
    self.snoozedAt = snoozedAt
    self.until = until
    self.wokenAt = wokenAt
    self.seenAt = seenAt
  }
}

/// A conversation is over: we think so, or they said so.
public struct Closure: Sendable, Hashable {
  public enum Reason: String, Sendable, CaseIterable {
    case done
    /// By their word: `post` says it.
    case solved
  }
  public var id: ID<Closure>
  public var conversation: ID<Conversation>
  public var member: ID<Member>?
  public var reason: Reason
  public var post: ID<Post>?
  public var closedAt: Instant
  public var reopenedAt: Instant?
  /// When the newest of what the member had before them was heard: what was heard later is not closed. `nil` where nobody
  /// told, and of what they said on their own side.
  public var seenAt: Instant?

  public init(
    id: ID<Closure>, conversation: ID<Conversation>, member: ID<Member>?, reason: Reason,
    post: ID<Post>? = nil, closedAt: Instant, reopenedAt: Instant? = nil, seenAt: Instant? = nil
  ) {
    self.id = id
    self.conversation = conversation
    self.member = member
    self.reason = reason
    self.post = post
    self.closedAt = closedAt
    self.reopenedAt = reopenedAt
    self.seenAt = seenAt
  }
}

/// A word of the team to itself. Never leaves the desk.
public struct TeamNote: Sendable, Hashable {
  public var id: ID<TeamNote>
  public var conversation: ID<Conversation>
  public var member: ID<Member>
  public var text: String
  public var at: Instant

  public init(
    id: ID<TeamNote>, conversation: ID<Conversation>, member: ID<Member>, text: String,
    at: Instant
  ) {
    self.id = id
    self.conversation = conversation
    self.member = member
    self.text = text
    self.at = at
  }
}
