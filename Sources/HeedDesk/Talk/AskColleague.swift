public import HeedModel

extension Desk {
  /// So many colleagues look at one draft at the most.
  static let mostLooks = 5

  /// Asks a colleague to look at a draft before it goes. Asking is what shows it, to that colleague alone and as it stands
  /// now; it can be sent all the same at any time. Asking the same one again shows them what stands there by then.
  /// - Throws: `Problem(.invalid)` about `member` or `text`; what was typed is kept.
  public func ask(
    _ colleague: ID<Member>, toLookAtDraftOf id: ID<Conversation>, question: String,
    by viewer: Viewer
  ) async throws -> SecondLook {
    try requireVoice(viewer)
    let question = Self.trimmed(question)
    guard question.count <= 2_000 else {
      throw Problem(.invalid, "That is too long for a question. Your draft is kept.", field: "word")
    }
    let now = clock.now()
    return try await record.write { [self] tx in
      let conversation = try kept(id, for: viewer, tx)
      guard let draft = try tx.draft(of: conversation.id, by: viewer.member),
        !Self.trimmed(draft.text).isEmpty
      else { throw Problem(.invalid, "Write something first.", field: "text") }
      guard colleague != viewer.member,
        try tx.colleagues(whoSee: conversation.id).contains(where: { $0.id == colleague })
      else {
        throw Problem(
          .invalid, "Ask somebody who may see this conversation. Your draft is kept.",
          field: "member")
      }
      let standing = try tx.secondLooks(of: conversation.id, by: viewer.member)
      for look in standing where look.asked == colleague {
        try end(look, .withdrawn, by: viewer.member, now: now, tx)
      }
      guard standing.filter({ $0.asked != colleague }).count < Self.mostLooks else {
        throw Problem(
          .invalid, "\(Self.mostLooks) colleagues look at it already. Your draft is kept.",
          field: "member")
      }
      let look = SecondLook(
        id: newID(), conversation: conversation.id, member: viewer.member, asked: colleague,
        question: question, text: draft.text, warning: draft.warning, intent: draft.intent,
        language: draft.language)
      try tx.insert(look)
      try tx.append(
        event(
          .lookAsked, by: viewer.member, in: conversation.id, subject: look.id.value,
          other: colleague))
      return look
    }
  }

  /// Whom a member may ask about their draft there: everybody else on the team who may see the conversation, by name.
  public func colleaguesToAsk(in id: ID<Conversation>, for viewer: Viewer) async throws
    -> [Member]
  {
    try await record.read { tx in
      guard let conversation = try tx.conversation(id, for: viewer) else {
        throw Problem(.notFound, "This conversation is not here, or it is not yours to see.")
      }
      return try tx.colleagues(whoSee: conversation.id).filter { $0.id != viewer.member }
        .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
  }
}

extension RecordReading {
  /// Those on the team who may see a conversation.
  func colleagues(whoSee id: ID<Conversation>) throws -> [Member] {
    try members().filter { member in
      guard member.leftAt == nil else { return false }
      return try conversation(id, for: Viewer(member: member.id, role: member.role)) != nil
    }
  }
}
