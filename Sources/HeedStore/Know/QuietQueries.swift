import HeedModel

extension Transaction {
  func talksWithoutTheirWords(at now: Instant, after last: ID<Conversation>, limit: Int) throws
    -> [ID<Conversation>]
  {
    try list(
      """
      SELECT x.conversation_id FROM (
        SELECT conversation_id FROM team_notes WHERE conversation_id > $3
        UNION SELECT conversation_id FROM hand_overs WHERE conversation_id > $3 AND word <> '') x
      WHERE EXISTS (SELECT 1 FROM posts g WHERE g.conversation_id = x.conversation_id
          AND g.direction <> 'ours' AND g.removed_at IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM posts p WHERE p.conversation_id = x.conversation_id
          AND p.direction <> 'ours' AND p.removed_at IS NULL AND p.author_id IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM claims a WHERE a.conversation_id = x.conversation_id
          AND a.released_at IS NULL AND a.claimed_at > $4)
        AND NOT EXISTS (SELECT 1 FROM posts s JOIN handles h ON h.id = s.author_id
          WHERE s.conversation_id = x.conversation_id AND \(Self.heldHandle))
      ORDER BY x.conversation_id LIMIT $2
      """, [.at(now), .int(limit), .id(last), .at(now - .days(30))]
    ) { try $0.id() }
  }

  func deleteTeamWords(in conversations: [ID<Conversation>]) throws {
    let each = conversations.map { [SQLValue.id($0)] }
    try sql.runMany("DELETE FROM team_notes WHERE conversation_id = $1", each)
    try sql.runMany("UPDATE hand_overs SET word = '' WHERE conversation_id = $1", each)
  }

  func people(knownBefore past: Instant, after last: ID<Person>, limit: Int) throws -> [ID<Person>]
  {
    try list(
      """
      SELECT e.id FROM people e
      WHERE e.id > $1 AND e.erased_at IS NULL AND \(Self.isLeftAlone) = 0
        AND e.first_words_at <= $2
      ORDER BY e.id LIMIT $3
      """, [.id(last), .at(past), .int(limit)]
    ) { try $0.id() }
  }

  func quiet(among people: [ID<Person>], since past: Instant, at now: Instant) throws
    -> [ID<Person>]
  {
    try InList.each(people.map { .id($0) }, from: 3) { places, ids in
      try list(
        """
        SELECT e.id FROM people e
        WHERE e.id IN (\(places)) AND e.erased_at IS NULL AND \(Self.isLeftAlone) = 0
          AND EXISTS (SELECT 1 FROM handles h WHERE h.person_id = e.id AND h.is_ours = 0)
          AND NOT EXISTS (SELECT 1 FROM handles h JOIN posts p ON p.author_id = h.id
            WHERE h.person_id = e.id AND (p.removed_at IS NULL OR p.removed_at > $2))
          AND NOT EXISTS (SELECT 1 FROM handles h
            JOIN promises m ON m.conversation_id IN (
              SELECT d.id FROM conversations d WHERE d.handle_id = h.id
              UNION SELECT q.conversation_id FROM posts q WHERE q.author_id = h.id)
            JOIN replies r ON r.id = m.reply_id
            JOIN conversations c ON c.id = m.conversation_id \(PromiseRows.answered())
            WHERE h.person_id = e.id AND \(PromiseRows.receiver()) = h.id
              AND m.began_at IS NOT NULL AND (m.ended_at IS NULL OR m.ended_at > $2))
          AND NOT EXISTS (SELECT 1 FROM handles h JOIN wish_voices v ON v.handle_id = h.id
            JOIN wishes w ON w.id = v.wish_id JOIN wishes u ON u.id = w.root_id
            WHERE h.person_id = e.id AND u.status NOT IN ('done', 'no'))
          AND NOT EXISTS (SELECT 1 FROM handles h JOIN their_words t ON t.handle_id = h.id
            WHERE h.person_id = e.id AND t.said_at > $2)
          AND NOT EXISTS (SELECT 1 FROM handles h WHERE h.person_id = e.id AND \(Self.heldHandle))
        """, [.at(now), .at(past)] + ids
      ) { try $0.id(Person.self) }
    }.sorted()
  }
}
