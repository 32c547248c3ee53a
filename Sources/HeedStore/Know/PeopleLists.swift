import HeedModel

extension Transaction {
  func people(_ list: PeopleList, _ search: String, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<PersonRow>
  {
    switch list {
    case .all: try people(search, page, viewer)
    case .quiet(let instant): try peopleQuiet(before: instant, search, page, viewer)
    case .waiting: try peopleWaiting(search, page, viewer)
    case .promised: try peoplePromised(search, page, viewer)
    case .wronged: try peopleWronged(search, page, viewer)
    }
  }

  /// Somebody on a list, with what puts them there.
  struct Found {
    var person: ID<Person>
    var keys: (Int64, Int64)
    var last: Instant
    var waitingSince: Instant?
    var waitsIn: ID<Conversation>?
    var times: Int
    var promise: Promise?
    var mistake: Mistake?
  }

  /// How many conversations of a person `e` the viewer may see.
  static let times = """
    (SELECT COUNT(*) FROM handles o JOIN conversations d ON d.handle_id = o.id
      WHERE o.person_id = e.id AND d.joined_to IS NULL AND \(visibleOther))
    """

  /// By a name or an address of a handle with words that the viewer may see: what is found tells of nothing else.
  static func named(_ place: String) -> String {
    """
    AND EXISTS (SELECT 1 FROM handles n LEFT JOIN people f ON f.id = n.own_person_id
      WHERE n.person_id = e.id AND (f.name_folded LIKE \(place) OR LOWER(n.address) LIKE \(place))
        AND (EXISTS (SELECT 1 FROM conversations d
            WHERE d.handle_id = n.id AND d.joined_to IS NULL AND \(visibleOther))
          OR EXISTS (SELECT 1 FROM posts y LEFT JOIN conversations d ON d.id = y.conversation_id
            WHERE y.author_id = n.id AND y.direction = 'toUs' AND \(visibleWords("y")))))
    """
  }

  /// Of another post row, beside another conversation row `d`.
  static func visibleWords(_ letter: String) -> String {
    Visible.post.replacing("p.", with: "\(letter).").replacing("c.", with: "d.")
  }

  static func pattern(_ search: String) -> [SQLValue] {
    let wanted = search.lowercased().filter { $0 != "%" && $0 != "_" && $0 != "\\" }
    return wanted.isEmpty ? [] : [.words("%\(wanted)%")]
  }

  /// Those with whom conversations were, and those who spoke to us in what others had begun.
  private func people(_ search: String, _ page: PageRequest, _ viewer: Viewer) throws
    -> Page<PersonRow>
  {
    let begun = try peopleWithTheirOwn(search, page, viewer)
    let among = try peopleAmongOthers(search, page, viewer)
    let found = among.isEmpty ? begun : (begun + among).sorted { $0.keys > $1.keys }
    return try rows(Array(found.prefix(page.limit + 1)), page, viewer)
  }

  /// Walks conversations from the last spoken in on; of each person only the newest that the viewer may see counts.
  private func peopleWithTheirOwn(
    _ search: String, _ page: PageRequest, _ viewer: Viewer
  ) throws -> [Found] {
    let after = try page.after.map { try PageKey.numbers($0, 2) } ?? [.max, .max]
    let pattern = Self.pattern(search)
    return try list(
      """
      SELECT e.id, c.last_post_at, c.id, \(Self.times)
      FROM conversations c JOIN handles h ON h.id = c.handle_id JOIN people e ON e.id = h.person_id
      WHERE c.joined_to IS NULL AND (c.last_post_at, c.id) < ($3, $4) AND e.erased_at IS NULL
        \(pattern.isEmpty ? "" : Self.named("$6"))
        AND \(Visible.conversation)
        AND NOT EXISTS (SELECT 1 FROM handles o JOIN conversations d ON d.handle_id = o.id
          WHERE o.person_id = e.id AND d.joined_to IS NULL AND \(Self.visibleOther)
            AND (d.last_post_at, d.id) > (c.last_post_at, c.id))
      ORDER BY c.last_post_at DESC, c.id DESC LIMIT $5
      """,
      Visible.arguments(viewer) + [
        .integer(after[0]), .integer(after[1]), .int(page.limit + 1),
      ] + pattern, decodeHeard)
  }

  func decodeHeard(_ row: inout RowReader) throws -> Found {
    let (person, last, id) = (try row.id(Person.self), try row.instant(), try row.integer())
    return Found(
      person: person, keys: (last.milliseconds, id), last: last, times: Int(try row.integer()))
  }

  /// Walks the waiting line by who said what waits; of each person only the conversation that stands first in it counts.
  private func peopleWaiting(_ search: String, _ page: PageRequest, _ viewer: Viewer) throws
    -> Page<PersonRow>
  {
    let after = try page.after.map { try PageKey.numbers($0, 2) } ?? [.min, .min]
    let pattern = Self.pattern(search)
    let earlier = """
      d.state = 'waiting' AND \(Self.visibleOther) AND (d.line_rank, d.id) < (c.line_rank, c.id)
      """
    let found = try list(
      """
      SELECT e.id, c.line_rank, c.id, c.last_post_at, c.waiting_since, \(Self.times)
      FROM conversations c LEFT JOIN posts w ON w.id = c.waiting_post_id
      JOIN handles h ON h.id = COALESCE(w.author_id, c.handle_id)
      JOIN people e ON e.id = h.person_id
      WHERE c.state = 'waiting' AND (c.line_rank, c.id) > ($3, $4) AND e.erased_at IS NULL
        \(pattern.isEmpty ? "" : Self.named("$6")) AND \(Visible.conversation)
        AND NOT EXISTS (SELECT 1 FROM handles o JOIN posts v ON v.author_id = o.id
          JOIN conversations d ON d.waiting_post_id = v.id
          WHERE o.person_id = e.id AND \(earlier))
        AND NOT EXISTS (SELECT 1 FROM handles o JOIN conversations d ON d.handle_id = o.id
          LEFT JOIN posts v ON v.id = d.waiting_post_id
          WHERE o.person_id = e.id AND v.author_id IS NULL AND \(earlier))
      ORDER BY c.line_rank, c.id LIMIT $5
      """,
      Visible.arguments(viewer) + [
        .integer(after[0]), .integer(after[1]), .int(page.limit + 1),
      ] + pattern
    ) { row in
      let (person, rank, id) = (try row.id(Person.self), try row.integer(), try row.integer())
      return Found(
        person: person, keys: (rank, id), last: try row.instant(),
        waitingSince: try row.optionalInstant(), waitsIn: ID(id), times: Int(try row.integer()))
    }
    return try rows(found, page, viewer)
  }

  func rows(_ found: [Found], _ page: PageRequest, _ viewer: Viewer) throws
    -> Page<PersonRow>
  {
    let stretch = found.page(page.limit) { PageKey.text($0.keys.0, $0.keys.1) }
    let known = try known(stretch.rows.map(\.person), for: viewer)
    return Page(
      rows: stretch.rows.compactMap { one in
        guard let (person, handles) = known[one.person] else { return nil }
        var row = PersonRow(
          person: person, handles: handles, lastWordsAt: one.last, conversations: one.times,
          waitingSince: one.waitingSince,
          promise: one.promise, mistake: one.mistake)
        row.waitsIn = one.waitsIn
        return row
      }, next: stretch.next)
  }

  /// Whether the viewer may see words of a handle row `h`: a conversation with them, or what they said in another's.
  private static let heard = """
    (EXISTS (SELECT 1 FROM conversations c
      WHERE c.handle_id = h.id AND c.joined_to IS NULL AND \(Visible.conversation))
    OR EXISTS (SELECT 1 FROM posts p LEFT JOIN conversations c ON c.id = p.conversation_id
      WHERE p.author_id = h.id AND p.direction = 'toUs' AND \(Visible.post)))
    """

  func handles(of person: ID<Person>, for viewer: Viewer) throws -> [Handle] {
    try known([person], for: viewer)[person]?.handles ?? []
  }

  func person(_ id: ID<Person>, for viewer: Viewer) throws -> Person? {
    try known([id], for: viewer)[id]?.person
  }

  /// People and their handles, as far as the viewer may see words of theirs: of many in one question.
  private func known(_ people: [ID<Person>], for viewer: Viewer) throws -> [ID<Person>: (
    person: Person, handles: [Handle]
  )] {
    let begun = try InList.each(Set(people).sorted().map { .id($0) }, from: 3) { places, ids in
      try list(
        """
        SELECT \(HandleRows.columns), e.id, COALESCE(f.name, h.name),
          COALESCE(f.first_words_at, e.first_words_at), e.do_not_contact,
          COALESCE(f.do_not_contact, 0), e.erased_at, CASE WHEN \(Self.heard) THEN 1 ELSE 0 END
        FROM handles h JOIN people e ON e.id = h.person_id
        LEFT JOIN people f ON f.id = h.own_person_id
        WHERE h.person_id IN (\(places))
        ORDER BY e.id, COALESCE((SELECT MAX(w.id) FROM their_words w
          WHERE w.handle_id = h.id AND w.kind = 'named'), 0) DESC, COALESCE(f.id, h.id)
        """, Visible.arguments(viewer) + ids
      ) { row in
        let (handle, person) = (try HandleRows.decode(&row), try row.id(Person.self))
        let (name, first) = (try row.text(), try row.instant())
        let isLeftAlone = [try row.flag(), try row.flag()].contains(true)
        return (
          handle: handle, person: person, name: name, first: first, isLeftAlone: isLeftAlone,
          erased: try row.optionalInstant(), isSeen: try row.flag()
        )
      }
    }
    var known: [ID<Person>: (person: Person, handles: [Handle])] = [:]
    for (id, rows) in Dictionary(grouping: begun, by: \.person) {
      let seen = rows.filter(\.isSeen)
      guard let oldest = seen.first else { continue }
      let person = Person(
        id: id, name: oldest.name, firstWordsAt: seen.map(\.first).min() ?? oldest.first,
        doNotContact: rows.contains(where: \.isLeftAlone), erasedAt: oldest.erased)
      known[id] = (person, seen.map(\.handle).sorted { $0.id < $1.id })
    }
    return known
  }
}
