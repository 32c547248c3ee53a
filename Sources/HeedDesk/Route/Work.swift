public import HeedModel

extension Desk {
  /// Runs work on a conversation that the viewer may see, then derives where it stands.
  func work(
    on id: ID<Conversation>, by viewer: Viewer,
    _ body: @escaping @Sendable (Conversation, Instant, any RecordWriting) throws -> Void
  ) async throws {
    try requireVoice(viewer)
    let now = clock.now()
    try await record.write { [self] tx in
      let conversation = try kept(id, for: viewer, tx)
      try body(conversation, now, tx)
      try restand(conversation.id, settings: try tx.settings(), now: now, tx)
    }
  }

  /// The conversation, if the viewer may see it; a thread about us gets one by being worked on.
  func kept(_ id: ID<Conversation>, for viewer: Viewer, _ tx: any RecordWriting) throws
    -> Conversation
  {
    guard let conversation = try tx.conversation(id, for: viewer) else {
      throw Problem(.notFound, "This conversation is not here, or it is not yours to see.")
    }
    if try tx.conversation(conversation.id) == nil { try tx.insert(conversation) }
    return conversation
  }

  /// Takes a conversation. Of two members who try at once, the database lets one have it; the other is told.
  public func claim(_ id: ID<Conversation>, by viewer: Viewer) async throws {
    try await work(on: id, by: viewer) { [self] conversation, now, tx in
      try claimNow(conversation.id, by: viewer.member, now: now, tx)
    }
  }

  /// - Throws: `Problem(.conflict)` naming whoever was first.
  func claimNow(
    _ id: ID<Conversation>, by member: ID<Member>, now: Instant, _ tx: any RecordWriting
  ) throws {
    let wanted = Claim(id: newID(), conversation: id, member: member, claimedAt: now)
    let standing = try tx.claim(wanted)
    guard standing.member == member else {
      let name = try tx.name(of: standing.member)
      throw Problem(
        .conflict, "\(name) took this a moment before you. Nothing of yours is lost.")
    }
    if standing.id == wanted.id { try tx.append(event(.claimed, by: member, in: id)) }
  }

  /// Lets it go: everybody may take it. Of what nobody has, nothing happens.
  /// - Throws: `Problem(.forbidden)` for who neither took it nor leads.
  public func release(_ id: ID<Conversation>, by viewer: Viewer) async throws {
    try await work(on: id, by: viewer) { [self] conversation, now, tx in
      guard let claim = try tx.claim(of: conversation.id) else { return }
      guard claim.member == viewer.member || viewer.role.mayLead else {
        throw Problem(.forbidden, "Only whoever took it, or a lead, can let it go.")
      }
      try tx.release(claim.id, at: now)
      try tx.append(
        event(.released, by: viewer.member, in: conversation.id, other: claim.member))
    }
  }

  /// Hands a conversation to a member with a word. They may see it from now on, private or not; why they were suggested
  /// stays with it.
  public func handOver(
    _ id: ID<Conversation>, to receiver: ID<Member>, word: String, by viewer: Viewer
  ) async throws {
    let reasons = try await helpers(in: id, for: viewer).first { $0.member == receiver }?.reasons
    try await work(on: id, by: viewer) { [self] conversation, now, tx in
      guard let member = try tx.member(receiver), member.leftAt == nil, member.role.maySpeak else {
        throw Problem(.invalid, "Choose somebody who can answer.", field: "to")
      }
      guard receiver != viewer.member else {
        throw Problem(.invalid, "It is with you already.", field: "to")
      }
      // Why is theirs and the leads' to know.
      guard try !tx.restrictions(of: receiver).contains(where: { $0.stands(at: now) }) else {
        let name = try tx.name(of: receiver)
        throw Problem(
          .invalid,
          "\(name) cannot answer just now. Nothing was handed over; choose somebody else.",
          field: "to")
      }
      if let claim = try tx.claim(of: conversation.id) {
        guard claim.member == viewer.member || viewer.role.mayLead else {
          let name = try tx.name(of: claim.member)
          throw Problem(.conflict, "\(name) has it just now. Ask them to hand it on.")
        }
        try tx.release(claim.id, at: now)
      }
      try tx.insert(
        HandOver(
          id: newID(), conversation: conversation.id, from: viewer.member, to: receiver,
          word: String(word.prefix(2000)), reasons: (reasons ?? []).filter { !$0.isOfTime }, at: now
        ))
      try tx.append(
        event(.handedOver, by: viewer.member, in: conversation.id, other: receiver))
    }
  }

  /// A word of the team to itself.
  public func note(_ id: ID<Conversation>, text: String, by viewer: Viewer) async throws {
    let text = Self.trimmed(text)
    guard !text.isEmpty, text.count <= 10_000 else {
      throw Problem(.invalid, "Write the note first.", field: "text")
    }
    try await work(on: id, by: viewer) { [self] conversation, now, tx in
      let note = TeamNote(
        id: newID(), conversation: conversation.id, member: viewer.member, text: text, at: now)
      try tx.insert(note)
      try tx.append(
        event(.noteAdded, by: viewer.member, in: conversation.id, subject: note.id.value))
    }
  }

  /// One's own note; a lead's word removes any.
  /// - Returns: the conversation that it stood in.
  public func removeNote(_ id: ID<TeamNote>, by viewer: Viewer) async throws -> ID<Conversation> {
    try requireVoice(viewer)
    return try await record.write { [self] tx in
      guard let note = try tx.note(id), try tx.conversation(note.conversation, for: viewer) != nil
      else { throw Problem(.notFound, "That note is gone.") }
      guard note.member == viewer.member || viewer.role.mayLead else {
        throw Problem(.forbidden, "Only whoever wrote a note can remove it.")
      }
      try tx.deleteNote(id)
      try tx.append(
        event(.noteRemoved, by: viewer.member, in: note.conversation, subject: id.value))
      return note.conversation
    }
  }

  /// Rests until a time; their wait goes on, and what they say meanwhile wakes it.
  /// - Parameter heard: when the newest was heard of what the member had before them: what was heard since wakes it.
  public func snooze(
    _ id: ID<Conversation>, until: Instant, heard: Instant? = nil, by viewer: Viewer
  ) async throws {
    try await work(on: id, by: viewer) { [self] conversation, now, tx in
      guard until > now, until < now + .days(366) else {
        throw Problem(.invalid, "Choose a time to come, within a year.", field: "until")
      }
      try tx.wake(conversation.id, at: now)
      try tx.insert(
        Snooze(
          id: newID(), conversation: conversation.id, member: viewer.member, snoozedAt: now,
          until: until, seenAt: heard.map { min($0, now) }))
      try tx.append(event(.snoozed, by: viewer.member, in: conversation.id))
    }
  }

  /// Ends our own snooze: it waits again, if they said something since we answered. “Not today”, which they said, stays.
  /// Waking twice is harmless.
  public func wake(_ id: ID<Conversation>, by viewer: Viewer) async throws {
    try await work(on: id, by: viewer) { [self] conversation, now, tx in
      guard try tx.snoozes(of: conversation.id).contains(where: { $0.wokenAt == nil }) else {
        return
      }
      try tx.wake(conversation.id, at: now)
      try tx.append(event(.woken, by: viewer.member, in: conversation.id))
    }
  }

  /// We think it is done; or they said that it is solved, in a post of theirs.
  /// - Parameter heard: when the newest was heard of what the member had before them: what was heard since is not closed.
  public func close(
    _ id: ID<Conversation>, reason: Closure.Reason, post: ID<Post>?, heard: Instant? = nil,
    by viewer: Viewer
  ) async throws {
    try await work(on: id, by: viewer) { [self] conversation, now, tx in
      if reason == .solved {
        // Their word only: it has to be one of their posts here.
        let said = try post.flatMap { try tx.post($0, for: viewer)?.post }
        guard let said, said.conversation == conversation.id, said.direction != .ours,
          said.removedAt == nil, said.direction == .toUs || said.author == conversation.handle,
          !said.isPlaceholder
        else {
          throw Problem(
            .invalid, "Choose the words in which they say that it is solved.", field: "post")
        }
      }
      let standing = try tx.closures(of: conversation.id).filter { $0.reopenedAt == nil }
      if let last = standing.last, last.reason == reason, last.post == post,
        conversation.state == .done || conversation.state == .solved
      {
        return
      }
      try tx.reopenOurs(conversation.id, at: now)
      try tx.insert(
        Closure(
          id: newID(), conversation: conversation.id, member: viewer.member, reason: reason,
          post: post, closedAt: now, seenAt: heard.map { min($0, now) }))
      if let claim = try tx.claim(of: conversation.id) { try tx.release(claim.id, at: now) }
      try tx.wake(conversation.id, at: now)
      try tx.append(event(.closed, by: viewer.member, in: conversation.id, subject: post?.value))
    }
  }

  /// It was not done after all: closed for whatever reason, it stands again as its words have it. Reopening twice is
  /// harmless.
  public func reopen(_ id: ID<Conversation>, by viewer: Viewer) async throws {
    try await work(on: id, by: viewer) { [self] conversation, now, tx in
      guard try tx.closures(of: conversation.id).contains(where: { $0.reopenedAt == nil }) else {
        return
      }
      try tx.reopen(conversation.id, at: now)
      try tx.append(event(.reopened, by: viewer.member, in: conversation.id))
    }
  }

  /// Takes up what was said about us: it waits from now on, and its words stay as long as a conversation's.
  public func takeUp(_ id: ID<Conversation>, by viewer: Viewer) async throws {
    try await work(on: id, by: viewer) { [self] conversation, now, tx in
      guard conversation.state == .aboutUs else { return }
      try claimNow(conversation.id, by: viewer.member, now: now, tx)
      try takeUpNow(conversation, by: viewer, now: now, tx)
    }
  }

  func takeUpNow(
    _ conversation: Conversation, by viewer: Viewer, now: Instant, _ tx: any RecordWriting
  ) throws {
    try tx.setTakenUp(conversation.id, by: viewer.member, at: now)
    let days = try tx.settings().days(
      conversation.isPrivate ? .privateTalk : .conversations, on: conversation.network)
    try tx.setWordsUntil(now + .days(Int64(days)), conversation: conversation.id)
    try tx.append(event(.takenUp, by: viewer.member, in: conversation.id))
  }

  /// Wakes what was snoozed until now.
  func wakeSnoozed() async throws {
    let now = clock.now()
    try await record.write { [self] tx in
      let settings = try tx.settings()
      for id in try tx.snoozesEnded(at: now, limit: 200) {
        try tx.wake(id, at: now)
        try restand(id, settings: settings, now: now, tx)
        try tx.append(event(.woken, in: id))
      }
    }
  }

  static func trimmed(_ text: String) -> String {
    var words = Substring(text)
    while let last = words.last, last.isWhitespace { words.removeLast() }
    while let first = words.first, first.isWhitespace { words.removeFirst() }
    return String(words)
  }
}
