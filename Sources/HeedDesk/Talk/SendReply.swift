public import HeedModel
import HeedNetwork

/// What a member wants to say.
public struct ReplyRequest: Sendable {
  public var conversation: ID<Conversation>
  /// The post that is answered; `nil` answers the one that waits, or their last.
  public var inReplyTo: ID<Post>?
  /// Through which account; `nil` leaves it to the conversation.
  public var account: ID<Account>?
  public var text: String
  public var warning: String
  public var intent: Intent?
  public var language: String?
  public var visibility: Visibility?
  public var uploads: [ID<Upload>]
  /// The newest reply of ours that the writer had before their eyes.
  public var seen: ID<Reply>?
  /// The writer knows that somebody else answered or has it, and speaks all the same.
  public var anyway: Bool

  public init(
    conversation: ID<Conversation>, inReplyTo: ID<Post>? = nil, account: ID<Account>? = nil,
    text: String, warning: String = "", intent: Intent? = nil, language: String? = nil,
    visibility: Visibility? = nil, uploads: [ID<Upload>] = [], seen: ID<Reply>? = nil,
    anyway: Bool = false
  ) {
    self.conversation = conversation
    self.inReplyTo = inReplyTo
    self.account = account
    self.text = text
    self.warning = warning
    self.intent = intent
    self.language = language
    self.visibility = visibility
    self.uploads = uploads
    self.seen = seen
    self.anyway = anyway
  }
}

extension Desk {
  /// Puts one reply to one conversation into the outbox, behind the undo window. What was typed is kept as a draft when
  /// it cannot go.
  /// - Throws: `Problem(.conflict)` when somebody else answered meanwhile or has it.
  public func send(_ request: ReplyRequest, by viewer: Viewer) async throws -> Reply {
    try requireVoice(viewer)
    var draft = Draft(
      member: viewer.member, conversation: request.conversation, text: request.text,
      warning: request.warning, intent: request.intent, visibility: request.visibility,
      language: request.language, uploads: request.uploads, savedAt: clock.now())
    if draft.uploads.isEmpty {
      let id = draft.conversation
      draft.uploads =
        try await record.read { try $0.draft(of: id, by: viewer.member)?.uploads } ?? []
    }
    // First of all nothing typed may be lost, whatever stands against sending it.
    try await save(draft, by: viewer)

    let text = Self.trimmed(request.text)
    guard !text.isEmpty || !draft.uploads.isEmpty else {
      throw Problem(.invalid, "Write something first.", field: "text")
    }
    let (account, member) = try await speaker(for: request, viewer)
    let capabilities = try await capabilities(of: account)
    guard capabilities.reply == .always else {
      throw Problem(
        .invalid,
        "\(networks.title(of: account.network)) takes no replies from programs. Your draft is kept."
      )
    }
    let signed = account.custom.signed(text, by: member)
    if let limit = capabilities.length.limit {
      let over = capabilities.length.count(signed + request.warning) - limit
      guard over <= 0 else {
        throw Problem(
          .invalid, "This is \(over) over the \(limit) that fit there. Your draft is kept.",
          field: "text")
      }
    }
    let uploads = draft.uploads
    let now = clock.now()
    let key = randomness.token(bytes: 16)
    return try await record.write { [self] tx in
      let conversation = try kept(request.conversation, for: viewer, tx)
      let settings = try tx.settings()
      if !request.anyway { try requireNobodyElse(conversation.id, request, viewer, tx) }
      if conversation.state == .aboutUs {
        try takeUpNow(conversation, by: viewer, now: now, tx)
      } else if try tx.claim(of: conversation.id) == nil {
        try claimNow(conversation.id, by: viewer.member, now: now, tx)
      }
      let answered = try answeredPost(request, conversation, viewer, tx)
      let reply = Reply(
        id: newID(), conversation: conversation.id, inReplyTo: answered.id,
        member: viewer.member, account: account.id, text: text, signedText: signed,
        warning: request.warning.isEmpty ? answered.warning : request.warning,
        intent: request.intent, language: request.language ?? answered.language,
        visibility: Self.visibility(request.visibility, answering: answered),
        uploads: uploads, writtenAt: now,
        delivery: Delivery(key: key, dueAt: now + .seconds(Int64(settings.undoSeconds))))
      try tx.insert(reply)
      try tx.deleteDraft(of: conversation.id, by: viewer.member)
      try tx.append(
        event(.replyWritten, by: viewer.member, in: conversation.id, subject: reply.id.value))
      return reply
    }
  }

  /// An answer is never seen by more people than what it answers was, unless that was public.
  static func visibility(_ wanted: Visibility?, answering post: Post) -> Visibility {
    let order: [Visibility] = [.public, .unlisted, .followers, .private]
    let wanted = wanted ?? post.visibility
    let narrowest = max(
      order.firstIndex(of: wanted) ?? 0, order.firstIndex(of: post.visibility) ?? 0)
    return order[narrowest]
  }

  private func speaker(for request: ReplyRequest, _ viewer: Viewer) async throws -> (
    Account, Member
  ) {
    try await record.read { tx in
      guard let conversation = try tx.conversation(request.conversation, for: viewer),
        let member = try tx.member(viewer.member)
      else { throw Problem(.notFound, "This conversation is not here, or it is not yours to see.") }
      let candidates = try tx.accounts().filter { $0.network == conversation.network }
      let wanted = request.account ?? conversation.account
      guard
        let account = candidates.first(where: { $0.id == wanted })
          ?? candidates.first(where: { $0.owner == nil })
      else {
        throw Problem(
          .invalid,
          "No account of yours is connected there. A lead can connect one; your draft is kept.")
      }
      guard account.owner == nil || account.owner == viewer.member else {
        throw Problem(.forbidden, "That handle is another member's own. Choose a different one.")
      }
      return (account, member)
    }
  }

  /// Two members never answer the same post unknowingly.
  private func requireNobodyElse(
    _ id: ID<Conversation>, _ request: ReplyRequest, _ viewer: Viewer, _ tx: any RecordReading
  ) throws {
    if let claim = try tx.claim(of: id), claim.member != viewer.member {
      let name = try tx.member(claim.member)?.name ?? "Somebody else"
      throw Problem(.conflict, "\(name) has this just now. Your draft is kept.")
    }
    let unseen = try tx.replies(in: id, for: viewer).last { reply in
      reply.member != viewer.member && reply.id > (request.seen ?? ID(0))
        && reply.delivery.status != .takenBack && reply.delivery.status != .failed
    }
    if let unseen {
      let name = try tx.member(unseen.member)?.name ?? "Somebody else"
      throw Problem(.conflict, "\(name) answered meanwhile. Read it first; your draft is kept.")
    }
  }

  private func answeredPost(
    _ request: ReplyRequest, _ conversation: Conversation, _ viewer: Viewer,
    _ tx: any RecordReading
  ) throws -> Post {
    let thread = try tx.thread(conversation.id, for: viewer).map(\.post)
    let wanted = request.inReplyTo ?? conversation.waitingPost
    let found =
      thread.first { $0.id == wanted }
      ?? thread.last { $0.direction != .ours && !$0.isPlaceholder && $0.removedAt == nil }
    guard let post = found, post.removedAt == nil else {
      throw Problem(
        .conflict, "What you answer was taken away by its author. Your draft is kept.")
    }
    return post
  }

  /// Within the undo window a reply comes back as a draft.
  public func takeBack(_ id: ID<Reply>, by viewer: Viewer) async throws {
    let now = clock.now()
    try await record.write { [self] tx in
      guard var reply = try tx.reply(id), reply.member == viewer.member else {
        throw Problem(.notFound, "There is no such reply of yours.")
      }
      guard reply.delivery.status == .queued, reply.delivery.attempts == 0 else {
        throw Problem(
          .conflict, "It is on its way already. You can still edit or delete it once it arrived.")
      }
      reply.delivery.status = .takenBack
      try tx.update(reply)
      if try tx.draft(of: reply.conversation, by: viewer.member) == nil {
        try tx.save(Self.draft(of: reply, savedAt: now))
      }
      try tx.append(
        event(
          .replyTakenBack, by: viewer.member, in: reply.conversation, subject: id.value))
    }
  }

  /// Sends a failed reply once more, with the key that it had.
  public func retry(_ id: ID<Reply>, by viewer: Viewer) async throws {
    try await decide(id, by: viewer, from: [.failed], .replyRetried) { reply, now in
      reply.delivery.status = .queued
      reply.delivery.dueAt = now
      reply.delivery.trouble = nil
    }
  }

  /// A reply that did not go out becomes a draft again.
  public func discard(_ id: ID<Reply>, by viewer: Viewer) async throws {
    let now = clock.now()
    try await record.write { [self] tx in
      guard var reply = try tx.reply(id) else {
        throw Problem(.notFound, "There is no such reply.")
      }
      try requireOwn(reply, viewer)
      guard reply.delivery.status == .failed else { return }
      reply.delivery.status = .takenBack
      try tx.update(reply)
      if try tx.draft(of: reply.conversation, by: reply.member) == nil {
        try tx.save(Self.draft(of: reply, savedAt: now))
      }
      try tx.append(
        event(.replyTakenBack, by: viewer.member, in: reply.conversation, subject: id.value))
    }
  }

  private static func draft(of reply: Reply, savedAt: Instant) -> Draft {
    Draft(
      member: reply.member, conversation: reply.conversation, text: reply.text,
      warning: reply.warning ?? "", intent: reply.intent, visibility: reply.visibility,
      language: reply.language, uploads: reply.uploads, savedAt: savedAt)
  }

  /// A person says that an unknown delivery did not arrive: it goes out again, or is dropped.
  public func settle(_ id: ID<Reply>, sendAgain: Bool, by viewer: Viewer) async throws {
    let key = randomness.token(bytes: 16)
    try await decide(id, by: viewer, from: [.unknown], .replySettled) { reply, now in
      reply.delivery.status = sendAgain ? .queued : .failed
      reply.delivery.dueAt = now
      // The old key may still be remembered for a message that somebody looked for and did not find.
      if sendAgain {
        reply.delivery.key = key
        reply.delivery.firstTriedAt = nil
      }
      reply.delivery.trouble = sendAgain ? nil : "You said that it did not arrive."
    }
  }

  /// A person says that an unknown delivery arrived: the record goes on as if its network had said so.
  public func settleArrived(_ id: ID<Reply>, by viewer: Viewer) async throws {
    guard let reply = try await record.read({ try $0.reply(id) }) else { return }
    try requireOwn(reply, viewer)
    guard reply.delivery.status == .unknown else { return }
    let sent = Sent(
      reference: RemoteReference(remoteID: RemoteID("told:\(reply.delivery.key)")),
      at: reply.delivery.firstTriedAt ?? clock.now())
    try await noteDelivered(reply, sent, by: viewer.member)
  }

  private func decide(
    _ id: ID<Reply>, by viewer: Viewer, from statuses: Set<Delivery.Status>, _ kind: EventKind,
    _ change: @escaping @Sendable (inout Reply, Instant) -> Void
  ) async throws {
    let now = clock.now()
    try await record.write { [self] tx in
      guard var reply = try tx.reply(id) else {
        throw Problem(.notFound, "There is no such reply.")
      }
      try requireOwn(reply, viewer)
      guard statuses.contains(reply.delivery.status) else { return }
      change(&reply, now)
      try tx.update(reply)
      try tx.append(
        event(kind, by: viewer.member, in: reply.conversation, subject: id.value))
    }
  }

  private func requireOwn(_ reply: Reply, _ viewer: Viewer) throws {
    try requireVoice(viewer)
    guard reply.member == viewer.member || viewer.role.mayLead else {
      throw Problem(.forbidden, "Only who wrote it, or a lead, can decide this.")
    }
  }
}
