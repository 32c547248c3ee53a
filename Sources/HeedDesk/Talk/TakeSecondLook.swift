public import HeedModel

extension Desk {
  /// Puts the proposed words into the draft. What stood there is kept until the draft goes.
  public func take(_ id: ID<SecondLook>, by viewer: Viewer) async throws -> ID<Conversation> {
    try requireVoice(viewer)
    let now = clock.now()
    return try await record.write { [self] tx in
      var look = try ownLook(id, by: viewer, tx)
      guard look.state == .answered, let proposed = look.proposed,
        var draft = try tx.draft(of: look.conversation, by: viewer.member)
      else {
        throw Problem(.conflict, "There are no words to take. Your draft is as it was.")
      }
      look.replaced = draft.text
      look.takenAt = now
      draft.text = proposed
      draft.savedAt = now
      try tx.save(draft)
      try tx.update(look)
      try tx.append(
        event(
          .lookTaken, by: viewer.member, in: look.conversation, subject: look.id.value,
          other: look.asked))
      return look.conversation
    }
  }

  /// Puts back what stood there before the proposed words were taken.
  public func putBack(_ id: ID<SecondLook>, by viewer: Viewer) async throws -> ID<Conversation> {
    try requireVoice(viewer)
    let now = clock.now()
    return try await record.write { [self] tx in
      var look = try ownLook(id, by: viewer, tx)
      guard look.state == .taken, let before = look.replaced,
        var draft = try tx.draft(of: look.conversation, by: viewer.member)
      else { throw Problem(.conflict, "Nothing was taken. Your draft is as it was.") }
      draft.text = before
      draft.savedAt = now
      look.takenAt = nil
      look.replaced = nil
      try tx.save(draft)
      try tx.update(look)
      try tx.append(
        event(
          .lookPutBack, by: viewer.member, in: look.conversation, subject: look.id.value,
          other: look.asked))
      return look.conversation
    }
  }

  func ownLook(_ id: ID<SecondLook>, by viewer: Viewer, _ tx: any RecordReading) throws
    -> SecondLook
  {
    guard let look = try tx.secondLook(id, for: viewer), look.member == viewer.member else {
      throw Self.noLook
    }
    return look
  }
}
