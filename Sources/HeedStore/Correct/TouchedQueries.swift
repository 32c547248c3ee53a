import HeedModel

/// Whom a mistake touched, and where others carried it.
extension Transaction {
  func quotes(of post: ID<Post>, until: Instant?, limit: Int, for viewer: Viewer) throws
    -> [PostRow]
  {
    try list(
      """
      SELECT \(PostRows.rowColumns) FROM \(PostRows.rowSources)
      WHERE p.quoted_id = $3 AND p.author_id IS NOT NULL AND p.removed_at IS NULL
        AND p.id < $5 AND \(Visible.post)
      ORDER BY p.id DESC LIMIT $4
      """,
      Visible.arguments(viewer) + [
        .id(post), .int(limit),
        .integer(
          until.map { ID<Post>.first(at: $0 + .milliseconds(1)).value } ?? Int64.max),
      ], PostRows.decodeRow)
  }

  func reactors(to post: ID<Post>, limit: Int, for viewer: Viewer) throws -> [Reactor] {
    // Of a post that they may not see, nobody is told who liked it; and whoever spoke to us in private alone has no page
    // for those who do not answer it. Few enough to be put in order here.
    try list(
      """
      SELECT \(HandleRows.columns), r.kind, r.reacted_at,
        CASE WHEN \(Self.knownHandle) THEN 1 ELSE 0 END
      FROM reactions r JOIN handles h ON h.id = r.handle_id JOIN posts p ON p.id = r.post_id
      LEFT JOIN conversations c ON c.id = p.conversation_id
      WHERE r.post_id = $3 AND \(Visible.post) LIMIT $4
      """, Visible.arguments(viewer) + [.id(post), .int(limit)]
    ) { row in
      var reactor = Reactor(
        handle: try HandleRows.decode(&row), kind: try row.named(), at: try row.instant())
      if try !row.flag() { reactor.handle.person = nil }
      return reactor
    }.sorted { ($0.at, $0.handle.id) < ($1.at, $1.handle.id) }
  }

  func anyReacted(_ handles: [ID<Handle>], to post: ID<Post>) throws -> Bool {
    try count(
      """
      SELECT COUNT(*) FROM reactions
      WHERE post_id = $1 AND +handle_id IN (\(CataloguedTable.list(handles)))
      """, [.id(post)]) > 0
  }

  func anyQuoted(_ handles: [ID<Handle>], _ post: ID<Post>, until: Instant?) throws -> Bool {
    try list(
      """
      SELECT p.id FROM posts p WHERE p.quoted_id = $1 AND p.removed_at IS NULL
        AND +p.author_id IN (\(CataloguedTable.list(handles)))
      ORDER BY p.id LIMIT 1
      """, [.id(post)]
    ) { try $0.id(Post.self) }.contains { $0.instant <= until ?? $0.instant }
  }

  func spoken(by handles: [ID<Handle>], since: Instant, limit: Int, for viewer: Viewer) throws
    -> [PostRow]
  {
    // One after the other, for then the index of each is walked in order of time.
    try handles.flatMap { handle in
      try list(
        """
        SELECT \(PostRows.rowColumns) FROM \(PostRows.rowSources)
        WHERE p.author_id = $3 AND p.id >= $4 AND p.direction = 'toUs'
          AND p.removed_at IS NULL AND \(Visible.post)
        ORDER BY p.id LIMIT $5
        """,
        Visible.arguments(viewer) + [
          .id(handle), .id(ID<Post>.first(at: since)), .int(limit),
        ], PostRows.decodeRow)
    }.sorted { $0.id < $1.id }
  }
}
