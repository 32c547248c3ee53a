import HeedModel

extension Transaction {
  private static let columns = """
    s.post_id, s.counted_at, s.occasion, s.views, s.liked, s.shared, s.answered, s.quoted, s.followers,
    s.sharer_followers
    """

  /// Of a post row `p` beside its parent's row `q`.
  private static let answersOthers =
    "CASE WHEN q.id IS NOT NULL AND q.direction <> 'ours' THEN 1 ELSE 0 END"

  private func decode(_ row: inout RowReader) throws -> PostCount {
    func number() throws -> Int? { try row.optionalInteger().map { Int($0) } }
    return PostCount(
      post: try row.id(), at: try row.instant(), occasion: try row.named(), views: try number(),
      liked: try number(), shared: try number(), answered: try number(), quoted: try number(),
      followers: try number(), sharerFollowers: try number())
  }

  func counts(of post: ID<Post>) throws -> [PostCount] {
    try list(
      "SELECT \(Self.columns) FROM post_counts s WHERE s.post_id = $1 ORDER BY s.counted_at",
      [.id(post)], decode)
  }

  func countedViews(on network: NetworkName, limit: Int) throws -> [CountedView] {
    try list(
      """
      SELECT \(Self.columns), \(Self.answersOthers)
      FROM (SELECT * FROM post_counts g WHERE g.network = $1 AND g.views IS NOT NULL
        ORDER BY g.post_id DESC, g.counted_at DESC LIMIT $2) s
      JOIN posts p ON p.id = s.post_id LEFT JOIN posts q ON q.id = p.parent_id
      """, [.name(network), .int(limit)]
    ) { row in CountedView(count: try decode(&row), answersOthers: try row.flag()) }
    .sorted { ($1.count.post, $0.count.at) < ($0.count.post, $1.count.at) }
  }

  func answersOthers(_ post: ID<Post>) throws -> Bool {
    try first(
      """
      SELECT \(Self.answersOthers) FROM posts p LEFT JOIN posts q ON q.id = p.parent_id
      WHERE p.id = $1
      """, [.id(post)]
    ) { try $0.flag() } ?? false
  }

  func countMoments(of post: ID<Post>) throws -> [CountMoment] {
    try list(
      """
      SELECT post_id, occasion, happened_at, counted_at FROM count_moments
      WHERE post_id = $1 ORDER BY happened_at, occasion
      """, [.id(post)]
    ) { row in
      CountMoment(
        post: try row.id(), occasion: try row.named(), at: try row.instant(),
        countedAt: try row.optionalInstant())
    }
  }

  func save(_ counts: [PostCount], on network: NetworkName, asked: Instant) throws {
    try sql.runMany(
      """
      INSERT INTO post_counts (post_id, counted_at, network, occasion, views, liked, shared, answered,
        quoted, followers, sharer_followers)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (post_id, counted_at) DO NOTHING
      """,
      counts.map {
        [
          .id($0.post), .at($0.at), .name(network), .name($0.occasion), .int($0.views),
          .int($0.liked),
          .int($0.shared), .int($0.answered), .int($0.quoted), .int($0.followers),
          .int($0.sharerFollowers),
        ]
      })
    try sql.runMany(
      """
      UPDATE count_moments SET counted_at = $2
      WHERE post_id = $1 AND counted_at IS NULL AND happened_at <= $3
      """, counts.map { [.id($0.post), .at($0.at), .at(asked)] })
  }

  func answers(to post: ID<Post>, for viewer: Viewer) throws -> [PostRow] {
    try list(
      """
      SELECT \(PostRows.rowColumns) FROM \(PostRows.rowSources)
      WHERE p.parent_id = $3 AND p.author_id IS NOT NULL AND \(Visible.post) ORDER BY p.id
      """, Visible.arguments(viewer) + [.id(post)], PostRows.decodeRow)
  }
}
