/// Something that concerns one member, and how they were told of it. Ids and kinds only, never people's words.
///
/// Seen by that member alone (law 3). The same thing that happens again before it was told is one telling; each is told
/// once, by a way that the member chose.
public struct Telling: Sendable, Hashable {
  public var id: ID<Telling>
  public var member: ID<Member>
  public var kind: TellingKind
  public var conversation: ID<Conversation>?
  /// What it is about, by which a second one of its kind is the same: a conversation; of a spike its topic, 0 for all
  /// that is heard.
  public var about: Int64
  /// The newest number of what happened: a post, a spike.
  public var subject: Int64?
  /// Who handed it over.
  public var other: ID<Member>?
  /// How often it happened before it was told.
  public var times: Int
  /// When it happened last.
  public var lastAt: Instant
  /// When the list of the desk first showed it to them.
  public var deskAt: Instant?
  /// The mail that tells it.
  public var digest: ID<MailDigest>?
  public var mailedAt: Instant?
  /// The push that tells it, alone or with others.
  public var push: ID<PushBundle>?
  public var pushedAt: Instant?
  public var seenAt: Instant?
  /// When it was no longer true, or something newer took its place.
  public var settledAt: Instant?

  public var isOpen: Bool { seenAt == nil && settledAt == nil }
  /// Whether nobody told it in any way yet.
  public var isUntold: Bool { deskAt == nil && digest == nil && push == nil && seenAt == nil }

  public init(
    id: ID<Telling>, member: ID<Member>, kind: TellingKind, about: Int64,
    conversation: ID<Conversation>? = nil, subject: Int64? = nil, other: ID<Member>? = nil,
    times: Int = 1, lastAt: Instant
  ) {
    self.id = id
    self.member = member
    self.kind = kind
    self.about = about
    self.conversation = conversation
    self.subject = subject
    self.other = other
    self.times = times
    self.lastAt = lastAt
  }
}

/// What can concern a member. Raw values are stored: they never change.
public enum TellingKind: String, Sendable, CaseIterable {
  /// A conversation was handed to them.
  case handedOver
  /// Somebody answered what they said.
  case cameBack
  /// Somebody whom they answered before wrote, and waits.
  case knownWaits
  /// Far more is said than is usual, of a topic that they follow or of everything.
  case spike
  /// A colleague asks them to look at a draft.
  case lookAsked
  /// Whom they asked to look at a draft answered.
  case lookAnswered
  /// The day of a promise that they made has come.
  case promiseDue
  /// A promise that they made grew late.
  case promiseLate
  /// It is said of a promise that they made that it was not kept.
  case promiseBroken
}

/// How a member wants to be told, besides in the desk.
public struct TellingChoices: Sendable, Hashable {
  /// How often mail is wanted.
  public enum Mail: String, Sendable, CaseIterable {
    case never
    /// Once a day, at `mailAt`.
    case daily
    /// As it happens, at most one an hour.
    case soon
  }

  public var member: ID<Member>
  public var mail: Mail
  /// Minutes after their midnight, for a daily mail.
  public var mailAt: Int
  public var mailKinds: Set<TellingKind>
  /// Whether what people said, and who, may stand in a mail; of public talk alone.
  public var mailWords: Bool
  public var pushKinds: Set<TellingKind>
  /// The same of a push.
  public var pushWords: Bool
  /// Topics whose spikes concern them; `nil` where they did not say: those that they made themselves.
  public var topics: [ID<Topic>]?

  public init(
    member: ID<Member>, mail: Mail = .never, mailAt: Int = 540,
    mailKinds: Set<TellingKind> = Set(TellingKind.allCases), mailWords: Bool = false,
    pushKinds: Set<TellingKind> = Set(TellingKind.allCases), pushWords: Bool = false,
    topics: [ID<Topic>]? = nil
  ) {
    self.member = member
    self.mail = mail
    self.mailAt = mailAt
    self.mailKinds = mailKinds
    self.mailWords = mailWords
    self.pushKinds = pushKinds
    self.pushWords = pushWords
    self.topics = topics
  }

  public func follows(_ topic: Topic) -> Bool {
    topics?.contains(topic.id) ?? (topic.addedBy == member)
  }
}

/// One mail that tells a member what concerns them. One row is one mail: it goes out once, or nobody can tell.
public struct MailDigest: Sendable, Hashable {
  public enum Status: String, Sendable, CaseIterable {
    case queued, sending, sent
    /// It was cut where nobody can tell whether it arrived; it is not sent again.
    case unknown
    /// The server does not take it.
    case failed
  }

  public var id: ID<MailDigest>
  public var member: ID<Member>
  /// Made before the first attempt, and the same in each: `told.7.ab12@desk.example`, without brackets.
  public var messageID: String
  public var status: Status
  /// When it is tried; while it is sent, until when that is given time.
  public var dueAt: Instant
  public var attempts: Int
  /// SHA-256 of the token in its link that ends such mail.
  public var tokenHash: [UInt8]?
  public var sentAt: Instant?
  /// When its member read that it may not have arrived.
  public var seenAt: Instant?
  public var trouble: Message?

  public init(
    id: ID<MailDigest>, member: ID<Member>, messageID: String, status: Status = .queued,
    dueAt: Instant, attempts: Int = 0
  ) {
    self.id = id
    self.member = member
    self.messageID = messageID
    self.status = status
    self.dueAt = dueAt
    self.attempts = attempts
  }
}

/// A browser of a member that takes pushes (RFC 8030), while it is signed in.
public struct PushSubscription: Sendable, Hashable {
  public var id: ID<PushSubscription>
  public var member: ID<Member>
  /// Where it was turned on: with that session it ends.
  public var session: ID<Session>
  /// SHA-256 of its address.
  public var placeHash: [UInt8]
  /// Address and keys, sealed with the desk's key.
  public var sealed: [UInt8]
  /// What its member knows the browser by.
  public var device: String
  public var addedAt: Instant
  /// Nothing is sent there before: its service asked for patience.
  public var restsUntil: Instant
  public var failures: Int

  public init(
    id: ID<PushSubscription>, member: ID<Member>, session: ID<Session>, placeHash: [UInt8],
    sealed: [UInt8], device: String, addedAt: Instant
  ) {
    self.id = id
    self.member = member
    self.session = session
    self.placeHash = placeHash
    self.sealed = sealed
    self.device = device
    self.addedAt = addedAt
    restsUntil = addedAt
    failures = 0
  }
}

/// What one push tells, to each of a member's browsers.
public enum PushBundle {}

/// A push on its way to one browser. Gone once it is out, or once nobody can tell.
public struct Push: Sendable, Hashable {
  public var id: ID<Push>
  public var bundle: ID<PushBundle>
  public var member: ID<Member>
  public var subscription: ID<PushSubscription>
  /// When it is tried; while it is sent, until when that is given time.
  public var dueAt: Instant
  public var isSending: Bool
  public var attempts: Int

  public init(
    id: ID<Push>, bundle: ID<PushBundle>, member: ID<Member>, subscription: ID<PushSubscription>,
    dueAt: Instant, isSending: Bool = false, attempts: Int = 0
  ) {
    self.id = id
    self.bundle = bundle
    self.member = member
    self.subscription = subscription
    self.dueAt = dueAt
    self.isSending = isSending
    self.attempts = attempts
  }
}

/// A pair of keys that is the desk's own.
public struct DeskKey: Sendable, Hashable {
  public var name: String
  public var publicKey: [UInt8]
  /// The private one, sealed with the desk's key.
  public var sealed: [UInt8]

  public init(name: String, publicKey: [UInt8], sealed: [UInt8]) {
    self.name = name
    self.publicKey = publicKey
    self.sealed = sealed
  }
}
