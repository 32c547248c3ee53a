import HeedModel
import HeedNetwork
import HeedTopics

extension Weave {
  /// The thread of a post: its parent's and that of the answers that waited for it, which are one from now on.
  func thread(placeholder: Post?, parent: Post?, post: ID<Post>) throws -> ID<Conversation> {
    switch (placeholder?.conversation, parent?.conversation) {
    case (nil, nil): return ID(post.value)
    case (let one?, nil): return one
    case (nil, let other?): return other
    case (let one?, let other?) where one == other: return one
    case (let one?, let other?): return try join(one, other)
    }
  }

  private func join(_ one: ID<Conversation>, _ other: ID<Conversation>) throws -> ID<Conversation> {
    let keptOne = try conversationKept(one)
    let keptOther = try conversationKept(other)
    // The one with records stays; of two, the older.
    let into =
      switch (keptOne, keptOther) {
      case (_?, nil): one
      case (nil, _?): other
      default: min(one, other)
      }
    let from = into == one ? other : one
    // What was said about us in a thread that the desk did not keep is said beside us in one that it keeps, except by
    // whoever's words somebody took up.
    let isMixed = (keptOne == nil) != (keptOther == nil)
    if isMixed {
      try setAside(
        in: from,
        besides: try isTakenUp(into) ? (keptOne ?? keptOther)?.handle : nil)
    }
    try tx.join(from, into: into)
    forgetTakenUp(from, into)
    for key in posts.keys where posts[key]?.conversation == from { posts[key]?.conversation = into }
    if let left = into == one ? keptOther : keptOne, let stays = into == one ? keptOne : keptOther {
      if let handle = left.handle, stays.handle != nil {
        try standAmongOthers(handle, at: left.lastPostAt)
      }
      var both = stays
      both.account = both.account ?? left.account
      both.handle = both.handle ?? left.handle
      both.isPrivate = both.isPrivate || left.isPrivate
      try tx.update(both)
      kept[into] = both
      try nameSpeaker(of: into)
    }
    kept[from] = nil
    touched[from] = nil
    if try conversationKept(into) != nil {
      if isMixed, try holdsPrivate(into) { try makePrivate(into) }
      let isPrivate = try conversationKept(into)?.isPrivate ?? false
      try tx.setWordsUntil(wordsUntil(.toUs, isPrivate: isPrivate), conversation: into)
      touched[into] = .some(nil)
      try tx.append(desk.event(.threadsJoined, in: into, subject: from.value))
    }
    return into
  }

  private func setAside(in thread: ID<Conversation>, besides opener: ID<Handle>?) throws {
    guard let opener else { return try setAside(thread) }
    let ids = try tx.records(of: thread).posts.filter { $0.direction == .aboutUs }.map(\.post)
    for var post in try tx.posts(ids) where post.author != opener {
      guard let author = try tx.handles([post.author].compactMap { $0 }).first else { continue }
      post.direction = .aside
      try rewrite(post, author: author)
    }
  }

  /// Whether a post hangs below another in its thread, through however many.
  func hangs(_ post: Post, below other: Post) throws -> Bool {
    guard post.conversation == other.conversation else { return false }
    var seen: Set<ID<Post>> = []
    var above: Post? = post
    while let one = above, seen.insert(one.id).inserted {
      if one.id == other.id { return true }
      above = try one.parent.flatMap { try tx.posts([$0]).first }
    }
    return false
  }

  /// A parent of which only the id is known. It stands just before its first known answer until it arrives.
  func makePlaceholder(_ remoteID: RemoteID, before child: ID<Post>) throws -> Post {
    let id = try freeID(at: child.instant - .milliseconds(1))
    let post = Post(
      id: id, network: network, remoteID: remoteID, author: nil, conversation: ID(id.value),
      direction: .aside, receivedAt: now)
    insert(NewPost(post: post, terms: []))
    posts[remoteID] = post
    return post
  }

  /// Their removal blanks the words at once; the fact stays. Before its post arrives, it is remembered.
  func remove(_ remoteID: RemoteID) throws {
    if let known = posts[remoteID] {
      guard known.removedAt == nil else { return }
      if known.isPlaceholder {
        try tx.blank([known.id], at: now)
      } else {
        try keepWhatWeAnswered(known)
        try keepWhatIsHeld(known.id, isRemoved: true)
        try desk.endCorrection(of: known, now, tx)
        try tx.blank([known.id], at: now)
        if try conversationKept(known.conversation) != nil {
          touched[known.conversation] = .some(known.id)
        }
        try tx.append(
          desk.event(
            .postRemoved, in: try conversationKept(known.conversation)?.id,
            subject: known.id.value))
        if known.direction == .ours { try desk.settleDeletions(of: known.id, now: now, tx) }
        try desk.reopen(withoutFix: known, by: nil, now: now, tx)
      }
      gone.append(known.id)
      posts[remoteID]?.loseWords(at: now)
      brought.isNew = true
      return
    }
    let id = try freeID(at: now)
    var post = Post(
      id: id, network: network, remoteID: remoteID, author: nil, conversation: ID(id.value),
      direction: .aside, receivedAt: now)
    post.removedAt = now
    try tx.insert([NewPost(post: post, terms: [])])
    posts[remoteID] = post
  }

  /// As if they had taken away each of their posts. Our own words stay on the record, wherever our account went.
  func removeAll(by person: RemoteID) throws {
    guard let author = handles[person], !author.isOurs else { return }
    var before: ID<Post>?
    repeat {
      let theirs = try tx.posts(by: author.id, before: before, limit: 200)
      for post in theirs where post.removedAt == nil {
        posts[post.remoteID] = post
        try remove(post.remoteID)
      }
      before = theirs.last?.id
    } while before != nil
  }

  /// What we said stays on the record (law 5), also when it was taken away on the network itself.
  private func keepWhatWeAnswered(_ post: Post) throws {
    guard post.direction == .ours else { return }
    let reply = try tx.reply(delivered: post.id)
    try tx.insert(
      Revision(
        post: post.id, text: post.text, title: post.title, warning: post.warning,
        replacedAt: now, by: reply?.member))
  }

  /// Edits of one post that are followed although nobody told their times: a place that takes turns between two wordings
  /// ends somewhere.
  private static let mostUntold = 30

  /// A post that is stored already: heard again, edited, or through a source that knows more of it.
  func meetAgain(_ known: Post, _ read: ReadPost) throws {
    let remote = read.remote
    if known.parent == nil, let above = remote.parentBesideItself {
      try learn(parent: above, of: known.id)
    }
    if known.direction != .ours, known.direction != .toUs,
      let post = try tx.posts([known.id]).first
    {
      let above = try post.parent.flatMap { try tx.posts([$0]).first }
      if speaksToUs(remote, below: above) { try turnToUs(post, parent: above) }
    }
    if remote.isRestored, known.removedAt != nil, known.direction != .ours {
      return try restore(known.id, read)
    }
    // As it stands in the record: what happened to its thread in this pass changed it there.
    guard known.removedAt == nil, !remote.isUnchangeable, known.mayDiffer(from: remote),
      !isBlanked(known, remote), let current = try tx.posts([known.id]).first,
      current.removedAt == nil
    else { return }
    // A time that nobody told says when it was heard, and nothing about other wordings.
    let untold = current.editedAt == nil ? 0 : try tx.untoldEdits(of: current.id)
    let before = untold > 0 ? nil : current.editedAt
    guard !current.says(remote) else {
      // Edited back to the same words: the wordings between are older than this one.
      if let at = remote.editedAt, at > before ?? current.publishedAt {
        var post = current
        post.editedAt = at
        try rewrite(post)
        if untold > 0 { try tx.save(untoldEdits: 0, of: post.id) }
        if post.direction == .ours {
          try desk.settleEdits(of: post, before: current.text, now: now, tx)
        }
      }
      return
    }
    // Of two wordings the one edited later stands, whichever arrives later; one whose time was told, before one of which
    // nobody knows.
    switch (before, remote.editedAt) {
    case (_?, nil): return
    case (let before?, let after?) where after < before: return
    // Two places that have it in two wordings would take turns without end.
    case (nil, nil) where untold > 0 && (untold >= Self.mostUntold || source?.id != current.source):
      return
    default: break
    }
    try keepWhatIsHeld(current.id, isRemoved: false)
    let answered = try tx.children(of: current.id).contains { $0.direction == .ours }
    if answered || current.direction == .ours {
      try tx.insert(
        Revision(
          post: current.id, text: current.text, title: current.title, warning: current.warning,
          replacedAt: remote.editedAt ?? now,
          by: current.direction == .ours ? try tx.reply(delivered: current.id)?.member : nil))
    }
    var post = current
    post.takeWords(of: remote)
    post.language = remote.language ?? current.language
    post.editedAt = remote.editedAt ?? now
    post.reading = try reading(read, of: post, before: current)
    try store(post, saying: read)
    if remote.editedAt == nil {
      try tx.save(untoldEdits: untold + 1, of: post.id)
    } else if untold > 0 {
      try tx.save(untoldEdits: 0, of: post.id)
    }
    if post.direction == .ours {
      try desk.settleEdits(of: post, before: current.text, now: now, tx)
      try desk.reopen(in: post, before: current.text, by: nil, now: now, tx)
    }
    try noteEdited(post)
  }

  /// Writes a post with what it says now: its terms and matches are those of the new words.
  private func store(_ post: Post, saying read: ReadPost) throws {
    let author = try post.author.flatMap { try tx.handles([$0]).first }
    let stored = try stored(
      read, as: post.id, by: author?.address, language: post.language,
      quotes: post.quoted != nil, source: post.source)
    try tx.update(NewPost(post: post, terms: stored.terms, matches: stored.matches))
  }

  private func noteEdited(_ post: Post) throws {
    posts[post.remoteID] = post
    brought.isNew = true
    let conversation = try conversationKept(post.conversation)?.id
    if conversation != nil { touched[post.conversation] = .some(post.id) }
    try tx.append(desk.event(.postEdited, in: conversation, subject: post.id.value))
  }

  /// What somebody said of the reading outranks ours until the words change. What was told of other words teaches nothing of these.
  private func reading(_ read: ReadPost, of post: Post, before: Post) throws -> Reading {
    if post.wordsToRead == before.wordsToRead, before.reading.isSaid { return before.reading }
    try desk.endCorrection(of: post, now, tx)
    return read.reading
  }

  /// What was taken back stands there again: its words come back, unless an erasure took them.
  private func restore(_ id: ID<Post>, _ read: ReadPost) throws {
    let remote = read.remote
    guard var post = try tx.posts([id]).first, post.removedAt != nil, !isBlanked(post, remote),
      try !bringsBackErased(post, remote)
    else { return }
    if let author = post.author { spoke.insert(author) }
    // Its time goes on from when it was first heard.
    let until = wordsUntil(post.direction, isPrivate: post.visibility.isPrivate).map {
      $0 - (now - post.receivedAt)
    }
    guard until.map({ $0 > now }) ?? true else { return }
    post.removedAt = nil
    post.wordsUntil = until
    post.takeWords(of: remote)
    post.language = remote.language
    post.editedAt = remote.editedAt ?? post.editedAt
    try desk.endCorrection(of: post, now, tx)
    post.reading = read.reading
    try store(post, saying: read)
    try noteEdited(post)
  }

  /// A source that knows the thread told of a post that came without it.
  private func learn(parent remoteID: RemoteID, of id: ID<Post>) throws {
    let parent = try posts[remoteID] ?? makePlaceholder(remoteID, before: id)
    guard var post = try tx.posts([id]).first, try !hangs(parent, below: post) else { return }
    post.parent = parent.id
    if parent.conversation != post.conversation {
      post.conversation = try join(post.conversation, parent.conversation)
      // Joining may have changed what the post is to us.
      post.direction = try tx.posts([id]).first?.direction ?? post.direction
    }
    try rewrite(post)
    brought.isNew = true
    guard let above = try tx.posts([parent.id]).first, let author = post.author else { return }
    if above.direction == .ours, try tx.handles([author]).first?.isBot == false {
      try turnToUs(post, parent: above)
    } else if above.direction == .toUs, above.author == author {
      try turnToUs(post, parent: above)
    }
  }

  private func rewrite(_ post: Post) throws {
    guard let id = post.author, let author = try tx.handles([id]).first else { return }
    try rewrite(post, author: author)
  }

  /// Writes a post whose place changed, with its terms and matches as its words have them.
  func rewrite(_ post: Post, author: Handle) throws {
    let document = TopicDocuments.prepared(
      post, author: author, source: try sourceNames[post.source])
    let isGone = post.removedAt != nil
    try tx.update(
      NewPost(
        post: post, terms: isGone ? [] : document.indexTerms,
        matches: isGone ? [] : topics.matches(document, post: post.id)))
    posts[post.remoteID] = post
  }
}

extension Post {
  fileprivate mutating func takeWords(of remote: RemotePost) {
    text = remote.text
    title = remote.title
    warning = remote.warning
    media = remote.media
  }

  fileprivate func says(_ remote: RemotePost) -> Bool {
    text == remote.text && title == remote.title && warning == remote.warning
      && media == remote.media
  }

  /// Whether hearing it again could change the record: most of what is heard again is the same. A time that differs from
  /// ours may be the first that is told.
  fileprivate func mayDiffer(from remote: RemotePost) -> Bool {
    !says(remote) || remote.editedAt.map { $0 != editedAt ?? publishedAt } ?? false
  }
}
