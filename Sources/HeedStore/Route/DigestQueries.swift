import HeedModel

extension Transaction {
  private static let columns = """
    id, member_id, message_id, status, due_at, attempts, token_hash, sent_at, seen_at, trouble
    """

  private func decode(_ row: inout RowReader) throws -> MailDigest {
    var digest = MailDigest(
      id: try row.id(), member: try row.id(), messageID: try row.text(), status: try row.named(),
      dueAt: try row.instant(), attempts: Int(try row.integer()))
    digest.tokenHash = try row.optionalBytes()
    digest.sentAt = try row.optionalInstant()
    digest.seenAt = try row.optionalInstant()
    digest.trouble = try row.optionalMessage()
    return digest
  }

  private func values(_ digest: MailDigest) -> [SQLValue] {
    [
      .id(digest.id), .id(digest.member), .words(digest.messageID), .name(digest.status),
      .at(digest.dueAt), .int(digest.attempts), .sealed(digest.tokenHash), .at(digest.sentAt),
      .at(digest.seenAt), .words(digest.trouble),
    ]
  }

  func tellingChoices(of member: ID<Member>) throws -> TellingChoices? {
    try first(
      "SELECT \(Self.choiceColumns) FROM telling_choices WHERE member_id = $1", [.id(member)],
      decodeChoices)
  }

  func choicesWithMail() throws -> [TellingChoices] {
    try list(
      "SELECT \(Self.choiceColumns) FROM telling_choices WHERE mail <> 'never' ORDER BY member_id",
      [], decodeChoices)
  }

  private static let choiceColumns = """
    member_id, mail, mail_at, mail_kinds, mail_words, push_kinds, push_words, topics, offered_kinds
    """

  /// A kind that they were not offered follows its default.
  private func decodeChoices(_ row: inout RowReader) throws -> TellingChoices {
    var choices = TellingChoices(
      member: try row.id(), mail: try row.named(), mailAt: Int(try row.integer()),
      mailKinds: Set(NamesText.read(try row.text())), mailWords: try row.flag(),
      pushKinds: Set(NamesText.read(try row.text())), pushWords: try row.flag(),
      topics: try row.optionalText().map { NamesText.readIDs($0) })
    let offered: Set<TellingKind> = Set(NamesText.read(try row.text()))
    let usual = TellingChoices(member: choices.member)
    choices.mailKinds.formUnion(usual.mailKinds.subtracting(offered))
    choices.pushKinds.formUnion(usual.pushKinds.subtracting(offered))
    return choices
  }

  func save(_ choices: TellingChoices) throws {
    try sql.run(
      """
      INSERT INTO telling_choices (\(Self.choiceColumns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (member_id) DO UPDATE SET mail = excluded.mail, mail_at = excluded.mail_at,
        mail_kinds = excluded.mail_kinds, mail_words = excluded.mail_words,
        push_kinds = excluded.push_kinds, push_words = excluded.push_words,
        topics = excluded.topics, offered_kinds = excluded.offered_kinds
      """,
      [
        .id(choices.member), .name(choices.mail), .int(choices.mailAt),
        .text(NamesText.write(choices.mailKinds)), .flag(choices.mailWords),
        .text(NamesText.write(choices.pushKinds)), .flag(choices.pushWords),
        .words(choices.topics.map { NamesText.write(ids: $0) }),
        .text(NamesText.write(Set(TellingKind.allCases))),
      ])
  }

  func digest(_ id: ID<MailDigest>) throws -> MailDigest? {
    try first("SELECT \(Self.columns) FROM digests WHERE id = $1", [.id(id)], decode)
  }

  func digest(tokenHash: [UInt8]) throws -> MailDigest? {
    try first(
      "SELECT \(Self.columns) FROM digests WHERE token_hash = $1", [.bytes(tokenHash)], decode)
  }

  func lastDigest(of member: ID<Member>) throws -> MailDigest? {
    try first(
      "SELECT \(Self.columns) FROM digests WHERE member_id = $1 ORDER BY id DESC LIMIT 1",
      [.id(member)], decode)
  }

  func troubledDigests(of member: ID<Member>) throws -> [MailDigest] {
    try list(
      """
      SELECT \(Self.columns) FROM digests
      WHERE member_id = $1 AND seen_at IS NULL AND (status = 'unknown' OR status = 'failed')
      ORDER BY id DESC LIMIT 20
      """, [.id(member)], decode)
  }

  func digestsDue(at now: Instant, limit: Int) throws -> [MailDigest] {
    try list(
      """
      SELECT \(Self.columns) FROM digests
      WHERE (status = 'queued' OR status = 'sending') AND due_at <= $1
      ORDER BY due_at, id LIMIT $2
      """, [.at(now), .int(limit)], decode)
  }

  func insert(_ digest: MailDigest) throws {
    try sql.run(
      "INSERT INTO digests (\(Self.columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      values(digest))
  }

  func update(_ digest: MailDigest) throws {
    try sql.run(
      """
      UPDATE digests SET member_id = $2, message_id = $3, status = $4, due_at = $5, attempts = $6,
        token_hash = $7, sent_at = $8, seen_at = $9, trouble = $10
      WHERE id = $1
      """, values(digest))
  }

  func lease(_ digest: ID<MailDigest>, until: Instant) throws -> Bool {
    try sql.run(
      """
      UPDATE digests SET status = 'sending', due_at = $2, attempts = attempts + 1
      WHERE id = $1 AND status = 'queued'
      """, [.id(digest), .at(until)]) == 1
  }

  func delete(_ digest: ID<MailDigest>) throws {
    try sql.run("DELETE FROM digests WHERE id = $1", [.id(digest)])
  }

  func setTroubleSeen(of member: ID<Member>, at now: Instant) throws {
    try sql.run(
      """
      UPDATE digests SET seen_at = $2
      WHERE member_id = $1 AND seen_at IS NULL AND (status = 'unknown' OR status = 'failed')
      """, [.id(member), .at(now)])
  }

  func deleteDigests(before: Instant) throws {
    try sql.run(
      "DELETE FROM digests WHERE id < $1 AND status <> 'queued' AND status <> 'sending'",
      [.id(ID<MailDigest>.first(at: before))])
  }
}
