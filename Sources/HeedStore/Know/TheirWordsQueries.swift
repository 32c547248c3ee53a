import HeedModel

extension Transaction {
  func privateWords(with person: ID<Person>, newest limit: Int, for viewer: Viewer) throws
    -> [String]
  {
    try list(
      """
      SELECT p.body FROM conversations c JOIN posts p ON p.conversation_id = c.id
      WHERE c.handle_id IN (SELECT o.id FROM handles o WHERE o.person_id = $3)
        AND c.is_private = 1 AND c.joined_to IS NULL AND \(Visible.conversation)
      ORDER BY p.id DESC LIMIT $4
      """, Visible.arguments(viewer) + [.id(person), .int(limit)], plainWords)
  }

  func publicWords(
    of person: ID<Person>, besides conversation: ID<Conversation>, newest limit: Int,
    for viewer: Viewer
  ) throws -> [String] {
    // One handle at a time: of each the index has the newest at its end. What was only heard of somebody who writes much
    // does not hide what they told us.
    let told = """
      SELECT q.id FROM posts q WHERE q.author_id = $3 AND q.direction = 'toUs'
        AND q.conversation_id <> $4 AND q.visibility IN ('public', 'unlisted')
      ORDER BY q.id DESC LIMIT $5
      """
    let newest = "SELECT q.id FROM posts q WHERE q.author_id = $3 ORDER BY q.id DESC LIMIT $5"
    return try handles(of: person).flatMap { handle in
      try [(told, "= 'toUs'"), (newest, "<> 'toUs'")].flatMap { posts, direction in
        try list(
          """
          SELECT p.body FROM posts p LEFT JOIN conversations c ON c.id = p.conversation_id
          WHERE p.id IN (\(posts)) AND p.direction \(direction) AND p.conversation_id <> $4
            AND p.visibility IN ('public', 'unlisted') AND \(Visible.post)
          """,
          Visible.arguments(viewer) + [.id(handle.id), .id(conversation), .int(limit)], plainWords)
      }
    }
  }

  private func plainWords(_ row: inout RowReader) throws -> String {
    RichText(encoded: try row.text()).plain
  }
}
