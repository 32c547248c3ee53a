import HeedModel

extension Transaction {
  func isAcquainted(_ handle: ID<Handle>) throws -> Bool {
    let theirs = """
      (SELECT id FROM handles WHERE id = $1
        UNION SELECT o.id FROM handles h JOIN handles o ON o.person_id = h.person_id WHERE h.id = $1) t
      """
    return try !list(
      """
      SELECT r.id FROM \(theirs) JOIN conversations c ON c.handle_id = t.id
      JOIN replies r ON r.conversation_id = c.id WHERE r.delivered_at IS NOT NULL
      UNION ALL
      SELECT o.id FROM \(theirs) JOIN posts p ON p.author_id = t.id
      JOIN posts o ON o.parent_id = p.id WHERE o.direction = 'ours'
      UNION ALL
      SELECT k.id FROM \(theirs) JOIN posts p ON p.author_id = t.id
      JOIN reading_corrections k ON k.post_id = p.id WHERE k.ended_at IS NULL AND p.spam = 0
      UNION ALL
      SELECT j.id FROM \(theirs) JOIN handle_joins j ON j.handle_id = t.id WHERE j.joined_by IS NOT NULL
      UNION ALL
      SELECT j.id FROM \(theirs) JOIN handle_joins j ON j.other_id = t.id WHERE j.joined_by IS NOT NULL
      LIMIT 1
      """, [.id(handle)]
    ) { try $0.id(Post.self) }.isEmpty
  }
}
