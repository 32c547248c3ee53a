import HeedModel
import HeedNetwork

extension Desk {
  /// Derives where a conversation stands from its records and writes the projection: after everything that could have
  /// changed it, in the same transaction.
  func restand(
    _ id: ID<Conversation>, settings: Settings, now: Instant, _ tx: any RecordWriting
  ) throws {
    guard var conversation = try tx.conversation(id) else { return }
    var records = try recordsToStand(conversation, tx)
    let unanswered = records.unanswered()
    if let who = unanswered.waiting.first?.by {
      records.areFirstWords = try !tx.spokeBefore(who, than: conversation.id)
    }
    let standing = Standing(
      of: records, unanswered, headStarts: settings.headStarts, now: now)
    // What they said woke it: the record says so, or our answer would put it to rest once more.
    if standing.state == .waiting,
      records.snoozes.contains(where: { $0.wokenAt == nil && $0.until > now })
    {
      try tx.wake(conversation.id, at: now)
      try tx.append(event(.woken, in: conversation.id))
    }
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

  /// All that a conversation's state follows from, beside whether these are somebody's first words.
  func recordsToStand(_ conversation: Conversation, _ tx: any RecordReading) throws
    -> ConversationRecords
  {
    var records = try tx.records(of: conversation.id)
    // In private all are spoken to; of a network that is not here any more the least is assumed.
    records.reach =
      conversation.isPrivate
      ? .everybody : networks[conversation.network]?.replyReach ?? .page
    let suspects = records.suspects
    if !suspects.isEmpty {
      // What somebody works on is not taken from under their hands.
      let isClaimed = try tx.claim(of: conversation.id) != nil
      records.acquainted = try isClaimed ? suspects : suspects.filter(tx.isAcquainted)
    }
    return records
  }
}
