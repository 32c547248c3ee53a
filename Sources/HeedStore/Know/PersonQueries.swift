import HeedModel

extension Transaction {
  private static let columns = "e.id, e.name, e.first_words_at, e.do_not_contact, e.erased_at"

  private func decode(_ row: inout RowReader) throws -> Person {
    Person(
      id: try row.id(), name: try row.text(), firstWordsAt: try row.instant(),
      doNotContact: try row.flag(), erasedAt: try row.optionalInstant())
  }

  func person(_ id: ID<Person>) throws -> Person? {
    try first("SELECT \(Self.columns) FROM people e WHERE e.id = $1", [.id(id)], decode)
  }

  func handles(of person: ID<Person>) throws -> [Handle] {
    try list(
      "SELECT \(HandleRows.columns) FROM handles h WHERE h.person_id = $1 ORDER BY h.id",
      [.id(person)], HandleRows.decode)
  }

  func insert(_ person: Person) throws {
    try sql.run(
      """
      INSERT INTO people (id, name, name_folded, first_words_at, do_not_contact)
      VALUES ($1, $2, $3, $4, $5)
      """, arguments(person))
  }

  func update(_ person: Person) throws {
    try sql.run(
      """
      UPDATE people SET name = $2, name_folded = $3, first_words_at = $4, do_not_contact = $5
      WHERE id = $1
      """, arguments(person))
  }

  private func arguments(_ person: Person) -> [SQLValue] {
    [
      .id(person.id), .words(person.name), .words(person.name.lowercased()),
      .at(person.firstWordsAt), .flag(person.doNotContact),
    ]
  }

  func people(_ search: String, _ page: PageRequest, for viewer: Viewer) throws -> Page<PersonRow> {
    let before = try page.after.map { try PageKey.numbers($0, 2) } ?? [Int64.max, Int64.max]
    let wanted = search.lowercased().filter { $0 != "%" && $0 != "_" && $0 != "\\" }
    let named = """
      AND (e.name_folded LIKE $6 OR EXISTS (SELECT 1 FROM handles n
        WHERE n.person_id = e.id AND LOWER(n.address) LIKE $6))
      """
    // Walks conversations from the last spoken in on; of each person only the newest that the viewer may see counts.
    let found = try list(
      """
      SELECT \(Self.columns), c.last_post_at, c.id, (
        SELECT COUNT(*) FROM handles o JOIN conversations d ON d.handle_id = o.id
        WHERE o.person_id = e.id AND d.joined_to IS NULL AND \(Self.visibleOther))
      FROM conversations c JOIN handles h ON h.id = c.handle_id JOIN people e ON e.id = h.person_id
      WHERE c.joined_to IS NULL AND (c.last_post_at, c.id) < ($3, $4) AND e.erased_at IS NULL
        \(wanted.isEmpty ? "" : named) AND \(Visible.conversation)
        AND NOT EXISTS (SELECT 1 FROM handles o JOIN conversations d ON d.handle_id = o.id
          WHERE o.person_id = e.id AND d.joined_to IS NULL AND \(Self.visibleOther)
            AND (d.last_post_at, d.id) > (c.last_post_at, c.id))
      ORDER BY c.last_post_at DESC, c.id DESC LIMIT $5
      """,
      Visible.arguments(viewer) + [
        .integer(before[0]), .integer(before[1]), .int(page.limit + 1),
      ] + (wanted.isEmpty ? [] : [.words("%\(wanted)%")])
    ) {
      (
        person: try decode(&$0), last: try $0.instant(), conversation: try $0.integer(),
        times: Int(try $0.integer())
      )
    }
    return try found.page(page.limit) {
      PageKey.text($0.last.milliseconds, $0.conversation)
    }.map {
      PersonRow(
        person: $0.person, handles: try handles(of: $0.person.id), lastWordsAt: $0.last,
        conversations: $0.times)
    }
  }

  /// Of another conversation row `d`.
  private static let visibleOther = Visible.conversation.replacing("c.", with: "d.")

  func facts(of person: ID<Person>, for viewer: Viewer) throws -> PersonFacts? {
    let sources = """
      handles h JOIN conversations c ON c.handle_id = h.id AND c.joined_to IS NULL
      """
    let wanted = "h.person_id = $3 AND \(Visible.conversation)"
    let arguments = Visible.arguments(viewer) + [.id(person)]
    // The plus keeps databases from walking all that somebody ever said: they speak about us more than with us.
    let theirs = "posts p ON p.conversation_id = c.id AND +p.author_id = h.id"
    let counts = try first(
      """
      SELECT COUNT(*), SUM(CASE WHEN c.state = 'waiting' THEN 1 ELSE 0 END)
      FROM \(sources) WHERE \(wanted)
      """, arguments
    ) { (Int(try $0.integer()), Int(try $0.optionalInteger() ?? 0)) }
    guard let (conversations, waiting) = counts, conversations > 0 else { return nil }
    let words = try first(
      """
      SELECT MIN(p.id), MAX(p.id) FROM \(sources)
      JOIN \(theirs) AND p.direction IN ('toUs', 'aboutUs')
      WHERE \(wanted)
      """, arguments
    ) { (try $0.optionalID(Post.self)?.instant, try $0.optionalID(Post.self)?.instant) }
    let answer = try first(
      """
      SELECT r.delivered_at, r.member_id FROM \(sources)
      JOIN replies r ON r.conversation_id = c.id AND COALESCE(r.status, '') = 'delivered'
      WHERE \(wanted) AND r.delivered_at IS NOT NULL ORDER BY r.delivered_at DESC LIMIT 1
      """, arguments
    ) { (try $0.optionalInstant(), try $0.id(Member.self)) }
    let languages = try list(
      """
      SELECT COALESCE(p.read_language, p.language), COUNT(*) FROM \(sources)
      JOIN \(theirs)
      WHERE \(wanted) AND COALESCE(p.read_language, p.language) IS NOT NULL
      GROUP BY COALESCE(p.read_language, p.language)
      ORDER BY COUNT(*) DESC, COALESCE(p.read_language, p.language) LIMIT 3
      """, arguments
    ) { try $0.text() }
    return PersonFacts(
      conversations: conversations, firstWordsAt: words?.0, lastWordsAt: words?.1,
      answeredAt: answer?.0, answeredBy: answer?.1, waiting: waiting, languages: languages)
  }

  func conversations(of person: ID<Person>, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<WaitingRow>
  {
    let before = try page.after.map { try PageKey.numbers($0, 2) } ?? [Int64.max, Int64.max]
    let rows = try list(
      """
      SELECT \(ConversationRows.rowColumns) FROM \(ConversationRows.rowSources)
      WHERE c.handle_id IN (SELECT o.id FROM handles o WHERE o.person_id = $3)
        AND (c.last_post_at, c.id) < ($4, $5) AND c.joined_to IS NULL AND \(Visible.conversation)
      ORDER BY c.last_post_at DESC, c.id DESC LIMIT $6
      """,
      Visible.arguments(viewer) + [
        .id(person), .integer(before[0]), .integer(before[1]), .int(page.limit + 1),
      ], ConversationRows.decodeRow)
    return rows.page(page.limit) {
      PageKey.text($0.conversation.lastPostAt.milliseconds, $0.conversation.id.value)
    }
  }
}
