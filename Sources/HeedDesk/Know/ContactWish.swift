public import HeedModel

extension Desk {
  /// They asked not to be written to, or take that back: a member notes it. Answers to what they write stay possible.
  /// - Throws: `Problem(.conflict)` where they said so themselves, on their side: that is theirs alone to take back.
  public func setContact(_ id: ID<Person>, allowed: Bool, by viewer: Viewer) async throws {
    try requireVoice(viewer)
    try await record.write { [self] tx in
      let id = try tx.currentPerson(id) ?? id
      guard var person = try tx.person(id), person.erasedAt == nil,
        try tx.facts(of: id, for: viewer) != nil
      else { throw Problem(.notFound, "Nothing of what passed with them is yours to see.") }
      guard person.doNotContact == allowed else { return }
      guard try !allowed || !tx.askedNotToWrite(id) else {
        throw Problem(
          .conflict, "They said so themselves, on their side of the desk. Their word stands.")
      }
      person.doNotContact = !allowed
      try tx.update(person)
      try tx.append(event(.contactChanged, by: viewer.member, subject: id.value))
    }
  }

  /// - Throws: `Problem(.conflict)` for words to who is `unwelcome`.
  func requireWelcome(
    _ answered: Post, in conversation: Conversation, _ viewer: Viewer,
    besides reply: ID<Reply>? = nil, _ tx: any RecordReading
  ) throws {
    if let name = try unwelcome(answered, in: conversation, viewer, besides: reply, tx) {
      throw Problem(
        .conflict,
        "\(name) asked not to be written to. You can answer once they write to you again; your draft is kept."
      )
    }
  }

  /// Who asked not to be written to gets answers, and nothing else: one answer to what they last said to us.
  /// - Returns: the name of whom this would be more to; `nil` where they may be written to.
  func unwelcome(
    _ answered: Post, in conversation: Conversation, _ viewer: Viewer,
    besides reply: ID<Reply>? = nil, _ tx: any RecordReading
  ) throws -> String? {
    guard let author = try reached(by: answered, in: conversation, tx),
      let id = author.person, let person = try tx.person(id), person.doNotContact
    else { return nil }
    let handles = Set(try tx.handles(of: id).map(\.id))
    let spoken = try tx.thread(conversation.id, for: viewer).map(\.post).filter { post in
      post.direction == .toUs && post.removedAt == nil
        && post.author.map { handles.contains($0) } ?? false
    }.last
    // What answers somebody else in the same thread says nothing to them.
    let answers = try tx.replies(in: conversation.id, for: viewer).filter { said in
      guard said.id != reply, said.delivery.status != .takenBack, said.delivery.status != .failed
      else { return false }
      let to = try tx.posts([said.inReplyTo]).first.flatMap {
        try reached(by: $0, in: conversation, tx)
      }
      return to.map { handles.contains($0.id) } ?? true
    }
    // Of what was heard late nobody knew when they wrote.
    if let spoken,
      answers.allSatisfy({ $0.writtenAt < max(spoken.publishedAt, spoken.receivedAt) })
    {
      return nil
    }
    return person.name.isEmpty ? author.address : person.name
  }

  /// Whom an answer to a post speaks to: its author; below our own words whoever these answered, and in the end whoever
  /// the conversation is with.
  private func reached(
    by answered: Post, in conversation: Conversation, _ tx: any RecordReading
  ) throws -> Handle? {
    var post: Post? = answered
    var steps = 0
    while let current = post, steps < 100 {
      if let author = try current.author.flatMap({ try tx.handles([$0]).first }), !author.isOurs {
        return author
      }
      post = try current.parent.flatMap { try tx.posts([$0]).first }
      steps += 1
    }
    return try conversation.handle.flatMap { try tx.handles([$0]).first }
  }
}

extension RecordReading {
  /// Whether the last that they said of it on their own side is that they are not to be written to.
  public func askedNotToWrite(_ person: ID<Person>) throws -> Bool {
    let said = try theirWords(of: handles(of: person).map(\.id)).filter {
      $0.kind == .doNotWrite || $0.kind == .mayWrite
    }
    return said.max { ($0.saidAt, $0.id) < ($1.saidAt, $1.id) }?.kind == .doNotWrite
  }
}
