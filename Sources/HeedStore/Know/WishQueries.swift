import HeedModel

extension Transaction {
  func wish(_ id: ID<Wish>) throws -> Wish? {
    try first(
      "SELECT \(WishRows.columns) FROM wishes w WHERE w.id = $1", [.id(id)], WishRows.decode)
  }

  func wish(_ id: ID<Wish>, for viewer: Viewer) throws -> WishRow? {
    try first(
      """
      SELECT \(WishRows.columns), \(WishRows.people), \(WishRows.last) FROM wishes w
      WHERE w.id = $3 AND \(WishRows.known)
      """, Visible.arguments(viewer) + [.id(id)], WishRows.decodeRow)
  }

  func wishes(_ filter: WishFilter, _ page: PageRequest, for viewer: Viewer) throws -> Page<WishRow>
  {
    let after = try page.after.map { try PageKey.numbers($0, 2) } ?? [.max, .max]
    let rows = try list(
      """
      SELECT \(WishRows.columns), w.people, w.last FROM (
        SELECT w.id, w.kind, w.title, w.status, w.reason, w.gathered_by, w.gathered_at,
          w.changed_at, w.root_id, \(WishRows.people) AS people, \(WishRows.last) AS last
        FROM wishes w WHERE w.root_id = w.id AND \(WishRows.known)
          AND CASE WHEN w.status IN ('done', 'no') THEN 0 ELSE 1 END = $3
          \(filter.kind == nil ? "" : "AND w.kind = $7")
      ) w WHERE (w.people, w.id) < ($4, $5) ORDER BY w.people DESC, w.id DESC LIMIT $6
      """,
      Visible.arguments(viewer) + [
        .flag(filter.isOpen), .integer(after[0]), .integer(after[1]), .int(page.limit + 1),
      ] + (filter.kind.map { [.name($0)] } ?? []), WishRows.decodeRow)
    return rows.page(page.limit) { PageKey.text(Int64($0.people), $0.id.value) }
  }

  func counted(with root: ID<Wish>) throws -> [Wish] {
    try list(
      "SELECT \(WishRows.columns) FROM wishes w WHERE w.root_id = $1 ORDER BY w.id", [.id(root)],
      WishRows.decode)
  }

  func changes(of wish: ID<Wish>) throws -> [WishChange] {
    try list(
      """
      SELECT g.id, g.wish_id, g.status, g.reason, g.member_id, g.changed_at
      FROM wish_changes g WHERE g.wish_id = $1 ORDER BY g.id DESC
      """, [.id(wish)]
    ) {
      WishChange(
        id: try $0.id(), wish: try $0.id(), status: try $0.named(), reason: try $0.text(),
        member: try $0.id(), at: try $0.instant())
    }
  }

  func insert(_ wish: Wish) throws {
    try sql.run(
      """
      INSERT INTO wishes (id, kind, title, status, reason, gathered_by, gathered_at, changed_at,
        root_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      [
        .id(wish.id), .name(wish.kind), .words(wish.title), .name(wish.status),
        .words(wish.reason), .id(wish.gatheredBy), .at(wish.gatheredAt), .at(wish.changedAt),
        .id(wish.root),
      ])
  }

  func update(_ wish: Wish) throws {
    try sql.run(
      """
      UPDATE wishes SET kind = $2, title = $3, status = $4, reason = $5, changed_at = $6
      WHERE id = $1
      """,
      [
        .id(wish.id), .name(wish.kind), .words(wish.title), .name(wish.status),
        .words(wish.reason), .at(wish.changedAt),
      ])
  }

  func insert(_ change: WishChange) throws {
    try sql.run(
      """
      INSERT INTO wish_changes (id, wish_id, status, reason, member_id, changed_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """,
      [
        .id(change.id), .id(change.wish), .name(change.status), .words(change.reason),
        .id(change.member), .at(change.at),
      ])
  }

  // MARK: Joining

  func wishJoin(_ id: ID<WishJoin>) throws -> WishJoin? {
    try first(
      "SELECT \(WishRows.joinColumns) FROM wish_joins j WHERE j.id = $1", [.id(id)],
      WishRows.decodeJoin)
  }

  func wishJoin(standing wish: ID<Wish>) throws -> WishJoin? {
    try first(
      """
      SELECT \(WishRows.joinColumns) FROM wish_joins j
      WHERE j.wish_id = $1 AND j.parted_at IS NULL
      """, [.id(wish)], WishRows.decodeJoin)
  }

  func wishJoins(into wishes: [ID<Wish>]) throws -> [WishJoin] {
    try InList.each(wishes.map { .id($0) }) { places, arguments in
      try list(
        """
        SELECT \(WishRows.joinColumns) FROM wish_joins j
        WHERE j.into_id IN (\(places)) AND j.parted_at IS NULL ORDER BY j.id
        """, arguments, WishRows.decodeJoin)
    }.sorted { $0.id < $1.id }
  }

  func insert(_ join: WishJoin) throws -> Bool {
    guard let from = try wish(join.wish), let into = try wish(join.into), from.root == from.id,
      into.root != from.id
    else { return false }
    try sql.run(
      """
      INSERT INTO wish_joins (id, wish_id, into_id, joined_by, joined_at)
      VALUES ($1, $2, $3, $4, $5)
      """,
      [
        .id(join.id), .id(join.wish), .id(join.into), .id(join.joinedBy), .at(join.joinedAt),
      ])
    try setRoot(into.root, of: from.id)
    // Written, changed or not: of two who join the same at once one looks again, so that no ring can close.
    try sql.run(
      "UPDATE wishes SET root_id = root_id WHERE id IN ($1, $2)", [.id(into.root), .id(into.id)])
    return true
  }

  func end(_ join: ID<WishJoin>, by member: ID<Member>, at now: Instant) throws {
    guard let standing = try wishJoin(join), standing.isStanding else { return }
    try sql.run(
      "UPDATE wish_joins SET parted_by = $2, parted_at = $3 WHERE id = $1 AND parted_at IS NULL",
      [.id(join), .id(member), .at(now)])
    try setRoot(standing.wish, of: standing.wish)
  }

  /// Of a wish and all that were joined to it, near or far.
  private func setRoot(_ root: ID<Wish>, of wish: ID<Wish>) throws {
    var found: Set<ID<Wish>> = [wish]
    var edge = found
    while !edge.isEmpty {
      edge = Set(try wishJoins(into: edge.sorted()).map(\.wish)).subtracting(found)
      found.formUnion(edge)
    }
    try sql.runMany(
      "UPDATE wishes SET root_id = $2 WHERE id = $1", found.sorted().map { [.id($0), .id(root)] })
  }
}
