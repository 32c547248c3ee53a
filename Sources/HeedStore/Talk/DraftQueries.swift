import HeedModel

extension Transaction {
  private static let columns = """
    member_id, conversation_id, words, warning, intent, visibility, language, uploads,
    answering_id, saved_at
    """

  private func decode(_ row: inout RowReader) throws -> Draft {
    Draft(
      member: try row.id(), conversation: try row.id(), text: try row.text(),
      warning: try row.text(), intent: try row.optionalNamed(),
      visibility: try row.optionalNamed(), language: try row.optionalText(),
      uploads: NamesText.readIDs(try row.text()), answering: try row.optionalID(),
      savedAt: try row.instant())
  }

  func draft(of conversation: ID<Conversation>, by member: ID<Member>) throws -> Draft? {
    try first(
      "SELECT \(Self.columns) FROM drafts WHERE conversation_id = $1 AND member_id = $2",
      [.id(conversation), .id(member)], decode)
  }

  func drafts(by member: ID<Member>, in conversations: [ID<Conversation>]) throws -> [Draft] {
    try InList.each(conversations.map { .id($0) }, from: 2) { places, arguments in
      try list(
        """
        SELECT \(Self.columns) FROM drafts
        WHERE member_id = $1 AND conversation_id IN (\(places))
        """, [.id(member)] + arguments, decode)
    }
  }

  /// By whomever; for the desk's own rules only.
  func drafts(of conversation: ID<Conversation>) throws -> [Draft] {
    try list(
      "SELECT \(Self.columns) FROM drafts WHERE conversation_id = $1 ORDER BY member_id",
      [.id(conversation)], decode)
  }

  func draftsSaved(before: Instant, limit: Int) throws -> [Draft] {
    try list(
      "SELECT \(Self.columns) FROM drafts WHERE saved_at < $1 ORDER BY saved_at LIMIT $2",
      [.at(before), .int(limit)], decode)
  }

  func save(_ draft: Draft) throws {
    try sql.run(
      """
      INSERT INTO drafts (\(Self.columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      ON CONFLICT (conversation_id, member_id) DO UPDATE SET words = excluded.words,
        warning = excluded.warning, intent = excluded.intent, visibility = excluded.visibility,
        language = excluded.language, uploads = excluded.uploads,
        answering_id = excluded.answering_id, saved_at = excluded.saved_at
      """,
      [
        .id(draft.member), .id(draft.conversation), .words(draft.text), .words(draft.warning),
        .name(draft.intent), .name(draft.visibility), .words(draft.language),
        .text(NamesText.write(ids: draft.uploads)), .id(draft.answering), .at(draft.savedAt),
      ])
  }

  func deleteDraft(of conversation: ID<Conversation>, by member: ID<Member>) throws {
    try sql.run(
      "DELETE FROM drafts WHERE conversation_id = $1 AND member_id = $2",
      [.id(conversation), .id(member)])
  }

  private func decodeUpload(_ row: inout RowReader) throws -> Upload {
    Upload(
      id: try row.id(), member: try row.id(), type: try row.text(), bytes: Int(try row.integer()),
      alternative: try row.text(), at: try row.instant())
  }

  func uploads(_ ids: [ID<Upload>]) throws -> [Upload] {
    let found = try InList.each(ids.map { .id($0) }) { places, arguments in
      try list(
        """
        SELECT id, member_id, type, bytes, alternative, uploaded_at FROM uploads
        WHERE id IN (\(places))
        """, arguments, decodeUpload)
    }
    return ids.compactMap { id in found.first { $0.id == id } }
  }

  func insert(_ upload: Upload) throws {
    try sql.run(
      """
      INSERT INTO uploads (id, member_id, type, bytes, alternative, uploaded_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """,
      [
        .id(upload.id), .id(upload.member), .words(upload.type), .int(upload.bytes),
        .words(upload.alternative), .at(upload.at),
      ])
  }

  func update(_ upload: Upload) throws {
    try sql.run(
      "UPDATE uploads SET alternative = $2 WHERE id = $1",
      [.id(upload.id), .words(upload.alternative)])
  }

  func deleteUpload(_ id: ID<Upload>) throws {
    try sql.run("DELETE FROM uploads WHERE id = $1", [.id(id)])
  }

  func orphanUploads(before: Instant, limit: Int) throws -> [Upload] {
    try list(
      """
      SELECT u.id, u.member_id, u.type, u.bytes, u.alternative, u.uploaded_at FROM uploads u
      WHERE u.uploaded_at < $1
        AND NOT EXISTS (SELECT 1 FROM drafts WHERE drafts.member_id = u.member_id
          AND (' ' || drafts.uploads || ' ') LIKE ('% ' || u.id || ' %'))
        AND NOT EXISTS (SELECT 1 FROM replies r WHERE r.member_id = u.member_id AND r.uploads <> ''
          AND (' ' || r.uploads || ' ') LIKE ('% ' || u.id || ' %'))
      ORDER BY u.uploaded_at LIMIT $2
      """, [.at(before), .int(limit)], decodeUpload)
  }
}
