import HeedModel

extension Transaction {
  private static let columns = """
    id, source_id, place, subject, secret_sealed, token_hash, asked_at, confirmed_at, ends_at,
    next_at, tries
    """

  private func decode(_ row: inout RowReader) throws -> NoteSubscription {
    NoteSubscription(
      id: try row.id(), source: try row.id(), place: try row.text(), subject: try row.text(),
      sealedSecret: try row.bytes(), tokenHash: try row.bytes(),
      askedAt: try row.optionalInstant(), confirmedAt: try row.optionalInstant(),
      endsAt: try row.optionalInstant(), nextAt: try row.instant(), tries: Int(try row.integer()))
  }

  func noteSubscriptions() throws -> [NoteSubscription] {
    try list("SELECT \(Self.columns) FROM note_subscriptions ORDER BY id", [], decode)
  }

  func noteSubscriptions(of source: ID<Source>) throws -> [NoteSubscription] {
    try list(
      "SELECT \(Self.columns) FROM note_subscriptions WHERE source_id = $1 ORDER BY id",
      [.id(source)], decode)
  }

  func noteSubscription(tokenHash: [UInt8]) throws -> NoteSubscription? {
    try first(
      "SELECT \(Self.columns) FROM note_subscriptions WHERE token_hash = $1", [.bytes(tokenHash)],
      decode)
  }

  func insert(_ subscription: NoteSubscription) throws {
    try sql.run(
      """
      INSERT INTO note_subscriptions (\(Self.columns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      [
        .id(subscription.id), .id(subscription.source), .words(subscription.place),
        .words(subscription.subject), .bytes(subscription.sealedSecret),
        .bytes(subscription.tokenHash), .at(subscription.askedAt), .at(subscription.confirmedAt),
        .at(subscription.endsAt), .at(subscription.nextAt), .int(subscription.tries),
      ])
  }

  func update(_ subscription: NoteSubscription) throws {
    try sql.run(
      """
      UPDATE note_subscriptions SET asked_at = $2, confirmed_at = $3, ends_at = $4, next_at = $5,
        tries = $6
      WHERE id = $1
      """,
      [
        .id(subscription.id), .at(subscription.askedAt), .at(subscription.confirmedAt),
        .at(subscription.endsAt), .at(subscription.nextAt), .int(subscription.tries),
      ])
  }

  func setSecret(_ sealed: [UInt8], of subscription: ID<NoteSubscription>) throws {
    try sql.run(
      "UPDATE note_subscriptions SET secret_sealed = $2 WHERE id = $1",
      [.id(subscription), .bytes(sealed)])
  }

  func delete(_ subscription: ID<NoteSubscription>) throws {
    try sql.run("DELETE FROM notes_heard WHERE subscription_id = $1", [.id(subscription)])
    try sql.run("DELETE FROM note_subscriptions WHERE id = $1", [.id(subscription)])
  }

  func take(note digest: [UInt8], of subscription: ID<NoteSubscription>, at now: Instant) throws
    -> Bool
  {
    try sql.run(
      """
      INSERT INTO notes_heard (subscription_id, digest, heard_at) VALUES ($1, $2, $3)
      ON CONFLICT (subscription_id, digest) DO NOTHING
      """, [.id(subscription), .bytes(digest), .at(now)]) == 1
  }
}
