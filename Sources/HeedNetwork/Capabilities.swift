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
  /// Where words of warning go into the text itself; `nil` where they have a field of their own.
  public var warningInText: WarningInText? = nil
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

/// How a place that has no field for words of warning shows them: in front of the text.
public struct WarningInText: Sendable, Hashable {
  /// What the place knows as labels: these are set beside the text and take no room of it. In lower case.
  public var labels: Set<String>
  public var before: String
  public var after: String

  public init(labels: Set<String> = [], before: String, after: String) {
    self.labels = labels
    self.before = before
    self.after = after
  }

  /// The labels among words of warning, which are set apart by commas, and the text with the others in front.
  public func parted(_ warning: String, from text: String) -> (labels: [String], text: String) {
    let parts = warning.split(separator: ",").compactMap { part -> String? in
      let inner = part.drop(while: \.isWhitespace)
      let end = inner.lastIndex { !$0.isWhitespace }
      return end.map { String(inner[...$0]) }
    }
    let words = parts.filter { !labels.contains($0.lowercased()) }
    return (
      parts.map { $0.lowercased() }.filter(labels.contains),
      words.isEmpty ? text : before + words.joined(separator: ", ") + after + text
    )
  }
}

extension Capabilities {
  /// How much of a post a text and its words of warning take, as its network counts.
  public func count(_ text: String, warning: String?) -> Int {
    let warning = warning ?? ""
    return length.count(
      warningInText.map { $0.parted(warning, from: text).text } ?? text + warning)
  }
}
