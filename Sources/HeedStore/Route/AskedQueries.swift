import HeedModel

extension Transaction {
  func asked(after last: (at: Instant, conversation: ID<Conversation>), limit: Int) throws
    -> [AskedWords]
  {
    try asked(">", "", last, limit)
  }

  func asked(before first: (at: Instant, conversation: ID<Conversation>), limit: Int) throws
    -> [AskedWords]
  {
    try asked("<", " DESC", first, limit)
  }

  /// Each state is walked by itself and the newest or oldest of all taken: talk about us may be a thousand times as much.
  private func asked(
    _ side: String, _ order: String, _ place: (at: Instant, conversation: ID<Conversation>),
    _ limit: Int
  ) throws -> [AskedWords] {
    let (key, terms) =
      sql.dialect == .sqlite
      ? ("rowid", "q.terms") : ("post_id", "array_to_string(tsvector_to_array(q.terms), ' ')")
    let states = ConversationState.allCases.filter { $0 != .aboutUs }.map { state in
      """
      SELECT * FROM (
        SELECT c.id, c.last_post_at, c.account_id, c.is_private FROM conversations c
        WHERE c.state = '\(state.rawValue)' AND c.joined_to IS NULL
          AND (c.last_post_at, c.id) \(side) ($1, $2)
        ORDER BY c.last_post_at\(order), c.id\(order) LIMIT $3) of_\(state.rawValue)
      """
    }
    return try list(
      """
      SELECT a.id, a.last_post_at, a.account_id,
        CASE WHEN a.is_private = 0 AND COALESCE(p.visibility, 'public') IN ('public', 'unlisted')
          THEN 0 ELSE 1 END,
        p.id, COALESCE(\(terms), '')
      FROM (
        SELECT * FROM (\(states.joined(separator: "\nUNION ALL\n"))) s
        ORDER BY s.last_post_at\(order), s.id\(order) LIMIT $3) a
      LEFT JOIN posts p ON p.id = (
        SELECT f.id FROM posts f
        WHERE f.conversation_id = a.id AND f.direction = 'toUs' AND f.removed_at IS NULL
          AND f.spam = 0 AND NOT EXISTS (
            SELECT 1 FROM handles h WHERE h.id = f.author_id AND h.opted_out = 1)
        ORDER BY f.id LIMIT 1)
      LEFT JOIN post_terms q ON q.\(key) = p.id
      ORDER BY a.last_post_at\(order), a.id\(order)
      """, [.at(place.at), .id(place.conversation), .int(limit)]
    ) { row in
      var asked = AskedWords(
        conversation: try row.id(), at: try row.instant(), post: nil,
        account: try row.optionalID(), isPrivate: try row.flag(), terms: [])
      asked.post = try row.optionalID()
      asked.terms = try row.text().split(separator: " ").map(String.init)
      return asked
    }
  }
}
