import HeedModel

extension Transaction {
  private static let columns =
    "id, name, query, version, added_by, added_at, changed_at, removed_at"

  private func decode(_ row: inout RowReader) throws -> Topic {
    Topic(
      id: try row.id(), name: try row.text(), query: try row.text(),
      version: Int(try row.integer()), addedBy: try row.optionalID(), addedAt: try row.instant(),
      changedAt: try row.instant(), removedAt: try row.optionalInstant())
  }

  private func arguments(_ topic: Topic) -> [SQLValue] {
    [
      .id(topic.id), .words(topic.name), .words(topic.query), .int(topic.version),
      .id(topic.addedBy), .at(topic.addedAt), .at(topic.changedAt), .at(topic.removedAt),
    ]
  }

  func topics() throws -> [Topic] {
    try list(
      "SELECT \(Self.columns) FROM topics WHERE removed_at IS NULL ORDER BY name, id", [], decode)
  }

  func topic(_ id: ID<Topic>) throws -> Topic? {
    try first("SELECT \(Self.columns) FROM topics WHERE id = $1", [.id(id)], decode)
  }

  func lastTopicEvent() throws -> ID<Event>? {
    // A kind at a time, so that each is one look at the end of its index.
    try [EventKind.topicAdded, .topicChanged, .topicRemoved].compactMap { kind in
      try first(
        "SELECT id FROM events WHERE kind = $1 ORDER BY id DESC LIMIT 1", [.name(kind)]
      ) { try $0.id(Event.self) }
    }.max()
  }

  func insert(_ topic: Topic) throws {
    try sql.run(
      "INSERT INTO topics (\(Self.columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      arguments(topic))
  }

  func update(_ topic: Topic) throws {
    try sql.run(
      """
      UPDATE topics SET name = $2, query = $3, version = $4, added_by = $5, added_at = $6,
        changed_at = $7, removed_at = $8
      WHERE id = $1
      """, arguments(topic))
  }

  func matches(of topic: ID<Topic>, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<PostRow>
  {
    try heard(HeardFilter(topic: topic, spam: true), page, for: viewer)
  }

  /// Whole hours of public talk are counted already; the posts that are left are those of the hour that `since` is in,
  /// and the few private ones.
  func topicCounts(since: Instant, for viewer: Viewer) throws -> [ID<Topic>: Int] {
    try settleTallies()
    let hour = (since.milliseconds + 3_599_999) / 3_600_000
    let whole = try list(
      """
      SELECT s.id, (SELECT CAST(SUM(t.posts) AS BIGINT) FROM tallies t
        WHERE t.topic_id = s.id AND t.hour >= $1 AND t.version = s.version)
      FROM topics s WHERE s.removed_at IS NULL
      """, [.integer(hour)]
    ) { (try $0.id(Topic.self), Int(try $0.optionalInteger() ?? 0)) }
    let bounds: [SQLValue] = [
      .id(ID<Post>.first(at: since)),
      .id(ID<Post>.first(at: Instant(milliseconds: hour * 3_600_000))),
    ]
    let begun = try list(
      """
      SELECT m.topic_id, COUNT(*) FROM topic_matches m JOIN posts p ON p.id = m.post_id
      LEFT JOIN conversations c ON c.id = p.conversation_id
      WHERE m.post_id >= $1 AND m.post_id < $2 AND \(Self.counted) GROUP BY m.topic_id
      """, bounds
    ) { (try $0.id(Topic.self), Int(try $0.integer())) }
    let counts = whole + begun + (try privateCounts(since: since, for: viewer))
    return Dictionary(counts, uniquingKeysWith: +).filter { $0.value > 0 }
  }

  private func privateCounts(since: Instant, for viewer: Viewer) throws -> [(ID<Topic>, Int)] {
    guard viewer.role.maySpeak else { return [] }
    let posts = try list(
      """
      SELECT p.id FROM (
        SELECT v.id FROM posts v WHERE v.visibility IN ('followers', 'private') AND v.id >= $3
        UNION
        SELECT u.id FROM conversations d JOIN posts u ON u.conversation_id = d.id AND u.id >= $3
        WHERE d.is_private = 1 AND d.last_post_at >= $4) s
      JOIN posts p ON p.id = s.id JOIN conversations c ON c.id = p.conversation_id
      WHERE p.removed_at IS NULL AND \(Visible.answered)
      """,
      Visible.arguments(viewer) + [.id(ID<Post>.first(at: since)), .at(since)]
    ) { try $0.id(Post.self) }
    // Asked for by their numbers: joined, PostgreSQL would read all matches.
    return try caught(among: posts).map { ($0.key, $0.value) }
  }
}
