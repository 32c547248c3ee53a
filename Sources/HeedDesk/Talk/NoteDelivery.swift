import HeedModel
import HeedNetwork
import HeedTopics
import Logging

extension Desk {
  /// Our post in the record, once the network has it: perhaps it was heard before we knew.
  func noteDelivered(_ reply: Reply, _ sent: Sent, by member: ID<Member>?) async throws {
    let now = clock.now()
    try await record.write { [self] tx in
      try arrive(reply.id, sent, by: member, now: now, tx)
      // Where no member says so, it was said to us with the account's right.
      if member == nil { try noteWorks(reply.account, tx) }
    }
  }

  /// The same within a transaction.
  func arrive(
    _ id: ID<Reply>, _ sent: Sent, by member: ID<Member>?, now: Instant, _ tx: any RecordWriting
  ) throws {
    let snapshot = try book.snapshot(in: tx)
    guard var current = try tx.reply(id), current.delivery.status != .delivered,
      let account = try tx.account(current.account),
      let parent = try tx.posts([current.inReplyTo]).first
    else { return }
    let reply = current
    let known = try tx.posts(account.network, remoteIDs: [sent.reference.remoteID]).first
    let post: Post
    if let known, !known.isPlaceholder {
      post =
        known.direction == .ours
        ? known : try turnOurs(known, below: parent, of: reply, account, snapshot, tx)
    } else {
      let at = min(sent.at, now)
      var id: ID<Post> = randomness.id(at: max(at, parent.publishedAt + .milliseconds(1)))
      while try !tx.taken([id]).isEmpty { id = randomness.id(at: id.instant) }
      post = Post(
        id: id, network: account.network, remoteID: sent.reference.remoteID,
        author: account.handle, conversation: parent.conversation, parent: parent.id,
        direction: .ours, visibility: reply.visibility, receivedAt: now,
        warning: reply.warning,
        text: (sent.post?.text ?? RichText(plain: reply.signedText)).normalised,
        media: try media(of: reply, sent, tx), language: reply.language,
        address: sent.reference.address)
      let author = try tx.handles([account.handle]).first
      let stored = try stored(post, author: author, snapshot, tx)
      if let known {
        try tx.replace(placeholder: known.id, by: stored)
        try meetAnswers(
          to: post, thread: known.conversation, member: current.member, snapshot, tx)
      } else {
        try tx.insert([stored])
      }
    }
    try keepBlanked(post, as: reply, now: now, snapshot, tx)
    if let local = sent.reference.local {
      try tx.save(localReference: local, of: post.id, account: account.id)
    }
    current.delivery.status = .delivered
    current.delivery.deliveredAt = now
    current.delivery.post = post.id
    if current.delivery.byHand == nil { current.delivery.trouble = nil }
    current.delivery.leasedBy = nil
    current.delivery.leasedUntil = nil
    try tx.update(current)
    try tx.append(
      event(.replyDelivered, by: member, in: current.conversation, subject: reply.id.value))
    try beginPromises(of: current, at: now, now: now, tx)
    try freeze(deliveredAs: post.id, at: now, tx)
    try tellPages(of: post, now: now, tx)
    try restand(current.conversation, settings: try tx.settings(), now: now, tx)
  }

  /// It arrives after an erasure of whom it speaks to: what its server tells of it names them, what is kept here does not.
  private func keepBlanked(
    _ post: Post, as reply: Reply, now: Instant, _ snapshot: TopicBook.Snapshot,
    _ tx: any RecordWriting
  ) throws {
    let answered = try tx.posts([reply.inReplyTo]).first?.author
    let speaker = try tx.conversation(post.conversation)?.handle
    guard try tx.handles([answered, speaker].compactMap { $0 }).contains(where: \.isErased),
      var kept = try tx.posts([post.id]).first
    else { return }
    kept.text = RichText(plain: reply.signedText).normalised
    kept.warning = reply.warning
    let author = try kept.author.flatMap { try tx.handles([$0]).first }
    try tx.update(stored(kept, author: author, snapshot, tx))
    try tx.save(blanked: [kept.id], at: now)
  }

  /// What was heard as somebody's turns out to be ours: a member wrote it there by hand.
  private func turnOurs(
    _ known: Post, below parent: Post, of reply: Reply, _ account: Account,
    _ snapshot: TopicBook.Snapshot, _ tx: any RecordWriting
  ) throws -> Post {
    if known.conversation != parent.conversation {
      try tx.join(known.conversation, into: parent.conversation)
    }
    var post = try tx.posts([known.id]).first ?? known
    post.direction = .ours
    post.author = account.handle
    post.parent = post.parent ?? parent.id
    // Our own words stay on the record (law 5).
    post.wordsUntil = nil
    let author = try tx.handles([account.handle]).first
    try tx.update(stored(post, author: author, snapshot, tx))
    try meetAnswers(to: post, thread: post.conversation, member: reply.member, snapshot, tx)
    return post
  }

  /// Answers that came before we knew of the delivery: they answer us, in this thread, and are told to who spoke.
  private func meetAnswers(
    to post: Post, thread: ID<Conversation>, member: ID<Member>, _ snapshot: TopicBook.Snapshot,
    _ tx: any RecordWriting
  ) throws {
    if thread != post.conversation { try tx.join(thread, into: post.conversation) }
    for var answer in try tx.children(of: post.id)
    where answer.direction != .ours && !answer.isPlaceholder {
      if answer.direction != .toUs, answer.removedAt == nil {
        answer.direction = .toUs
        let author = try answer.author.flatMap { try tx.handles([$0]).first }
        try tx.update(stored(answer, author: author, snapshot, tx))
      }
      try tx.insertCameBack(answer.id, to: member, conversation: post.conversation)
    }
  }

  private func stored(
    _ post: Post, author: Handle?, _ snapshot: TopicBook.Snapshot, _ tx: any RecordReading
  ) throws -> NewPost {
    let prepared = TopicDocuments.prepared(
      post, author: author, source: try SourceNames(tx)[post.source])
    return NewPost(
      post: post, terms: prepared.indexTerms, matches: snapshot.matches(prepared, post: post.id))
  }

  private func media(of reply: Reply, _ sent: Sent, _ tx: any RecordReading) throws -> [Media] {
    if let media = sent.post?.media, !media.isEmpty { return media }
    return try tx.uploads(reply.uploads).map {
      Media(kind: .image, address: "upload:\($0.id)", alternative: $0.alternative, type: $0.type)
    }
  }

  /// It certainly did not arrive, and goes out again after a pause.
  func requeue(_ reply: Reply, in pause: Duration, trouble: Message) async {
    let due = clock.now() + pause
    await change(reply, nil) {
      $0.delivery.status = .queued
      $0.delivery.dueAt = due
      $0.delivery.trouble = trouble
      $0.delivery.leasedBy = nil
      $0.delivery.leasedUntil = nil
    }
  }

  /// Nobody knows whether it arrived: that is looked up after a pause.
  func keepSending(
    _ reply: Reply, for pause: Duration, settlesAt: Instant, trouble: Message,
    wasTried: Bool = true
  ) async {
    let until = clock.now() + pause
    await change(reply, nil) {
      $0.delivery.dueAt = settlesAt
      if !wasTried { $0.delivery.attempts -= 1 }
      // Nothing of it is on the wire: whoever comes first looks it up.
      $0.delivery.leasedBy = nil
      $0.delivery.leasedUntil = until
      $0.delivery.trouble = trouble
    }
  }

  /// It goes out once more, and is in doubt anew should this process end meanwhile.
  func noteSendingAgain(_ reply: Reply, settlesAt: Instant) async {
    await change(reply, nil) { $0.delivery.dueAt = settlesAt }
  }

  func give(back reply: Reply, _ status: Delivery.Status, _ trouble: Message) async {
    await change(reply, status == .unknown ? .replyUnknown : .replyFailed) {
      $0.delivery.status = status
      $0.delivery.trouble = trouble
      $0.delivery.leasedBy = nil
      $0.delivery.leasedUntil = nil
    }
  }

  /// Only while the reply is being sent by this process: what was delivered meanwhile stays delivered, and what another
  /// process took over is that one's to decide.
  private func change(
    _ reply: Reply, _ kind: EventKind?, _ change: @escaping @Sendable (inout Reply) -> Void
  ) async {
    do {
      try await record.write { [self] tx in
        guard var current = try tx.reply(reply.id), current.delivery.status == .sending,
          current.delivery.leasedBy == owner
        else { return }
        change(&current)
        try tx.update(current)
        if let kind {
          try tx.append(event(kind, in: current.conversation, subject: reply.id.value))
        }
      }
    } catch {
      // Its lease ends by itself; then it is looked up.
      logger.error(
        "A delivery's state could not be written.",
        metadata: ["reply": "\(reply.id)", "error": "\(LogText.of(error))"])
    }
  }

  func noteSignedOut(_ id: ID<Account>, _ text: Message) async {
    try? await record.write { [self] tx in
      guard var account = try tx.account(id), account.trouble == nil else { return }
      account.trouble = text
      try tx.update(account)
      try tx.append(event(.accountChanged, subject: id.value))
    }
  }
}
