public import HeedModel

/// What a reply is written with.
public struct Composer: Sendable {
  public var conversation: ID<Conversation>
  /// The post that is answered.
  public var answering: ID<Post>
  /// The newest reply of ours on the page: one of a colleague that came after it is told before sending.
  public var seen: ID<Reply>?
  public var partner: String
  public var waitingSince: Instant?
  /// What people there see as the sender.
  public var account: String
  /// Lent by the member who writes, so nothing is signed.
  public var isOwnHandle: Bool
  /// The place's name or server.
  public var place: String
  /// What is added at the end, with the space or line before it.
  public var signature: String
  /// The place's own rules, in its words; shown until the first reply there.
  public var houseRules: Message

  public var text: String
  public var warning: String
  public var intent: Intent?
  public var visibility: Visibility
  public var visibilities: [Visibility]
  public var hasWarning: Bool
  public var language: String?
  /// BCP 47; empty where the network takes none.
  public var languages: [String]
  public var length: LengthRule?
  public var uploads: [ComposerUpload]
  /// MIME types; empty where the network takes no media.
  public var mediaTypes: [String]
  public var mediaLimit: Int
  public var undoSeconds: Int
  public var savedAt: Instant?
  public var problem: Problem?
  public var conflict: Conflict?
  /// What was answered before to words like these, the likest first.
  public var earlier: [EarlierAnswerRow] = []
  /// What the member came to say, where they came from elsewhere to say it.
  public var reminder: String?
  /// What the desk sees in the draft.
  public var look = ComposerLook()
  /// What colleagues were asked about the draft, and what came of it.
  public var secondLooks: [SecondLookLine] = []
  /// Whether anybody else is on the team to be asked.
  public var mayAsk = false
  /// They asked not to be written to: an answer to what they wrote, and nothing more.
  public var doNotContact = false
  /// Set where the network takes no answers from programs.
  public var byHand: ByHand?

  /// How a member answers on the network's own page, and says where.
  public struct ByHand: Sendable {
    public var network: NetworkName
    /// Where to answer.
    public var page: String?
    /// The address that was typed.
    public var posted: String

    public init(network: NetworkName, page: String? = nil, posted: String = "") {
      self.network = network
      self.page = page
      self.posted = posted
    }
  }

  /// Somebody answered meanwhile.
  public struct Conflict: Sendable {
    public var by: String
    public var at: Instant
    public var post: ID<Post>?

    public init(by: String, at: Instant, post: ID<Post>? = nil) {
      self.by = by
      self.at = at
      self.post = post
    }
  }

  public init(
    conversation: ID<Conversation>, answering: ID<Post>, seen: ID<Reply>? = nil, partner: String,
    waitingSince: Instant? = nil, account: String, isOwnHandle: Bool = false, place: String,
    signature: String = "", houseRules: Message = "", text: String = "", warning: String = "",
    intent: Intent? = nil, visibility: Visibility = .public,
    visibilities: [Visibility] = [.public], hasWarning: Bool = false, language: String? = nil,
    languages: [String] = [], length: LengthRule? = nil, uploads: [ComposerUpload] = [],
    mediaTypes: [String] = [], mediaLimit: Int = 0, undoSeconds: Int = 10,
    savedAt: Instant? = nil, problem: Problem? = nil, conflict: Conflict? = nil,
    byHand: ByHand? = nil
  ) {
    self.conversation = conversation
    self.answering = answering
    self.seen = seen
    self.partner = partner
    self.waitingSince = waitingSince
    self.account = account
    self.isOwnHandle = isOwnHandle
    self.place = place
    self.signature = signature
    self.houseRules = houseRules
    self.text = text
    self.warning = warning
    self.intent = intent
    self.visibility = visibility
    self.visibilities = visibilities
    self.hasWarning = hasWarning
    self.language = language
    self.languages = languages
    self.length = length
    self.uploads = uploads
    self.mediaTypes = mediaTypes
    self.mediaLimit = mediaLimit
    self.undoSeconds = undoSeconds
    self.savedAt = savedAt
    self.problem = problem
    self.conflict = conflict
    self.byHand = byHand
  }
}

/// How the network counts the length of a reply.
public struct LengthRule: Sendable, Hashable {
  /// What one unit of length is.
  public enum Unit: String, Sendable { case graphemes, scalars, bytes }
  public var unit: Unit
  public var limit: Int
  /// How many of them each address counts as; `nil` for as many as it has.
  public var address: Int?
  /// A limit of bytes that holds beside the other.
  public var bytes: Int?

  public init(unit: Unit, limit: Int, address: Int? = nil, bytes: Int? = nil) {
    self.unit = unit
    self.limit = limit
    self.address = address
    self.bytes = bytes
  }
}

/// A medium that goes out with the reply.
public struct ComposerUpload: Sendable {
  public var id: ID<Upload>
  public var type: String
  public var alternative: String

  public init(id: ID<Upload>, type: String, alternative: String) {
    self.id = id
    self.type = type
    self.alternative = alternative
  }
}
