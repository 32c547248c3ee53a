public import HeedModel

extension Desk {
  /// Keeps a sentence of a reply of one's own as a promise. It begins with the delivery, at once where that is done.
  /// - Throws: `Problem(.invalid)` where the reply does not say it.
  public func keepPromise(_ wish: PromiseWish, from id: ID<Reply>, by viewer: Viewer) async throws
    -> ID<Conversation>
  {
    try requireVoice(viewer)
    let now = clock.now()
    return try await record.write { [self] tx in
      guard let reply = try tx.reply(id), reply.member == viewer.member,
        try tx.conversation(reply.conversation, for: viewer) != nil
      else { throw Problem(.notFound, "There is no such reply of yours.") }
      guard reply.delivery.status != .takenBack else {
        throw Problem(.conflict, "That reply was taken back: nobody was promised anything.")
      }
      try makePromises([wish], in: reply, said: try tx.standing(reply), now: now, tx)
      if let deliveredAt = reply.delivery.deliveredAt {
        try beginPromises(of: reply, at: deliveredAt, now: now, tx)
        try restand(reply.conversation, settings: try tx.settings(), now: now, tx)
      }
      return reply.conversation
    }
  }

  /// A promise of one's own is due on another day or at another hour than was noted. What was said stays as it is.
  public func mendDue(
    _ id: ID<Promise>, to dueAt: Instant?, isDay: Bool, by viewer: Viewer
  ) async throws -> ID<Conversation> {
    try requireVoice(viewer)
    let now = clock.now()
    return try await record.write { [self] tx in
      let row = try visible(id, for: viewer, tx)
      var promise = row.promise
      guard promise.member == viewer.member else {
        throw Problem(.forbidden, "When it is due is for whoever promised it to say.")
      }
      guard row.ending == nil else {
        throw Problem(.conflict, "This promise ended already. Reopen it first.")
      }
      let isDay = dueAt != nil && isDay
      guard promise.dueAt != dueAt || promise.isDay != isDay else { return promise.conversation }
      try tx.setDue(dueAt, isDay: isDay, of: id)
      (promise.dueAt, promise.isDay) = (dueAt, isDay)
      (promise.dueToldAt, promise.lateToldAt) = (nil, nil)
      try comesDue(promise, now: now, tx)
      try note(.promiseRedated, of: promise, by: viewer.member, now, tx)
      return promise.conversation
    }
  }

  /// A sentence that reads like a promise in a reply of one's own is none, and is not offered again. Saying so twice is
  /// harmless.
  /// - Parameter number: of the sentence among those that read so, counted from one; `nil` for all of them.
  public func declinePromises(of id: ID<Reply>, number: Int? = nil, by viewer: Viewer) async throws
    -> ID<Conversation>
  {
    try requireVoice(viewer)
    return try await record.write { [self] tx in
      guard let reply = try tx.reply(id), reply.member == viewer.member,
        let conversation = try tx.conversation(reply.conversation, for: viewer)?.id
      else { throw Problem(.notFound, "There is no such reply of yours.") }
      let said = try tx.events(of: conversation, kinds: [.promiseDeclined], for: viewer)
      guard !said.contains(where: { $0.subject == id.value && [nil, number].contains($0.ordinal) })
      else { return conversation }
      try tx.append(
        event(
          .promiseDeclined, by: viewer.member, in: conversation, subject: id.value, ordinal: number)
      )
      return conversation
    }
  }

  /// What a reply promises and what it keeps, noted as it is written; both begin once it is delivered.
  func notePromises(
    _ request: ReplyRequest, in reply: Reply, _ viewer: Viewer, now: Instant,
    _ tx: any RecordWriting
  ) throws {
    try makePromises(request.promises, in: reply, said: reply.text, now: now, tx)
    for row in try tx.promises(in: reply.conversation, for: viewer)
    where request.keeps.contains(row.id) && row.ending == nil && row.promise.beganAt != nil {
      try tx.insert(
        PromiseEnding(
          id: newID(), promise: row.id, kind: .kept, member: viewer.member, reply: reply.id,
          saidAt: now))
    }
  }

  private func makePromises(
    _ wishes: [PromiseWish], in reply: Reply, said text: String, now: Instant,
    _ tx: any RecordWriting
  ) throws {
    let known = Set(try tx.promises(of: reply.id).map(\.words))
    var seen = known
    for wish in wishes.prefix(Self.mostPromises) {
      let words = String(Self.trimmed(wish.words).prefix(Self.promiseLetters))
      // Only what was really said: no promise is put into anybody's mouth.
      guard !words.isEmpty, text.contains(words) else {
        throw Problem(
          .invalid, "Your reply does not say that any more. Look at what it promises once more.",
          field: "promise")
      }
      guard seen.insert(words).inserted else { continue }
      let promise = Promise(
        id: newID(), conversation: reply.conversation, reply: reply.id, member: reply.member,
        words: words, dueAt: wish.dueAt, isDay: wish.dueAt != nil && wish.isDay, madeAt: now)
      try tx.insert(promise)
      try tx.append(
        event(
          .promiseMade, by: reply.member, in: reply.conversation, subject: promise.id.value))
    }
  }

  /// The reply is there.
  func beginPromises(
    of reply: Reply, at deliveredAt: Instant, now: Instant, _ tx: any RecordWriting
  ) throws {
    let (begun, ended) = try tx.beginPromises(of: reply.id, at: deliveredAt)
    for promise in begun { try comesDue(promise, now: now, tx) }
    for ending in ended {
      try tx.append(
        event(
          .promiseKept, by: ending.member, in: reply.conversation, subject: ending.promise.value,
          other: try tx.promise(ending.promise)?.member))
    }
  }
}

extension RecordReading {
  /// What a reply says by now: its post was perhaps edited since.
  func standing(_ reply: Reply) throws -> String {
    guard let post = try reply.delivery.post.flatMap({ try posts([$0]).first }) else {
      return reply.text
    }
    return post.standing(insteadOf: reply.text)
  }
}

extension Post {
  /// The words of a post of ours as they stand, where they are others than those that were sent; none once it is gone.
  public func standing(insteadOf sent: String) -> String {
    if removedAt != nil { return "" }
    return editedAt == nil ? sent : text.plain
  }
}
