public import HeedModel

/// What somebody sees who proved their handles: what members see of what passed between us, and no more.
public struct TheirSide: Sendable {
  public var handles: [Handle]
  public var person: Person?
  public var conversations: [TheirConversation]
  /// What they said about us, where no conversation grew from it, newest first.
  public var aboutUs: [Post]
  /// What we promised them, newest first.
  public var promises: [PromiseRow] = []
  /// What they asked for, and what hurt them.
  public var wishes: [Wish] = []
  /// Our mistakes that touched them, newest first.
  public var mistakes: [MistakeStory] = []
  /// What they liked or passed on, newest first; the post where they may read it here.
  public var reactions: [(reaction: Reaction, post: Post?)] = []
  /// How much of each is older than what is shown here: the file of everything has it.
  public var older = Older()
  /// Earlier wordings of what is shown, the oldest first.
  public var revisions: [ID<Post>: [Revision]] = [:]
  public var words: [TheirWord]
  /// What of these stands, the newest first.
  public var standing: [StandingWord] = []
  /// A post of theirs that was gathered to each of `wishes`.
  public var askedIn: [ID<Wish>: ID<Post>] = [:]
  /// What is right, of mistakes that are mended.
  public var mended: [ID<Mistake>: Mended] = [:]
  public var hold: LegalHold?
  /// What a legal hold keeps of words that they changed or took away, the oldest first.
  public var held: [ID<Post>: [HeldWording]] = [:]
  /// The team's own words are shown, for the desk announces it.
  public var showsNotes: Bool
  /// Somebody on the team believes that a further handle is theirs too: nothing of it is shown before it is proven.
  public var hasUnproven: Bool
  public var members: [Member]

  public struct Older: Sendable {
    public var conversations = 0
    public var aboutUs = 0
    public var reactions = 0
  }

  /// What is right in place of something wrong.
  public struct Mended: Sendable {
    /// Empty where nothing says it in words: it was taken away.
    public var right: String
    /// Where it is said or stands right.
    public var address: String?
    /// Where everybody may read it.
    public var published: ID<PublishedCorrection>?

    public init(right: String, address: String?, published: ID<PublishedCorrection>? = nil) {
      self.right = right
      self.address = address
      self.published = published
    }
  }

  public init(
    handles: [Handle], person: Person?, conversations: [TheirConversation], aboutUs: [Post],
    words: [TheirWord], hold: LegalHold?, showsNotes: Bool, hasUnproven: Bool, members: [Member]
  ) {
    self.handles = handles
    self.person = person
    self.conversations = conversations
    self.aboutUs = aboutUs
    self.words = words
    self.hold = hold
    self.showsNotes = showsNotes
    self.hasUnproven = hasUnproven
    self.members = members
  }
}

extension Desk {
  /// Of each kind.
  private static let mostShown = 200

  public func theirSide(_ visit: Visit) async throws -> TheirSide {
    try await theirSide(visit, most: Self.mostShown)
  }

  /// - Parameter most: how much of each kind is read, the newest first.
  func theirSide(_ visit: Visit, most: Int) async throws -> TheirSide {
    let now = clock.now()
    return try await record.read { tx in
      let handles = try tx.handles(visit.handles).filter { !$0.isErased && !$0.isOurs }
      let ids = handles.map(\.id)
      let settings = try tx.settings()
      let person = try Self.person(behind: handles, tx)
      let words = try tx.theirWords(of: ids)
      let members = try tx.members()
      let talks = (ids.isEmpty ? [] : try tx.conversations(with: ids)).map {
        (conversation: $0, isOthers: !($0.handle.map { ids.contains($0) } ?? false))
      }
      let begun = talks.filter { !$0.isOthers }
      let own = try begun.prefix(most).map {
        try Self.talk($0.conversation, with: ids, words, showsNotes: settings.showsNotes, tx)
      }
      let joining = talks.filter { $0.isOthers && $0.conversation.state != .aboutUs }
      let joined = try joining.prefix(most).map {
        try Self.othersTalk($0.conversation, with: ids, words, showsNotes: settings.showsNotes, tx)
      }
      let aboutUs = try tx.postsAboutUs(by: ids, limit: most)
      let others = try person.map { try tx.handles(of: $0.id) } ?? []
      var side = TheirSide(
        handles: handles, person: person, conversations: own + joined, aboutUs: aboutUs,
        words: words,
        hold: try Self.hold(on: handles, person, now, tx),
        showsNotes: settings.showsNotes,
        hasUnproven: others.contains { !ids.contains($0.id) && !$0.isErased && !$0.isOurs },
        members: members)
      side.promises = try tx.promises(madeTo: ids)
      side.wishes = try tx.wishes(voicedBy: ids)
      side.mistakes = try Self.mistakes(touching: Set(ids), tx)
      side.reactions = try Self.reactions(by: ids, most: most, tx)
      side.standing = try Self.standing(words, of: person, side.promises, at: now, tx)
      for wish in side.wishes {
        side.askedIn[wish.id] = try tx.voices(of: wish.root, by: ids).last?.post
      }
      for story in side.mistakes {
        side.mended[story.mistake.id] = try Self.mended(
          story, for: ids, isPublished: settings.publishesCorrections, tx)
      }
      side.older.conversations = begun.count - own.count + joining.count - joined.count
      side.older.aboutUs = try tx.countAboutUs(by: ids) - aboutUs.count
      side.older.reactions = try tx.reactionCount(by: ids) - side.reactions.count
      let shown = side.conversations.flatMap { $0.posts.map(\.id) } + aboutUs.map(\.id)
      side.held = Dictionary(
        grouping: try tx.heldWords(of: try ids.flatMap { try tx.postsHeld(by: $0) }), by: \.post)
      side.revisions = Dictionary(grouping: try tx.revisions(of: shown), by: \.post)
      return side
    }
  }

  private static func hold(
    on handles: [Handle], _ person: Person?, _ now: Instant, _ tx: any RecordReading
  ) throws -> LegalHold? {
    if let person, let hold = try tx.holds(of: person.id).last(where: { $0.stands(at: now) }) {
      return hold
    }
    return try tx.holds(on: handles.map(\.id)).last { $0.stands(at: now) }.map { hold in
      LegalHold(
        id: ID(hold.id.value), concerned: ID(hold.concerned.value), reason: hold.reason,
        by: hold.by, beginsAt: hold.beginsAt, endsAt: hold.endsAt)
    }
  }

  /// The human, as what they proved tells of them: a name that was only joined to theirs is not theirs to read.
  private static func person(behind handles: [Handle], _ tx: any RecordReading) throws -> Person? {
    guard let handle = handles.first(where: { $0.person != nil }), let id = handle.person,
      var person = try tx.person(id)
    else { return nil }
    if let own = try handle.ownPerson.flatMap({ try tx.person($0) }) {
      person.name = own.name
      person.firstWordsAt = own.firstWordsAt
    } else {
      person.name = handle.name
    }
    return person
  }

  /// Words are shown of what everybody could read, and still can.
  private static func reactions(by handles: [ID<Handle>], most: Int, _ tx: any RecordReading) throws
    -> [(
      reaction: Reaction, post: Post?
    )]
  {
    let found = try tx.reactions(by: handles, limit: most)
    let posts = Dictionary(
      try tx.posts(Array(Set(found.map(\.post)))).filter {
        !$0.visibility.isPrivate && $0.removedAt == nil && !$0.isPlaceholder
      }.map { ($0.id, $0) }
    ) { $1 }
    return found.map { ($0, posts[$0.post]) }
  }

  /// Those that they told us of, that they were told, or whose wrong words they answered, liked or passed on before they were right.
  private static func mistakes(touching handles: Set<ID<Handle>>, _ tx: any RecordReading) throws
    -> [MistakeStory]
  {
    let near = try tx.mistakes(touching: handles.sorted())
    return try tx.stories(of: near).filter { story in
      if case .person(let told) = story.mistake.noticedBy,
        try tx.posts([told]).first?.author.map({ handles.contains($0) }) ?? false
      {
        return true
      }
      guard let id = story.mistake.post, let wrong = try tx.posts([id]).first else { return false }
      if try wrong.parent.flatMap({ try tx.posts([$0]).first?.author }).map({
        handles.contains($0)
      }) ?? false {
        return true
      }
      if try tx.anyReacted(handles.sorted(), to: id) { return true }
      if try tx.anyQuoted(handles.sorted(), id, until: story.fixedAt) { return true }
      let thread = try tx.posts(try tx.records(of: wrong.conversation).posts.map(\.post))
        .map { PostRow(post: $0, author: nil) }
      return Desk.hanging(on: id, in: thread) { _ in true }.contains { row in
        row.post.author.map { handles.contains($0) } ?? false
          && (story.fixedAt.map { row.post.publishedAt <= $0 } ?? true)
      }
    }
  }
}
