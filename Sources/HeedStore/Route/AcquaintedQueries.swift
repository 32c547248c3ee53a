import HeedModel

extension Transaction {
  func isAcquainted(_ handle: ID<Handle>) throws -> Bool {
    let theirs = [
      ("handles t", "t.id = $1"),
      ("handles h JOIN handles t ON t.person_id = h.person_id", "h.id = $1"),
    ]
    let pieces = theirs.flatMap { handles, isTheirs in
      [
        """
        SELECT r.id FROM \(handles) JOIN conversations c ON c.handle_id = t.id
        JOIN replies r ON r.conversation_id = c.id WHERE \(isTheirs) AND r.delivered_at IS NOT NULL
        """,
        """
        SELECT o.id FROM \(handles) JOIN posts p ON p.author_id = t.id
        JOIN posts o ON o.parent_id = p.id WHERE \(isTheirs) AND o.direction = 'ours'
        """,
        """
        SELECT k.id FROM \(handles) JOIN posts p ON p.author_id = t.id
        JOIN reading_corrections k ON k.post_id = p.id
        WHERE \(isTheirs) AND k.ended_at IS NULL AND p.spam = 0
        """,
        """
        SELECT j.id FROM \(handles) JOIN handle_joins j ON j.handle_id = t.id
        WHERE \(isTheirs) AND j.joined_by IS NOT NULL
        """,
        """
        SELECT j.id FROM \(handles) JOIN handle_joins j ON j.other_id = t.id
        WHERE \(isTheirs) AND j.joined_by IS NOT NULL
        """,
      ]
    }
    return try !list("\(pieces.joined(separator: "\nUNION ALL\n")) LIMIT 1", [.id(handle)]) {
      try $0.id(Post.self)
    }.isEmpty
  }
}
