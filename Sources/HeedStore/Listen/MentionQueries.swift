import HeedModel

extension Transaction {
  private static let columns = """
    id, source_id, page, target, host, told_at, looked_at, due_at, tries, found
    """
  /// A page that is told of again and again is looked at once a minute at most.
  private static let least = Duration.minutes(1)

  private func decode(_ row: inout RowReader) throws -> Mention {
    Mention(
      id: try row.id(), source: try row.id(), page: try row.text(), target: try row.text(),
      host: try row.text(), toldAt: try row.instant(), lookedAt: try row.optionalInstant(),
      dueAt: try row.optionalInstant(), tries: Int(try row.integer()),
      found: try row.optionalText())
  }

  func mention(key: [UInt8]) throws -> Mention? {
    try first("SELECT \(Self.columns) FROM mentions WHERE key = $1", [.bytes(key)], decode)
  }

  func mention(_ id: ID<Mention>) throws -> Mention? {
    try first("SELECT \(Self.columns) FROM mentions WHERE id = $1", [.id(id)], decode)
  }

  func mentions(found: String) throws -> [Mention] {
    try list(
      "SELECT \(Self.columns) FROM mentions WHERE found = $1 ORDER BY id LIMIT 100",
      [.words(found)], decode)
  }

  func hostsDue(at now: Instant, limit: Int) throws -> [String] {
    try list(
      """
      SELECT host, MIN(due_at) AS first_due FROM mentions WHERE due_at <= $1
      GROUP BY host ORDER BY first_due, host LIMIT $2
      """, [.at(now), .int(limit)]
    ) { try $0.text() }
  }

  func mentionsWaiting() throws -> Int {
    try first("SELECT COUNT(*) FROM mentions WHERE due_at IS NOT NULL", []) {
      Int(try $0.integer())
    } ?? 0
  }

  func take(_ mention: Mention, key: [UInt8]) throws -> Bool {
    let isNew =
      try sql.run(
        """
        INSERT INTO mentions (key, \(Self.columns))
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (key) DO NOTHING
        """,
        [
          .bytes(key), .id(mention.id), .id(mention.source), .words(mention.page),
          .words(mention.target), .words(mention.host), .at(mention.toldAt),
          .at(mention.lookedAt), .at(mention.dueAt), .int(mention.tries), .words(mention.found),
        ]) == 1
    guard !isNew else { return true }
    try sql.run(
      """
      UPDATE mentions SET told_at = $2, source_id = $3, due_at = CASE
          WHEN due_at IS NOT NULL THEN due_at
          WHEN looked_at > $4 THEN looked_at + $5
          ELSE $2 END
      WHERE key = $1
      """,
      [
        .bytes(key), .at(mention.toldAt), .id(mention.source), .at(mention.toldAt - Self.least),
        .integer(Self.least.milliseconds),
      ])
    return false
  }

  func lease(mentionOf host: String, now: Instant, until: Instant) throws -> Mention? {
    let found = try first(
      """
      SELECT \(Self.columns) FROM mentions WHERE host = $1 AND due_at <= $2
      ORDER BY due_at, id LIMIT 1
      """, [.words(host), .at(now)], decode)
    guard let found else { return nil }
    try sql.run(
      "UPDATE mentions SET due_at = $2 WHERE id = $1", [.id(found.id), .at(until)])
    return found
  }

  func update(_ mention: Mention) throws {
    try sql.run(
      "UPDATE mentions SET looked_at = $2, due_at = $3, tries = $4, found = $5 WHERE id = $1",
      [
        .id(mention.id), .at(mention.lookedAt), .at(mention.dueAt), .int(mention.tries),
        .words(mention.found),
      ])
  }

  func rest(host: String, until: Instant) throws {
    try sql.run(
      "UPDATE mentions SET due_at = $2 WHERE host = $1 AND due_at < $2",
      [.words(host), .at(until)])
  }

  func deleteMentions(lookedAtBefore before: Instant, limit: Int) throws -> Int {
    try sql.run(
      """
      DELETE FROM mentions WHERE id IN (SELECT id FROM mentions
        WHERE due_at IS NULL AND looked_at < $1 ORDER BY looked_at LIMIT $2)
      """, [.at(before), .int(limit)])
  }
}
