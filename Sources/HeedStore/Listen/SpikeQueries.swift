import HeedModel

extension Transaction {
  /// What others said in public, without what was read as spam.
  private static let told = "t.direction <> 'ours' AND REPLACE(t.kinds, 'spam', '') = t.kinds"

  private static let columns = "id, topic_id, began_at, posts, usual, bound, closed_at"

  private func decode(_ row: inout RowReader) throws -> Spike {
    let id = try row.id(Spike.self)
    let topic = try row.integer()
    return Spike(
      id: id, topic: topic == 0 ? nil : ID(topic), beganAt: try row.instant(),
      posts: Int(try row.integer()), usual: try row.real(), bound: try row.real(),
      closedAt: try row.optionalInstant())
  }

  private func arguments(_ spike: Spike) -> [SQLValue] {
    [
      .id(spike.id), .integer(spike.topic?.value ?? 0), .at(spike.beganAt), .int(spike.posts),
      .real(spike.usual), .real(spike.bound), .at(spike.closedAt),
    ]
  }

  func standingSpikes() throws -> [Spike] {
    try list("SELECT \(Self.columns) FROM spikes WHERE closed_at IS NULL ORDER BY id", [], decode)
  }

  func spikes(of topic: ID<Topic>?, limit: Int) throws -> [Spike] {
    try list(
      "SELECT \(Self.columns) FROM spikes WHERE topic_id = $1 ORDER BY id DESC LIMIT $2",
      [.integer(topic?.value ?? 0), .int(limit)], decode)
  }

  func spike(_ id: ID<Spike>) throws -> Spike? {
    try first("SELECT \(Self.columns) FROM spikes WHERE id = $1", [.id(id)], decode)
  }

  func insert(_ spike: Spike) throws {
    try sql.run(
      "INSERT INTO spikes (\(Self.columns)) VALUES ($1, $2, $3, $4, $5, $6, $7)", arguments(spike))
  }

  func update(_ spike: Spike) throws {
    try sql.run(
      """
      UPDATE spikes SET topic_id = $2, began_at = $3, posts = $4, usual = $5, bound = $6,
        closed_at = $7
      WHERE id = $1
      """, arguments(spike))
  }

  func busy(in hour: Instant, least: Int) throws -> [HourCount] {
    try settleTallies()
    // One look at the key a topic.
    return try list(
      """
      SELECT b.id, b.posts FROM (
        SELECT own.id, (SELECT CAST(SUM(t.posts) AS BIGINT) FROM tallies t
          WHERE t.topic_id = own.id AND t.hour = $1 AND t.version = own.version AND \(Self.told)) AS posts
        FROM (SELECT id, version FROM topics WHERE removed_at IS NULL UNION ALL SELECT 0, 0) own) b
      WHERE b.posts >= $2 ORDER BY b.id
      """, [.integer(hour.milliseconds / 3_600_000), .int(least)]
    ) { row in
      let topic = try row.integer()
      return HourCount(topic: topic == 0 ? nil : ID(topic), posts: Int(try row.integer()))
    }
  }

  func voices(from: Instant) throws -> [ID<Topic>: Int] {
    try settleTallies()
    // One stretch of the key a topic.
    let rows = try list(
      """
      SELECT v.id, v.posts FROM (
        SELECT own.id, (SELECT CAST(SUM(t.posts) AS BIGINT) FROM tallies t
          WHERE t.topic_id = own.id AND t.hour >= $1 AND t.version = own.version AND \(Self.told)) AS posts
        FROM topics own WHERE own.removed_at IS NULL) v
      WHERE v.posts > 0
      """, [.integer(from.milliseconds / 3_600_000)]
    ) { (try $0.id(Topic.self), Int(try $0.integer())) }
    return Dictionary(rows) { $1 }
  }

  func hours(of topic: ID<Topic>?, from: Instant) throws -> [Instant: Int] {
    try settleTallies()
    let ofNow = topic == nil ? "" : "AND t.version = (SELECT version FROM topics WHERE id = $1)"
    let rows = try list(
      """
      SELECT t.hour, CAST(SUM(t.posts) AS BIGINT) FROM tallies t
      WHERE t.topic_id = $1 AND t.hour >= $2 AND \(Self.told) \(ofNow) GROUP BY t.hour
      """, [.integer(topic?.value ?? 0), .integer(from.milliseconds / 3_600_000)]
    ) { (Instant(milliseconds: try $0.integer() * 3_600_000), Int(try $0.integer())) }
    return Dictionary(rows) { $1 }
  }

  func caught(among posts: [ID<Post>]) throws -> [ID<Topic>: Int] {
    let rows = try InList.each(posts.map { .id($0) }) { places, arguments in
      try list(
        """
        SELECT m.topic_id, COUNT(*) FROM topic_matches m WHERE m.post_id IN (\(places))
        GROUP BY m.topic_id
        """, arguments
      ) { (try $0.id(Topic.self), Int(try $0.integer())) }
    }
    return Dictionary(rows, uniquingKeysWith: +)
  }

  func spoken(of topic: ID<Topic>?, from: Instant, before: Instant, limit: Int) throws
    -> [SpokenTerms]
  {
    try settleTerms()
    let (key, terms) =
      sql.dialect == .sqlite
      ? ("rowid", "t.terms") : ("post_id", "array_to_string(tsvector_to_array(t.terms), ' ')")
    let said = Said(topic)
    return try list(
      """
      SELECT p.id, p.author_id, \(terms)
      FROM \(said.sources) CROSS JOIN post_terms t \(Said.conversation)
      WHERE \(said.condition) AND t.\(key) = p.id
      ORDER BY \(said.number) DESC LIMIT $3
      """, said.arguments(from, before, limit)
    ) { row in
      SpokenTerms(
        post: try row.id(), author: try row.id(),
        terms: try row.text().split(separator: " ").map(String.init))
    }
  }

  func firstSpoken(of topic: ID<Topic>?, from: Instant, before: Instant, limit: Int) throws
    -> [ID<Post>]
  {
    let said = Said(topic)
    return try list(
      """
      SELECT p.id FROM \(said.sources) \(Said.conversation)
      WHERE \(said.condition) ORDER BY \(said.number) LIMIT $3
      """, said.arguments(from, before, limit)
    ) { try $0.id() }
  }
}

/// Public posts of others in a span of time, of all or of what a topic caught; spam and programs left out.
private struct Said {
  let topic: ID<Topic>?
  /// What the posts are walked by.
  var number: String { topic == nil ? "p.id" : "m.post_id" }
  var sources: String {
    "\(topic == nil ? "posts p" : "topic_matches m CROSS JOIN posts p") CROSS JOIN handles h"
  }
  static let conversation = "LEFT JOIN conversations c ON c.id = p.conversation_id"
  var condition: String {
    """
    \(number) >= $1 AND \(number) < $2
      \(topic == nil ? "" : "AND m.topic_id = $4 AND p.id = m.post_id") AND h.id = p.author_id
      AND h.is_bot = 0 AND h.is_ours = 0 AND p.direction <> 'ours' AND p.spam = 0
      AND \(Transaction.counted)
    """
  }

  init(_ topic: ID<Topic>?) { self.topic = topic }

  func arguments(_ from: Instant, _ before: Instant, _ limit: Int) -> [SQLValue] {
    [.id(ID<Post>.first(at: from)), .id(ID<Post>.first(at: before)), .int(limit)]
      + (topic.map { [.id($0)] } ?? [])
  }
}
