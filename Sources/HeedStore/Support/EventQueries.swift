import HeedModel

extension Transaction {
  private static let columns = "e.id, e.kind, e.member_id, e.conversation_id, e.subject, e.other_id"

  /// An event of an invisible conversation is invisible.
  private static let visible = "(e.conversation_id IS NULL OR \(Visible.conversation))"

  private static let sources = "events e LEFT JOIN conversations c ON c.id = e.conversation_id"

  private func decode(_ row: inout RowReader) throws -> Event {
    var event = Event(
      id: try row.id(), kind: try row.named(), member: try row.optionalID(),
      conversation: try row.optionalID(), subject: try row.optionalInteger())
    // One column holds either: no kind has both.
    let last = try row.optionalInteger()
    if event.kind.isOneOfSeveral {
      event.ordinal = last.map { Int($0) }
    } else {
      event.other = last.map { ID($0) }
    }
    return event
  }

  /// Followers read events in order of id, so an id must never appear below one that was read already: appending is
  /// for one transaction at a time (on PostgreSQL by a lock until its end; on SQLite there is one writer anyway), and an
  /// id that is not above the last one moves up.
  func append(_ event: Event) throws {
    if !mayAppend {
      if sql.dialect == .postgres {
        // The number only has to differ from the migrator's lock.
        _ = try sql.rows("SELECT 1 FROM (SELECT pg_advisory_xact_lock(48102)) AS held", [])
      }
      mayAppend = true
    }
    let id = try idAboveAll(event.id.value)
    try sql.run(
      """
      INSERT INTO events (id, kind, member_id, conversation_id, subject, other_id)
      VALUES ($1, $2, $3, $4, $5, $6)
      """,
      [
        .integer(id), .name(event.kind), .id(event.member),
        .id(event.conversation), event.subject.map { .integer($0) } ?? .null,
        event.kind.isOneOfSeveral
          ? event.ordinal.map { .int($0) } ?? .null : .id(event.other),
      ])
  }

  /// On PostgreSQL a sequence tells the last id, for the table as this transaction sees it may be older than the lock.
  private func idAboveAll(_ wanted: Int64) throws -> Int64 {
    let last = try lastEvent()?.value ?? 0
    guard sql.dialect == .postgres else { return max(wanted, last + 1) }
    return try first(
      "SELECT setval('event_order', GREATEST($1, $2, nextval('event_order')))",
      [.integer(wanted), .integer(last + 1)]
    ) { try $0.integer() } ?? wanted
  }

  func lastEvent() throws -> ID<Event>? {
    try first("SELECT id FROM events ORDER BY id DESC LIMIT 1", []) { try $0.id() }
  }

  func events(after: ID<Event>?, limit: Int, for viewer: Viewer?) throws -> [Event] {
    let from = SQLValue.integer(after?.value ?? 0)
    guard let viewer else {
      return try list(
        "SELECT \(Self.columns) FROM events e WHERE e.id > $1 ORDER BY e.id LIMIT $2",
        [from, .int(limit)], decode)
    }
    return try list(
      """
      SELECT \(Self.columns) FROM \(Self.sources)
      WHERE e.id > $3 AND \(Self.visible) ORDER BY e.id LIMIT $4
      """, Visible.arguments(viewer) + [from, .int(limit)], decode)
  }

  func audit(_ page: PageRequest, kinds: Set<EventKind>, for viewer: Viewer) throws -> Page<Event> {
    guard viewer.role.mayLead else { return Page(rows: []) }
    let before = try page.after.map { try PageKey.numbers($0, 1)[0] } ?? Int64.max
    let arguments = Visible.arguments(viewer) + [.integer(before), .int(page.limit + 1)]
    let rows =
      kinds.isEmpty
      ? try newest([], arguments)
      : try newest(of: kinds, [], arguments).sorted { $0.id > $1.id }
    return rows.page(page.limit) { PageKey.text($0.id.value) }
  }

  func audit(ofMembersAnd kinds: Set<EventKind>, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<Event>
  {
    guard viewer.role.mayLead else { return Page(rows: []) }
    let before = try page.after.map { try PageKey.numbers($0, 1)[0] } ?? Int64.max
    let arguments = Visible.arguments(viewer) + [.integer(before), .int(page.limit + 1)]
    let rows =
      try newest(["e.member_id IS NOT NULL"], arguments)
      + newest(of: kinds, ["e.member_id IS NULL"], arguments)
    return rows.sorted { $0.id > $1.id }.page(page.limit) { PageKey.text($0.id.value) }
  }

  /// A kind at a time, for then its index is walked from the newest on and nothing is sorted.
  private func newest(
    of kinds: Set<EventKind>, _ conditions: [String], _ arguments: [SQLValue]
  ) throws -> [Event] {
    try kinds.flatMap { try newest(["e.kind = $5"] + conditions, arguments + [.name($0)]) }
  }

  private func newest(_ conditions: [String], _ arguments: [SQLValue]) throws -> [Event] {
    let condition = (["e.id < $3"] + conditions + [Self.visible]).joined(separator: " AND ")
    return try list(
      """
      SELECT \(Self.columns) FROM \(Self.sources)
      WHERE \(condition) ORDER BY e.id DESC LIMIT $4
      """, arguments, decode)
  }

  func events(of conversation: ID<Conversation>, kinds: Set<EventKind>, for viewer: Viewer) throws
    -> [Event]
  {
    let arguments = Visible.arguments(viewer) + [.id(conversation)]
    guard !kinds.isEmpty else { return try timeline("", arguments) }
    let names = kinds.map(\.rawValue).sorted().map { SQLValue.text($0) }
    return try InList.each(names, from: arguments.count + 1) { places, names in
      try timeline("AND e.kind IN (\(places))", arguments + names)
    }
  }

  func events(concerning member: ID<Member>, kind: EventKind, limit: Int) throws -> [Event] {
    try list(
      """
      SELECT \(Self.columns) FROM events e
      WHERE e.kind = $1 AND e.other_id = $2 AND e.conversation_id IS NULL
      ORDER BY e.id DESC LIMIT $3
      """, [.name(kind), .id(member), .int(limit)], decode
    ).reversed()
  }

  private func timeline(_ condition: String, _ arguments: [SQLValue]) throws -> [Event] {
    try list(
      """
      SELECT \(Self.columns) FROM \(Self.sources)
      WHERE e.conversation_id = $3 \(condition) AND \(Self.visible) ORDER BY e.id DESC LIMIT 500
      """, arguments, decode
    ).reversed()
  }
}

extension Array where Element: Sendable {
  /// The page of a list that was asked for one row more than it shows.
  func page(_ limit: Int, key: (Element) -> String) -> Page<Element> {
    guard count > limit else { return Page(rows: self) }
    return Page(rows: Array(prefix(limit)), next: key(self[limit - 1]))
  }
}
