import HeedModel

extension Transaction {
  func posts(_ network: NetworkName, remoteIDs: [RemoteID]) throws -> [Post] {
    try InList.each(remoteIDs.map { .words($0.rawValue) }, from: 2) { places, arguments in
      try list(
        """
        SELECT \(PostRows.columns) FROM posts p WHERE p.network = $1 AND p.remote_id IN (\(places))
        """, [.name(network)] + arguments, PostRows.decode)
    }
  }

  func posts(_ ids: [ID<Post>]) throws -> [Post] {
    try InList.each(ids.map { .id($0) }) { places, arguments in
      try list(
        "SELECT \(PostRows.columns) FROM posts p WHERE p.id IN (\(places))", arguments,
        PostRows.decode)
    }
  }

  func posts(by author: ID<Handle>, before: ID<Post>?, limit: Int) throws -> [Post] {
    try list(
      """
      SELECT \(PostRows.columns) FROM posts p
      WHERE p.author_id = $1 AND p.id < $2 ORDER BY p.id DESC LIMIT $3
      """, [.id(author), .integer(before?.value ?? .max), .int(limit)], PostRows.decode)
  }

  func post(_ id: ID<Post>, for viewer: Viewer) throws -> PostRow? {
    try first(
      """
      SELECT \(PostRows.rowColumns) FROM \(PostRows.rowSources)
      WHERE p.id = $3 AND \(Visible.post)
      """, Visible.arguments(viewer) + [.id(id)], PostRows.decodeRow)
  }

  func children(of post: ID<Post>) throws -> [Post] {
    try list(
      "SELECT \(PostRows.columns) FROM posts p WHERE p.parent_id = $1 ORDER BY p.id", [.id(post)],
      PostRows.decode)
  }

  func taken(_ ids: [ID<Post>]) throws -> Set<ID<Post>> {
    Set(
      try InList.each(ids.map { .id($0) }) { places, arguments in
        try list("SELECT id FROM posts WHERE id IN (\(places))", arguments) {
          try $0.id(Post.self)
        }
      })
  }

  func revisions(of posts: [ID<Post>]) throws -> [Revision] {
    try InList.each(posts.map { .id($0) }) { places, arguments in
      try list(
        """
        SELECT post_id, replaced_at, title, warning, body, member_id FROM revisions
        WHERE post_id IN (\(places)) ORDER BY post_id, replaced_at
        """, arguments
      ) { row in
        let post = try row.id(Post.self)
        let at = try row.instant()
        let title = try row.optionalText()
        let warning = try row.optionalText()
        return Revision(
          post: post, text: RichText(encoded: try row.text()), title: title, warning: warning,
          replacedAt: at, by: try row.optionalID())
      }
    }
  }

  func localReference(of post: ID<Post>, account: ID<Account>) throws -> String? {
    try first(
      "SELECT reference FROM local_references WHERE post_id = $1 AND account_id = $2",
      [.id(post), .id(account)]
    ) { try $0.text() }
  }

  /// Of a post row `p`: since when nobody looked at it.
  private static let looked = "COALESCE(p.rechecked_at, p.received_at)"

  func postsToRecheck(of source: ID<Source>, at now: Instant, limit: Int) throws -> [Post] {
    func since(_ step: RecheckAges.Step) -> SQLValue { .id(ID<Post>.first(at: now - step.upTo)) }
    func every(_ step: RecheckAges.Step) -> Int64 { step.every.milliseconds }
    // The one lower bound of the index stands first; the others only choose how long a look lasts.
    return try list(
      """
      SELECT \(PostRows.columns) FROM posts p
      WHERE p.source_id = $1 AND p.id >= $2 AND p.removed_at IS NULL AND p.author_id IS NOT NULL
        AND \(Self.looked) + CASE WHEN $3 <= p.id THEN \(every(RecheckAges.fresh))
          WHEN $4 <= p.id THEN \(every(RecheckAges.ofToday))
          ELSE \(every(RecheckAges.last)) END <= $5
      ORDER BY \(Self.looked), p.id LIMIT $6
      """,
      [
        .id(source), since(RecheckAges.last), since(RecheckAges.fresh), since(RecheckAges.ofToday),
        .at(now), .int(limit),
      ], PostRows.decode)
  }

  /// Of a post row `p`: the law has its author's words stay for now. `$1` is the present.
  private static let held = """
    EXISTS (SELECT 1 FROM handles h WHERE h.id = p.author_id AND \(heldHandle))
    """

  func postsExpired(at now: Instant, limit: Int) throws -> [ID<Post>] {
    try list(
      """
      SELECT p.id FROM posts p
      WHERE p.words_until IS NOT NULL AND p.removed_at IS NULL AND p.words_until <= $1
        AND NOT \(Self.held)
      ORDER BY p.words_until LIMIT $2
      """, [.at(now), .int(limit)]
    ) { try $0.id() }
  }
}
