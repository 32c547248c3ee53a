public import HeedModel

/// A conversation as whoever speaks with us sees it.
public struct TheirConversation: Sendable {
  public var conversation: Conversation
  /// Theirs and ours, in order.
  public var posts: [PostRow]
  public var words: [TheirWord]
  /// Those that are about them.
  public var notes: [TeamNote]
  /// How many notes are not shown: several people speak there, and nobody knows whom they are about.
  public var withheldNotes = 0
  /// Who handed it to whom; the word that went with it where the desk announces the team's words, and no reasons: they
  /// tell of colleagues.
  public var handOvers: [HandOver] = []
  /// Somebody else began it; they only joined in, and see their own words and what was said to them.
  public var isOthers = false
  /// Whether they speak to us there, and so may say how it stands between us.
  public var isTheirsToSay = true

  public init(conversation: Conversation, posts: [PostRow], words: [TheirWord], notes: [TeamNote]) {
    self.conversation = conversation
    self.posts = posts
    self.words = words
    self.notes = notes
  }
}

extension Desk {
  /// A conversation with them.
  static func talk(
    _ conversation: Conversation, with handles: [ID<Handle>], _ words: [TheirWord],
    showsNotes: Bool, _ tx: any RecordReading
  ) throws -> TheirConversation {
    var talk = TheirConversation(
      conversation: conversation, posts: try posts(of: conversation, with: handles, tx),
      words: words.filter { $0.conversation == conversation.id }, notes: [])
    let noted = try TheirNotes(about: try tx.handles(handles), in: conversation, tx)
    if showsNotes { (talk.notes, talk.withheldNotes) = (noted.notes, noted.withheld) }
    talk.handOvers = try tx.handOvers(of: conversation.id).map { handOver in
      var shown = handOver
      shown.reasons = []
      if !showsNotes || !noted.handOvers.contains(handOver.id) { shown.word = "" }
      return shown
    }
    return talk
  }

  /// What somebody else began and they joined.
  static func othersTalk(
    _ conversation: Conversation, with handles: [ID<Handle>], _ words: [TheirWord],
    showsNotes: Bool, _ tx: any RecordReading
  ) throws -> TheirConversation {
    var talk = TheirConversation(
      conversation: conversation,
      posts: try posts(of: conversation, with: handles, isOthers: true, tx),
      words: words.filter { $0.conversation == conversation.id }, notes: [])
    talk.isOthers = true
    if showsNotes {
      let noted = try TheirNotes(about: try tx.handles(handles), in: conversation, tx)
      (talk.notes, talk.withheldNotes) = (noted.notes, noted.withheld)
    }
    talk.isTheirsToSay = try !tx.speakers(among: handles, in: conversation).isEmpty
    return talk
  }

  /// A post that they see on their side, if it is one.
  static func shown(_ id: ID<Post>, to handles: [ID<Handle>], _ tx: any RecordReading) throws
    -> Post?
  {
    guard let post = try tx.posts([id]).first, post.removedAt == nil else { return nil }
    if post.author.map({ handles.contains($0) }) ?? false { return post }
    guard let conversation = try tx.conversation(post.conversation) else { return nil }
    let isOthers = !(conversation.handle.map { handles.contains($0) } ?? false)
    return try posts(of: conversation, with: handles, isOthers: isOthers, tx)
      .first { $0.id == id }?.post
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

extension RecordReading {
  /// Which of these handles speak to us in a conversation, or are those whom it is with.
  func speakers(among handles: [ID<Handle>], in conversation: Conversation) throws
    -> Set<ID<Handle>>
  {
    let takenUp = try takenUpAt(of: conversation.id) != nil
    let spoke = try records(of: conversation.id).posts.filter {
      $0.direction == .toUs || (takenUp && $0.direction == .aboutUs)
    }.compactMap(\.by)
    return Set(spoke + [conversation.handle].compactMap { $0 }).intersection(handles)
  }
}
