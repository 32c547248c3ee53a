public import HeedModel

/// What an account's place can do, as data that the screens and the desk read.
public struct Capabilities: Sendable, Hashable {
  public enum ReplyMode: String, Sendable { case always, ifSummoned, handOff, never }
  public enum Seen: String, Sendable { case nothing, counter, named }
  /// How the network counts the length of a post.
  public enum Length: Sendable, Hashable {
    /// User-perceived characters, with every address counted as `address` of them where that is set.
    case graphemes(limit: Int, address: Int?)
    /// Unicode scalars, otherwise the same: what Mastodon counts after folding.
    case scalars(limit: Int, address: Int?)
    /// User-perceived characters, and bytes beside them: whichever takes more of its room counts.
    case graphemesAndBytes(limit: Int, bytes: Int)
    case bytes(limit: Int)
    case unlimited
  }

  public var reply: ReplyMode
  public var length: Length
  public var canEdit: Bool
  /// Whom an edit tells: said on the edit form.
  public var editTells: Message
  public var canDelete: Bool
  public var visibilities: [Visibility]
  public var hasWarning: Bool
  public var hasLanguage: Bool
  /// MIME types; empty when it takes none.
  public var mediaTypes: [String]
  public var mediaLimit: Int
  /// Bytes of one medium.
  public var mediaBytes: Int
  /// Whether the place honours the key of a message, and for how long; `nil` when it does not.
  public var keyLife: Duration?
  public var seen: Seen

  public init(
    reply: ReplyMode, length: Length = .unlimited, canEdit: Bool = false, editTells: Message = "",
    canDelete: Bool = false, visibilities: [Visibility] = [.public], hasWarning: Bool = false,
    hasLanguage: Bool = false, mediaTypes: [String] = [], mediaLimit: Int = 0,
    mediaBytes: Int = 0, keyLife: Duration? = nil, seen: Seen = .nothing
  ) {
    self.reply = reply
    self.length = length
    self.canEdit = canEdit
    self.editTells = editTells
    self.canDelete = canDelete
    self.visibilities = visibilities
    self.hasWarning = hasWarning
    self.hasLanguage = hasLanguage
    self.mediaTypes = mediaTypes
    self.mediaLimit = mediaLimit
    self.mediaBytes = mediaBytes
    self.keyLife = keyLife
    self.seen = seen
  }
}
