import HeedModel

extension Transaction {
  func deskSecret(_ name: String) throws -> [UInt8]? {
    try first("SELECT sealed FROM desk_secrets WHERE name = $1", [.text(name)]) { try $0.bytes() }
  }

  func save(deskSecret sealed: [UInt8], named name: String) throws {
    try sql.run(
      """
      INSERT INTO desk_secrets (name, sealed) VALUES ($1, $2)
      ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed
      """, [.text(name), .bytes(sealed)])
  }

  func hasErased() throws -> Bool {
    try first("SELECT 1 FROM erased_handles LIMIT 1", []) { try $0.integer() } != nil
  }

  func erased(_ digests: [[UInt8]]) throws -> [[UInt8]: Instant] {
    let found = try InList.each(digests.map { .bytes($0) }) { places, arguments in
      try list(
        "SELECT digest, erased_at FROM erased_handles WHERE digest IN (\(places))", arguments
      ) { (try $0.bytes(), try $0.instant()) }
    }
    return Dictionary(found) { max($0, $1) }
  }

  func save(erased digests: [[UInt8]], at now: Instant) throws {
    try sql.runMany(
      """
      INSERT INTO erased_handles (digest, erased_at) VALUES ($1, $2)
      ON CONFLICT (digest) DO UPDATE SET erased_at = excluded.erased_at
      """, digests.map { [.bytes($0), .at(now)] })
  }

  func blanked(_ posts: [ID<Post>]) throws -> [ID<Post>: Instant] {
    let found = try InList.each(posts.map { .id($0) }) { places, arguments in
      try list(
        "SELECT post_id, blanked_at FROM blanked_posts WHERE post_id IN (\(places))", arguments
      ) { (try $0.id() as ID<Post>, try $0.instant()) }
    }
    return Dictionary(found) { max($0, $1) }
  }

  func save(blanked posts: [ID<Post>], at now: Instant) throws {
    try sql.runMany(
      """
      INSERT INTO blanked_posts (post_id, blanked_at) VALUES ($1, $2)
      ON CONFLICT (post_id) DO UPDATE SET blanked_at = excluded.blanked_at
      """, posts.map { [.id($0), .at(now)] })
  }

  private func decodeErasure(_ row: inout RowReader) throws -> Erasure {
    Erasure(
      id: try row.id(), person: try row.optionalID(), by: try row.optionalID(),
      erasedAt: try row.instant(), purgedAt: try row.optionalInstant())
  }

  private static let erasureColumns = "id, person_id, member_id, erased_at, purged_at"

  func unpurged() throws -> [Erasure] {
    try list(
      "SELECT \(Self.erasureColumns) FROM erasures WHERE purged_at IS NULL ORDER BY id", [],
      decodeErasure)
  }

  func erasures(of person: ID<Person>) throws -> [Erasure] {
    try list(
      "SELECT \(Self.erasureColumns) FROM erasures WHERE person_id = $1 ORDER BY id", [.id(person)],
      decodeErasure)
  }

  func insert(_ erasure: Erasure) throws {
    try sql.run(
      "INSERT INTO erasures (\(Self.erasureColumns)) VALUES ($1, $2, $3, $4, $5)",
      [
        .id(erasure.id), .id(erasure.person), .id(erasure.by), .at(erasure.erasedAt),
        .at(erasure.purgedAt),
      ])
  }

  func setPurged(_ erasure: ID<Erasure>, at now: Instant) throws {
    try sql.run("UPDATE erasures SET purged_at = $2 WHERE id = $1", [.id(erasure), .at(now)])
  }

  static let spanColumns = "reason, by_member, begins_at, ends_at, lifted_at, lifted_by"

  func decodeSpan<Concerned>(_ row: inout RowReader) throws -> SignedSpan<Concerned> {
    SignedSpan(
      id: try row.id(), concerned: try row.id(), reason: try row.text(), by: try row.id(),
      beginsAt: try row.instant(), endsAt: try row.instant(), liftedAt: try row.optionalInstant(),
      liftedBy: try row.optionalID())
  }

  /// - Parameter table: with a column for whom it concerns, named `column`.
  func insert<Concerned>(
    _ span: SignedSpan<Concerned>, into table: String, _ column: String
  )
    throws
  {
    try sql.run(
      """
      INSERT INTO \(table) (id, \(column), \(Self.spanColumns))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      [
        .id(span.id), .id(span.concerned), .words(span.reason), .id(span.by), .at(span.beginsAt),
        .at(span.endsAt), .at(span.liftedAt), .id(span.liftedBy),
      ])
  }

  func lift<Concerned>(
    _ span: ID<SignedSpan<Concerned>>, in table: String, by member: ID<Member>, at now: Instant
  ) throws {
    try sql.run(
      "UPDATE \(table) SET lifted_at = $3, lifted_by = $2 WHERE id = $1 AND lifted_at IS NULL",
      [.id(span), .id(member), .at(now)])
  }

  func holds(of person: ID<Person>) throws -> [LegalHold] {
    try list(
      """
      SELECT id, person_id, \(Self.spanColumns) FROM legal_holds
      WHERE person_id = $1 OR person_id IN (
        SELECT h.own_person_id FROM handles h
        WHERE h.person_id = $1 AND h.own_person_id IS NOT NULL)
      UNION ALL
      SELECT id, CAST($1 AS BIGINT), \(Self.spanColumns) FROM handle_holds
      WHERE handle_id IN (
        SELECT h.id FROM handles h WHERE h.person_id = $1 OR h.own_person_id = $1)
      ORDER BY id
      """, [.id(person)], decodeSpan)
  }

  func insert(_ hold: LegalHold) throws { try insert(hold, into: "legal_holds", "person_id") }

  func lift(_ hold: ID<LegalHold>, by member: ID<Member>, at now: Instant) throws {
    try lift(hold, in: "legal_holds", by: member, at: now)
    // One that was set before they spoke to us stands with the handle.
    try lift(hold, in: "handle_holds", by: member, at: now)
  }

  func restrictions(of member: ID<Member>) throws -> [Restriction] {
    try list(
      "SELECT id, member_id, \(Self.spanColumns) FROM restrictions WHERE member_id = $1 ORDER BY id",
      [.id(member)], decodeSpan)
  }

  func restrictions(standingAt now: Instant) throws -> [Restriction] {
    try list(
      """
      SELECT id, member_id, \(Self.spanColumns) FROM restrictions
      WHERE lifted_at IS NULL AND ends_at > $1 ORDER BY id
      """, [.at(now)], decodeSpan)
  }

  func insert(_ restriction: Restriction) throws {
    try insert(restriction, into: "restrictions", "member_id")
  }

  func lift(_ restriction: ID<Restriction>, by member: ID<Member>, at now: Instant) throws {
    try lift(restriction, in: "restrictions", by: member, at: now)
  }

  func retentionRules() throws -> [RetentionRule] {
    try list(
      "SELECT network, kind, days, purpose FROM retention_rules ORDER BY network, kind", []
    ) {
      RetentionRule(
        network: try $0.named(), kind: try $0.named(), days: Int(try $0.integer()),
        purpose: try $0.text())
    }
  }

  func save(_ rules: [RetentionRule]) throws {
    try sql.run("DELETE FROM retention_rules", [])
    try sql.runMany(
      "INSERT INTO retention_rules (network, kind, days, purpose) VALUES ($1, $2, $3, $4)",
      rules.map { [.name($0.network), .name($0.kind), .int($0.days), .words($0.purpose)] })
  }

  func shorten(
    _ kind: RetentionKind, on network: NetworkName?, except: [NetworkName], days: Int
  ) throws {
    let kinds =
      switch kind {
      case .aboutUs: "p.direction = 'aboutUs'"
      case .conversations:
        "p.direction IN ('toUs', 'aside') AND p.visibility IN ('public', 'unlisted')"
      case .privateTalk:
        "p.direction IN ('toUs', 'aside') AND p.visibility IN ('followers', 'private')"
      }
    let span = Int64(days) * 86_400_000
    let named = network.map { [$0] } ?? except
    let places = named.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
    let there =
      network != nil
      ? "AND p.network IN (\(places))"
      : except.isEmpty ? "" : "AND p.network NOT IN (\(places))"
    // What somebody took up is no talk about us any more.
    let talk =
      kind == .aboutUs
      ? "AND NOT EXISTS (SELECT 1 FROM conversations c WHERE c.id = p.conversation_id)" : ""
    try sql.run(
      """
      UPDATE posts SET words_until = received_at + $1
      WHERE id IN (SELECT p.id FROM posts p WHERE p.words_until IS NOT NULL AND p.removed_at IS NULL
        AND p.words_until > p.received_at + $1 AND \(kinds) \(there) \(talk))
      """, [.integer(span)] + named.map { .name($0) })
  }
}
