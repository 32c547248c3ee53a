import HeedModel

/// Those whom a mistake of ours touched, as the page of the mistake tells them.
extension Transaction {
  private static let wrongedAtOnce = 50

  /// Mistakes are few and whoever they touched is looked up from them, the newest first; of each person only that counts.
  func peopleWronged(_ search: String, _ page: PageRequest, _ viewer: Viewer) throws
    -> Page<PersonRow>
  {
    let before = try page.after.map { try PageKey.numbers($0, 2) } ?? [.max, .max]
    var found: [Found] = []
    var seen: Set<ID<Person>> = []
    var next: String?
    repeat {
      let some = try mistakes(PageRequest(limit: Self.wrongedAtOnce, after: next), for: viewer)
      let corrections = Dictionary(
        grouping: try corrections(of: some.rows.map(\.id)), by: \.mistake)
      let reopenings = Dictionary(grouping: try reopenings(of: some.rows.map(\.id)), by: \.mistake)
      for mistake in some.rows {
        let story = MistakeStory(
          mistake, corrections: corrections[mistake.id] ?? [],
          reopenings: reopenings[mistake.id] ?? [])
        for one in try touched(by: story, search, viewer) where seen.insert(one.person).inserted {
          if (one.keys.0, one.keys.1) < (before[0], before[1]) { found.append(one) }
        }
      }
      next = some.next
    } while next != nil && found.count <= page.limit
    return try rows(Array(found.prefix(page.limit + 1)), page, viewer)
  }

  /// Who was told it, told us, or spoke below it or quoted it before it was right.
  private func touched(by story: MistakeStory, _ search: String, _ viewer: Viewer) throws -> [Found]
  {
    let mistake = story.mistake
    var told: ID<Post>?
    if case .person(let post) = mistake.noticedBy { told = post }
    let fixed = story.fixedAt.map { ID<Post>.first(at: $0 + .milliseconds(1)).value }
    let pattern = Self.pattern(search)
    let said = "p.direction <> 'ours' AND p.removed_at IS NULL AND p.spam = 0"
    let beside = "LEFT JOIN conversations c ON c.id = p.conversation_id"
    return try list(
      """
      WITH RECURSIVE below (id) AS (
        SELECT m.id FROM posts m WHERE m.id = $3
        UNION
        SELECT p.id FROM below b JOIN posts p ON p.parent_id = b.id \(beside)
        WHERE \(Visible.post))
      SELECT e.id, MAX(w.id), \(Self.times) FROM (
        SELECT p.author_id, p.id FROM below b JOIN posts p ON p.id = b.id
        WHERE p.id <> $3 AND p.id < $4 AND \(said)
        UNION ALL
        SELECT p.author_id, p.id FROM posts m JOIN posts p ON p.id = m.parent_id \(beside)
        WHERE m.id = $3 AND \(said) AND \(Visible.post)
        UNION ALL
        SELECT p.author_id, p.id FROM posts p \(beside)
        WHERE p.quoted_id = $3 AND p.id < $4 AND p.body <> '' AND \(said) AND \(Visible.post)
        UNION ALL
        SELECT p.author_id, p.id FROM posts p \(beside)
        WHERE p.id = $5 AND p.direction <> 'ours' AND p.removed_at IS NULL AND \(Visible.post)
      ) w JOIN handles h ON h.id = w.author_id JOIN people e ON e.id = h.person_id
      WHERE h.is_ours = 0 AND h.is_bot = 0 AND e.erased_at IS NULL
        \(pattern.isEmpty ? "" : Self.named("$6"))
      GROUP BY e.id ORDER BY e.id DESC
      """,
      Visible.arguments(viewer) + [
        .id(mistake.post ?? ID(0)), .integer(fixed ?? .max), .id(told ?? ID(0)),
      ] + pattern
    ) { row in
      let (person, last) = (try row.id(Person.self), try row.id(Post.self))
      var found = Found(
        person: person, keys: (mistake.id.value, person.value), last: last.instant,
        times: Int(try row.integer()))
      found.mistake = mistake
      return found
    }
  }
}
