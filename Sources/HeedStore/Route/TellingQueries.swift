import HeedModel

extension Transaction {
  private static let columns = """
    t.id, t.member_id, t.kind, t.about, t.conversation_id, t.subject, t.other_id, t.times, t.last_at,
    t.desk_at, t.digest_id, t.mailed_at, t.push_id, t.pushed_at, t.seen_at, t.settled_at
    """

  /// A telling of a conversation that its member may not see any more is none.
  private static let own = """
    tellings t LEFT JOIN conversations c ON c.id = t.conversation_id
    WHERE t.member_id = $1 AND (t.conversation_id IS NULL OR \(Visible.conversation))
    """

  private static let isOpen = "t.seen_at IS NULL AND t.settled_at IS NULL"

  private func decode(_ row: inout RowReader) throws -> Telling {
    let id = try row.id(Telling.self)
    let member = try row.id(Member.self)
    let kind = try row.named(TellingKind.self)
    let about = try row.integer()
    var telling = Telling(
      id: id, member: member, kind: kind, about: about, conversation: try row.optionalID(),
      subject: try row.optionalInteger(), other: try row.optionalID(),
      times: Int(try row.integer()), lastAt: try row.instant())
    telling.deskAt = try row.optionalInstant()
    telling.digest = try row.optionalID()
    telling.mailedAt = try row.optionalInstant()
    telling.push = try row.optionalID()
    telling.pushedAt = try row.optionalInstant()
    telling.seenAt = try row.optionalInstant()
    telling.settledAt = try row.optionalInstant()
    return telling
  }

  private func values(_ telling: Telling) -> [SQLValue] {
    [
      .id(telling.id), .id(telling.member), .name(telling.kind), .integer(telling.about),
      .id(telling.conversation), telling.subject.map { .integer($0) } ?? .null,
      .id(telling.other), .int(telling.times), .at(telling.lastAt), .at(telling.deskAt),
      .id(telling.digest), .at(telling.mailedAt), .id(telling.push), .at(telling.pushedAt),
      .at(telling.seenAt), .at(telling.settledAt),
    ]
  }

  func toldUntil() throws -> ID<Event>? {
    try first("SELECT event_id FROM told_until WHERE name = 'members'", []) { try $0.id() }
  }

  /// On PostgreSQL a row that another transaction changed meanwhile is a conflict, and the body runs again.
  func setToldUntil(_ event: ID<Event>, from last: ID<Event>?) throws -> Bool {
    if let last {
      return try sql.run(
        "UPDATE told_until SET event_id = $1 WHERE name = 'members' AND event_id = $2",
        [.id(event), .id(last)]) == 1
    }
    return try sql.run(
      """
      INSERT INTO told_until (name, event_id) VALUES ('members', $1)
      ON CONFLICT (name) DO NOTHING
      """, [.id(event)]) == 1
  }

  func openTellings(about: Int64) throws -> [Telling] {
    try list(
      "SELECT \(Self.columns) FROM tellings t WHERE t.about = $1 AND \(Self.isOpen) ORDER BY t.id",
      [.integer(about)], decode)
  }

  func tellings(_ page: PageRequest, for viewer: Viewer) throws -> Page<Telling> {
    let before = try page.after.map { try PageKey.numbers($0, 1)[0] } ?? Int64.max
    let rows = try list(
      """
      SELECT \(Self.columns) FROM \(Self.own) AND t.settled_at IS NULL AND t.id < $3
      ORDER BY t.id DESC LIMIT $4
      """, Visible.arguments(viewer) + [.integer(before), .int(page.limit + 1)], decode)
    return rows.page(page.limit) { PageKey.text($0.id.value) }
  }

  func unseenTellings(for viewer: Viewer) throws -> Int {
    try count(
      "SELECT COUNT(*) FROM \(Self.own) AND \(Self.isOpen)", Visible.arguments(viewer))
  }

  func unmailedTellings(
    _ kinds: Set<TellingKind>, until: Instant, for viewer: Viewer, limit: Int
  ) throws -> [Telling] {
    try untold(
      """
      t.digest_id IS NULL AND t.pushed_at IS NULL AND t.last_at <= $4
          AND (t.push_id IS NULL OR NOT EXISTS (SELECT 1 FROM push_subscriptions s
            JOIN pushes u ON u.subscription_id = s.id AND u.bundle = t.push_id
            WHERE s.member_id = t.member_id))
      """, kinds, viewer, limit, [.at(until)])
  }

  func unpushedTellings(_ kinds: Set<TellingKind>, for viewer: Viewer, limit: Int) throws
    -> [Telling]
  {
    try untold("t.push_id IS NULL AND t.digest_id IS NULL", kinds, viewer, limit, [])
  }

  /// Kinds that were not chosen stay untold for good: whoever reads a page of all would come to no other any more.
  private func untold(
    _ way: String, _ kinds: Set<TellingKind>, _ viewer: Viewer, _ limit: Int, _ more: [SQLValue]
  ) throws -> [Telling] {
    let first = Visible.arguments(viewer) + [.int(limit)] + more
    let names = kinds.map(\.rawValue).sorted().map { SQLValue.text($0) }
    return try InList.each(names, from: first.count + 1) { places, names in
      try list(
        """
        SELECT \(Self.columns) FROM \(Self.own) AND \(Self.isOpen) AND t.desk_at IS NULL
          AND \(way) AND t.kind IN (\(places)) ORDER BY t.id LIMIT $3
        """, first + names, decode)
    }
  }

  func tellings(in digest: ID<MailDigest>, for viewer: Viewer) throws -> [Telling] {
    try list(
      "SELECT \(Self.columns) FROM \(Self.own) AND \(Self.isOpen) AND t.digest_id = $3 ORDER BY t.id",
      Visible.arguments(viewer) + [.id(digest)], decode)
  }

  func tellings(in push: ID<PushBundle>, for viewer: Viewer) throws -> [Telling] {
    try list(
      "SELECT \(Self.columns) FROM \(Self.own) AND \(Self.isOpen) AND t.push_id = $3 ORDER BY t.id",
      Visible.arguments(viewer) + [.id(push)], decode)
  }

  func membersWhoAnswered(_ person: ID<Person>) throws -> [ID<Member>] {
    try list(
      """
      SELECT DISTINCT r.member_id FROM handles h
      JOIN posts p ON p.author_id = h.id
      JOIN replies r ON r.conversation_id = p.conversation_id AND r.in_reply_to = p.id
      WHERE h.person_id = $1 AND r.delivered_at IS NOT NULL
      """, [.id(person)]
    ) { try $0.id() }
  }

  func insert(_ telling: Telling) throws {
    let names = Self.columns.replacing("t.", with: "")
    try sql.run(
      """
      INSERT INTO tellings (\(names))
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
      """, values(telling))
  }

  func update(_ telling: Telling) throws {
    try sql.run(
      """
      UPDATE tellings SET member_id = $2, kind = $3, about = $4, conversation_id = $5, subject = $6,
        other_id = $7, times = $8, last_at = $9, desk_at = $10, digest_id = $11, mailed_at = $12,
        push_id = $13, pushed_at = $14, seen_at = $15, settled_at = $16
      WHERE id = $1
      """, values(telling))
  }

  func setShown(_ tellings: [ID<Telling>], to member: ID<Member>, at now: Instant) throws {
    try sql.runMany(
      "UPDATE tellings SET desk_at = $3 WHERE id = $1 AND member_id = $2 AND desk_at IS NULL",
      tellings.map { [.id($0), .id(member), .at(now)] })
  }

  func setSeen(_ telling: ID<Telling>?, by member: ID<Member>, at now: Instant) throws {
    let one = telling == nil ? "" : "AND id = $3"
    try sql.run(
      """
      UPDATE tellings SET seen_at = $2
      WHERE member_id = $1 AND seen_at IS NULL AND settled_at IS NULL \(one)
      """, [.id(member), .at(now)] + (telling.map { [.id($0)] } ?? []))
  }

  func setMailed(_ digest: ID<MailDigest>, at now: Instant) throws {
    try sql.run(
      "UPDATE tellings SET mailed_at = $2 WHERE digest_id = $1", [.id(digest), .at(now)])
  }

  func setPushed(_ bundle: ID<PushBundle>, at now: Instant) throws {
    try sql.run(
      "UPDATE tellings SET pushed_at = $2 WHERE push_id = $1 AND pushed_at IS NULL",
      [.id(bundle), .at(now)])
  }

  func deleteTellings(of member: ID<Member>) throws {
    try sql.run("DELETE FROM tellings WHERE member_id = $1", [.id(member)])
  }

  func deleteTellings(before: Instant, limit: Int) throws -> Int {
    try sql.run(
      """
      DELETE FROM tellings WHERE id IN (SELECT id FROM tellings
        WHERE last_at < $1 ORDER BY last_at LIMIT $2)
      """, [.at(before), .int(limit)])
  }

  /// Of two tellings of one kind about the conversations themselves, the one at the place that stays is kept. What is
  /// about something else there, as a promise is, stays about that.
  func joinTellings(_ from: ID<Conversation>, _ into: ID<Conversation>) throws {
    let both: [SQLValue] = [.id(from), .id(into)]
    try sql.run(
      """
      UPDATE tellings SET settled_at = last_at
      WHERE conversation_id = $1 AND about = $1 AND seen_at IS NULL AND settled_at IS NULL AND EXISTS (
        SELECT 1 FROM tellings o WHERE o.member_id = tellings.member_id AND o.kind = tellings.kind
          AND o.about = $2 AND o.seen_at IS NULL AND o.settled_at IS NULL)
      """, both)
    try sql.run(
      """
      UPDATE tellings SET conversation_id = $2, about = CASE WHEN about = $1 THEN $2 ELSE about END
      WHERE conversation_id = $1
      """, both)
  }
}
