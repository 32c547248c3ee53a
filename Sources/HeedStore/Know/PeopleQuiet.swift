import HeedModel

/// Those with whom nothing passed for long: by their own words to us and by what was said to them, whoever began the thread.
extension Transaction {
  /// Two walks back in time, the one over what people said to us and the other over what we said; of each person only the last
  /// word counts, which stands in one of them.
  func peopleQuiet(
    before: Instant, _ search: String, _ page: PageRequest, _ viewer: Viewer
  ) throws -> Page<PersonRow> {
    let after = try page.after.map { try PageKey.numbers($0, 1)[0] }
    let from = after ?? ID<Post>.first(at: before).value
    let theirs = try quiet(
      "JOIN handles h ON h.id = p.author_id", "toUs", from, search, page, viewer)
    let ours = try quiet(
      """
      LEFT JOIN posts a ON a.id = \(PromiseRows.theirs(above: "p.parent_id"))
      JOIN handles h ON h.id = COALESCE(a.author_id, c.handle_id)
      """, "ours", from, search, page, viewer)
    let found = (theirs + ours).sorted { $0.keys.0 > $1.keys.0 }.prefix(page.limit + 1)
    let stretch = Array(found).page(page.limit) { PageKey.text($0.keys.0) }
    return Page(rows: try rows(stretch.rows, page, viewer).rows, next: stretch.next)
  }

  private func quiet(
    _ receiver: String, _ direction: String, _ from: Int64, _ search: String, _ page: PageRequest,
    _ viewer: Viewer
  ) throws -> [Found] {
    let pattern = Self.pattern(search)
    let later = "s.id > p.id AND \(Self.visibleWords("s"))"
    return try list(
      """
      SELECT e.id, p.id, \(Self.times)
      FROM posts p LEFT JOIN conversations c ON c.id = p.conversation_id
      \(receiver) JOIN people e ON e.id = h.person_id
      WHERE p.direction = '\(direction)' AND p.id < $3 AND e.erased_at IS NULL
        \(pattern.isEmpty ? "" : Self.named("$5")) AND \(Visible.post)
        AND e.do_not_contact = 0 AND NOT EXISTS (
          SELECT 1 FROM handles o JOIN people f ON f.id = o.own_person_id
          WHERE o.person_id = e.id AND f.do_not_contact = 1)
        AND NOT EXISTS (SELECT 1 FROM handles o JOIN posts s ON s.author_id = o.id
          LEFT JOIN conversations d ON d.id = s.conversation_id
          WHERE o.person_id = e.id AND s.direction = 'toUs' AND \(later))
        AND NOT EXISTS (SELECT 1 FROM handles o JOIN posts q ON q.author_id = o.id
          JOIN posts s ON s.parent_id = q.id LEFT JOIN conversations d ON d.id = s.conversation_id
          WHERE o.person_id = e.id AND s.direction = 'ours' AND \(later))
        AND NOT EXISTS (SELECT 1 FROM handles o JOIN posts q ON q.author_id = o.id
          JOIN posts w ON w.parent_id = q.id AND w.direction = 'ours'
          JOIN posts s ON s.conversation_id = w.conversation_id
          LEFT JOIN conversations d ON d.id = s.conversation_id
          WHERE o.person_id = e.id AND s.direction = 'ours' AND \(later)
            AND \(PromiseRows.theirs(above: "s.parent_id")) = q.id)
        AND NOT EXISTS (SELECT 1 FROM handles o JOIN conversations d ON d.handle_id = o.id
          JOIN posts s ON s.conversation_id = d.id
          LEFT JOIN posts q ON q.id = \(PromiseRows.theirs(above: "s.parent_id"))
          WHERE o.person_id = e.id AND s.direction = 'ours' AND \(later) AND q.author_id IS NULL)
      ORDER BY p.id DESC LIMIT $4
      """, Visible.arguments(viewer) + [.integer(from), .int(page.limit + 1)] + pattern
    ) { row in
      let (person, post) = (try row.id(Person.self), try row.id(Post.self))
      return Found(
        person: person, keys: (post.value, person.value), last: post.instant,
        times: Int(try row.integer()))
    }
  }
}
