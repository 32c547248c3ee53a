public import HeedModel

/// A conversation with all that is needed to answer in it.
public struct OpenConversation: Sendable {
  public var id: ID<Conversation>
  /// Who speaks with us; `nil` when only a placeholder is known.
  public var who: Who?
  public var network: NetworkName
  public var visibility: Visibility
  /// BCP 47, those that were used in it.
  public var languages: [String]
  public var state: ConversationState
  /// Whether somebody said that it is done or solved.
  public var isClosed = false
  /// Whether no words of theirs are left, so that there is nothing to answer or to wait for.
  public var isWordless = false
  public var waitingSince: Instant?
  public var snoozedUntil: Instant?
  public var claim: Claimed?
  /// Handed to somebody who did not take it yet.
  public var handedOn: HandedOn?
  /// Who else is writing here now.
  public var writing: [String]
  /// In thread order.
  public var entries: [ThreadEntry]
  /// The entry to be brought into view: the post that waits, or the one that was asked for.
  public var at: ID<Post>?
  public var answer: Answer
  public var person: PersonAside?
  /// Colleagues who can help, the likeliest first.
  public var helpers: [KnowingColleague] = []
  /// When the newest of it was heard.
  public var heardAt: Instant?
  /// What the member just wrote that reads like a promise and is not kept.
  public var sentOffers: [SentOffer] = []

  /// Whose it is, and since when.
  public struct Claimed: Sendable {
    public var by: Colleague
    public var at: Instant

    public init(by: Colleague, at: Instant) {
      self.by = by
      self.at = at
    }
  }

  /// By whom it was handed to whom, and when.
  public struct HandedOn: Sendable {
    public var from: Colleague
    public var to: Colleague
    public var at: Instant

    public init(from: Colleague, to: Colleague, at: Instant) {
      self.from = from
      self.to = to
      self.at = at
    }
  }

  /// What stands where the composer stands.
  public enum Answer: Sendable {
    case composer(Composer)
    /// The member only reads.
    case observer
    /// No account is connected that could answer.
    case noAccount
    /// Talk about us that nobody took up; taking up this post makes it wait.
    case takeUp(ID<Post>)
    /// Nothing is left to answer.
    case nothing

    var isComposer: Bool { if case .composer = self { true } else { false } }
  }

  public init(
    id: ID<Conversation>, who: Who?, network: NetworkName, visibility: Visibility = .public,
    languages: [String] = [], state: ConversationState, waitingSince: Instant? = nil,
    snoozedUntil: Instant? = nil, claim: Claimed? = nil, writing: [String] = [],
    entries: [ThreadEntry], at: ID<Post>? = nil, answer: Answer, person: PersonAside? = nil
  ) {
    self.id = id
    self.who = who
    self.network = network
    self.visibility = visibility
    self.languages = languages
    self.state = state
    self.waitingSince = waitingSince
    self.snoozedUntil = snoozedUntil
    self.claim = claim
    self.writing = writing
    self.entries = entries
    self.at = at
    self.answer = answer
    self.person = person
  }
}

/// One thing in a thread.
public enum ThreadEntry: Sendable {
  case post(ThreadPost)
  case note(ThreadNote)
  case happening(Happening)
  /// A reply of ours that is not delivered (yet).
  case outgoing(OutgoingReply)
}

/// A post in its thread.
public struct ThreadPost: Sendable {
  public var id: ID<Post>
  /// `nil` for a post that we never received.
  public var who: Who?
  /// Which member wrote it, if it is ours.
  public var member: Colleague?
  /// Whom it answers, by name.
  public var to: String?
  public var at: Instant
  public var direction: Direction
  /// Steps below the first post of the thread.
  public var depth: Int
  public var visibility: Visibility
  public var title: String?
  public var warning: String?
  public var text: RichText
  public var language: String?
  public var media: [Media]
  /// What it quotes.
  public var quoted: Quoted?
  /// Its page elsewhere.
  public var address: String?
  public var editedAt: Instant?
  public var revisions: [Revision]
  public var removedAt: Instant?
  public var kinds: Set<Reading.Kind>
  /// Why it is read so, to be shown on hover; `nil` where a member said it.
  public var reasons: ReadingReasons?
  /// Whoever wrote it said themselves what it is.
  public var isReadByThem = false
  public var canCorrectReading: Bool
  public var canEdit: Bool
  public var canDelete: Bool
  /// How it is known that it stands there, where a member of ours posted it by hand.
  public var byHand: Delivery.ByHand?
  /// Why nobody could look.
  public var unchecked: Message?
  /// A mistake can be marked in it.
  public var canMark = false
  /// Where the composer answers this post; `nil` where it does already, or cannot.
  public var answer: Route?
  /// The key for it works on this one.
  public var hasMarkKey = false
  /// It was read as a correction of something that we said.
  public var correctsUs = false
  /// The post of ours that it corrects; `nil` where it may be a page, or was said elsewhere.
  public var corrects: ID<Post>?
  /// Mistakes in it: they stay with our post.
  public var scars: [MistakeStory] = []
  /// The mistake that it is to mend.
  public var mends: ID<Mistake>?
  /// Set for a reply of whoever looks.
  public var keepable: KeepableSentences?

  /// A post inside another.
  public struct Quoted: Sendable {
    public var who: Who
    public var text: RichText

    public init(who: Who, text: RichText) {
      self.who = who
      self.text = text
    }
  }

  public init(
    id: ID<Post>, who: Who?, member: Colleague? = nil, to: String? = nil, at: Instant,
    direction: Direction, depth: Int = 0, visibility: Visibility = .public, title: String? = nil,
    warning: String? = nil, text: RichText, language: String? = nil, media: [Media] = [],
    quoted: Quoted? = nil, address: String? = nil, editedAt: Instant? = nil,
    revisions: [Revision] = [], removedAt: Instant? = nil, kinds: Set<Reading.Kind> = [],
    reasons: ReadingReasons? = nil, canCorrectReading: Bool = false, canEdit: Bool = false,
    canDelete: Bool = false, byHand: Delivery.ByHand? = nil, unchecked: Message? = nil
  ) {
    self.id = id
    self.who = who
    self.member = member
    self.to = to
    self.at = at
    self.direction = direction
    self.depth = depth
    self.visibility = visibility
    self.title = title
    self.warning = warning
    self.text = text
    self.language = language
    self.media = media
    self.quoted = quoted
    self.address = address
    self.editedAt = editedAt
    self.revisions = revisions
    self.removedAt = removedAt
    self.kinds = kinds
    self.reasons = reasons
    self.canCorrectReading = canCorrectReading
    self.canEdit = canEdit
    self.canDelete = canDelete
    self.byHand = byHand
    self.unchecked = unchecked
  }
}

/// A word of the team to itself.
public struct ThreadNote: Sendable {
  public var id: ID<TeamNote>
  public var by: Colleague
  public var text: String
  public var at: Instant

  public init(id: ID<TeamNote>, by: Colleague, text: String, at: Instant) {
    self.id = id
    self.by = by
    self.text = text
    self.at = at
  }
}

/// Something that the team did with the conversation.
public struct Happening: Sendable {
  /// What the team did.
  public enum Kind: Sendable {
    case handedOver(to: String, word: String, reasons: [HelpReason])
    case snoozed(until: Instant)
    case closed(Closure.Reason)
    case reopened, takenUp
    /// What they said on their own side of the desk.
    case theirWord(TheirWord)
  }
  public var kind: Kind
  /// `nil` for the desk itself.
  public var by: String?
  public var at: Instant

  public init(kind: Kind, by: String?, at: Instant) {
    self.kind = kind
    self.by = by
    self.at = at
  }
}

/// A reply on its way out.
public struct OutgoingReply: Sendable {
  public var id: ID<Reply>
  public var by: Colleague
  /// As it goes out, signature included.
  public var text: String
  public var status: Delivery.Status
  /// Until when it can be taken back, or when the next try is due.
  public var dueAt: Instant
  public var attempts: Int
  /// What happened and what to do.
  public var trouble: Message?
  /// Where a member can post it by hand.
  public var page: String?

  public init(
    id: ID<Reply>, by: Colleague, text: String, status: Delivery.Status, dueAt: Instant,
    attempts: Int = 0, trouble: Message? = nil, page: String? = nil
  ) {
    self.id = id
    self.by = by
    self.text = text
    self.status = status
    self.dueAt = dueAt
    self.attempts = attempts
    self.trouble = trouble
    self.page = page
  }
}
