public import HeedModel
import HeedNetwork

extension Desk {
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
      try backToDraft(reply, now: now, tx)
      try tx.append(
        event(
          .replyTakenBack, by: viewer.member, in: reply.conversation, subject: id.value))
    }
  }

  /// Sends a failed reply once more, with the key that it had.
  public func retry(_ id: ID<Reply>, by viewer: Viewer) async throws {
    try await decide(id, by: viewer, from: [.failed], .replyRetried, speaks: true) { reply, now in
      reply.delivery.status = .queued
      reply.delivery.dueAt = now
      reply.delivery.trouble = nil
      // It certainly did not arrive, so its day and the life of its key begin anew.
      reply.delivery.attempts = 0
      reply.delivery.firstTriedAt = nil
      reply.delivery.stoodBefore = nil
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
      try backToDraft(reply, now: now, tx)
      try tx.append(
        event(.replyTakenBack, by: viewer.member, in: reply.conversation, subject: id.value))
    }
  }

  /// What was typed meanwhile stays below the words that come back.
  private func backToDraft(_ reply: Reply, now: Instant, _ tx: any RecordWriting) throws {
    try tx.forgetPromises(of: reply.id)
    var draft = Draft(
      member: reply.member, conversation: reply.conversation, text: reply.text,
      warning: reply.warning ?? "", intent: reply.intent, visibility: reply.visibility,
      language: reply.language, uploads: reply.uploads,
      answering: reply.inReplyTo, savedAt: now)
    if let typed = try tx.draft(of: reply.conversation, by: reply.member) {
      draft.text = [reply.text, typed.text].filter { !$0.isEmpty }.joined(separator: "\n\n")
      draft.uploads += typed.uploads.filter { !reply.uploads.contains($0) }
    }
    try tx.save(draft)
  }

  /// A person says that an unknown delivery did not arrive: it goes out again, or is dropped.
  public func settle(_ id: ID<Reply>, sendAgain: Bool, by viewer: Viewer) async throws {
    let key = randomness.token(bytes: 16)
    try await decide(id, by: viewer, from: [.unknown], .replySettled, speaks: sendAgain) {
      reply, now in
      reply.delivery.status = sendAgain ? .queued : .failed
      reply.delivery.dueAt = now
      // The old key may still be remembered for a message that somebody looked for and did not find.
      if sendAgain {
        reply.delivery.key = key
        reply.delivery.firstTriedAt = nil
        reply.delivery.stoodBefore = nil
      }
      reply.delivery.trouble = sendAgain ? nil : "You said that it did not arrive."
    }
  }

  /// A person says that an unknown delivery arrived, or that they posted by hand what did not go out: the record goes on
  /// as if its network had said so.
  /// - Parameter typed: where it stands, if they say; looked at where that can be.
  public func settleArrived(_ id: ID<Reply>, at typed: String = "", by viewer: Viewer) async throws
  {
    let found = try await record.read { tx in
      try tx.reply(id).map { ($0, try tx.account($0.account), try tx.posts([$0.inReplyTo]).first) }
    }
    guard let (reply, account, answered) = found else {
      throw Problem(.notFound, "There is no such reply.")
    }
    try requireOwn(reply, viewer)
    guard [.unknown, .failed].contains(reply.delivery.status) else { return }
    guard !Self.trimmed(typed).isEmpty, let account, let answered else {
      guard reply.delivery.status == .unknown else {
        throw Problem(
          .invalid, "Say where it stands: copy its address from your browser.", field: "post")
      }
      let sent = Sent(
        reference: RemoteReference(remoteID: RemoteID("told:\(reply.delivery.key)")),
        at: reply.delivery.firstTriedAt ?? clock.now())
      return try await noteDelivered(reply, sent, by: viewer.member)
    }
    let there = try await look(
      for: reply.signedText, at: typed, on: account.network, anyway: false)
    let now = clock.now()
    try await record.write { [self] tx in
      guard var current = try tx.reply(id),
        [.unknown, .failed].contains(current.delivery.status)
      else { return }
      try requireOurs(there, answering: answered, anyway: true, tx)
      current.delivery.byHand = there.sight
      current.delivery.trouble = there.reason
      try tx.update(current)
      let sent = Sent(
        reference: there.reference, at: there.post?.publishedAt ?? now, post: there.post)
      try arrive(id, sent, by: viewer.member, now: now, tx)
    }
  }

  private func decide(
    _ id: ID<Reply>, by viewer: Viewer, from statuses: Set<Delivery.Status>, _ kind: EventKind,
    speaks: Bool, _ change: @escaping @Sendable (inout Reply, Instant) -> Void
  ) async throws {
    let now = clock.now()
    try await record.write { [self] tx in
      guard var reply = try tx.reply(id) else {
        throw Problem(.notFound, "There is no such reply.")
      }
      try requireOwn(reply, viewer)
      if speaks { try requireUnrestricted(viewer, tx) }
      guard statuses.contains(reply.delivery.status) else { return }
      if speaks {
        if let answered = try tx.posts([reply.inReplyTo]).first,
          let conversation = try tx.conversation(reply.conversation)
        {
          try requireWelcome(answered, in: conversation, viewer, besides: id, tx)
        }
      }
      change(&reply, now)
      try tx.update(reply)
      try tx.append(
        event(kind, by: viewer.member, in: reply.conversation, subject: id.value))
    }
  }

  private func requireOwn(_ reply: Reply, _ viewer: Viewer) throws {
    try requireVoice(viewer)
    guard reply.member == viewer.member || viewer.role.mayLead else {
      throw Problem(.forbidden, "Only whoever wrote it, or a lead, can decide this.")
    }
  }
}
