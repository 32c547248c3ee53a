public import HeedModel

/// A post in a list of what was heard.
public struct HeardRow: Sendable {
  public var post: ID<Post>
  public var who: Who
  public var network: NetworkName
  /// Plain and shortened.
  public var words: String
  /// Said instead of the words, where their author asked for it.
  public var warning: String?
  public var at: Instant
  public var direction: Direction
  public var kinds: Set<Reading.Kind>
  public var language: String?
  /// Set once the desk keeps a conversation of it: then the row opens it.
  public var conversation: ID<Conversation>?
  /// Its page elsewhere.
  public var address: String?
  /// Whether the list leads to where its reading is corrected.
  public var isCorrectable: Bool
  /// Why it is read so, to be shown on hover; `nil` where somebody said it.
  public var reasons: ReadingReasons?
  /// Said from an account of ours.
  public var isOurs = false
  /// Whoever wrote it said themselves what it is.
  public var isReadByThem = false

  /// For pages before anybody has signed in: pictures are for members.
  var withoutFace: HeardRow {
    var row = self
    row.who.face = nil
    return row
  }

  public init(
    post: ID<Post>, who: Who, network: NetworkName, words: String, warning: String? = nil,
    at: Instant, direction: Direction = .aboutUs, kinds: Set<Reading.Kind> = [],
    language: String? = nil, conversation: ID<Conversation>? = nil, address: String? = nil,
    isCorrectable: Bool = false, reasons: ReadingReasons? = nil
  ) {
    self.post = post
    self.who = who
    self.network = network
    self.words = words
    self.warning = warning
    self.at = at
    self.direction = direction
    self.kinds = kinds
    self.language = language
    self.conversation = conversation
    self.address = address
    self.isCorrectable = isCorrectable
    self.reasons = reasons
  }
}
