import HeedModel

/// Those who spoke to us only in what others had begun: they have a page, and no conversation bears their name.
extension Transaction {
  /// Walks them from the last heard on; of each human only the handle that was heard last counts.
  func peopleAmongOthers(
    _ search: String, _ page: PageRequest, _ viewer: Viewer
  ) throws -> [Found] {
    let after = try page.after.map { try PageKey.numbers($0, 2) } ?? [.max, .max]
    let pattern = Self.pattern(search)
    func heard(by handle: String) -> String {
      """
      EXISTS (SELECT 1 FROM posts p LEFT JOIN conversations c ON c.id = p.conversation_id
        WHERE p.author_id = \(handle).id AND p.direction = 'toUs' AND \(Visible.post))
      """
    }
    return try list(
      """
      SELECT e.id, f.among_others_at, f.id, (
        SELECT COUNT(DISTINCT p.conversation_id) FROM handles o JOIN posts p ON p.author_id = o.id
        LEFT JOIN conversations c ON c.id = p.conversation_id
        WHERE o.person_id = e.id AND p.direction = 'toUs' AND \(Visible.post))
      FROM people f CROSS JOIN handles h CROSS JOIN people e
      WHERE h.own_person_id = f.id AND e.id = h.person_id AND f.among_others_at IS NOT NULL
        AND (f.among_others_at, f.id) < ($3, $4)
        AND e.erased_at IS NULL
        \(pattern.isEmpty ? "" : Self.named("$6"))
        AND \(heard(by: "h"))
        AND NOT EXISTS (SELECT 1 FROM handles o JOIN conversations d ON d.handle_id = o.id
          WHERE o.person_id = e.id AND d.joined_to IS NULL AND \(Self.visibleOther))
        AND NOT EXISTS (SELECT 1 FROM handles o JOIN people g ON g.id = o.own_person_id
          WHERE o.person_id = e.id
            AND (g.among_others_at, g.id) > (f.among_others_at, f.id) AND \(heard(by: "o")))
      ORDER BY f.among_others_at DESC, f.id DESC LIMIT $5
      """,
      Visible.arguments(viewer) + [
        .integer(after[0]), .integer(after[1]), .int(page.limit + 1),
      ] + pattern, decodeHeard)
  }
}
