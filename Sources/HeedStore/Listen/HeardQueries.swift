import HeedModel

extension Transaction {
  func heard(_ filter: HeardFilter, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<PostRow>
  {
    let before = try page.after.map { try PageKey.numbers($0, 1)[0] } ?? Int64.max
    let wanted = HeardConditions(filter, from: 5)
    let rows = try list(
      """
      SELECT \(PostRows.rowColumns) FROM \(wanted.sources)
      WHERE \(wanted.key) < $3 AND \(wanted.text) AND \(Visible.post)
      ORDER BY \(wanted.key) DESC LIMIT $4
      """,
      Visible.arguments(viewer) + [.integer(before), .int(page.limit + 1)] + wanted.arguments,
      PostRows.decodeRow)
    return rows.page(page.limit) { PageKey.text($0.id.value) }
  }

  func volume(_ filter: HeardFilter, from: Instant, bucket: Duration, for viewer: Viewer) throws
    -> [VolumePoint]
  {
    let wanted = HeardConditions(filter, from: 5)
    let length = max(bucket.milliseconds, 1)
    return try list(
      """
      SELECT b.slot, COUNT(*), SUM(b.bad), SUM(b.good) FROM (
        SELECT (p.id / \(IDLayout.tailMask + 1)) / $4 AS slot,
          CASE WHEN p.read_tone = 'negative' THEN 1 ELSE 0 END AS bad,
          CASE WHEN p.read_tone = 'positive' THEN 1 ELSE 0 END AS good
        FROM \(wanted.counted)
        WHERE \(wanted.key) >= $3 AND \(wanted.text) AND \(Visible.postAlone)) b
      GROUP BY b.slot ORDER BY b.slot
      """,
      Visible.arguments(viewer) + [.id(ID<Post>.first(at: from)), .integer(length)]
        + wanted.arguments
    ) {
      VolumePoint(
        from: Instant(milliseconds: try $0.integer() * length), count: Int(try $0.integer()),
        negative: Int(try $0.integer()), positive: Int(try $0.integer()))
    }
  }
}

/// A filter as conditions on `p`, the fewest that say it.
struct HeardConditions {
  var text = "p.author_id IS NOT NULL AND p.removed_at IS NULL"
  var arguments: [SQLValue] = []
  /// What the list is walked by: a topic's matches have an index of their own.
  var key = "p.id"
  var sources = PostRows.rowSources
  /// The same where a row is only counted.
  var counted = "posts p"

  init(_ filter: HeardFilter, from number: Int) {
    var next = number
    func add(_ condition: String, _ value: SQLValue) {
      text += " AND \(condition.replacing("$", with: "$\(next)"))"
      arguments.append(value)
      next += 1
    }
    if !filter.spam && filter.kind != .spam { text += " AND p.spam = 0" }
    if let network = filter.network { add("p.network = $", .name(network)) }
    if let direction = filter.direction { add("p.direction = $", .name(direction)) }
    if let language = filter.language {
      add("COALESCE(p.read_language, p.language) = $", .words(language))
    }
    if let kind = filter.kind {
      // No kind's name is within another's. Of a LIKE PostgreSQL expects so few rows that it reads and sorts all posts.
      add("REPLACE(p.read_kinds, $, '') <> p.read_kinds", .name(kind))
    }
    if let tone = filter.tone { add("p.read_tone = $", .name(tone)) }
    if let source = filter.source { add("p.source_id = $", .id(source)) }
    if let topic = filter.topic {
      sources = "topic_matches m JOIN \(PostRows.joined(to: "m.post_id"))"
      counted = "topic_matches m JOIN posts p ON p.id = m.post_id"
      key = "m.post_id"
      add("m.topic_id = $", .id(topic))
    }
  }
}
