import HeedModel

extension Transaction {
  /// The indexes of what complains and what wishes hold exactly this.
  private static func isPressing(_ kind: Wish.Kind) -> String {
    let read = kind == .cause ? Reading.Kind.complaint : .wish
    return """
      p.direction = 'toUs' AND p.spam = 0 AND p.removed_at IS NULL
        AND p.read_kinds LIKE '%\(read.rawValue)%'
      """
  }

  /// No member said of a post `p` that it is not the same, and whoever wrote it not that they asked for something else.
  private static let isOpen = """
    NOT EXISTS (SELECT 1 FROM gatherings_declined x WHERE x.post_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM their_words t WHERE t.post_id = p.id AND t.kind = 'notAsked')
    """

  func pressing(_ kind: Wish.Kind, since: Instant, limit: Int) throws -> [PressingWords] {
    let (key, terms) =
      sql.dialect == .sqlite
      ? ("rowid", "q.terms") : ("post_id", "array_to_string(tsvector_to_array(q.terms), ' ')")
    return try list(
      """
      SELECT a.id, a.person_id, (SELECT MAX(u.root_id) FROM wish_voices v
          JOIN wishes u ON u.id = v.wish_id WHERE v.post_id = a.id), COALESCE(\(terms), '')
      FROM (
        SELECT p.id, h.person_id FROM posts p JOIN handles h ON h.id = p.author_id
        JOIN conversations c ON c.id = p.conversation_id
        WHERE \(Self.isPressing(kind)) AND p.id >= $1 AND h.person_id IS NOT NULL
          AND h.opted_out = 0 AND c.state <> 'aboutUs'
          AND \(Self.isOpen)
        ORDER BY p.id DESC LIMIT $2) a
      LEFT JOIN post_terms q ON q.\(key) = a.id
      """, [.id(ID<Post>.first(at: since)), .int(limit)]
    ) { row in
      PressingWords(
        post: try row.id(), person: try row.id(), wish: try row.optionalID(),
        terms: try row.text().split(separator: " ").map(String.init))
    }.sorted { $0.post > $1.post }
  }

  func wishes(fromAny conversations: [ID<Conversation>], for viewer: Viewer) throws
    -> [(wish: Wish, conversations: Int)]
  {
    let found = try InList.each(conversations.map { .id($0) }, from: 3) { places, ids in
      try list(
        """
        SELECT \(WishRows.columns), roots.talks FROM (
          SELECT u.root_id, COUNT(DISTINCT p.conversation_id) AS talks
          FROM posts p JOIN wish_voices v ON v.post_id = p.id JOIN wishes u ON u.id = v.wish_id
          LEFT JOIN conversations c ON c.id = p.conversation_id
          WHERE p.conversation_id IN (\(places)) AND \(Visible.post)
          GROUP BY u.root_id) roots
        JOIN wishes w ON w.id = roots.root_id
        """, Visible.arguments(viewer) + ids
      ) { row in (wish: try WishRows.decode(&row), conversations: Int(try row.integer())) }
    }
    var sums: [ID<Wish>: (wish: Wish, conversations: Int)] = [:]
    for one in found {
      sums[one.wish.id] = (one.wish, one.conversations + (sums[one.wish.id]?.conversations ?? 0))
    }
    return sums.values.sorted {
      ($1.conversations, $1.wish.id) < ($0.conversations, $0.wish.id)
    }
  }

  func ungathered(_ posts: [ID<Post>]) throws -> Set<ID<Post>> {
    Set(
      try InList.each(posts.map { .id($0) }) { places, ids in
        try list(
          """
          SELECT p.id FROM posts p WHERE p.id IN (\(places))
            AND NOT EXISTS (SELECT 1 FROM wish_voices v WHERE v.post_id = p.id)
            AND \(Self.isOpen)
          """, ids
        ) { try $0.id(Post.self) }
      })
  }

  func decline(_ posts: [ID<Post>], by member: ID<Member>, at now: Instant) throws {
    try sql.runMany(
      """
      INSERT INTO gatherings_declined (post_id, member_id, declined_at) VALUES ($1, $2, $3)
      ON CONFLICT (post_id) DO NOTHING
      """, posts.map { [.id($0), .id(member), .at(now)] })
  }
}
