import HeedModel

/// One cell of the counts by the hour.
private struct TallyCell: Hashable {
  var topic: Int64
  var hour: Int64
  var version: Int64
  var network: String
  var language: String
  var kinds: String
  var tone: String
  var direction: String

  /// In one order everywhere, so that two writers never wait for each other crosswise.
  static func before(_ a: Self, _ b: Self) -> Bool {
    (a.topic, a.hour, a.version, a.network, a.language)
      < (b.topic, b.hour, b.version, b.network, b.language)
      || (a.topic, a.hour, a.version, a.network, a.language)
        == (b.topic, b.hour, b.version, b.network, b.language)
        && (a.kinds, a.tone, a.direction) < (b.kinds, b.tone, b.direction)
  }

  var key: [SQLValue] {
    [
      .integer(topic), .integer(hour), .integer(version), .text(network), .text(language),
      .text(kinds), .text(tone), .text(direction),
    ]
  }
}

/// What a transaction does to the counts: each post that it touches is looked at before its first change and once at the
/// end, and the difference is written at once. So the counts equal a recount, whatever happened in between.
struct TallyLedger {
  fileprivate var before: [ID<Post>: [TallyCell]] = [:]

  /// New posts were counted nowhere.
  mutating func begin(_ posts: [ID<Post>]) {
    for post in posts where before[post] == nil { before[post] = [] }
  }
}

extension Transaction {
  /// What is told to everybody: only public talk is counted, so that no count tells of private one.
  static let counted = """
    p.author_id IS NOT NULL AND p.removed_at IS NULL AND p.visibility IN ('public', 'unlisted')
    AND COALESCE(c.is_private, 0) = 0
    """

  private static let hour = "p.id / \(IDLayout.tailMask + 1) / 3600000"

  /// Called before posts change in anything that is counted.
  func willChange(_ posts: [ID<Post>]) throws {
    let unknown = Set(posts.filter { ledger.before[$0] == nil }).sorted()
    guard !unknown.isEmpty else { return }
    if sql.dialect == .postgres {
      // Of two who change the same post one begins again with what the other left.
      _ = try InList.each(unknown.map { .id($0) }) { places, arguments in
        try sql.rows(
          "SELECT 1 FROM posts WHERE id IN (\(places)) ORDER BY id FOR NO KEY UPDATE", arguments)
      }
    }
    let cells = try cells(of: unknown)
    for post in unknown { ledger.before[post] = cells[post] ?? [] }
  }

  /// Called before whatever changes all posts of a conversation.
  func willChange(in conversation: ID<Conversation>, _ condition: String = "1 = 1") throws {
    try willChange(
      list(
        "SELECT p.id FROM posts p WHERE p.conversation_id = $1 AND \(condition)",
        [.id(conversation)]
      ) { try $0.id(Post.self) })
  }

  /// Called before a conversation is written: it may become private, or begin as such around posts of a thread.
  func willWrite(_ conversation: Conversation) throws {
    let wasPrivate = try first(
      "SELECT is_private FROM conversations WHERE id = $1", [.id(conversation.id)]
    ) { try $0.flag() }
    if wasPrivate ?? false != conversation.isPrivate { try willChange(in: conversation.id) }
  }

  /// Writes what has changed since the last time, in one batch.
  func settleTallies() throws {
    let before = ledger.before
    guard !before.isEmpty else { return }
    ledger.before = [:]
    let after = try cells(of: before.keys.sorted())
    var change: [TallyCell: Int] = [:]
    for (post, cells) in before {
      let now = after[post] ?? []
      guard cells != now else { continue }
      for cell in cells { change[cell, default: 0] -= 1 }
      for cell in now { change[cell, default: 0] += 1 }
    }
    let changed = change.filter { $0.value != 0 }.sorted { TallyCell.before($0.key, $1.key) }
    guard !changed.isEmpty else { return }
    let lane = sql.dialect == .sqlite ? "0" : "pg_backend_pid() % 16"
    try sql.runMany(
      """
      INSERT INTO tallies (topic_id, hour, version, network, language, kinds, tone, direction, lane, posts)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, \(lane), $9)
      ON CONFLICT (topic_id, hour, version, network, language, kinds, tone, direction, lane)
      DO UPDATE SET posts = tallies.posts + excluded.posts
      """, changed.map { $0.key.key + [.int($0.value)] })
    let fewer = changed.filter { $0.value < 0 }
    guard !fewer.isEmpty else { return }
    try sql.runMany(
      """
      DELETE FROM tallies
      WHERE topic_id = $1 AND hour = $2 AND version = $3 AND network = $4 AND language = $5
        AND kinds = $6 AND tone = $7 AND direction = $8 AND lane = \(lane) AND posts = 0
      """, fewer.map(\.key.key))
  }

  /// The counts of what a topic's query catches now; those of its earlier wordings stay as they were counted, and go
  /// with the topic.
  func deleteTallies(of topic: ID<Topic>) throws {
    try sql.run(
      """
      DELETE FROM tallies WHERE topic_id = $1 AND (
        version >= (SELECT version FROM topics WHERE id = $1)
        OR EXISTS (SELECT 1 FROM topics WHERE id = $1 AND removed_at IS NOT NULL))
      """, [.id(topic)])
  }

  private func cells(of posts: [ID<Post>]) throws -> [ID<Post>: [TallyCell]] {
    let found = try InList.each(posts.map { .id($0) }) { places, arguments in
      try list(
        """
        SELECT p.id, \(Self.hour), p.network, COALESCE(p.read_language, p.language, ''),
          p.read_kinds, COALESCE(p.read_tone, ''), p.direction, m.topic_id, m.version
        FROM posts p LEFT JOIN conversations c ON c.id = p.conversation_id
        LEFT JOIN topic_matches m ON m.post_id = p.id
        WHERE p.id IN (\(places)) AND \(Self.counted)
        ORDER BY p.id, m.topic_id
        """, arguments
      ) { row in
        (
          try row.id(Post.self),
          TallyCell(
            topic: 0, hour: try row.integer(), version: 0, network: try row.text(),
            language: try row.text(), kinds: try row.text(), tone: try row.text(),
            direction: try row.text()),
          try row.optionalInteger(), try row.optionalInteger()
        )
      }
    }
    var cells: [ID<Post>: [TallyCell]] = [:]
    for (post, cell, topic, version) in found {
      if cells[post] == nil { cells[post] = [cell] }
      guard let topic, let version else { continue }
      var caught = cell
      caught.topic = topic
      caught.version = version
      cells[post]?.append(caught)
    }
    return cells
  }
}
