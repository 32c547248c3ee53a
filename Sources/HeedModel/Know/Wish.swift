/// Something that people ask for and that we do not have, or something of ours that keeps hurting them, gathered from
/// what they said.
///
/// Counted by person, never by post. Its words are a member's.
public struct Wish: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Something that does not exist (yet).
    case wish
    /// Something of ours that keeps going wrong.
    case cause
  }

  /// How far it came, as the team says.
  public enum Status: String, Sendable, CaseIterable {
    case heard, considering, doing, done
    /// We will not, and say why.
    case no

    /// Whether something may still come of it.
    public var isOpen: Bool { self != .done && self != .no }
  }

  public var id: ID<Wish>
  public var kind: Kind
  public var title: String
  public var status: Status
  /// Why it stands so, in a member's words, ready to be said to those who asked; empty where nobody said.
  public var reason: String
  public var gatheredBy: ID<Member>
  public var gatheredAt: Instant
  /// When its status or reason was changed last; `nil` for one that was only heard.
  public var changedAt: Instant?
  /// The wish that it counts with: itself, unless it is joined to another.
  public var root: ID<Wish>

  public init(
    id: ID<Wish>, kind: Kind, title: String, status: Status = .heard, reason: String = "",
    gatheredBy: ID<Member>, gatheredAt: Instant, changedAt: Instant? = nil, root: ID<Wish>? = nil
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.status = status
    self.reason = reason
    self.gatheredBy = gatheredBy
    self.gatheredAt = gatheredAt
    self.changedAt = changedAt
    self.root = root ?? id
  }
}

/// A post in which somebody said so. Belongs to the wish that it was gathered to, and to the handle that spoke, whatever
/// is joined or parted.
public struct WishVoice: Sendable, Hashable {
  public var id: ID<WishVoice>
  public var wish: ID<Wish>
  public var post: ID<Post>
  public var handle: ID<Handle>
  public var gatheredBy: ID<Member>
  public var gatheredAt: Instant

  public init(
    id: ID<WishVoice>, wish: ID<Wish>, post: ID<Post>, handle: ID<Handle>, gatheredBy: ID<Member>,
    gatheredAt: Instant
  ) {
    self.id = id
    self.wish = wish
    self.post = post
    self.handle = handle
    self.gatheredBy = gatheredBy
    self.gatheredAt = gatheredAt
  }
}

/// A change of a wish's status, kept for good.
public struct WishChange: Sendable, Hashable {
  public var id: ID<WishChange>
  public var wish: ID<Wish>
  public var status: Wish.Status
  public var reason: String
  public var member: ID<Member>
  public var at: Instant

  public init(
    id: ID<WishChange>, wish: ID<Wish>, status: Wish.Status, reason: String, member: ID<Member>,
    at: Instant
  ) {
    self.id = id
    self.wish = wish
    self.status = status
    self.reason = reason
    self.member = member
    self.at = at
  }
}

/// One wish counts with another while this stands. Nothing is moved by it.
public struct WishJoin: Sendable, Hashable {
  public var id: ID<WishJoin>
  public var wish: ID<Wish>
  public var into: ID<Wish>
  public var joinedBy: ID<Member>
  public var joinedAt: Instant
  public var partedBy: ID<Member>?
  public var partedAt: Instant?

  public var isStanding: Bool { partedAt == nil }

  public init(
    id: ID<WishJoin>, wish: ID<Wish>, into: ID<Wish>, joinedBy: ID<Member>, joinedAt: Instant,
    partedBy: ID<Member>? = nil, partedAt: Instant? = nil
  ) {
    self.id = id
    self.wish = wish
    self.into = into
    self.joinedBy = joinedBy
    self.joinedAt = joinedAt
    self.partedBy = partedBy
    self.partedAt = partedAt
  }
}

/// A wish in a list, with how many people said so, as far as the viewer may see them.
public struct WishRow: Sendable, Hashable {
  public var wish: Wish
  /// By person: somebody who said so five times, under three names that are joined, counts once.
  public var people: Int
  /// When it was last said.
  public var lastSaidAt: Instant?
  public var id: ID<Wish> { wish.id }

  public init(wish: Wish, people: Int, lastSaidAt: Instant?) {
    self.wish = wish
    self.people = people
    self.lastSaidAt = lastSaidAt
  }
}

/// Somebody who said so: their newest words to it, and how they are told.
public struct VoiceRow: Sendable, Hashable {
  public var voice: WishVoice
  public var post: Post
  public var author: Handle?
  /// Who of us told them since a given time in the conversation that they said it in, and when.
  public var toldBy: ID<Member>?
  public var toldAt: Instant?
  public var id: ID<WishVoice> { voice.id }

  public init(
    voice: WishVoice, post: Post, author: Handle?, toldBy: ID<Member>? = nil,
    toldAt: Instant? = nil
  ) {
    self.voice = voice
    self.post = post
    self.author = author
    self.toldBy = toldBy
    self.toldAt = toldAt
  }
}
