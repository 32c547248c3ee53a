public import HeedDesk
public import HeedModel

/// One wish or cause: who said so, what became of it, and whom to tell.
public struct WishScreen: Screen {
  public var row: WishRow
  public var gatheredBy: String
  public var into: Counted?
  public var joined: [Counted]
  /// Newest first.
  public var changes: [Change]
  public var voices: [Voice]
  public var next: String?
  /// Others that it could be joined to.
  public var others: [WishRow]
  /// What the public is told of it.
  public var deeds: PublicDeeds
  /// Who says that they did not ask for it, newest first.
  public var denials: [Denial] = []
  public var problem: Problem?
  /// What was typed into the form that has a problem.
  public var typed: Typed

  /// What a form held that was not taken.
  public struct Typed: Sendable {
    public var title: String
    public var status: Wish.Status
    public var reason: String
    /// Of the form that tells the public; `nil` where it was not sent.
    public var wished: String?
    public var done: String?

    public init(title: String, status: Wish.Status, reason: String) {
      self.title = title
      self.status = status
      self.reason = reason
    }
  }

  /// A wish that counts with this one, or that it counts with.
  public struct Counted: Sendable {
    public var wish: Wish
    public var join: ID<WishJoin>

    public init(wish: Wish, join: ID<WishJoin>) {
      self.wish = wish
      self.join = join
    }
  }

  /// A step of its history.
  public struct Change: Sendable {
    public var status: Wish.Status
    public var reason: String
    public var by: String
    public var at: Instant

    public init(status: Wish.Status, reason: String, by: String, at: Instant) {
      self.status = status
      self.reason = reason
      self.by = by
      self.at = at
    }
  }

  /// Somebody who was counted, and says that they did not ask for it.
  public struct Denial: Sendable {
    public var who: String
    public var conversation: ID<Conversation>?
    public var at: Instant

    public init(who: String, conversation: ID<Conversation>?, at: Instant) {
      self.who = who
      self.conversation = conversation
      self.at = at
    }
  }

  /// Somebody who said so, in one post.
  public struct Voice: Sendable {
    public var id: ID<WishVoice>
    public var who: Who
    public var network: NetworkName
    public var conversation: ID<Conversation>
    public var post: ID<Post>
    /// `nil` once the words are gone.
    public var said: String?
    public var isPrivate: Bool
    public var at: Instant
    public var toldBy: String?
    public var toldAt: Instant?
    /// They wish not to be written to.
    public var isLeftAlone = false
    /// Words of theirs there that can be answered; `nil` where none are left.
    public var answerable: ID<Post>?

    public init(
      id: ID<WishVoice>, who: Who, network: NetworkName, conversation: ID<Conversation>,
      post: ID<Post>, said: String?, isPrivate: Bool = false, at: Instant, toldBy: String? = nil,
      toldAt: Instant? = nil
    ) {
      self.id = id
      self.who = who
      self.network = network
      self.conversation = conversation
      self.post = post
      answerable = said == nil ? nil : post
      self.said = said
      self.isPrivate = isPrivate
      self.at = at
      self.toldBy = toldBy
      self.toldAt = toldAt
    }
  }

  public init(
    row: WishRow, gatheredBy: String, into: Counted? = nil, joined: [Counted] = [],
    changes: [Change] = [], voices: [Voice], next: String? = nil, others: [WishRow] = [],
    deeds: PublicDeeds = PublicDeeds(people: 0), problem: Problem? = nil, typed: Typed? = nil
  ) {
    self.row = row
    self.gatheredBy = gatheredBy
    self.into = into
    self.joined = joined
    self.changes = changes
    self.voices = voices
    self.next = next
    self.others = others
    self.deeds = deeds
    self.problem = problem
    self.typed =
      typed
      ?? Typed(title: row.wish.title, status: row.wish.status, reason: row.wish.reason)
  }

  public var room: Room? { .wishes }

  public func title(in page: PageContext) -> String { row.wish.title }
}
