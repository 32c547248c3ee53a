import HeedModel

/// Those to whom we owe something: what we promised, and what we said wrong.
extension Transaction {
  private static let openPromise = "m.began_at IS NOT NULL AND m.ended_at IS NULL"

  /// Walks open promises by their day; of each person only the one that is due first counts.
  func peoplePromised(_ search: String, _ page: PageRequest, _ viewer: Viewer) throws
    -> Page<PersonRow>
  {
    let after = try page.after.map { try PageKey.numbers($0, 2) } ?? [.min, .min]
    let pattern = Self.pattern(search)
    let otherReply = Visible.reply.replacing("r.", with: "s.").replacing("c.", with: "d.")
    let otherPromise = Self.openPromise.replacing("m.", with: "q.")
    let found = try list(
      """
      SELECT e.id, m.sort_at, m.id, c.last_post_at, \(Self.times), \(PromiseRows.columns)
      FROM promises m JOIN replies r ON r.id = m.reply_id
      JOIN conversations c ON c.id = m.conversation_id \(PromiseRows.answered())
      JOIN handles h ON h.id = \(PromiseRows.receiver()) JOIN people e ON e.id = h.person_id
      WHERE \(Self.openPromise) AND (m.sort_at, m.id) > ($3, $4) AND e.erased_at IS NULL
        \(pattern.isEmpty ? "" : Self.named("$6")) AND \(Visible.reply)
        AND NOT EXISTS (SELECT 1 FROM promises q JOIN replies s ON s.id = q.reply_id
          JOIN conversations d ON d.id = q.conversation_id
          \(PromiseRows.answered("b", by: "s"))
          JOIN handles o ON o.id = \(PromiseRows.receiver("b", in: "d"))
          WHERE o.person_id = e.id AND \(otherPromise) AND \(otherReply)
            AND (q.sort_at, q.id) < (m.sort_at, m.id))
      ORDER BY m.sort_at, m.id LIMIT $5
      """,
      Visible.arguments(viewer) + [
        .integer(after[0]), .integer(after[1]), .int(page.limit + 1),
      ] + pattern
    ) { row in
      let (person, due, id) = (try row.id(Person.self), try row.integer(), try row.integer())
      var found = Found(
        person: person, keys: (due, id), last: try row.instant(), times: Int(try row.integer()))
      found.promise = try PromiseRows.decode(&row)
      return found
    }
    return try rows(found, page, viewer)
  }
}
