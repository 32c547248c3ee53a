import HeedModel

extension Transaction {
  func tally(_ filter: HeardFilter, from: Instant, bucket: Duration) throws -> [VolumePoint] {
    let hours = max(bucket.milliseconds / TallyConditions.hour, 1)
    let wanted = TallyConditions(filter, from: from, next: 3)
    try settleTallies()
    return try list(
      """
      SELECT t.hour / $2, CAST(SUM(t.posts) AS BIGINT),
        CAST(SUM(CASE WHEN t.tone = 'negative' THEN t.posts ELSE 0 END) AS BIGINT),
        CAST(SUM(CASE WHEN t.tone = 'positive' THEN t.posts ELSE 0 END) AS BIGINT)
      FROM tallies t WHERE t.hour >= $1 AND \(wanted.text)
      GROUP BY 1 HAVING SUM(t.posts) <> 0 ORDER BY 1
      """, [.integer(wanted.hour), .integer(hours)] + wanted.arguments
    ) {
      VolumePoint(
        from: Instant(milliseconds: try $0.integer() * hours * TallyConditions.hour),
        count: Int(try $0.integer()), negative: Int(try $0.integer()),
        positive: Int(try $0.integer()))
    }
  }

  func tally(_ filter: HeardFilter, by part: TallyPart, from: Instant) throws -> [String: Int] {
    let wanted = TallyConditions(filter, from: from, next: 2)
    try settleTallies()
    let column =
      switch part {
      case .network: "network"
      case .language: "language"
      case .kind: "kinds"
      }
    let rows = try list(
      """
      SELECT t.\(column), CAST(SUM(t.posts) AS BIGINT) FROM tallies t WHERE t.hour >= $1 AND \(wanted.text)
      GROUP BY t.\(column) HAVING SUM(t.posts) <> 0
      """, [.integer(wanted.hour)] + wanted.arguments
    ) { (try $0.text(), Int(try $0.integer())) }
    guard part == .kind else { return Dictionary(rows) { $1 } }
    let each = rows.flatMap { names, posts in
      NamesText.read(names).map { (kind: Reading.Kind) in (kind.rawValue, posts) }
    }
    return Dictionary(each, uniquingKeysWith: +)
  }

  func earlier(of topic: ID<Topic>) throws -> [EarlierCount] {
    try settleTallies()
    return try list(
      """
      SELECT t.version, CAST(SUM(t.posts) AS BIGINT), MIN(t.hour), MAX(t.hour) FROM tallies t
      WHERE t.topic_id = $1 AND t.version < (SELECT version FROM topics WHERE id = $1)
        AND REPLACE(t.kinds, 'spam', '') = t.kinds
      GROUP BY t.version HAVING SUM(t.posts) <> 0 ORDER BY t.version DESC
      """, [.id(topic)]
    ) {
      EarlierCount(
        version: Int(try $0.integer()), posts: Int(try $0.integer()),
        from: Instant(milliseconds: try $0.integer() * TallyConditions.hour),
        to: Instant(milliseconds: try $0.integer() * TallyConditions.hour))
    }
  }
}

/// A filter as conditions on `tallies t`.
private struct TallyConditions {
  static let hour: Int64 = 3_600_000
  var text: String
  var arguments: [SQLValue] = []
  var hour: Int64

  init(_ filter: HeardFilter, from: Instant, next: Int) {
    hour = from.milliseconds / Self.hour
    text = "t.topic_id = $\(next)"
    arguments = [.integer(filter.topic?.value ?? 0)]
    var next = next + 1
    if filter.topic != nil {
      text += " AND t.version = (SELECT version FROM topics WHERE id = t.topic_id)"
    }
    func add(_ condition: String, _ value: SQLValue) {
      text += " AND \(condition.replacing("$", with: "$\(next)"))"
      arguments.append(value)
      next += 1
    }
    // No kind's name is within another's.
    if !filter.spam && filter.kind != .spam {
      text += " AND REPLACE(t.kinds, 'spam', '') = t.kinds"
    }
    if let network = filter.network { add("t.network = $", .name(network)) }
    if let direction = filter.direction { add("t.direction = $", .name(direction)) }
    if let language = filter.language { add("t.language = $", .words(language)) }
    if let kind = filter.kind { add("REPLACE(t.kinds, $, '') <> t.kinds", .name(kind)) }
    if let tone = filter.tone { add("t.tone = $", .name(tone)) }
  }
}
