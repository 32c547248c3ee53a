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

  /// Mistakes are few and whoever they touched is looked up from them; of each person only the newest counts.
  func peopleWronged(_ search: String, _ page: PageRequest, _ viewer: Viewer) throws
    -> Page<PersonRow>
  {
    let before = try page.after.map { try PageKey.numbers($0, 2) } ?? [.max, .max]
    let pattern = Self.pattern(search)
    let toldPost = Visible.post.replacing("p.", with: "t.").replacing("c.", with: "d.")
    let found = try list(
      """
      SELECT e.id, w.mistake_id, w.last, \(Self.times) FROM (
        SELECT h.person_id, MAX(w.mistake_id) AS mistake_id, MAX(w.last) AS last FROM (
          SELECT mi.id AS mistake_id, c.handle_id, c.last_post_at AS last
          FROM mistakes mi JOIN posts p ON p.id = mi.post_id
          JOIN conversations c ON c.id = p.conversation_id WHERE \(Visible.post)
          UNION ALL
          SELECT mi.id, t.author_id, d.last_post_at
          FROM \(MistakeRows.sources) JOIN posts t ON t.id = mi.noticed_post_id
          JOIN conversations d ON d.id = t.conversation_id
          WHERE \(toldPost) AND \(MistakeRows.visible)
          UNION ALL
          SELECT mi.id, t.author_id, d.last_post_at
          FROM mistakes mi JOIN posts p ON p.id = mi.post_id
          JOIN posts t ON t.conversation_id = p.conversation_id AND t.id > p.id
          JOIN conversations d ON d.id = t.conversation_id
          LEFT JOIN conversations c ON c.id = p.conversation_id
          WHERE t.direction = 'toUs' AND \(toldPost) AND \(Visible.post)
        ) w JOIN handles h ON h.id = w.handle_id
        WHERE h.person_id IS NOT NULL GROUP BY h.person_id
      ) w JOIN people e ON e.id = w.person_id
      WHERE (w.mistake_id, e.id) < ($3, $4) AND e.erased_at IS NULL
        \(pattern.isEmpty ? "" : Self.named("$6"))
      ORDER BY w.mistake_id DESC, e.id DESC LIMIT $5
      """,
      Visible.arguments(viewer) + [
        .integer(before[0]), .integer(before[1]), .int(page.limit + 1),
      ] + pattern
    ) { row in
      let (person, mistake) = (try row.id(Person.self), try row.integer())
      return Found(
        person: person, keys: (mistake, person.value), last: try row.instant(),
        times: Int(try row.integer()))
    }
    return try rows(
      found.map { one in
        var one = one
        one.mistake = try mistake(ID(one.keys.0), for: viewer)
        return one
      }, page, viewer)
  }
}
