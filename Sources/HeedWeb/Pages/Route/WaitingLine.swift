public import HeedModel

/// Who waits, and what else a member should look at today.
public struct WaitingLine: Sendable {
  /// In the order of their rank.
  public var rows: [WaitingRow]
  /// All who wait, also those past the end of `rows`.
  public var total: Int
  /// By how many people they were said; `nil` where nobody counted.
  public var people: Int?
  /// The key of the line further down.
  public var next: String?
  /// Replies of this member that did not go out, or that nobody can tell of.
  public var troubled: [TroubledReply]
  /// What came back to what this member said, newest first.
  public var cameBack: [CameBackRow]
  /// Talk about us that asks or complains; it waits for nobody until somebody takes it up.
  public var aboutUs: [AboutUsRow]
  /// Far more is said than usual, newest first.
  public var spikes: [SpikeRow] = []
  /// Mistakes of ours that still stand, among those marked last.
  public var openMistakes = 0
  /// The member's own that are due today or late, the first due first.
  public var promises: [PromiseLine] = []
  /// Drafts of colleagues that the member is asked to look at, then own ones that somebody looked at.
  public var secondLooks: [SecondLookNote] = []
  /// What people said of their conversations on their own side of the desk, newest first.
  public var theirWords: [TheirWordRow] = []
  /// Conversations that rest, the first to wake first.
  public var snoozed: [SnoozedRow]
  /// Conversations in which nothing but spam was said.
  public var putAside = 0
  /// The conversation that is open beside the line.
  public var open: ID<Conversation>?
  /// Whether anything is listened to at all: tells an empty line from an unused desk.
  public var hasSources: Bool
  /// Whether anybody can speak to us: an account is connected.
  public var hasAccounts: Bool

  public init(
    rows: [WaitingRow] = [], total: Int? = nil, next: String? = nil,
    troubled: [TroubledReply] = [],
    cameBack: [CameBackRow] = [], aboutUs: [AboutUsRow] = [], snoozed: [SnoozedRow] = [],
    open: ID<Conversation>? = nil, hasSources: Bool = true, hasAccounts: Bool = true
  ) {
    self.rows = rows
    self.total = total ?? rows.count
    people = total == nil ? rows.count : nil
    self.next = next
    self.troubled = troubled
    self.cameBack = cameBack
    self.aboutUs = aboutUs
    self.snoozed = snoozed
    self.open = open
    self.hasSources = hasSources
    self.hasAccounts = hasAccounts
  }
}

/// What somebody said on their own side of the desk.
public struct TheirWordRow: Sendable {
  public var who: Who
  public var word: TheirWord

  public init(who: Who, word: TheirWord) {
    self.who = who
    self.word = word
  }
}

/// One conversation that waits.
public struct WaitingRow: Sendable {
  public var conversation: ID<Conversation>
  public var who: Who
  public var network: NetworkName
  /// The words that wait, plain and shortened.
  public var words: String
  /// Said instead of the words, where their author asked for it.
  public var warning: String?
  public var since: Instant
  public var reasons: [WaitingReason]
  public var kinds: Set<Reading.Kind>
  public var language: String?
  public var isPrivate: Bool
  /// They spoke with us before.
  public var wroteBefore: Bool
  public var claimedBy: Colleague?
  /// To whom it was handed who did not take it yet, where that is not the member who looks.
  public var handedOn: String?
  /// The member who looks handed it there.
  public var mayTakeBack = false
  /// Handed to the member who looks, and by whom.
  public var handedBy: String?
  /// Who is writing a reply right now, the member who looks left out.
  public var writing: [String]
  /// The member who looks has begun to answer.
  public var hasDraft = false
  /// What was promised there is not only due: its day is over.
  public var isPromiseLate = false

  public init(
    conversation: ID<Conversation>, who: Who, network: NetworkName, words: String,
    warning: String? = nil, since: Instant, reasons: [WaitingReason] = [],
    kinds: Set<Reading.Kind> = [], language: String? = nil, isPrivate: Bool = false,
    wroteBefore: Bool = false, claimedBy: Colleague? = nil, handedBy: String? = nil,
    writing: [String] = []
  ) {
    self.conversation = conversation
    self.who = who
    self.network = network
    self.words = words
    self.warning = warning
    self.since = since
    self.reasons = reasons
    self.kinds = kinds
    self.language = language
    self.isPrivate = isPrivate
    self.wroteBefore = wroteBefore
    self.claimedBy = claimedBy
    self.handedBy = handedBy
    self.writing = writing
  }
}

/// A reply that needs a decision of its writer.
public struct TroubledReply: Sendable {
  public var conversation: ID<Conversation>
  public var who: Who
  public var status: Delivery.Status

  public init(conversation: ID<Conversation>, who: Who, status: Delivery.Status) {
    self.conversation = conversation
    self.who = who
    self.status = status
  }
}

/// Something said in answer to what the member said.
public struct CameBackRow: Sendable {
  public var conversation: ID<Conversation>
  public var post: ID<Post>
  public var who: Who
  public var words: String
  public var at: Instant
  public var kinds: Set<Reading.Kind>
  /// Said by somebody else than whom the member spoke to.
  public var isJoiningIn = false

  public init(
    conversation: ID<Conversation>, post: ID<Post>, who: Who, words: String, at: Instant,
    kinds: Set<Reading.Kind> = []
  ) {
    self.conversation = conversation
    self.post = post
    self.who = who
    self.words = words
    self.at = at
    self.kinds = kinds
  }
}

/// Something said about us, not to us.
public struct AboutUsRow: Sendable {
  public var post: ID<Post>
  public var who: Who
  public var network: NetworkName
  public var words: String
  public var at: Instant
  public var kinds: Set<Reading.Kind>
  public var language: String?

  public init(
    post: ID<Post>, who: Who, network: NetworkName, words: String, at: Instant,
    kinds: Set<Reading.Kind> = [], language: String? = nil
  ) {
    self.post = post
    self.who = who
    self.network = network
    self.words = words
    self.at = at
    self.kinds = kinds
    self.language = language
  }
}

/// A conversation that rests.
public struct SnoozedRow: Sendable {
  public var conversation: ID<Conversation>
  public var who: Who
  public var until: Instant

  public init(conversation: ID<Conversation>, who: Who, until: Instant) {
    self.conversation = conversation
    self.who = who
    self.until = until
  }
}
