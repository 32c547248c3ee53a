import HeedModel

extension Desk {
  /// Derives where a conversation stands from its records and writes the projection: after everything that could have
  /// changed it, in the same transaction.
  func restand(
    _ id: ID<Conversation>, settings: Settings, now: Instant, _ tx: any RecordWriting
  ) throws {
    guard var conversation = try tx.conversation(id) else { return }
    let standing = Standing(
      of: try tx.records(of: conversation.id), headStarts: settings.headStarts, now: now)
    let before = conversation
    conversation.state = standing.state
    conversation.waitingSince = standing.waitingSince
    conversation.waitingPost = standing.waitingPost
    conversation.reasons = standing.reasons
    conversation.rank = standing.rank
    conversation.snoozedUntil = standing.snoozedUntil
    conversation.lastPostAt = standing.lastPostAt
    if conversation != before { try tx.update(conversation) }
  }
}
