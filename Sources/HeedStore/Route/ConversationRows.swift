import HeedModel

/// How a conversation stands in its table.
enum ConversationRows {
  private static let names = [
    "id", "network", "account_id", "handle_id", "is_private", "state", "waiting_since",
    "waiting_post_id", "reasons", "line_rank", "snoozed_until", "last_post_at", "joined_to",
  ]
  static let columns = names.map { "c.\($0)" }.joined(separator: ", ")

  static let insert = """
    INSERT INTO conversations (\(names.joined(separator: ", ")))
    VALUES (\(names.indices.map { "$\($0 + 1)" }.joined(separator: ", ")))
    """
  static let update = """
    UPDATE conversations SET \(names.enumerated().dropFirst()
      .map { "\($0.element) = $\($0.offset + 1)" }.joined(separator: ", "))
    WHERE id = $1
    """

  static func arguments(_ conversation: Conversation) -> [SQLValue] {
    [
      .id(conversation.id), .name(conversation.network), .id(conversation.account),
      .id(conversation.handle), .flag(conversation.isPrivate), .name(conversation.state),
      .at(conversation.waitingSince), .id(conversation.waitingPost),
      .text(NamesText.write(conversation.reasons)),
      conversation.rank.map { .integer($0) } ?? .null, .at(conversation.snoozedUntil),
      .at(conversation.lastPostAt), .id(conversation.joinedTo),
    ]
  }

  static func decode(_ row: inout RowReader) throws -> Conversation {
    Conversation(
      id: try row.id(), network: try row.named(), account: try row.optionalID(),
      handle: try row.optionalID(), isPrivate: try row.flag(), state: try row.named(),
      waitingSince: try row.optionalInstant(), waitingPost: try row.optionalID(),
      reasons: NamesText.read(try row.text()), rank: try row.optionalInteger(),
      snoozedUntil: try row.optionalInstant(), lastPostAt: try row.instant(),
      joinedTo: try row.optionalID())
  }

  /// `WaitingRow`: the conversation, who said what waits or may be taken up, or else with whom it is, that post or else
  /// the last one, who claimed it.
  static let rowColumns = """
    \(columns), \(HandleRows.columns),
    (SELECT k.member_id FROM claims k WHERE k.conversation_id = c.id AND k.released_at IS NULL),
    \(PostRows.columns)
    """
  static let rowSources = """
    conversations c
    LEFT JOIN posts p ON p.id = COALESCE(c.waiting_post_id, (
      SELECT MAX(q.id) FROM posts q WHERE q.conversation_id = c.id AND q.author_id IS NOT NULL))
      AND \(Visible.post)
    LEFT JOIN handles h ON h.id = CASE
      WHEN c.waiting_post_id = p.id OR (c.state = 'aboutUs' AND p.direction <> 'ours')
      THEN COALESCE(p.author_id, c.handle_id) ELSE c.handle_id END
    """

  static func decodeRow(_ row: inout RowReader) throws -> WaitingRow {
    let conversation = try decode(&row)
    let handle = try HandleRows.decodeOptional(&row)
    let claimedBy = try row.optionalID(Member.self)
    return WaitingRow(
      conversation: conversation, handle: handle,
      post: row.nextIsNull ? nil : try PostRows.decode(&row), claimedBy: claimedBy)
  }
}
