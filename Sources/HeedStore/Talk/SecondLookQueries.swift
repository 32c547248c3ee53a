import HeedModel

extension Transaction {
  private static let names = """
    id, conversation_id, member_id, asked_id, question, draft_words, draft_warning, intent, language,
    answered_at, proposed, word, taken_at, replaced, ended_at, ending
    """
  private static let columns = names.split(separator: ",")
    .map { name in "s.\(name.drop(while: \.isWhitespace))" }.joined(separator: ", ")

  private func decode(_ row: inout RowReader) throws -> SecondLook {
    SecondLook(
      id: try row.id(), conversation: try row.id(), member: try row.id(), asked: try row.id(),
      question: try row.text(), text: try row.text(), warning: try row.text(),
      intent: try row.optionalNamed(), language: try row.optionalText(),
      answeredAt: try row.optionalInstant(), proposed: try row.optionalText(),
      word: try row.text(), takenAt: try row.optionalInstant(), replaced: try row.optionalText(),
      endedAt: try row.optionalInstant(), ending: try row.optionalNamed())
  }

  func secondLook(_ id: ID<SecondLook>) throws -> SecondLook? {
    try first("SELECT \(Self.columns) FROM second_looks s WHERE s.id = $1", [.id(id)], decode)
  }

  func secondLook(_ id: ID<SecondLook>, for viewer: Viewer) throws -> SecondLook? {
    try first(
      """
      SELECT \(Self.columns) FROM second_looks s JOIN conversations c ON c.id = s.conversation_id
      WHERE s.id = $3 AND (s.member_id = $1 OR s.asked_id = $1) AND \(Visible.conversation)
      """, Visible.arguments(viewer) + [.id(id)], decode)
  }

  func secondLooks(of conversation: ID<Conversation>, by member: ID<Member>) throws -> [SecondLook]
  {
    try list(
      """
      SELECT \(Self.columns) FROM second_looks s
      WHERE s.conversation_id = $1 AND s.member_id = $2 AND s.ended_at IS NULL ORDER BY s.id
      """, [.id(conversation), .id(member)], decode)
  }

  func secondLooks(askedOf viewer: Viewer) throws -> [SecondLook] {
    try list(
      """
      SELECT \(Self.columns) FROM second_looks s JOIN conversations c ON c.id = s.conversation_id
      WHERE s.asked_id = $1 AND s.ended_at IS NULL AND s.answered_at IS NULL
        AND \(Visible.conversation)
      ORDER BY s.id LIMIT 50
      """, Visible.arguments(viewer), decode)
  }

  func secondLooks(answeredFor viewer: Viewer) throws -> [SecondLook] {
    try list(
      """
      SELECT \(Self.columns) FROM second_looks s JOIN conversations c ON c.id = s.conversation_id
      WHERE s.member_id = $1 AND s.ended_at IS NULL AND s.answered_at IS NOT NULL
        AND s.taken_at IS NULL AND \(Visible.conversation)
      ORDER BY s.id LIMIT 50
      """, Visible.arguments(viewer), decode)
  }

  func strandedSecondLooks(limit: Int) throws -> [SecondLook] {
    try list(
      """
      SELECT \(Self.columns) FROM second_looks s
      WHERE s.ended_at IS NULL AND (
        NOT EXISTS (SELECT 1 FROM drafts d
          WHERE d.conversation_id = s.conversation_id AND d.member_id = s.member_id)
        OR EXISTS (SELECT 1 FROM members m
          WHERE m.id IN (s.member_id, s.asked_id) AND m.left_at IS NOT NULL))
      ORDER BY s.id LIMIT $1
      """, [.int(limit)], decode)
  }

  func insert(_ look: SecondLook) throws {
    try sql.run(
      """
      INSERT INTO second_looks (\(Self.names))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      """,
      [
        .id(look.id), .id(look.conversation), .id(look.member), .id(look.asked),
        .words(look.question), .words(look.text), .words(look.warning), .name(look.intent),
        .words(look.language), .at(look.answeredAt), .words(look.proposed), .words(look.word),
        .at(look.takenAt), .words(look.replaced), .at(look.endedAt), .name(look.ending),
      ])
  }

  func update(_ look: SecondLook) throws {
    try sql.run(
      """
      UPDATE second_looks SET question = $2, draft_words = $3, draft_warning = $4, intent = $5,
        language = $6, answered_at = $7, proposed = $8, word = $9, taken_at = $10, replaced = $11,
        ended_at = $12, ending = $13
      WHERE id = $1
      """,
      [
        .id(look.id), .words(look.question), .words(look.text), .words(look.warning),
        .name(look.intent), .words(look.language), .at(look.answeredAt), .words(look.proposed),
        .words(look.word), .at(look.takenAt), .words(look.replaced), .at(look.endedAt),
        .name(look.ending),
      ])
  }

  func deleteSecondLooks(endedBefore: Instant, limit: Int) throws -> Int {
    try sql.run(
      """
      DELETE FROM second_looks WHERE id IN (
        SELECT id FROM second_looks WHERE ended_at < $1 ORDER BY ended_at, id LIMIT $2)
      """, [.at(endedBefore), .int(limit)])
  }
}
