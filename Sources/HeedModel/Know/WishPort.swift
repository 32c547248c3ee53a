/// Which wishes and causes a list shows; `nil` shows both.
public struct WishFilter: Sendable, Hashable {
  public var kind: Wish.Kind?
  /// Those that are still open, or those that are settled.
  public var isOpen: Bool

  public init(kind: Wish.Kind? = nil, isOpen: Bool = true) {
    self.kind = kind
    self.isOpen = isOpen
  }
}

/// Wishes and causes, as they are read. One whose voices the viewer may not see is not there for them, unless they
/// gathered or changed it. An erasure of who spoke hides none from those who could know of it until then.
public protocol WishReading {
  /// Without regard to who looks: for the desk's own rules.
  func wish(_ id: ID<Wish>) throws -> Wish?
  func wish(_ id: ID<Wish>, for viewer: Viewer) throws -> WishRow?
  /// Those that count for themselves: what most people said first, of equals the newer.
  func wishes(_ filter: WishFilter, _ page: PageRequest, for viewer: Viewer) throws -> Page<WishRow>
  /// Those that are counted with this one, itself among them, oldest first.
  func counted(with root: ID<Wish>) throws -> [Wish]
  /// By which a wish is part of another now; `nil` where it stands for itself.
  func wishJoin(standing wish: ID<Wish>) throws -> WishJoin?
  /// `nil` where there is none.
  func wishJoin(_ id: ID<WishJoin>) throws -> WishJoin?
  /// Joins that stand into one of these, oldest first.
  func wishJoins(into wishes: [ID<Wish>]) throws -> [WishJoin]
  /// Of all that count with it, newest first.
  func changes(of wish: ID<Wish>) throws -> [WishChange]
  /// `nil` where it was taken away.
  func voice(_ id: ID<WishVoice>) throws -> WishVoice?
  /// Of a wish with all that count with it those of these handles, oldest first, without regard to who looks.
  func voices(of root: ID<Wish>, by handles: [ID<Handle>]) throws -> [WishVoice]
  /// Of a wish with all that count with it, newest words first; told by a reply that was meant to follow up or inform,
  /// delivered after `since` where they said it.
  func voices(of root: ID<Wish>, toldSince since: Instant?, _ page: PageRequest, for viewer: Viewer)
    throws -> Page<VoiceRow>
  /// What a person asked for, the newest first: the wishes that count, each once.
  func wishes(of person: ID<Person>, for viewer: Viewer) throws -> [Wish]
  /// What was gathered from a conversation: the wishes that count, each once.
  func wishes(from conversation: ID<Conversation>, for viewer: Viewer) throws -> [Wish]
  /// All who said so, in private too, whoever looks: that none of them is named where everybody reads.
  func speakers(of root: ID<Wish>) throws -> [Handle]
  /// Words that wishes are found by: of each that counts for itself the search terms of its newest voices.
  func wishTerms(limit: Int) throws -> [(wish: Wish, terms: [String])]
  /// What was gathered from any of these conversations: the wishes that count, with how many of the conversations; most
  /// first.
  func wishes(fromAny conversations: [ID<Conversation>], for viewer: Viewer) throws
    -> [(wish: Wish, conversations: Int)]
  /// What people who spoke to us complained of (for causes) or wished for since then, the newest first. What was said not
  /// to be the same is left out, as are words of which their author said that they ask for no such thing, and who wishes
  /// not to be indexed. For the desk's own rules: what is private is among it.
  func pressing(_ kind: Wish.Kind, since: Instant, limit: Int) throws -> [PressingWords]
  /// Which of these posts may still be suggested: gathered to nothing, and nobody said that they are not the same or ask
  /// for no such thing.
  func ungathered(_ posts: [ID<Post>]) throws -> Set<ID<Post>>
  /// What changed and was said in public: settled wishes with at least one public voice, the latest change first, and
  /// how many people said so in public.
  func saidAndDone(limit: Int) throws -> [WishRow]
  /// By person: how many said so in public, of a wish with all that count with it.
  func publicPeople(of root: ID<Wish>) throws -> Int
  /// What the public was told, newest first.
  func publishedDeeds(_ page: PageRequest) throws -> Page<PublishedDeed>
  /// Of one wish, oldest first.
  func publishedDeeds(of wish: ID<Wish>) throws -> [PublishedDeed]
}

/// Wishes and causes, as they are written.
public protocol WishWriting {
  func insert(_ wish: Wish) throws
  /// Title, kind, status, reason.
  func update(_ wish: Wish) throws
  func insert(_ change: WishChange) throws
  /// - Returns: false where this post is with this wish already.
  func insert(_ voice: WishVoice) throws -> Bool
  /// These say not the same as others: they are not suggested again. Saying so twice is harmless.
  func decline(_ posts: [ID<Post>], by member: ID<Member>, at now: Instant) throws
  /// Deleting what is not there is harmless.
  func delete(_ voice: ID<WishVoice>) throws
  /// - Returns: false where the wish counts with another already, or that one counts with it.
  func insert(_ join: WishJoin) throws -> Bool
  func insert(_ deed: PublishedDeed) throws
  /// Ending what is ended changes nothing.
  func end(_ join: ID<WishJoin>, by member: ID<Member>, at now: Instant) throws
}
