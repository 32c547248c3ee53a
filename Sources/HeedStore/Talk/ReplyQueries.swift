import HeedModel

extension Transaction {
  private static let names = [
    "id", "conversation_id", "in_reply_to", "member_id", "account_id", "words", "signed_words",
    "warning", "intent", "language", "visibility", "uploads", "written_at", "status",
    "delivery_key", "due_at", "attempts", "first_tried_at", "delivered_at", "post_id", "trouble",
    "leased_by", "leased_until", "by_hand", "stood_before", "seen_at",
  ]
  private static let columns = names.map { "r.\($0)" }.joined(separator: ", ")

  private func decode(_ row: inout RowReader) throws -> Reply {
    var reply = Reply(
      id: try row.id(), conversation: try row.id(), inReplyTo: try row.id(),
      member: try row.id(), account: try row.id(), text: try row.text(),
      signedText: try row.text(), warning: try row.optionalText(),
      intent: try row.optionalNamed(), language: try row.optionalText(),
      visibility: try row.named(), uploads: NamesText.readIDs(try row.text()),
      writtenAt: try row.instant(),
      delivery: Delivery(
        status: try row.named(), key: try row.text(), dueAt: try row.instant(),
        attempts: Int(try row.integer()), firstTriedAt: try row.optionalInstant(),
        deliveredAt: try row.optionalInstant(), post: try row.optionalID(),
        trouble: try row.optionalMessage(), leasedBy: try row.optionalText(),
        leasedUntil: try row.optionalInstant(), byHand: try row.optionalNamed(),
        stoodBefore: try row.optionalText()))
    reply.seenAt = try row.optionalInstant()
    return reply
  }

  private func arguments(_ reply: Reply) -> [SQLValue] {
    let delivery = reply.delivery
    return [
      .id(reply.id), .id(reply.conversation), .id(reply.inReplyTo), .id(reply.member),
      .id(reply.account), .words(reply.text), .words(reply.signedText), .words(reply.warning),
      .name(reply.intent), .words(reply.language), .name(reply.visibility),
      .text(NamesText.write(ids: reply.uploads)), .at(reply.writtenAt), .name(delivery.status),
      .text(delivery.key), .at(delivery.dueAt), .int(delivery.attempts),
      .at(delivery.firstTriedAt), .at(delivery.deliveredAt), .id(delivery.post),
      .words(delivery.trouble), .words(delivery.leasedBy), .at(delivery.leasedUntil),
      .name(delivery.byHand), .words(delivery.stoodBefore), .at(reply.seenAt),
    ]
  }

  func reply(_ id: ID<Reply>) throws -> Reply? {
    try first("SELECT \(Self.columns) FROM replies r WHERE r.id = $1", [.id(id)], decode)
  }

  func replies(_ ids: [ID<Reply>]) throws -> [Reply] {
    try InList.each(ids.map { .id($0) }) { places, arguments in
      try list(
        "SELECT \(Self.columns) FROM replies r WHERE r.id IN (\(places))", arguments, decode)
    }
  }

  func reply(delivered post: ID<Post>) throws -> Reply? {
    try first("SELECT \(Self.columns) FROM replies r WHERE r.post_id = $1", [.id(post)], decode)
  }

  func lastReply(
    to handles: Set<ID<Handle>>, in conversation: ID<Conversation>, before post: ID<Post>
  ) throws -> Reply? {
    try first(
      """
      SELECT \(Self.columns) FROM replies r JOIN posts q ON q.id = r.in_reply_to
      WHERE r.conversation_id = $1 AND r.status = 'delivered' AND r.post_id < $2
        AND q.author_id IN (\(CataloguedTable.list(handles.sorted())))
      ORDER BY r.post_id DESC LIMIT 1
      """, [.id(conversation), .id(post)], decode)
  }

  func replies(in conversation: ID<Conversation>, for viewer: Viewer) throws -> [Reply] {
    try list(
      """
      SELECT \(Self.columns) FROM replies r JOIN conversations c ON c.id = r.conversation_id
      WHERE r.conversation_id = $3 AND \(Visible.reply) ORDER BY r.id
      """, Visible.arguments(viewer) + [.id(conversation)], decode)
  }

  func replies(by member: ID<Member>, limit: Int, for viewer: Viewer) throws -> [Reply] {
    try list(
      """
      SELECT \(Self.columns) FROM replies r JOIN conversations c ON c.id = r.conversation_id
      WHERE r.member_id = $3 AND r.status <> 'takenBack' AND \(Visible.reply)
      ORDER BY r.id DESC LIMIT $4
      """, Visible.arguments(viewer) + [.id(member), .int(limit)], decode)
  }

  func delivered(by viewer: Viewer, _ page: PageRequest) throws -> Page<Reply> {
    let before = try page.after.map { try PageKey.numbers($0, 1)[0] } ?? Int64.max
    let rows = try list(
      """
      SELECT \(Self.columns) FROM replies r JOIN conversations c ON c.id = r.conversation_id
      WHERE r.member_id = $1 AND r.id < $3 AND r.status = 'delivered' AND \(Visible.reply)
      ORDER BY r.id DESC LIMIT $4
      """, Visible.arguments(viewer) + [.integer(before), .int(page.limit + 1)], decode)
    return rows.page(page.limit) { PageKey.text($0.id.value) }
  }

  func troubledReplies(for viewer: Viewer) throws -> [Reply] {
    try list(
      """
      SELECT \(Self.columns) FROM replies r JOIN conversations c ON c.id = r.conversation_id
      WHERE (r.status = 'failed' OR r.status = 'unknown') AND (r.member_id = $1 OR $3 = 1)
        AND \(Visible.reply)
      ORDER BY r.id DESC LIMIT 50
      """, Visible.arguments(viewer) + [.flag(viewer.role.mayLead)], decode)
  }

  func nextDue() throws -> Instant? {
    try first(
      "SELECT due_at FROM replies WHERE status = 'queued' ORDER BY due_at, id LIMIT 1", []
    ) { try $0.instant() }
  }

  func insert(_ reply: Reply) throws {
    let places = Self.names.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    try sql.run(
      "INSERT INTO replies (\(Self.names.joined(separator: ", "))) VALUES (\(places))",
      arguments(reply))
  }

  func update(_ reply: Reply) throws {
    let sets = Self.names.enumerated().dropFirst().map { "\($0.element) = $\($0.offset + 1)" }
    try sql.run(
      "UPDATE replies SET \(sets.joined(separator: ", ")) WHERE id = $1", arguments(reply))
  }

  func lease(
    _ limit: Int, owner: String, now: Instant, until: Instant, resting: [ID<Account>]
  ) throws -> [Reply] {
    let places = resting.indices.map { "$\($0 + 5)" }.joined(separator: ", ")
    // The status is tested again outside: of two processes that picked the same row, the second finds it changed.
    let leased = try list(
      """
      UPDATE replies SET status = 'sending', leased_by = $1, leased_until = $2,
        attempts = attempts + 1, first_tried_at = COALESCE(first_tried_at, $3)
      WHERE status = 'queued' AND id IN (
        SELECT q.id FROM replies q
        WHERE q.status = 'queued' AND q.due_at <= $3
          \(resting.isEmpty ? "" : "AND q.account_id NOT IN (\(places))")
          AND NOT EXISTS (SELECT 1 FROM replies e
            WHERE e.conversation_id = q.conversation_id AND e.id < q.id
              AND e.status IN ('queued', 'sending', 'unknown'))
        ORDER BY q.due_at, q.id LIMIT $4)
      RETURNING id
      """,
      [.text(owner), .at(until), .at(now), .int(limit)] + resting.map { .id($0) }
    ) { try $0.id(Reply.self) }
    return try leased.sorted().compactMap { try reply($0) }
  }

  func abandoned(now: Instant, all: Bool, limit: Int) throws -> [Reply] {
    try list(
      """
      SELECT \(Self.columns) FROM replies r
      WHERE r.status = 'sending' AND (r.leased_until <= $1 OR $2 = 1) ORDER BY r.id LIMIT $3
      """, [.at(now), .flag(all), .int(limit)], decode)
  }
}

extension Transaction {
  func cameBack(to viewer: Viewer, _ page: PageRequest) throws -> Page<PostRow> {
    let before = try page.after.map { try PageKey.numbers($0, 1)[0] } ?? Int64.max
    let rows = try list(
      """
      SELECT \(PostRows.rowColumns)
      FROM came_back b JOIN \(PostRows.joined(to: "b.post_id"))
      WHERE b.member_id = $1 AND b.seen_at IS NULL AND b.post_id < $3 AND p.removed_at IS NULL
        AND \(Visible.post)
      ORDER BY b.post_id DESC LIMIT $4
      """, Visible.arguments(viewer) + [.integer(before), .int(page.limit + 1)],
      PostRows.decodeRow)
    return rows.page(page.limit) { PageKey.text($0.id.value) }
  }

  func cameBackCount(to viewer: Viewer) throws -> Int {
    // Each looked up by itself: joined, PostgreSQL would read all conversations.
    try count(
      """
      SELECT COUNT(*) FROM came_back b WHERE b.member_id = $1 AND b.seen_at IS NULL
        AND (SELECT CASE WHEN p.removed_at IS NULL AND \(Visible.post) THEN 1 ELSE 0 END
          FROM posts p LEFT JOIN conversations c ON c.id = p.conversation_id
          WHERE p.id = b.post_id) = 1
      """, Visible.arguments(viewer))
  }

  func hasCameBack(in conversation: ID<Conversation>, to member: ID<Member>) throws -> Bool {
    try first(
      """
      SELECT 1 FROM came_back WHERE conversation_id = $1 AND member_id = $2 AND seen_at IS NULL
      LIMIT 1
      """, [.id(conversation), .id(member)]
    ) { try $0.integer() } != nil
  }

  func insertCameBack(
    _ post: ID<Post>, to member: ID<Member>, conversation: ID<Conversation>
  ) throws {
    try sql.run(
      """
      INSERT INTO came_back (member_id, post_id, conversation_id) VALUES ($1, $2, $3)
      ON CONFLICT (member_id, post_id) DO NOTHING
      """, [.id(member), .id(post), .id(conversation)])
  }

  func setCameBackSeen(
    conversation: ID<Conversation>, by member: ID<Member>, at now: Instant
  ) throws {
    try sql.run(
      """
      UPDATE came_back SET seen_at = $3
      WHERE conversation_id = $1 AND member_id = $2 AND seen_at IS NULL
      """, [.id(conversation), .id(member), .at(now)])
  }
}
