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
  public var words: [TheirWord]
  public var hold: LegalHold?
  /// The team's own words are shown, for the desk announces it.
  public var showsNotes: Bool
  /// Somebody on the team believes that a further handle is theirs too: nothing of it is shown before it is proven.
  public var hasUnproven: Bool
  public var members: [Member]

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

/// A conversation as whoever speaks with us sees it.
public struct TheirConversation: Sendable {
  public var conversation: Conversation
  /// Theirs and ours, in order.
  public var posts: [PostRow]
  public var words: [TheirWord]
  public var notes: [TeamNote]
  /// Somebody else began it; they only joined in, and see their own words and what was said to them.
  public var isOthers = false

  public init(conversation: Conversation, posts: [PostRow], words: [TheirWord], notes: [TeamNote]) {
    self.conversation = conversation
    self.posts = posts
    self.words = words
    self.notes = notes
  }
}

extension Desk {
  private static let mostConversations = 200

  public func theirSide(_ visit: Visit) async throws -> TheirSide {
    let now = clock.now()
    return try await record.read { tx in
      let handles = try tx.handles(visit.handles).filter { !$0.isErased && !$0.isOurs }
      let ids = handles.map(\.id)
      let settings = try tx.settings()
      let person = try Self.person(behind: handles, tx)
      let words = try tx.theirWords(of: ids)
      let members = try tx.members()
      let all = ids.isEmpty ? [] : try tx.conversations(with: ids)
      let conversations = try all.filter { $0.handle.map { ids.contains($0) } ?? false }
        .prefix(Self.mostConversations).map { conversation in
          TheirConversation(
            conversation: conversation, posts: try Self.posts(of: conversation, with: ids, tx),
            words: words.filter { $0.conversation == conversation.id },
            notes: settings.showsNotes ? try tx.notes(of: conversation.id) : [])
        }
      let joined = try all.filter { one in
        one.state != .aboutUs && !(one.handle.map { ids.contains($0) } ?? false)
      }.prefix(Self.mostConversations).map { conversation in
        var talk = TheirConversation(
          conversation: conversation,
          posts: try Self.posts(of: conversation, with: ids, isOthers: true, tx), words: [],
          notes: [])
        talk.isOthers = true
        return talk
      }
      let kept = Set(all.filter { $0.state != .aboutUs }.map(\.id))
      var aboutUs: [Post] = []
      for id in ids {
        aboutUs += try tx.posts(by: id, before: nil, limit: 200).filter {
          $0.removedAt == nil && !kept.contains($0.conversation)
        }
      }
      let others = try person.map { try tx.handles(of: $0.id) } ?? []
      var side = TheirSide(
        handles: handles, person: person, conversations: Array(conversations) + joined,
        aboutUs: aboutUs.sorted { $0.id > $1.id }, words: words,
        hold: try person.flatMap { try tx.holds(of: $0.id).last { $0.stands(at: now) } },
        showsNotes: settings.showsNotes,
        hasUnproven: others.contains { !ids.contains($0.id) && !$0.isErased && !$0.isOurs },
        members: members)
      side.promises = try tx.promises(madeTo: ids)
      side.wishes = try tx.wishes(voicedBy: ids)
      side.mistakes = try Self.mistakes(touching: Set(ids), tx)
      return side
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

  /// Theirs, and what we said to them: in private talk with several people, and in what somebody else began, not what we
  /// said to the others.
  private static func posts(
    of conversation: Conversation, with handles: [ID<Handle>], isOthers: Bool = false,
    _ tx: any RecordReading
  ) throws -> [PostRow] {
    let all = try tx.posts(try tx.records(of: conversation.id).posts.map(\.post))
      .sorted { $0.id < $1.id }
    let theirs = Set(all.filter { $0.author.map { handles.contains($0) } ?? false }.map(\.id))
    let shown = all.filter { post in
      if theirs.contains(post.id) { return true }
      guard post.direction == .ours else { return false }
      return !isOthers && !post.visibility.isPrivate
        || post.parent.map { theirs.contains($0) } ?? false
    }
    let authors = Dictionary(
      try tx.handles(Array(Set(shown.compactMap(\.author)))).map { ($0.id, $0) }
    ) { $1 }
    return try shown.map { post in
      PostRow(
        post: post, author: post.author.flatMap { authors[$0] }, state: conversation.state,
        member: post.direction == .ours ? try tx.reply(delivered: post.id)?.member : nil)
    }
  }
}
