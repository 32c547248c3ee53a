import HeedModel

extension Transaction {
  private static let saidColumns = """
    r.id, r.conversation_id, r.member_id, r.words, r.delivered_at, r.post_id, h.id, h.person_id,
    COALESCE(h.name, '')
    """
  /// Whom a reply speaks to is who wrote what it answers, whoever began the thread: looked up, since for a join PostgreSQL
  /// would read all posts.
  private static let saidSources = """
    replies r JOIN conversations c ON c.id = r.conversation_id
    LEFT JOIN handles h ON h.id = COALESCE(
      \(PromiseRows.theirs("author_id", above: "r.in_reply_to")), c.handle_id)
    """

  private func decodeSaid(_ row: inout RowReader) throws -> SaidReply {
    SaidReply(
      reply: try row.id(), conversation: try row.id(), member: try row.id(),
      words: try row.text(), at: try row.instant(), post: try row.optionalID(),
      handle: try row.optionalID(), person: try row.optionalID(), name: try row.text())
  }

  func repliesToRemember(since: Instant, limit: Int) throws -> [SaidReply] {
    let last = try first(
      "SELECT delivered_at FROM said_replies ORDER BY delivered_at DESC, reply_id DESC LIMIT 1", []
    ) { try $0.instant() }
    // Two processes may deliver in one moment: a little is looked at twice, so that nothing is passed over.
    let from = max(since, (last ?? since) - .minutes(2))
    return try list(
      """
      SELECT \(Self.saidColumns) FROM \(Self.saidSources)
      WHERE r.delivered_at IS NOT NULL AND r.delivered_at >= $1
        AND NOT EXISTS (SELECT 1 FROM said_replies s WHERE s.reply_id = r.id)
      ORDER BY r.delivered_at, r.id LIMIT $2
      """, [.at(from), .int(limit)], decodeSaid)
  }

  func remember(_ reply: ID<Reply>, at deliveredAt: Instant, bands: [Int64]) throws {
    try sql.run(
      """
      INSERT INTO said_replies (reply_id, delivered_at) VALUES ($1, $2)
      ON CONFLICT (reply_id) DO NOTHING
      """, [.id(reply), .at(deliveredAt)])
    try sql.runMany(
      """
      INSERT INTO said_bands (band, reply_id) VALUES ($1, $2)
      ON CONFLICT (band, reply_id) DO NOTHING
      """, Set(bands).sorted().map { [.integer($0), .id(reply)] })
  }

  func said(_ replies: [ID<Reply>]) throws -> [SaidReply] {
    try InList.each(replies.map { .id($0) }) { places, arguments in
      try list(
        """
        SELECT \(Self.saidColumns) FROM \(Self.saidSources)
        WHERE r.id IN (\(places)) AND r.delivered_at IS NOT NULL
        """, arguments, decodeSaid)
    }
  }

  func forgetSaid(before: Instant, limit: Int) throws -> Int {
    let old = try list(
      """
      SELECT reply_id FROM said_replies WHERE delivered_at < $1 ORDER BY delivered_at, reply_id
      LIMIT $2
      """, [.at(before), .int(limit)]
    ) { try $0.id(Reply.self) }
    for reply in old {
      try sql.run("DELETE FROM said_bands WHERE reply_id = $1", [.id(reply)])
      try sql.run("DELETE FROM said_replies WHERE reply_id = $1", [.id(reply)])
    }
    return old.count
  }

  func repliesAlike(bands: [Int64], each: Int, limit: Int, for viewer: Viewer) throws
    -> [SaidReply]
  {
    guard !bands.isEmpty else { return [] }
    // The newest of each band: of a phrase that everybody uses nobody needs the first thousand. All in one question, for
    // each is asked while somebody types; those that share most bands first.
    let wanted = Set(bands).sorted()
    let ofOne = wanted.indices.map {
      """
      SELECT reply_id FROM (SELECT reply_id FROM said_bands WHERE band = $\($0 + 3)
        ORDER BY reply_id DESC LIMIT $1) AS b\($0)
      """
    }
    let likeliest = try list(
      """
      SELECT reply_id FROM (\(ofOne.joined(separator: " UNION ALL "))) AS alike
      GROUP BY reply_id ORDER BY COUNT(*) DESC, reply_id DESC LIMIT $2
      """, [.int(each), .int(limit)] + wanted.map { .integer($0) }
    ) { try $0.id(Reply.self) }
    return try said(likeliest, for: viewer)
  }

  func said(_ replies: [ID<Reply>], for viewer: Viewer) throws -> [SaidReply] {
    try InList.each(replies.map { .id($0) }, from: 3) { places, arguments in
      try list(
        """
        SELECT \(Self.saidColumns) FROM \(Self.saidSources)
        WHERE r.id IN (\(places)) AND r.delivered_at IS NOT NULL AND \(Visible.reply)
        """, Visible.arguments(viewer) + arguments, decodeSaid)
    }
  }
}
