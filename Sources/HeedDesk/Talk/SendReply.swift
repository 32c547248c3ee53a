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
  /// Words that stand before it; `nil` where nobody was asked: then those of what is answered.
  public var warning: String?
  public var intent: Intent?
  public var language: String?
  public var visibility: Visibility?
  public var uploads: [ID<Upload>]
  /// The newest reply of ours that the writer had before their eyes.
  public var seen: ID<Reply>?
  /// When the newest was heard of what the writer had before their eyes; `nil` where nobody told.
  public var heard: Instant?
  /// The writer knows that somebody else answered or has it, and speaks all the same.
  public var anyway: Bool
  /// Sentences of the text that are kept as promises.
  public var promises: [PromiseWish] = []
  /// Open promises that this reply keeps.
  public var keeps: [ID<Promise>] = []

  public init(
    conversation: ID<Conversation>, inReplyTo: ID<Post>? = nil, account: ID<Account>? = nil,
    text: String, warning: String? = nil, intent: Intent? = nil, language: String? = nil,
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
    try await send(request, by: viewer, mending: nil)
  }

  /// - Parameters:
  ///   - replaced: a reply that was taken away for this one.
  ///   - mending: notes in the same transaction what the reply is to mend. Such a reply is written on a page of its own,
  ///     which keeps what was typed: the draft that its writer has in the conversation is left alone.
  func send(
    _ request: ReplyRequest, by viewer: Viewer, insteadOf replaced: ID<Reply>? = nil,
    mending: (@Sendable (Reply, any RecordWriting) throws -> Void)?
  ) async throws -> Reply {
    try requireVoice(viewer)
    var draft = Draft(
      member: viewer.member, conversation: request.conversation, text: request.text,
      warning: request.warning ?? "", intent: request.intent, visibility: request.visibility,
      language: request.language, uploads: request.uploads,
      answering: request.inReplyTo, savedAt: clock.now())
    if draft.uploads.isEmpty, mending == nil {
      let id = draft.conversation
      draft.uploads =
        try await record.read { try $0.draft(of: id, by: viewer.member)?.uploads } ?? []
    }
    if mending == nil {
      if let sent = try await record.read({ [self] in try sentBefore(request, viewer, $0) }) {
        return sent
      }
      // First of all nothing typed may be lost, whatever stands against sending it.
      try await save(draft, by: viewer)
    }

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
    try Self.requireRoom(for: signed, warning: request.warning, capabilities)
    let uploads = try await ownUploads(draft.uploads, viewer, capabilities)
    let now = clock.now()
    let key = randomness.token(bytes: 16)
    return try await record.write { [self] tx in
      try requireUnrestricted(viewer, tx)
      let conversation = try kept(request.conversation, for: viewer, tx)
      if mending == nil, let sent = try sentBefore(request, viewer, tx) {
        try tx.deleteDraft(of: conversation.id, by: viewer.member)
        return sent
      }
      let settings = try tx.settings()
      if !request.anyway { try requireNobodyElse(conversation.id, seen: request.seen, viewer, tx) }
      if try tx.claim(of: conversation.id) == nil {
        try claimNow(conversation.id, by: viewer.member, now: now, tx)
      }
      if conversation.state == .aboutUs {
        try takeUpNow(conversation, by: viewer, now: now, tx)
        try restand(conversation.id, settings: settings, now: now, tx)
      }
      let answered = try answeredPost(request, conversation, viewer, tx)
      try requireWelcome(answered, in: conversation, viewer, besides: replaced, tx)
      let warning = Self.warning(request.warning, answering: answered, capabilities)
      try Self.requireRoom(for: signed, warning: warning, capabilities)
      var reply = Reply(
        id: newID(), conversation: conversation.id, inReplyTo: answered.id,
        member: viewer.member, account: account.id, text: text, signedText: signed,
        warning: warning,
        intent: request.intent, language: request.language ?? answered.language,
        visibility: Self.visibility(request.visibility, answering: answered),
        uploads: uploads, writtenAt: now,
        delivery: Delivery(key: key, dueAt: now + .seconds(Int64(settings.undoSeconds))))
      reply.seenAt = request.heard.map { min($0, now) }
      try tx.insert(reply)
      try notePromises(request, in: reply, viewer, now: now, tx)
      if mending == nil {
        try endLooks(at: conversation.id, by: viewer.member, .sent, now: now, tx)
        try tx.deleteDraft(of: conversation.id, by: viewer.member)
      }
      try tx.append(
        event(.replyWritten, by: viewer.member, in: conversation.id, subject: reply.id.value))
      try mending?(reply, tx)
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

  /// Whoever saw the field and left it empty wants none: what somebody else warned of is not put into our words then.
  private static func warning(
    _ wanted: String?, answering post: Post, _ capabilities: Capabilities
  ) -> String? {
    let inherited = capabilities.hasWarning ? post.warning : nil
    let words = wanted.map(trimmed) ?? inherited ?? ""
    return words.isEmpty ? nil : words
  }

  /// What goes out is measured, words of warning with it.
  static func requireRoom(
    for text: String, warning: String? = nil, _ capabilities: Capabilities
  ) throws {
    guard let limit = capabilities.length.limit else { return }
    let over = capabilities.count(text, warning: warning) - limit
    guard over <= 0 else {
      throw Problem(
        .invalid, "This is \(over) over the \(limit) that fit there. Your draft is kept.",
        field: "text")
    }
  }

  /// Their own pictures that are still there, if the place takes them.
  private func ownUploads(
    _ ids: [ID<Upload>], _ viewer: Viewer, _ capabilities: Capabilities
  ) async throws -> [ID<Upload>] {
    guard !ids.isEmpty else { return [] }
    let uploads = try await record.read { try $0.uploads(ids) }
      .filter { $0.member == viewer.member }
    func refuse(_ text: Message) -> Problem {
      Problem(.invalid, "\(text) Your draft is kept.", field: "file")
    }
    guard uploads.count == ids.count else {
      throw refuse("A picture of yours is gone. Add it again.")
    }
    guard uploads.count <= capabilities.mediaLimit else {
      throw refuse(
        capabilities.mediaLimit == 0
          ? "No pictures can be sent there." : "At most \(capabilities.mediaLimit) fit there.")
    }
    for upload in uploads {
      guard capabilities.mediaTypes.isEmpty || capabilities.mediaTypes.contains(upload.type) else {
        throw refuse("Pictures of the type \(upload.type) are not taken there.")
      }
      guard capabilities.mediaBytes == 0 || upload.bytes <= capabilities.mediaBytes else {
        throw refuse("A picture is too large for that place.")
      }
    }
    return ids
  }

  private func speaker(for request: ReplyRequest, _ viewer: Viewer) async throws -> (
    Account, Member
  ) {
    try await record.read { tx in
      guard let conversation = try tx.conversation(request.conversation, for: viewer),
        let member = try tx.member(viewer.member)
      else { throw Problem(.notFound, "This conversation is not here, or it is not yours to see.") }
      let candidates = try tx.accounts().filter { $0.network == conversation.network }
      let found =
        if let wanted = request.account {
          // Who chose an account speaks through that one or not at all.
          candidates.first { $0.id == wanted }
        } else {
          candidates.first { $0.id == conversation.account }
            ?? candidates.first { $0.owner == nil }
        }
      guard let account = found else {
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

  /// The reply that the same form brought already: sent twice by a double click, or again after a lost answer. Its
  /// writer did not see it yet, and it says the same.
  private func sentBefore(
    _ request: ReplyRequest, _ viewer: Viewer, _ tx: any RecordReading
  ) throws -> Reply? {
    let text = Self.trimmed(request.text)
    return try tx.replies(in: request.conversation, for: viewer).last { reply in
      guard reply.member == viewer.member, reply.id > (request.seen ?? ID(0)), reply.text == text,
        reply.intent == request.intent,
        (request.inReplyTo ?? reply.inReplyTo) == reply.inReplyTo,
        reply.delivery.status != .takenBack, reply.delivery.status != .failed,
        let answered = try tx.posts([reply.inReplyTo]).first
      else { return false }
      return reply.visibility == Self.visibility(request.visibility, answering: answered)
    }
  }

  /// Two members never answer the same post unknowingly.
  func requireNobodyElse(
    _ id: ID<Conversation>, seen: ID<Reply>?, _ viewer: Viewer, _ tx: any RecordReading
  ) throws {
    if let claim = try tx.claim(of: id), claim.member != viewer.member {
      let name = try tx.name(of: claim.member)
      throw Problem(.conflict, "\(name) has this just now. Your draft is kept.")
    }
    let unseen = try tx.replies(in: id, for: viewer).last { reply in
      reply.member != viewer.member && reply.id > (seen ?? ID(0))
        && reply.delivery.status != .takenBack && reply.delivery.status != .failed
    }
    if let unseen {
      let name = try tx.name(of: unseen.member)
      throw Problem(.conflict, "\(name) answered meanwhile. Read it first; your draft is kept.")
    }
  }

  func answeredPost(
    _ request: ReplyRequest, _ conversation: Conversation, _ viewer: Viewer,
    _ tx: any RecordReading
  ) throws -> Post {
    let thread = try tx.thread(conversation.id, for: viewer)
    let found =
      if let wanted = request.inReplyTo {
        thread.first { $0.id == wanted && !$0.post.isPlaceholder }
      } else {
        thread.toAnswer(in: conversation)
      }
    guard let post = found?.post, post.removedAt == nil else {
      throw Problem(
        .conflict, "What you answer was taken away by its author. Your draft is kept.")
    }
    return post
  }
}
