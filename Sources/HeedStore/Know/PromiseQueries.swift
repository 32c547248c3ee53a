import HeedModel

/// How promises stand in their tables.
enum PromiseRows {
  static let names = [
    "id", "conversation_id", "reply_id", "member_id", "words", "due_at", "is_day", "made_at",
    "began_at", "due_told_at", "late_told_at",
  ]
  static let columns = names.map { "m.\($0)" }.joined(separator: ", ")

  static func decode(_ row: inout RowReader) throws -> Promise {
    Promise(
      id: try row.id(), conversation: try row.id(), reply: try row.id(), member: try row.id(),
      words: try row.text(), dueAt: try row.optionalInstant(), isDay: try row.flag(),
      madeAt: try row.instant(), beganAt: try row.optionalInstant(),
      dueToldAt: try row.optionalInstant(), lateToldAt: try row.optionalInstant())
  }

  static let endingNames = [
    "id", "promise_id", "kind", "member_id", "reply_id", "post_id", "said_at", "began_at",
    "undone_at",
  ]
  static let endingColumns = endingNames.map { "n.\($0)" }.joined(separator: ", ")

  static func decodeEnding(_ row: inout RowReader) throws -> PromiseEnding {
    PromiseEnding(
      id: try row.id(), promise: try row.id(), kind: try row.named(),
      member: try row.optionalID(), reply: try row.optionalID(), post: try row.optionalID(),
      saidAt: try row.instant(), beganAt: try row.optionalInstant(),
      undoneAt: try row.optionalInstant())
  }

  /// `PromiseRow`: the promise, in which post, by which post it ended, to whom, and the ending that stands.
  static let rowColumns = """
    \(columns), r.post_id, (SELECT k.post_id FROM replies k WHERE k.id = n.reply_id),
    \(HandleRows.columns), (SELECT e.name FROM people e WHERE e.id = h.person_id), \(endingColumns)
    """
  /// What the reply that promised answers; below words of ours, as of a correction, what these answered.
  /// - Parameters: the letters of the post that is joined and of the reply.
  static func answered(_ post: String = "a", by reply: String = "r") -> String {
    "LEFT JOIN posts \(post) ON \(post).id = \(theirs(above: "\(reply).in_reply_to"))"
  }
  /// The post itself where it is theirs; above ours the next that is not.
  /// - Parameters:
  ///   - column: what is asked of it.
  ///   - post: its id.
  static func theirs(_ column: String = "id", above post: String) -> String {
    """
    (SELECT CASE WHEN y.direction <> 'ours' THEN y.\(column) ELSE (
        WITH RECURSIVE above (asked, parent_id, direction, steps) AS (
          SELECT z.\(column), z.parent_id, z.direction, 0 FROM posts z WHERE z.id = y.parent_id
          UNION ALL SELECT z.\(column), z.parent_id, z.direction, above.steps + 1
          FROM above JOIN posts z ON z.id = above.parent_id
          WHERE above.direction = 'ours' AND above.steps < 100)
        SELECT above.asked FROM above WHERE above.direction <> 'ours' LIMIT 1) END
      FROM posts y WHERE y.id = \(post))
    """
  }
  /// To whom it was promised: who said what the reply answers; where nobody is known, with whom the conversation is.
  /// - Parameters: the letters of what was answered and of the conversation.
  static func receiver(_ post: String = "a", in conversation: String = "c") -> String {
    "COALESCE(\(post).author_id, \(conversation).handle_id)"
  }
  /// - Parameter theirs: handles, as they stand in brackets.
  static func wereMade(to theirs: String) -> String {
    """
    m.conversation_id IN (
      SELECT d.id FROM conversations d WHERE d.handle_id IN (\(theirs))
      UNION SELECT q.conversation_id FROM posts q WHERE q.author_id IN (\(theirs)))
    AND \(receiver()) IN (\(theirs)) AND m.began_at IS NOT NULL
    """
  }

  /// - Parameter promises: the table or a part of it, as `m`.
  static func sources(_ promises: String) -> String {
    """
    \(promises) JOIN replies r ON r.id = m.reply_id
    JOIN conversations c ON c.id = m.conversation_id \(answered())
    LEFT JOIN handles h ON h.id = \(receiver())
    LEFT JOIN promise_endings n
      ON n.promise_id = m.id AND n.began_at IS NOT NULL AND n.undone_at IS NULL
    """
  }

  static func decodeRow(_ row: inout RowReader) throws -> PromiseRow {
    let promise = try decode(&row)
    let post = try row.optionalID(Post.self)
    let endingPost = try row.optionalID(Post.self)
    let handle = try HandleRows.decodeOptional(&row)
    let name = try row.optionalText()
    var made = PromiseRow(
      promise: promise, ending: row.nextIsNull ? nil : try decodeEnding(&row), handle: handle,
      post: post, endingPost: endingPost)
    made.personName = name.flatMap { $0.isEmpty ? nil : $0 }
    return made
  }
}

extension Transaction {
  func promise(_ id: ID<Promise>) throws -> Promise? {
    try first(
      "SELECT \(PromiseRows.columns) FROM promises m WHERE m.id = $1", [.id(id)],
      PromiseRows.decode)
  }

  func promises(in conversations: [ID<Conversation>], for viewer: Viewer) throws -> [PromiseRow] {
    try InList.each(conversations.map { .id($0) }, from: 3) { places, arguments in
      try list(
        """
        SELECT \(PromiseRows.rowColumns) FROM \(PromiseRows.sources("promises m"))
        WHERE m.conversation_id IN (\(places)) AND \(Visible.reply) ORDER BY m.id
        """, Visible.arguments(viewer) + arguments, PromiseRows.decodeRow)
    }.sorted { $0.promise.id < $1.promise.id }
  }

  func promises(of reply: ID<Reply>) throws -> [Promise] {
    try list(
      "SELECT \(PromiseRows.columns) FROM promises m WHERE m.reply_id = $1 ORDER BY m.id",
      [.id(reply)], PromiseRows.decode)
  }

  func promises(madeTo handles: [ID<Handle>]) throws -> [PromiseRow] {
    let theirs = CataloguedTable.list(handles)
    return try list(
      """
      SELECT \(PromiseRows.rowColumns) FROM \(PromiseRows.sources("promises m"))
      WHERE \(PromiseRows.wereMade(to: theirs))
        AND (r.visibility IN ('public', 'unlisted') OR a.author_id IN (\(theirs)))
      ORDER BY m.id DESC
      """, [], PromiseRows.decodeRow)
  }

  func promises(madeTo handles: [ID<Handle>], for viewer: Viewer) throws -> [PromiseRow] {
    let theirs = CataloguedTable.list(handles)
    return try list(
      """
      SELECT \(PromiseRows.rowColumns) FROM \(PromiseRows.sources("promises m"))
      WHERE \(PromiseRows.wereMade(to: theirs)) AND \(Visible.reply) ORDER BY m.id DESC LIMIT 50
      """, Visible.arguments(viewer), PromiseRows.decodeRow)
  }

  private static let open = "m.began_at IS NOT NULL AND m.ended_at IS NULL"

  func promises(_ list: PromiseList, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<PromiseRow>
  {
    if list == .ended { return try endedPromises(page, for: viewer) }
    let after = try page.after.map { try PageKey.numbers($0, 2) } ?? [Int64.min, 0]
    let rows = try self.list(
      """
      SELECT \(PromiseRows.rowColumns) FROM \(PromiseRows.sources("promises m"))
      WHERE \(Self.open) AND m.member_id \(list == .own ? "=" : "<>") $1
        AND (m.sort_at, m.id) > ($3, $4) AND \(Visible.reply)
      ORDER BY m.sort_at, m.id LIMIT $5
      """,
      Visible.arguments(viewer) + [.integer(after[0]), .integer(after[1]), .int(page.limit + 1)],
      PromiseRows.decodeRow)
    return rows.page(page.limit) { PageKey.text(Self.sortAt($0.promise), $0.id.value) }
  }

  private func endedPromises(_ page: PageRequest, for viewer: Viewer) throws -> Page<PromiseRow> {
    let before = try page.after.map { try PageKey.numbers($0, 2) } ?? [Int64.max, Int64.max]
    let rows = try list(
      """
      SELECT \(PromiseRows.rowColumns) FROM \(PromiseRows.sources("promises m"))
      WHERE m.ended_at IS NOT NULL AND (m.ended_at, m.id) < ($3, $4) AND \(Visible.reply)
      ORDER BY m.ended_at DESC, m.id DESC LIMIT $5
      """,
      Visible.arguments(viewer) + [
        .integer(before[0]), .integer(before[1]), .int(page.limit + 1),
      ], PromiseRows.decodeRow)
    return rows.page(page.limit) {
      PageKey.text($0.ending?.beganAt?.milliseconds ?? 0, $0.id.value)
    }
  }

  func promisesDue(before: Instant, limit: Int) throws -> [Promise] {
    try list(
      """
      SELECT \(PromiseRows.columns) FROM promises m
      WHERE \(Self.open) AND m.due_told_at IS NULL AND m.due_at < $1 ORDER BY m.due_at LIMIT $2
      """, [.at(before), .int(limit)], PromiseRows.decode)
  }

  func promisesSoon(at now: Instant, within: Duration, limit: Int) throws -> [Promise] {
    try list(
      """
      SELECT \(PromiseRows.columns) FROM promises m
      WHERE \(Self.open) AND m.is_day = 0 AND m.sort_at >= $1 AND m.sort_at <= $2
        AND m.due_told_at < m.due_at - $3
      ORDER BY m.sort_at, m.id LIMIT $4
      """,
      [.at(now), .at(now + within), .integer(within.milliseconds), .int(limit)],
      PromiseRows.decode)
  }

  func receivers(in conversation: ID<Conversation>) throws -> [ID<Reply>: Handle] {
    Dictionary(
      try list(
        """
        SELECT r.id, \(HandleRows.columns) FROM replies r
        JOIN conversations c ON c.id = r.conversation_id \(PromiseRows.answered())
        JOIN handles h ON h.id = \(PromiseRows.receiver())
        WHERE r.conversation_id = $1
        """, [.id(conversation)]
      ) { (try $0.id(), try HandleRows.decode(&$0)) }
    ) { $1 }
  }

  func promisesDueCount(at now: Instant, for viewer: Viewer) throws -> Int {
    try count(
      """
      SELECT COUNT(*) FROM promises m JOIN replies r ON r.id = m.reply_id
      JOIN conversations c ON c.id = m.conversation_id
      WHERE \(Self.open) AND m.member_id = $1 AND m.sort_at < $3
        AND (m.due_at < $4 OR m.due_told_at IS NOT NULL) AND \(Visible.reply)
      """,
      // Nothing further ahead is due today: it is told a day before at most.
      Visible.arguments(viewer) + [.at(now + .days(2)), .at(now)])
  }

  func promisesLate(at now: Instant, limit: Int) throws -> [Promise] {
    try list(
      """
      SELECT \(PromiseRows.columns) FROM promises m
      WHERE \(Self.open) AND m.late_told_at IS NULL AND m.due_at < $1 ORDER BY m.due_at LIMIT $2
      """, [.at(now), .int(limit)], PromiseRows.decode)
  }

  /// All handles of those to whom a promise in a conversation is open whose day has come.
  func promisedTo(in conversation: ID<Conversation>) throws -> Set<ID<Handle>> {
    Set(
      try list(
        """
        SELECT h.id, o.id FROM promises m JOIN replies r ON r.id = m.reply_id
        JOIN conversations c ON c.id = m.conversation_id \(PromiseRows.answered())
        JOIN handles h ON h.id = \(PromiseRows.receiver())
        LEFT JOIN handles o ON o.person_id = h.person_id
        WHERE m.conversation_id = $1 AND \(Self.open) AND m.due_told_at IS NOT NULL
        """, [.id(conversation)]
      ) { (try $0.id(Handle.self), try $0.optionalID(Handle.self)) }.flatMap { [$0, $1 ?? $0] })
  }

  func endings(of promise: ID<Promise>) throws -> [PromiseEnding] {
    try list(
      """
      SELECT \(PromiseRows.endingColumns) FROM promise_endings n WHERE n.promise_id = $1
      ORDER BY n.id
      """, [.id(promise)], PromiseRows.decodeEnding)
  }

  /// Past all times where nothing said when: such promises stand last.
  private static func sortAt(_ promise: Promise) -> Int64 {
    promise.dueAt?.milliseconds ?? Int64.max
  }

  func insert(_ promise: Promise) throws {
    let names = PromiseRows.names + ["sort_at"]
    try sql.run(
      """
      INSERT INTO promises (\(names.joined(separator: ", ")))
      VALUES (\(names.indices.map { "$\($0 + 1)" }.joined(separator: ", ")))
      """,
      [
        .id(promise.id), .id(promise.conversation), .id(promise.reply), .id(promise.member),
        .words(promise.words), .at(promise.dueAt), .flag(promise.isDay), .at(promise.madeAt),
        .at(promise.beganAt), .at(promise.dueToldAt), .at(promise.lateToldAt),
        .integer(Self.sortAt(promise)),
      ])
  }

  func update(_ promise: Promise) throws {
    try sql.run(
      "UPDATE promises SET began_at = $2, due_told_at = $3, late_told_at = $4 WHERE id = $1",
      [.id(promise.id), .at(promise.beganAt), .at(promise.dueToldAt), .at(promise.lateToldAt)])
  }

  func setDue(_ dueAt: Instant?, isDay: Bool, of promise: ID<Promise>) throws {
    try sql.run(
      """
      UPDATE promises SET due_at = $2, is_day = $3, sort_at = $4, due_told_at = NULL,
        late_told_at = NULL WHERE id = $1
      """,
      [.id(promise), .at(dueAt), .flag(isDay), .integer(dueAt?.milliseconds ?? Int64.max)])
  }

  func insert(_ ending: PromiseEnding) throws -> Bool {
    if ending.beganAt != nil {
      // Who locks the promise first ends it.
      let won = try list(
        "UPDATE promises SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL RETURNING id",
        [.id(ending.promise), .at(ending.beganAt)]
      ) { try $0.id(Promise.self) }
      guard !won.isEmpty else { return false }
    }
    let names = PromiseRows.endingNames
    try sql.run(
      """
      INSERT INTO promise_endings (\(names.joined(separator: ", ")))
      VALUES (\(names.indices.map { "$\($0 + 1)" }.joined(separator: ", ")))
      """,
      [
        .id(ending.id), .id(ending.promise), .name(ending.kind), .id(ending.member),
        .id(ending.reply), .id(ending.post), .at(ending.saidAt), .at(ending.beganAt),
        .at(ending.undoneAt),
      ])
    return true
  }

  func beginPromises(of reply: ID<Reply>, at now: Instant) throws -> (
    begun: [Promise], ended: [PromiseEnding]
  ) {
    var begun: [Promise] = []
    for var promise in try promises(of: reply) where promise.beganAt == nil {
      promise.beganAt = now
      try update(promise)
      begun.append(promise)
    }
    let said = try list(
      """
      SELECT \(PromiseRows.endingColumns) FROM promise_endings n
      WHERE n.reply_id = $1 AND n.began_at IS NULL ORDER BY n.id
      """, [.id(reply)], PromiseRows.decodeEnding)
    var ended: [PromiseEnding] = []
    for var ending in said {
      try sql.run("DELETE FROM promise_endings WHERE id = $1", [.id(ending.id)])
      ending.beganAt = now
      if try insert(ending) { ended.append(ending) }
    }
    return (begun, ended)
  }

  func forgetPromises(of reply: ID<Reply>) throws {
    try sql.run(
      "DELETE FROM promise_endings WHERE reply_id = $1 AND began_at IS NULL", [.id(reply)])
    try sql.run("DELETE FROM promises WHERE reply_id = $1 AND began_at IS NULL", [.id(reply)])
  }

  func undoEnding(of promise: ID<Promise>, at now: Instant) throws {
    try sql.run(
      """
      UPDATE promise_endings SET undone_at = $2
      WHERE promise_id = $1 AND began_at IS NOT NULL AND undone_at IS NULL
      """, [.id(promise), .at(now)])
    try sql.run("UPDATE promises SET ended_at = NULL WHERE id = $1", [.id(promise)])
  }
}
