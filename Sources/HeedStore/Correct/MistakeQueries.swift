import HeedModel

/// How a mistake stands in its table.
enum MistakeRows {
  static let names = [
    "id", "member_id", "post_id", "page", "words", "said", "noticed_by", "noticed_post_id",
    "said_at", "noticed_at",
  ]
  static let columns = names.map { "mi.\($0)" }.joined(separator: ", ")

  /// A mistake on a page is the whole team's; one in a post is seen by those who may see the post.
  static let sources = """
    mistakes mi LEFT JOIN posts p ON p.id = mi.post_id
    LEFT JOIN conversations c ON c.id = p.conversation_id
    """
  static let visible = "(mi.post_id IS NULL OR \(Visible.post))"

  static func decode(_ row: inout RowReader) throws -> Mistake {
    let id = try row.id(Mistake.self)
    let member = try row.id(Member.self)
    let post = try row.optionalID(Post.self)
    let page = try row.optionalText()
    let words = try row.text()
    let said = try row.text()
    let by = try row.text()
    let told = try row.optionalID(Post.self)
    let noticer: Mistake.Noticer =
      switch (by, told) {
      case ("us", _): .ourselves
      case ("person", let told?): .person(told)
      default: .somebody
      }
    return Mistake(
      id: id, member: member, post: post, page: page, words: words, said: said,
      noticedBy: noticer, saidAt: try row.optionalInstant(), noticedAt: try row.instant())
  }

  static func arguments(_ mistake: Mistake) -> [SQLValue] {
    let (by, told): (String, ID<Post>?) =
      switch mistake.noticedBy {
      case .ourselves: ("us", nil)
      case .person(let post): ("person", post)
      case .somebody: ("somebody", nil)
      }
    return [
      .id(mistake.id), .id(mistake.member), .id(mistake.post), .words(mistake.page),
      .words(mistake.words), .words(mistake.said), .text(by), .id(told), .at(mistake.saidAt),
      .at(mistake.noticedAt),
    ]
  }
}

extension Transaction {
  func mistake(_ id: ID<Mistake>, for viewer: Viewer) throws -> Mistake? {
    try first(
      """
      SELECT \(MistakeRows.columns) FROM \(MistakeRows.sources)
      WHERE mi.id = $3 AND \(MistakeRows.visible)
      """, Visible.arguments(viewer) + [.id(id)], MistakeRows.decode)
  }

  func mistakes(_ page: PageRequest, for viewer: Viewer) throws -> Page<Mistake> {
    let before = try page.after.map { try PageKey.numbers($0, 1)[0] } ?? Int64.max
    let rows = try list(
      """
      SELECT \(MistakeRows.columns) FROM \(MistakeRows.sources)
      WHERE mi.id < $3 AND \(MistakeRows.visible) ORDER BY mi.id DESC LIMIT $4
      """, Visible.arguments(viewer) + [.integer(before), .int(page.limit + 1)],
      MistakeRows.decode)
    return rows.page(page.limit) { PageKey.text($0.id.value) }
  }

  func mistakes(in posts: [ID<Post>], for viewer: Viewer) throws -> [Mistake] {
    try InList.each(posts.map { .id($0) }, from: 3) { places, ids in
      try list(
        """
        SELECT \(MistakeRows.columns) FROM \(MistakeRows.sources)
        WHERE mi.post_id IN (\(places)) AND \(MistakeRows.visible)
        """, Visible.arguments(viewer) + ids, MistakeRows.decode)
    }.sorted { $0.id < $1.id }
  }

  func mistakes(of post: ID<Post>) throws -> [Mistake] {
    try list(
      "SELECT \(MistakeRows.columns) FROM \(MistakeRows.sources) WHERE mi.post_id = $1 ORDER BY mi.id",
      [.id(post)], MistakeRows.decode)
  }

  func mistakes(near handles: [ID<Handle>], limit: Int, for viewer: Viewer) throws -> [Mistake] {
    let found = try InList.each(handles.map { .id($0) }, from: 3) { places, ids in
      // The plus keeps databases from walking all that somebody ever said: mistakes are few.
      try list(
        """
        SELECT \(MistakeRows.columns) FROM \(MistakeRows.sources)
        WHERE \(MistakeRows.visible) AND (
          EXISTS (SELECT 1 FROM posts t
            WHERE t.id = mi.noticed_post_id AND +t.author_id IN (\(places)))
          OR EXISTS (SELECT 1 FROM posts t
            WHERE t.id = p.parent_id AND +t.author_id IN (\(places)))
          OR EXISTS (SELECT 1 FROM reactions r
            WHERE r.post_id = mi.post_id AND +r.handle_id IN (\(places)))
          OR EXISTS (SELECT 1 FROM posts t
            WHERE t.quoted_id = mi.post_id AND +t.author_id IN (\(places)))
          OR EXISTS (SELECT 1 FROM posts t
            WHERE t.conversation_id = p.conversation_id AND t.id > p.id
              AND +t.author_id IN (\(places))))
        ORDER BY mi.id DESC LIMIT \(limit)
        """, Visible.arguments(viewer) + ids, MistakeRows.decode)
    }
    return Array(
      Dictionary(found.map { ($0.id, $0) }) { $1 }.values.sorted { $0.id > $1.id }.prefix(limit))
  }

  func mistakes(touching handles: [ID<Handle>]) throws -> [Mistake] {
    let theirs = CataloguedTable.list(handles)
    return try list(
      """
      SELECT \(MistakeRows.columns) FROM \(MistakeRows.sources)
      WHERE (EXISTS (SELECT 1 FROM posts t
          WHERE t.id = mi.noticed_post_id AND +t.author_id IN (\(theirs)))
        OR EXISTS (SELECT 1 FROM posts t
          WHERE t.id = p.parent_id AND +t.author_id IN (\(theirs)))
        OR EXISTS (SELECT 1 FROM reactions r
          WHERE r.post_id = mi.post_id AND +r.handle_id IN (\(theirs)))
        OR EXISTS (SELECT 1 FROM posts t
          WHERE t.quoted_id = mi.post_id AND +t.author_id IN (\(theirs)))
        OR EXISTS (SELECT 1 FROM posts t
          WHERE t.conversation_id = p.conversation_id AND t.id > p.id
            AND +t.author_id IN (\(theirs))))
        AND (mi.post_id IS NULL
          OR (p.visibility IN ('public', 'unlisted') AND COALESCE(c.is_private, 0) = 0)
          OR (c.handle_id IN (\(theirs)) AND (p.visibility IN ('public', 'unlisted')
            OR EXISTS (SELECT 1 FROM posts q
              WHERE q.id = p.parent_id AND q.author_id IN (\(theirs))))))
      ORDER BY mi.id DESC
      """, [], MistakeRows.decode)
  }

  func mistakes(by member: ID<Member>, limit: Int, for viewer: Viewer) throws -> [Mistake] {
    try list(
      """
      SELECT \(MistakeRows.columns) FROM \(MistakeRows.sources)
      WHERE EXISTS (SELECT 1 FROM replies y WHERE y.post_id = mi.post_id AND y.member_id = $3)
        AND \(MistakeRows.visible)
      ORDER BY mi.id DESC LIMIT $4
      """, Visible.arguments(viewer) + [.id(member), .int(limit)], MistakeRows.decode)
  }

  func insert(_ mistake: Mistake) throws {
    let places = MistakeRows.names.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    try sql.run(
      "INSERT INTO mistakes (\(MistakeRows.names.joined(separator: ", "))) VALUES (\(places))",
      MistakeRows.arguments(mistake))
  }

  func reopenings(of mistakes: [ID<Mistake>]) throws -> [MistakeReopening] {
    try InList.each(mistakes.map { .id($0) }) { places, ids in
      try list(
        """
        SELECT id, mistake_id, member_id, words FROM mistake_reopenings
        WHERE mistake_id IN (\(places))
        """, ids
      ) {
        MistakeReopening(
          id: try $0.id(), mistake: try $0.id(), member: try $0.id(), words: try $0.text())
      }
    }.sorted { $0.id < $1.id }
  }

  func insert(_ reopening: MistakeReopening) throws {
    try sql.run(
      "INSERT INTO mistake_reopenings (id, mistake_id, member_id, words) VALUES ($1, $2, $3, $4)",
      [
        .id(reopening.id), .id(reopening.mistake), .id(reopening.member),
        .words(reopening.words),
      ])
    try sql.run("UPDATE mistakes SET settled = 0 WHERE id = $1", [.id(reopening.mistake)])
  }
}
