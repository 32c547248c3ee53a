public import HeedModel

/// Something that happened on a network: theirs, where `Event` is ours.
public enum RemoteEvent: Sendable, Hashable {
  /// A post as it stands now: new, or edited, or heard before.
  case post(RemotePost)
  /// A post is gone. The words go at once; the fact stays.
  case removed(RemoteID)
  /// Somebody's account is gone, and with it everything that they said there.
  case gone(RemoteID)
  /// Somebody liked or passed on a post.
  case reaction(RemoteReaction)
  case reactionTakenBack(RemoteReaction)
  /// Somebody moved: what passed between us goes along.
  case moved(from: RemoteHandle, to: RemoteHandle)
}

/// A handle as the network tells it.
public struct RemoteHandle: Sendable, Hashable {
  public var remoteID: RemoteID
  /// `@ana@bolha.example`.
  public var address: String
  public var name: String
  public var page: String?
  public var picture: String?
  public var isBot: Bool
  /// `indexable` false, `#nobot`, `!no-unauthenticated` and the like.
  public var optedOut: Bool
  /// The mail address that they gave where they wrote, if the place told it to the account. Kept as evidence of who they
  /// are once they spoke to us, and shown nowhere.
  public var mail: String?

  /// In letters; a letter may carry any number of marks, so bytes are bounded too.
  static let longestName = 200
  static let longestNameBytes = 1000

  public init(
    remoteID: RemoteID, address: String, name: String, page: String? = nil,
    picture: String? = nil, isBot: Bool = false, optedOut: Bool = false, mail: String? = nil
  ) {
    self.mail = mail
    self.remoteID = remoteID
    self.address = OneLine.of(address)
    // Some servers let a name be a book, or nothing that anybody sees.
    self.name = OneLine.of(name, letters: Self.longestName, bytes: Self.longestNameBytes)
    self.page = page
    self.picture = picture
    self.isBot = isBot
    self.optedOut = optedOut
  }
}

/// How a network addresses one post.
public struct RemoteReference: Sendable, Hashable {
  /// The same everywhere: what doubles are found by.
  public var remoteID: RemoteID
  /// What this account's server calls it, where that differs from place to place.
  public var local: String?
  public var address: String?

  public init(remoteID: RemoteID, local: String? = nil, address: String? = nil) {
    self.remoteID = remoteID
    self.local = local
    self.address = address
  }
}

/// A post as the network tells it, already in our own shapes.
public struct RemotePost: Sendable, Hashable {
  public var reference: RemoteReference
  public var author: RemoteHandle
  public var publishedAt: Instant
  public var editedAt: Instant?
  /// What it answers, whether or not that was ever received.
  public var parent: RemoteID?
  public var quoted: RemoteID?
  /// The network says that it speaks to us: a mention, an answer to us, a message.
  public var toUs: Bool
  /// It begins a thread at a place that somebody runs: to them, if to anybody (`Hosting`).
  public var isOpening: Bool
  /// The place says that its writer is one of those who run it.
  public var byHost: Bool
  public var visibility: Visibility
  public var title: String?
  public var warning: String?
  public var text: RichText
  public var media: [Media]
  public var language: String?
  /// Handles that it names.
  public var mentions: [RemoteID]
  /// It never changes: other words under the same id are somebody else's, and do not replace these.
  public var isUnchangeable: Bool
  /// What it goes by where its own id belongs to somebody else's words: where anybody may write an id that another has.
  public var besides: RemoteID?
  /// The place itself shows it now: had it been taken back, it stands again.
  public var isRestored = false

  public init(
    reference: RemoteReference, author: RemoteHandle, publishedAt: Instant,
    editedAt: Instant? = nil, parent: RemoteID? = nil, quoted: RemoteID? = nil,
    toUs: Bool = false, isOpening: Bool = false, byHost: Bool = false,
    visibility: Visibility = .public, title: String? = nil,
    warning: String? = nil, text: RichText, media: [Media] = [], language: String? = nil,
    mentions: [RemoteID] = [], isUnchangeable: Bool = false, besides: RemoteID? = nil
  ) {
    self.isUnchangeable = isUnchangeable
    self.besides = besides
    self.reference = reference
    self.author = author
    self.publishedAt = publishedAt
    self.editedAt = editedAt
    self.parent = parent
    self.quoted = quoted
    self.toUs = toUs
    self.isOpening = isOpening
    self.byHost = byHost
    self.visibility = visibility
    self.title = title.map { OneLine.of($0) }
    self.warning = warning.map { OneLine.of($0) }
    self.text = text
    self.media = media
    self.language = language
    self.mentions = mentions
  }
}

public struct RemoteReaction: Sendable, Hashable {
  public var kind: Reaction.Kind
  public var post: RemoteID
  public var by: RemoteHandle
  public var at: Instant

  public init(kind: Reaction.Kind, post: RemoteID, by: RemoteHandle, at: Instant) {
    self.kind = kind
    self.post = post
    self.by = by
    self.at = at
  }
}
