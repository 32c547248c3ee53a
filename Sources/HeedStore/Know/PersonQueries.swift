import HeedModel

extension Transaction {
  /// A wish not to be contacted holds for the human, with whichever of their handles it was said.
  static let personColumns = """
    e.id, e.name, e.first_words_at, CASE WHEN e.do_not_contact = 1 OR EXISTS (
      SELECT 1 FROM handles o JOIN people f ON f.id = o.own_person_id
      WHERE o.person_id = e.id AND f.do_not_contact = 1) THEN 1 ELSE 0 END,
    e.erased_at
    """

  func decodePerson(_ row: inout RowReader) throws -> Person {
    Person(
      id: try row.id(), name: try row.text(), firstWordsAt: try row.instant(),
      doNotContact: try row.flag(), erasedAt: try row.optionalInstant())
  }

  func person(_ id: ID<Person>) throws -> Person? {
    try first("SELECT \(Self.personColumns) FROM people e WHERE e.id = $1", [.id(id)], decodePerson)
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
    let before = try self.person(person.id)
    try sql.run(
      "UPDATE people SET name = $2, name_folded = $3, first_words_at = $4 WHERE id = $1",
      Array(arguments(person).dropLast()))
    guard person.doNotContact != before?.doNotContact else { return }
    // Of all their handles, and so also of each once they are parted.
    try sql.run(
      """
      UPDATE people SET do_not_contact = $2 WHERE id = $1 OR id IN (
        SELECT o.own_person_id FROM handles o
        WHERE o.person_id = $1 AND o.own_person_id IS NOT NULL)
      """, [.id(person.id), .flag(person.doNotContact)])
  }

  func setContact(_ allowed: Bool, of people: [ID<Person>]) throws {
    try sql.runMany(
      "UPDATE people SET do_not_contact = $2 WHERE id = $1",
      people.map { [.id($0), .flag(!allowed)] })
  }

  private func arguments(_ person: Person) -> [SQLValue] {
    [
      .id(person.id), .words(person.name), .words(person.name.lowercased()),
      .at(person.firstWordsAt), .flag(person.doNotContact),
    ]
  }

  /// Of another conversation row `d`.
  static let visibleOther = Visible.conversation.replacing("c.", with: "d.")

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
    guard let (conversations, waiting) = counts, conversations > 0 else {
      return try factsInOthersTalk(of: person, for: viewer)
    }
    let words = try first(
      """
      SELECT MIN(p.id), MAX(p.id), COUNT(*) FROM \(sources)
      JOIN \(theirs) AND p.direction IN ('toUs', 'aboutUs')
      WHERE \(wanted)
      """, arguments
    ) {
      (
        try $0.optionalID(Post.self)?.instant, try $0.optionalID(Post.self)?.instant,
        Int(try $0.integer())
      )
    }
    let answer = try first(
      """
      SELECT r.delivered_at, r.member_id FROM \(sources)
      JOIN replies r ON r.conversation_id = c.id AND COALESCE(r.status, '') = 'delivered'
      WHERE \(wanted) AND r.delivered_at IS NOT NULL ORDER BY r.delivered_at DESC LIMIT 1
      """, arguments
    ) { (try $0.optionalInstant(), try $0.id(Member.self)) }
    let answers = try count(
      """
      SELECT COUNT(*) FROM \(sources)
      JOIN replies r ON r.conversation_id = c.id AND COALESCE(r.status, '') = 'delivered'
      WHERE \(wanted)
      """, arguments)
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
      answeredAt: answer?.0, answeredBy: answer?.1, waiting: waiting, languages: languages,
      spoke: words?.2 ?? 0, answered: answers)
  }

  /// Of somebody who spoke to us in what others had begun, and nowhere else.
  private func factsInOthersTalk(of person: ID<Person>, for viewer: Viewer) throws -> PersonFacts? {
    let sources = """
      handles h JOIN posts p ON p.author_id = h.id LEFT JOIN conversations c ON c.id = p.conversation_id
      WHERE h.person_id = $3 AND p.direction = 'toUs' AND \(Visible.post)
      """
    let arguments = Visible.arguments(viewer) + [.id(person)]
    let words = try first(
      "SELECT MIN(p.id), MAX(p.id), COUNT(*) FROM \(sources)", arguments
    ) { (try $0.optionalID(Post.self), try $0.optionalID(Post.self), Int(try $0.integer())) }
    guard let words, words.2 > 0 else { return nil }
    // Replies that answer these very words.
    let replies = """
      handles h JOIN posts p ON p.author_id = h.id
      JOIN replies r ON r.conversation_id = p.conversation_id AND r.in_reply_to = p.id
        AND COALESCE(r.status, '') = 'delivered'
      LEFT JOIN conversations c ON c.id = p.conversation_id
      WHERE h.person_id = $3 AND p.direction = 'toUs' AND \(Visible.post)
      """
    let answers = try count("SELECT COUNT(*) FROM \(replies)", arguments)
    let answer = try first(
      """
      SELECT r.delivered_at, r.member_id FROM \(replies) AND r.delivered_at IS NOT NULL
      ORDER BY r.delivered_at DESC LIMIT 1
      """, arguments
    ) { (try $0.optionalInstant(), try $0.id(Member.self)) }
    let languages = try list(
      """
      SELECT COALESCE(p.read_language, p.language), COUNT(*) FROM \(sources)
        AND COALESCE(p.read_language, p.language) IS NOT NULL
      GROUP BY COALESCE(p.read_language, p.language)
      ORDER BY COUNT(*) DESC, COALESCE(p.read_language, p.language) LIMIT 3
      """, arguments
    ) { try $0.text() }
    return PersonFacts(
      conversations: 0, firstWordsAt: words.0?.instant, lastWordsAt: words.1?.instant,
      answeredAt: answer?.0, answeredBy: answer?.1, waiting: 0, languages: languages,
      spoke: words.2, answered: answers)
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
