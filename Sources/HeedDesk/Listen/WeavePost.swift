import HeedModel
import HeedNetwork
import HeedTopics

extension Weave {
  func take(_ told: ReadPost) throws {
    let read = try named(told)
    let remote = read.remote
    if let known = posts[remote.reference.remoteID], !known.isPlaceholder {
      // The echo of what went out from here is nothing that was heard.
      if known.direction != .ours {
        brought.knownUntil = max(brought.knownUntil ?? known.publishedAt, known.publishedAt)
      }
      try meetAgain(known, read)
    } else {
      try meet(read, filling: posts[remote.reference.remoteID])
    }
    if let account = source?.account, let local = remote.reference.local,
      let post = posts[remote.reference.remoteID], !post.isPlaceholder
    {
      note(localReference: local, of: post.id, account: account)
    }
  }

  /// A post for the first time, perhaps one whose answers came earlier.
  private func meet(_ read: ReadPost, filling placeholder: Post?) throws {
    let remote = read.remote
    let known = remote.parentBesideItself.flatMap { posts[$0] }
    let isOurs = handles[remote.author.remoteID]?.isOurs ?? false
    let threads = [placeholder?.conversation, known?.conversation].compactMap { $0 }
    let isKept = try threads.contains { try conversationKept($0) != nil }
    let direction = try self.direction(
      of: remote, isOurs: isOurs, parent: known, threads: threads)

    // Wishes not to be followed by programs (law 7): what they say to us is heard, what they say about us is not.
    if remote.author.optedOut, direction == .aboutUs || direction == .aside { return }
    let id = try freeID(at: remote.publishedAt, for: remote.reference.remoteID)
    // What it answers gets a place below; it may quote the same.
    let quotes = remote.quoted.map { posts[$0] != nil || $0 == remote.parentBesideItself } ?? false
    let (terms, matches) = try stored(
      read, as: id, by: address(of: remote.author), language: remote.language, quotes: quotes,
      source: source?.id)
    // Also in a thread that we are part of, or else it would depend on who was heard first.
    if source?.isBroad == true, direction == .aboutUs || direction == .aside, matches.isEmpty {
      return
    }

    let author = try handle(for: remote.author)
    if author.ownPerson != nil { spoke.insert(author.id) }
    var parent = try remote.parentBesideItself.map { try known ?? makePlaceholder($0, before: id) }
    if let above = parent, let placeholder, try hangs(above, below: placeholder) { parent = nil }
    let conversation = try thread(placeholder: placeholder, parent: parent, post: id)
    var post = Post(
      id: id, network: network, remoteID: remote.reference.remoteID, author: author.id,
      conversation: conversation, parent: parent?.id,
      quoted: remote.quoted.flatMap { posts[$0]?.id }, direction: direction,
      visibility: remote.visibility, receivedAt: now, editedAt: remote.editedAt,
      title: remote.title, warning: remote.warning, text: remote.text, media: remote.media,
      language: remote.language, address: remote.reference.address, reading: read.reading,
      source: source?.id)
    post.wordsUntil = wordsUntil(direction, isPrivate: post.visibility.isPrivate)
    // Its removal came first: the fact is kept, the words never are.
    let isGone = placeholder?.removedAt != nil && !remote.isRestored
    if isGone { post.loseWords(at: placeholder?.removedAt ?? now) }
    let new = NewPost(
      post: post, terms: isGone ? [] : terms, matches: isGone ? [] : matches)
    if let placeholder {
      try tx.replace(placeholder: placeholder.id, by: new)
      for (key, other) in posts where other.parent == placeholder.id {
        posts[key]?.parent = post.id
      }
    } else {
      insert(new)
      // A thread that begins with this post has no records yet.
      if conversation.value == id.value { kept[conversation] = .some(nil) }
    }
    posts[post.remoteID] = post
    brought.isNew = true

    if direction == .toUs {
      try speakToUs(post, author: author, remote: remote, parent: parent)
    } else if isKept || direction == .ours {
      touched[conversation] = .some(post.id)
      if post.visibility.isPrivate { try makePrivate(conversation) }
    } else if !isGone {
      noteAboutUs(post.id)
    }
    if direction == .ours, placeholder != nil { try answersTurnToUs(post) }
    if direction == .toUs, placeholder != nil { try goOnToUs(below: post) }
  }

  private func direction(
    of remote: RemotePost, isOurs: Bool, parent: Post?, threads: [ID<Conversation>]
  ) throws -> Direction {
    if isOurs { return .ours }
    // A machine that answers ours without speaking to us (out of office) says something beside us.
    let answersUs = parent?.direction == .ours && !remote.author.isBot
    if answersUs || speaksToUs(remote, below: parent) { return .toUs }
    if parent?.direction == .ours { return .aside }
    for thread in threads {
      guard let kept = try conversationKept(thread) else { continue }
      // Where we took up what they said about us, their further words in it wait as well.
      let opener = handles[remote.author.remoteID]?.id
      return try isTakenUp(kept.id) && opener != nil && opener == kept.handle ? .aboutUs : .aside
    }
    return .aboutUs
  }

  func wordsUntil(_ direction: Direction, isPrivate: Bool = false) -> Instant? {
    let kind: RetentionKind =
      direction == .aboutUs ? .aboutUs : isPrivate ? .privateTalk : .conversations
    return direction == .ours ? nil : now + .days(Int64(settings.days(kind, on: network)))
  }

  /// The conversation in which somebody speaks to us exists from now on; so does the person behind the handle.
  func speakToUs(_ post: Post, author: Handle, remote: RemotePost, parent: Post?) throws {
    var author = author
    if author.ownPerson == nil {
      let person = Person(
        id: desk.newID(), name: author.name, firstWordsAt: post.publishedAt)
      try tx.insert(person)
      author.ownPerson = person.id
      author.person = author.person ?? person.id
      try tx.update(author)
      handles[author.remoteID] = author
      // It was joined before it spoke: an account that moved.
      if author.person != person.id { try regroup(author.id) }
    }
    if let mail = remote.author.mail { try keep(mail: mail, of: author.id) }
    if let id = author.ownPerson, var person = try tx.person(id),
      person.firstWordsAt > post.publishedAt
    {
      person.firstWordsAt = post.publishedAt
      try tx.update(person)
    }
    let account = try account(for: remote, parent: parent)?.id
    try keep(
      post.conversation, handle: author.id, account: account,
      isPrivate: post.visibility.isPrivate, at: post.publishedAt)
    if try conversationKept(post.conversation)?.handle != author.id {
      try nameSpeaker(of: post.conversation)
      if try conversationKept(post.conversation)?.handle != author.id {
        try standAmongOthers(author.id, at: post.publishedAt)
      }
    }
    touched[post.conversation] = .some(post.id)
    if let parent, parent.direction == .ours {
      if let reply = try tx.reply(delivered: parent.id) {
        try cameBack(post, to: reply, parent.id)
      }
    } else if desk.networks[network]?.replyReach == .page,
      let reply = try tx.lastReply(
        to: tx.handlesOfSame([author]), in: post.conversation, before: post.id),
      let said = reply.delivery.post
    {
      // Where no comment says which one it answers, it comes back to our last words to them there.
      try cameBack(post, to: reply, said)
    }
  }

  private func cameBack(_ post: Post, to reply: Reply, _ said: ID<Post>) throws {
    // Whoever put those words right spoke there, too.
    let editors = try tx.editors(of: said).filter { $0 != reply.member }
    for member in [reply.member] + editors {
      try tx.insertCameBack(post.id, to: member, conversation: post.conversation)
      try tx.append(
        desk.event(.cameBack, in: post.conversation, subject: post.id.value, other: member))
    }
  }

  /// The address that they gave is kept as evidence of who they are, once.
  private func keep(mail: String, of handle: ID<Handle>) throws {
    let there = mail.lowercased()
    let known = try tx.evidence(of: [handle])
    guard !known.contains(where: { $0.kind == .mailAddress && $0.there == there }) else { return }
    let given = Evidence(
      id: desk.newID(), handle: handle, kind: .mailAddress, here: "", there: there,
      isMutual: false, seenAt: now)
    try tx.save(known + [given], of: handle)
  }

  func keep(
    _ id: ID<Conversation>, handle: ID<Handle>, account: ID<Account>?, isPrivate: Bool,
    at: Instant
  ) throws {
    if var conversation = try conversationKept(id) {
      let before = conversation
      conversation.account = conversation.account ?? account
      conversation.handle = conversation.handle ?? handle
      conversation.isPrivate = conversation.isPrivate || isPrivate
      if conversation != before {
        try tx.update(conversation)
        kept[id] = conversation
      }
      return
    }
    let conversation = Conversation(
      id: id, network: network, account: account, handle: handle,
      isPrivate: try isPrivate || holdsPrivate(id), state: .waiting, lastPostAt: at)
    try tx.insert(conversation)
    kept[id] = conversation
    try setAside(id)
    try tx.setWordsUntil(
      wordsUntil(.toUs, isPrivate: conversation.isPrivate), conversation: id)
  }

  /// What was said about us in a thread where they now speak to us is said beside us.
  func setAside(_ id: ID<Conversation>) throws {
    try tx.setAside(in: id)
    for (key, post) in posts where post.conversation == id && post.direction == .aboutUs {
      posts[key]?.direction = .aside
    }
  }

  /// Who speaks with us is whoever spoke to us first, not whom we heard first; where we took up what was said about us,
  /// whoever said it.
  func nameSpeaker(of id: ID<Conversation>) throws {
    guard var conversation = try conversationKept(id), try !isTakenUp(id),
      let author = try tx.firstToUs(in: id), author != conversation.handle
    else { return }
    if let before = conversation.handle {
      try standAmongOthers(before, at: conversation.lastPostAt)
    }
    conversation.handle = author
    try tx.update(conversation)
    kept[id] = conversation
  }

  /// Whoever speaks in what others had begun is on the list of people as well.
  func standAmongOthers(_ handle: ID<Handle>, at instant: Instant) throws {
    guard let person = try tx.handles([handle]).first?.ownPerson else { return }
    try tx.setAmongOthers(person, at: instant)
  }

  /// Whether anything in the thread is private, also what was said before the desk kept it.
  func holdsPrivate(_ id: ID<Conversation>) throws -> Bool {
    try tx.posts(try tx.records(of: id).posts.map(\.post)).contains { $0.visibility.isPrivate }
  }

  func makePrivate(_ id: ID<Conversation>) throws {
    guard var conversation = try conversationKept(id), !conversation.isPrivate else { return }
    conversation.isPrivate = true
    try tx.update(conversation)
    kept[id] = conversation
  }

  /// A late parent turned out to be ours: what answers it speaks to us.
  private func answersTurnToUs(_ post: Post) throws {
    for child in try tx.children(of: post.id) where child.direction != .ours && !child.isPlaceholder
    {
      guard let id = child.author, try tx.handles([id]).first?.isBot == false else { continue }
      try turnToUs(child, parent: post)
    }
  }

  func turnToUs(_ post: Post, parent: Post?) throws {
    guard post.direction != .toUs, post.direction != .ours, let id = post.author,
      let author = try tx.handles([id]).first
    else { return }
    var post = post
    post.direction = .toUs
    try rewrite(post, author: author)
    let remote = RemotePost(
      reference: RemoteReference(remoteID: post.remoteID),
      author: RemoteHandle(remoteID: author.remoteID, address: author.address, name: author.name),
      publishedAt: post.publishedAt, text: post.text)
    try speakToUs(post, author: author, remote: remote, parent: parent)
    try goOnToUs(below: post)
  }
}

extension RemotePost {
  /// What it answers; never itself, whatever a server says.
  var parentBesideItself: RemoteID? { parent == reference.remoteID ? nil : parent }
}

extension Post {
  /// What `blank` does in the record.
  mutating func loseWords(at instant: Instant) {
    removedAt = instant
    wordsUntil = nil
    title = nil
    warning = nil
    text = RichText()
    media = []
    language = nil
    reading = Reading()
  }
}
