import HeedModel

extension Transaction {
  /// A wish not to be contacted holds for the human, with whichever of their handles it was said.
  static let isLeftAlone = """
    CASE WHEN e.do_not_contact = 1 OR EXISTS (
      SELECT 1 FROM handles o JOIN people f ON f.id = o.own_person_id
      WHERE o.person_id = e.id AND f.do_not_contact = 1) THEN 1 ELSE 0 END
    """
  static let personColumns = """
    e.id, e.name, e.first_words_at, \(isLeftAlone), e.erased_at
    """

  func decodePerson(_ row: inout RowReader) throws -> Person {
    Person(
      id: try row.id(), name: try row.text(), firstWordsAt: try row.instant(),
      doNotContact: try row.flag(), erasedAt: try row.optionalInstant())
  }

  func person(_ id: ID<Person>) throws -> Person? {
    try first("SELECT \(Self.personColumns) FROM people e WHERE e.id = $1", [.id(id)], decodePerson)
  }

  func handles(of people: [ID<Person>]) throws -> [Handle] {
    try InList.each(people.map { .id($0) }) { places, arguments in
      try list(
        "SELECT \(HandleRows.columns) FROM handles h WHERE h.person_id IN (\(places)) ORDER BY h.id",
        arguments, HandleRows.decode)
    }
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

  /// Conversations, each with what the person `$3` said there last of what the viewer may see: what others said beside them
  /// heads no row of theirs. The plus keeps databases from walking all that somebody ever said.
  private static let talksWithTheirWords = """
    conversations c
    LEFT JOIN posts p ON p.id = (
      SELECT MAX(q.id) FROM posts q
      WHERE q.conversation_id = c.id AND q.removed_at IS NULL
        AND +q.author_id IN (SELECT o.id FROM handles o WHERE o.person_id = $3)
        AND \(Visible.post.replacing("p.", with: "q.")))
    LEFT JOIN handles h ON h.id = c.handle_id
    """

  func conversations(of person: ID<Person>, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<WaitingRow>
  {
    let before = try page.after.map { try PageKey.numbers($0, 2) } ?? [Int64.max, Int64.max]
    let rows = try list(
      """
      SELECT \(ConversationRows.rowColumns) FROM \(Self.talksWithTheirWords)
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
