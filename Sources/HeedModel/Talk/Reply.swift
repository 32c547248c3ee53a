/// What a reply is meant to do.
public enum Intent: String, Sendable, CaseIterable {
  case answer, thank, apologise, ask, inform, disagree, followUp, promote
}

/// A reply before it is sent: saved as typed, seen by its writer alone.
public struct Draft: Sendable, Hashable {
  public var member: ID<Member>
  public var conversation: ID<Conversation>
  public var text: String
  public var warning: String
  public var intent: Intent?
  public var visibility: Visibility?
  public var language: String?
  public var uploads: [ID<Upload>]
  /// The post that it is written to; `nil` where nobody was chosen.
  public var answering: ID<Post>?
  public var savedAt: Instant

  public init(
    member: ID<Member>, conversation: ID<Conversation>, text: String, warning: String = "",
    intent: Intent? = nil, visibility: Visibility? = nil, language: String? = nil,
    uploads: [ID<Upload>] = [], answering: ID<Post>? = nil, savedAt: Instant
  ) {
    self.member = member
    self.conversation = conversation
    self.text = text
    self.warning = warning
    self.intent = intent
    self.visibility = visibility
    self.language = language
    self.uploads = uploads
    self.answering = answering
    self.savedAt = savedAt
  }
}

/// A medium that a member gave, kept outside the database.
public struct Upload: Sendable, Hashable {
  public var id: ID<Upload>
  public var member: ID<Member>
  public var type: String
  public var bytes: Int
  public var alternative: String
  public var at: Instant

  public init(
    id: ID<Upload>, member: ID<Member>, type: String, bytes: Int, alternative: String, at: Instant
  ) {
    self.id = id
    self.member = member
    self.type = type
    self.bytes = bytes
    self.alternative = alternative
    self.at = at
  }
}

/// Our post in a conversation: one reply to one conversation, written by a named member.
public struct Reply: Sendable, Hashable {
  public var id: ID<Reply>
  public var conversation: ID<Conversation>
  public var inReplyTo: ID<Post>
  public var member: ID<Member>
  public var account: ID<Account>
  /// As written, before the signature.
  public var text: String
  /// As it goes out.
  public var signedText: String
  public var warning: String?
  public var intent: Intent?
  public var language: String?
  public var visibility: Visibility
  public var uploads: [ID<Upload>]
  public var writtenAt: Instant
  /// When the newest of what its writer had before them was heard; `nil` where nobody told.
  public var seenAt: Instant?
  public var delivery: Delivery

  public init(
    id: ID<Reply>, conversation: ID<Conversation>, inReplyTo: ID<Post>, member: ID<Member>,
    account: ID<Account>, text: String, signedText: String, warning: String? = nil,
    intent: Intent? = nil, language: String? = nil, visibility: Visibility,
    uploads: [ID<Upload>] = [], writtenAt: Instant, delivery: Delivery
  ) {
    self.id = id
    self.conversation = conversation
    self.inReplyTo = inReplyTo
    self.member = member
    self.account = account
    self.text = text
    self.signedText = signedText
    self.warning = warning
    self.intent = intent
    self.language = language
    self.visibility = visibility
    self.uploads = uploads
    self.writtenAt = writtenAt
    self.delivery = delivery
  }
}

/// A reply's way through the outbox.
public struct Delivery: Sendable, Hashable {
  public enum Status: String, Sendable, CaseIterable {
    /// Within the undo window, or waiting for its turn or a further try.
    case queued
    /// Handed to the network; after a crash its outcome is in doubt.
    case sending
    case delivered
    /// It certainly did not arrive, and the desk will not try by itself.
    case failed
    /// Nobody can tell whether it arrived: a person decides.
    case unknown
    case takenBack
  }

  public var status: Status
  /// Made before the first attempt, the same for all.
  public var key: String
  /// Not before this.
  public var dueAt: Instant
  public var attempts: Int
  public var firstTriedAt: Instant?
  public var deliveredAt: Instant?
  /// Our post in the record, once delivered.
  public var post: ID<Post>?
  /// What happened and what to do, when it failed or is unknown, or waits after a failed try.
  public var trouble: Message?
  /// Which process sends it, and until when that is believed.
  public var leasedBy: String?
  public var leasedUntil: Instant?
  /// How it is known that it stands there, where a member posted it by hand; `nil` for what the desk sent.
  public var byHand: ByHand?
  /// How the place stood before the first attempt, as its network told: ids and numbers, no words. `nil` where it keeps
  /// keys, and before anything was tried.
  public var stoodBefore: String?

  /// What a member said who posted it on the network's own page.
  public enum ByHand: String, Sendable, CaseIterable {
    /// The desk looked there and found these words.
    case seen
    /// Nobody could look: it is the member's word alone.
    case said
  }

  public init(
    status: Status = .queued, key: String, dueAt: Instant, attempts: Int = 0,
    firstTriedAt: Instant? = nil, deliveredAt: Instant? = nil, post: ID<Post>? = nil,
    trouble: Message? = nil, leasedBy: String? = nil, leasedUntil: Instant? = nil,
    byHand: ByHand? = nil, stoodBefore: String? = nil
  ) {
    self.stoodBefore = stoodBefore
    self.status = status
    self.key = key
    self.dueAt = dueAt
    self.attempts = attempts
    self.firstTriedAt = firstTriedAt
    self.deliveredAt = deliveredAt
    self.post = post
    self.trouble = trouble
    self.leasedBy = leasedBy
    self.leasedUntil = leasedUntil
    self.byHand = byHand
  }
}
