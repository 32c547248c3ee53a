import HeedModel

extension Transaction {
  private static let joinColumns = """
    j.id, j.handle_id, j.other_id, j.kind, j.here, j.there, j.post_id, j.joined_by, j.joined_at,
    j.parted_by, j.parted_at
    """

  private func decodeJoin(_ row: inout RowReader) throws -> HandleJoin {
    let (id, one, other) = (
      try row.id(HandleJoin.self), try row.id(Handle.self), try row.id(Handle.self)
    )
    let evidence = JoinEvidence(
      try row.named(), here: try row.text(), there: try row.text(), post: try row.optionalID())
    return HandleJoin(
      id: id, one, other, evidence: evidence, joinedBy: try row.optionalID(),
      joinedAt: try row.instant(), partedBy: try row.optionalID(),
      partedAt: try row.optionalInstant())
  }

  func joins(of handles: [ID<Handle>]) throws -> [HandleJoin] {
    let ids = handles.map { SQLValue.id($0) }
    let found = try ["handle_id", "other_id"].flatMap { end in
      try InList.each(ids) { places, arguments in
        try list(
          "SELECT \(Self.joinColumns) FROM handle_joins j WHERE j.\(end) IN (\(places))", arguments,
          decodeJoin)
      }
    }
    return Dictionary(found.map { ($0.id, $0) }) { $1 }.values.sorted { $0.id < $1.id }
  }

  func join(_ id: ID<HandleJoin>) throws -> HandleJoin? {
    try first(
      "SELECT \(Self.joinColumns) FROM handle_joins j WHERE j.id = $1", [.id(id)], decodeJoin)
  }

  func insert(_ join: HandleJoin) throws -> Bool {
    guard join.one != join.other else { return false }
    let isJoined = try joins(of: [join.one]).contains {
      $0.isStanding && $0.connects(join.one, join.other)
    }
    guard !isJoined || !join.isStanding else { return false }
    try sql.run(
      """
      INSERT INTO handle_joins (id, handle_id, other_id, kind, here, there, post_id, joined_by,
        joined_at, parted_by, parted_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      [
        .id(join.id), .id(join.one), .id(join.other), .name(join.evidence.kind),
        .words(join.evidence.here), .words(join.evidence.there), .id(join.evidence.post),
        .id(join.joinedBy), .at(join.joinedAt), .id(join.partedBy), .at(join.partedAt),
      ])
    if join.isStanding { try regroup(join.one) }
    return true
  }

  func end(_ join: ID<HandleJoin>, by member: ID<Member>?, at now: Instant) throws {
    guard let standing = try self.join(join), standing.isStanding else { return }
    try sql.run(
      "UPDATE handle_joins SET parted_by = $2, parted_at = $3 WHERE id = $1 AND parted_at IS NULL",
      [.id(join), .id(member), .at(now)])
    try regroup(standing.one)
    try regroup(standing.other)
  }

  func regroup(_ handle: ID<Handle>) throws {
    var group: Set<ID<Handle>> = [handle]
    var edge = group
    while !edge.isEmpty {
      let ends = try joins(of: edge.sorted()).filter(\.isStanding).flatMap { [$0.one, $0.other] }
      edge = Set(ends).subtracting(group)
      group.formUnion(edge)
    }
    let known = try handles(group.sorted())
    let person = known.compactMap(\.ownPerson).min()
    // Each row is written, changed or not: two who join the same people at once meet here, and the database has one of
    // them look again.
    try sql.runMany(
      "UPDATE handles SET person_id = $2 WHERE id = $1", known.map { [.id($0.id), .id(person)] })
    if person == nil { try question(known.map(\.id)) }
  }

  func currentPerson(_ id: ID<Person>) throws -> ID<Person>? {
    try first(
      """
      SELECT h.person_id FROM handles h
      WHERE h.own_person_id = $1 AND h.person_id IS NOT NULL ORDER BY h.id LIMIT 1
      """, [.id(id)]
    ) { try $0.id() }
      ?? first("SELECT e.id FROM people e WHERE e.id = $1", [.id(id)]) { try $0.id() }
  }

  func handles(withPages pages: [String]) throws -> [Handle] {
    try InList.each(Self.spellings(pages)) { places, arguments in
      try list(
        """
        SELECT \(HandleRows.columns) FROM handles h
        WHERE h.page IN (\(places)) AND h.person_id IS NOT NULL
        """, arguments, HandleRows.decode)
    }
  }

  func handles(addressed addresses: [String]) throws -> [Handle] {
    let wanted = addresses.filter { !$0.isEmpty }.map { SQLValue.words($0) }
    return try wanted.flatMap { address in
      try list(
        """
        SELECT \(HandleRows.columns) FROM handles h
        WHERE LOWER(h.address) = LOWER($1) AND h.person_id IS NOT NULL
        """, [address], HandleRows.decode)
    }
  }

  func handles(movedTo handles: [ID<Handle>]) throws -> [Handle] {
    try InList.each(handles.map { .id($0) }) { places, arguments in
      try list(
        "SELECT \(HandleRows.columns) FROM handles h WHERE h.moved_to IN (\(places))", arguments,
        HandleRows.decode)
    }
  }

  func evidence(pointingTo there: [String]) throws -> [Evidence] {
    try InList.each(Self.spellings(there)) { places, arguments in
      try list(
        "SELECT \(Self.evidenceColumns) FROM evidence WHERE there IN (\(places))", arguments,
        decodeEvidence)
    }
  }

  /// An address with and without its last stroke, over either scheme: those are one page to whoever links to it.
  private static func spellings(_ addresses: [String]) -> [SQLValue] {
    let all = addresses.filter { !$0.isEmpty }.flatMap { address -> [String] in
      let bare = address.hasSuffix("/") ? String(address.dropLast()) : address
      guard let colon = bare.firstRange(of: "://") else { return [address] }
      let rest = bare[colon.upperBound...]
      return ["https", "http"].flatMap { ["\($0)://\(rest)", "\($0)://\(rest)/"] }
    }
    return Set(all).sorted().map { .words($0) }
  }

  func meetings(of member: ID<Member>, limit: Int, for viewer: Viewer) throws -> [Meeting] {
    // Whom they met is who wrote what they answered, whoever began the thread.
    try list(
      """
      SELECT h.person_id, r.conversation_id, a.id, r.delivered_at FROM replies r
      JOIN conversations c ON c.id = r.conversation_id \(PromiseRows.answered())
      JOIN handles h ON h.id = \(PromiseRows.receiver())
      WHERE r.member_id = $3 AND r.delivered_at IS NOT NULL AND h.person_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM people e WHERE e.id = h.person_id AND e.erased_at IS NOT NULL)
        AND \(Visible.reply)
      ORDER BY r.delivered_at DESC, r.id DESC LIMIT $4
      """, Visible.arguments(viewer) + [.id(member), .int(limit)]
    ) {
      Meeting(
        person: try $0.id(), conversation: try $0.id(), post: try $0.optionalID(),
        at: try $0.instant())
    }
  }

  func words(of handles: [ID<Handle>], limit: Int, for viewer: Viewer) throws -> [Post] {
    try handles.flatMap { handle in
      try list(
        """
        SELECT \(PostRows.columns) FROM posts p LEFT JOIN conversations c ON c.id = p.conversation_id
        WHERE p.author_id = $3 AND p.direction = 'toUs' AND p.removed_at IS NULL AND \(Visible.post)
        ORDER BY p.id DESC LIMIT $4
        """, Visible.arguments(viewer) + [.id(handle), .int(limit)], PostRows.decode)
    }.sorted { $0.id > $1.id }
  }
}
