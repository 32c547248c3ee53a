/// One utterance, ours or theirs.
public struct Post: Sendable, Hashable {
  /// Its upper bits are the time of publication, never later than it was received.
  public var id: ID<Post>
  public var network: NetworkName
  /// The same whichever source brought it: the same post through several sources is one post.
  public var remoteID: RemoteID
  /// `nil` for a placeholder: a parent that we know of and never received.
  public var author: ID<Handle>?
  /// The thread it stands in, whether or not the desk keeps a conversation of it.
  public var conversation: ID<Conversation>
  public var parent: ID<Post>?
  /// What it quotes, if that is stored.
  public var quoted: ID<Post>?
  public var direction: Direction
  public var visibility: Visibility
  public var receivedAt: Instant
  public var editedAt: Instant?
  /// When its words went: by their wish, the law, or the announced time.
  public var removedAt: Instant?
  /// When its words go; `nil` for our own (law 5).
  public var wordsUntil: Instant?
  /// A feed entry's title, a mail's subject.
  public var title: String?
  /// Said before the words are shown.
  public var warning: String?
  public var text: RichText
  public var media: [Media]
  /// As its author declared it, BCP 47.
  public var language: String?
  /// Its page.
  public var address: String?
  public var reading: Reading
  /// The source that brought it first.
  public var source: ID<Source>?

  public var publishedAt: Instant { id.instant }
  public var isPlaceholder: Bool { author == nil }

  public init(
    id: ID<Post>, network: NetworkName, remoteID: RemoteID, author: ID<Handle>?,
    conversation: ID<Conversation>, parent: ID<Post>? = nil, quoted: ID<Post>? = nil,
    direction: Direction, visibility: Visibility = .public, receivedAt: Instant,
    editedAt: Instant? = nil, removedAt: Instant? = nil, wordsUntil: Instant? = nil,
    title: String? = nil, warning: String? = nil, text: RichText = RichText(),
    media: [Media] = [], language: String? = nil, address: String? = nil,
    reading: Reading = Reading(), source: ID<Source>? = nil
  ) {
    self.id = id
    self.network = network
    self.remoteID = remoteID
    self.author = author
    self.conversation = conversation
    self.parent = parent
    self.quoted = quoted
    self.direction = direction
    self.visibility = visibility
    self.receivedAt = receivedAt
    self.editedAt = editedAt
    self.removedAt = removedAt
    self.wordsUntil = wordsUntil
    self.title = title
    self.warning = warning
    self.text = text
    self.media = media
    self.language = language
    self.address = address
    self.reading = reading
    self.source = source
  }
}

/// To whom a post speaks, seen from the desk.
public enum Direction: String, Sendable, CaseIterable {
  /// They speak to us: a mention, a reply to us, a message.
  case toUs
  /// They speak about us, not to us.
  case aboutUs
  /// They speak to each other in a thread that we are part of: "about you, not to you".
  case aside
  /// We speak.
  case ours
}

/// Who may read a post where it stands.
public enum Visibility: String, Sendable, CaseIterable {
  case `public`, unlisted, followers, `private`

  /// Seen on the desk only by those who answer it.
  public var isPrivate: Bool { self == .private || self == .followers }
}

/// Something that hangs on a post: a picture, a film, a sound, a file.
public struct Media: Sendable, Hashable {
  public enum Kind: String, Sendable { case image, video, audio, file }
  public var kind: Kind
  /// Where it stands elsewhere, or `upload:<id>` for ours.
  public var address: String
  /// What it shows, in words.
  public var alternative: String?
  public var type: String?

  public init(kind: Kind, address: String, alternative: String? = nil, type: String? = nil) {
    self.kind = kind
    self.address = address
    self.alternative = alternative
    self.type = type
  }
}

/// How a reaction of theirs hangs on a post.
public struct Reaction: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable { case liked, shared }
  public var kind: Kind
  public var post: ID<Post>
  public var by: ID<Handle>
  public var at: Instant

  public init(kind: Kind, post: ID<Post>, by: ID<Handle>, at: Instant) {
    self.kind = kind
    self.post = post
    self.by = by
    self.at = at
  }
}

/// An earlier wording of a post: kept for our own always, for theirs only where we had answered it.
public struct Revision: Sendable, Hashable {
  public var post: ID<Post>
  public var text: RichText
  public var title: String?
  public var warning: String?
  /// Until when this wording stood.
  public var replacedAt: Instant
  /// The member who changed it, if it is ours.
  public var by: ID<Member>?

  public init(
    post: ID<Post>, text: RichText, title: String? = nil, warning: String? = nil,
    replacedAt: Instant, by: ID<Member>? = nil
  ) {
    self.post = post
    self.text = text
    self.title = title
    self.warning = warning
    self.replacedAt = replacedAt
    self.by = by
  }
}
