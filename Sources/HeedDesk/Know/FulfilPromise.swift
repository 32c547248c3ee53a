public import HeedModel

extension Desk {
  /// A promise is kept: by a reply of ours after it was made, and then as it was delivered; without one elsewhere, and now.
  public func fulfil(
    _ id: ID<Promise>, with reply: ID<Reply>? = nil, by viewer: Viewer
  ) async throws -> ID<Conversation> {
    try await end(id, by: viewer) { [self] row, now, tx in
      let promise = row.promise
      let kept = try Self.keepers(of: [row], for: viewer, tx)[id]?.first { $0.id == reply }
      guard reply == nil || kept != nil else {
        throw Problem(.invalid, "Choose the reply that kept it.", field: "reply")
      }
      return PromiseEnding(
        id: newID(), promise: promise.id, kind: .kept, member: viewer.member, reply: kept?.id,
        saidAt: now, beganAt: kept?.delivery.deliveredAt ?? now)
    }
  }

  /// Replies of ours to whom it was promised, each of which may have kept a promise that is open; the newest first.
  public func keepers(of rows: [PromiseRow], for viewer: Viewer) async throws
    -> [ID<Promise>: [Reply]]
  {
    try await record.read { try Self.keepers(of: rows, for: viewer, $0) }
  }

  static func keepers(of rows: [PromiseRow], for viewer: Viewer, _ tx: any RecordReading) throws
    -> [ID<Promise>: [Reply]]
  {
    let open = Dictionary(grouping: rows.filter { $0.ending == nil }, by: \.promise.conversation)
    var found: [ID<Promise>: [Reply]] = [:]
    for (conversation, rows) in open {
      let replies = try tx.replies(in: conversation, for: viewer)
      let receivers = try tx.receivers(in: conversation)
      for row in rows {
        found[row.id] = replies.filter { reply in
          reply.delivery.status == .delivered && reply.id != row.promise.reply
            && reply.delivery.deliveredAt ?? reply.writtenAt
              > row.promise.beganAt ?? row.promise.madeAt
            && row.isMade(to: receivers[reply.id])
        }.suffix(mostKeepers).reversed()
      }
    }
    return found
  }

  private static let mostKeepers = 5

  /// A promise was not kept: a member says so.
  public func sayBroken(_ id: ID<Promise>, by viewer: Viewer) async throws -> ID<Conversation> {
    try await end(id, by: viewer) { [self] row, now, _ in
      PromiseEnding(
        id: newID(), promise: row.id, kind: .broken, member: viewer.member, saidAt: now,
        beganAt: now)
    }
  }

  /// They to whom it was made say so, in a post of theirs in that conversation; their word outranks whatever we say of its end.
  public func noteBroken(
    _ id: ID<Promise>, in post: ID<Post>, by viewer: Viewer
  ) async throws -> ID<Conversation> {
    try await end(id, by: viewer) { [self] row, now, tx in
      let promise = row.promise
      guard let there = try tx.post(post, for: viewer), there.post.isTheirWords,
        there.post.conversation == promise.conversation, row.isMade(to: there.author)
      else {
        throw Problem(
          .invalid, "Choose the words in which they say that it was broken.", field: "post")
      }
      return PromiseEnding(
        id: newID(), promise: promise.id, kind: .broken, member: nil, post: there.id, saidAt: now,
        beganAt: now)
    }
  }

  /// It will not be, and they were told so.
  public func withdraw(_ id: ID<Promise>, by viewer: Viewer) async throws -> ID<Conversation> {
    try await end(id, by: viewer) { [self] row, now, _ in
      PromiseEnding(
        id: newID(), promise: row.id, kind: .takenBack, member: viewer.member, saidAt: now,
        beganAt: now)
    }
  }

  /// What was said of its end was wrong; that it was said stays on the record.
  /// - Throws: `Problem(.conflict)` where they said on their own side that it was broken: that is theirs alone to say.
  public func reopen(_ id: ID<Promise>, by viewer: Viewer) async throws -> ID<Conversation> {
    try requireVoice(viewer)
    let now = clock.now()
    return try await record.write { [self] tx in
      let row = try visible(id, for: viewer, tx)
      let promise = row.promise
      guard let ending = row.ending else { return promise.conversation }
      guard !ending.isTheirWord || ending.post != nil else {
        throw Problem(
          .conflict, "They said so themselves, on their side of the desk. Their word stands.")
      }
      try tx.undoEnding(of: id, at: now)
      try note(.promiseReopened, of: promise, by: viewer.member, now, tx)
      return promise.conversation
    }
  }

  private func end(
    _ id: ID<Promise>, by viewer: Viewer,
    _ ending: @escaping @Sendable (PromiseRow, Instant, any RecordWriting) throws -> PromiseEnding
  ) async throws -> ID<Conversation> {
    try requireVoice(viewer)
    let now = clock.now()
    return try await record.write { [self] tx in
      let row = try visible(id, for: viewer, tx)
      try end(row, try ending(row, now, tx), by: viewer.member, now, tx)
      return row.promise.conversation
    }
  }

  /// Their word takes the place of whatever a member said of its end; a member's word takes the place of none.
  /// - Returns: false where it ended in this way already.
  @discardableResult
  func end(
    _ row: PromiseRow, _ ending: PromiseEnding, by member: ID<Member>?, _ now: Instant,
    _ tx: any RecordWriting
  ) throws -> Bool {
    let promise = row.promise
    let id = promise.id
    if let standing = row.ending {
      let isOutranked = ending.isTheirWord && !standing.isTheirWord
      if standing.kind == ending.kind, !isOutranked { return false }
      guard isOutranked else {
        throw Problem(.conflict, "This promise ended already. Reopen it first.")
      }
      try tx.undoEnding(of: id, at: now)
    }
    guard try tx.insert(ending) else {
      throw Problem(.conflict, "This promise ended already. Reopen it first.")
    }
    let kind: EventKind =
      switch ending.kind {
      case .kept: .promiseKept
      case .broken: .promiseBroken
      case .takenBack: .promiseTakenBack
      }
    try note(kind, of: promise, by: member, now, tx)
    return true
  }

  /// What happened to a promise, and where its conversation stands by now.
  func note(
    _ kind: EventKind, of promise: Promise, by member: ID<Member>?, _ now: Instant,
    _ tx: any RecordWriting
  ) throws {
    try tx.append(
      event(
        kind, by: member, in: promise.conversation, subject: promise.id.value,
        other: promise.member))
    try restand(promise.conversation, settings: try tx.settings(), now: now, tx)
  }

  /// A promise that began, in a conversation that the viewer may see.
  func visible(_ id: ID<Promise>, for viewer: Viewer, _ tx: any RecordReading) throws
    -> PromiseRow
  {
    guard let promise = try tx.promise(id), promise.beganAt != nil,
      let row = try tx.promises(in: promise.conversation, for: viewer).first(where: { $0.id == id })
    else { throw Problem(.notFound, "There is no such promise, or it is not yours to see.") }
    return row
  }
}
