import HeedModel

extension Transaction {
  func conversation(_ id: ID<Conversation>) throws -> Conversation? {
    let found = try first(
      "SELECT \(ConversationRows.columns) FROM conversations c WHERE c.id = $1", [.id(id)],
      ConversationRows.decode)
    guard let into = found?.joinedTo else { return found }
    return try first(
      "SELECT \(ConversationRows.columns) FROM conversations c WHERE c.id = $1", [.id(into)],
      ConversationRows.decode)
  }

  func conversations(among ids: [ID<Conversation>]) throws -> [Conversation] {
    try InList.each(ids.map { .id($0) }) { places, arguments in
      try list(
        """
        SELECT \(ConversationRows.columns) FROM conversations c WHERE c.id IN (\(places))
        """, arguments, ConversationRows.decode)
    }
  }

  func conversation(_ id: ID<Conversation>, for viewer: Viewer) throws -> Conversation? {
    let seen = try first(
      """
      SELECT \(ConversationRows.columns) FROM conversations c
      WHERE c.id = COALESCE((SELECT d.joined_to FROM conversations d WHERE d.id = $3), $3)
        AND \(Visible.conversation)
      """, Visible.arguments(viewer) + [.id(id)], ConversationRows.decode)
    if let seen { return seen }
    guard try conversation(id) == nil else { return nil }
    // A thread that the desk keeps no conversation of: they speak about us.
    let posts = try thread(id, for: viewer)
    guard let opener = posts.first(where: { !$0.post.isPlaceholder }) ?? posts.first else {
      return nil
    }
    return Conversation(
      id: id, network: opener.post.network, account: nil, handle: opener.author?.id,
      isPrivate: false, state: .aboutUs, lastPostAt: posts.last?.post.publishedAt ?? id.instant)
  }

  func thread(_ id: ID<Conversation>, for viewer: Viewer) throws -> [PostRow] {
    try list(
      """
      SELECT \(PostRows.rowColumns) FROM \(PostRows.rowSources)
      WHERE p.conversation_id = $3 AND \(Visible.post) ORDER BY p.id LIMIT 2000
      """, Visible.arguments(viewer) + [.id(id)], PostRows.decodeRow)
  }

  func threads(_ ids: [ID<Conversation>], for viewer: Viewer) throws -> [WordlessPost] {
    // Authors and conversations are looked up one by one: for a join PostgreSQL would read all of them.
    try InList.each(ids.map { .id($0) }, from: 3) { places, arguments in
      try list(
        """
        SELECT p.id, p.conversation_id, p.parent_id, p.author_id, p.direction,
          CASE WHEN p.removed_at IS NULL THEN 0 ELSE 1 END, p.read_kinds,
          COALESCE((SELECT CASE WHEN h.is_ours = 0 AND h.is_bot = 0 THEN 1 ELSE 0 END
            FROM handles h WHERE h.id = p.author_id), 0)
        FROM (
          SELECT q.id, q.conversation_id, q.parent_id, q.author_id, q.direction, q.removed_at,
            q.read_kinds, q.visibility,
            ROW_NUMBER() OVER (PARTITION BY q.conversation_id ORDER BY q.id) AS place
          FROM posts q WHERE q.conversation_id IN (\(places))) p
        WHERE p.place <= 2000 AND \(Visible.postAlone)
        """, Visible.arguments(viewer) + arguments
      ) { row in
        WordlessPost(
          id: try row.id(), conversation: try row.id(), parent: try row.optionalID(),
          author: try row.optionalID(), direction: try row.named(), isRemoved: try row.flag(),
          kinds: Set(NamesText.read(try row.text())), isByPeople: try row.flag())
      }
    }.sorted { $0.id < $1.id }
  }

  func records(of conversation: ID<Conversation>) throws -> ConversationRecords {
    let posts = try list(
      """
      SELECT p.id, p.direction, p.read_kinds, CASE WHEN p.removed_at IS NULL THEN 0 ELSE 1 END,
        p.author_id, p.parent_id, p.received_at, CASE WHEN p.read_by = 'member' THEN 1 ELSE 0 END,
        CASE WHEN p.direction = 'ours' THEN (
          SELECT MAX(COALESCE(r.seen_at, r.written_at)) FROM replies r WHERE r.post_id = p.id) END
      FROM posts p WHERE p.conversation_id = $1 AND p.author_id IS NOT NULL ORDER BY p.id
      """, [.id(conversation)]
    ) { row in
      let post = try row.id(Post.self)
      var spoken = ConversationRecords.Spoken(
        post: post, at: post.instant, direction: try row.named(),
        kinds: Set(NamesText.read(try row.text())), isGone: try row.flag(),
        by: try row.optionalID(), answers: try row.optionalID(), heardAt: try row.instant())
      spoken.isReadByMember = try row.flag()
      spoken.seenAt = try row.optionalInstant()
      return spoken
    }
    let known = try first(
      "SELECT taken_up_at, network FROM conversations WHERE id = $1", [.id(conversation)]
    ) { (takenUpAt: try $0.optionalInstant(), network: try $0.named() as NetworkName) }
    var records = ConversationRecords(
      posts: posts, closures: try closures(of: conversation),
      snoozes: try snoozes(of: conversation), takenUpAt: known?.takenUpAt,
      hasQuickCustom: try known.flatMap { try pace(of: $0.network) }?.customIsQuicker ?? false)
    records.promisedTo = try promisedTo(in: conversation)
    records.theirWords = try theirWords(in: conversation)
    return records
  }

  func takenUpAt(of conversation: ID<Conversation>) throws -> Instant? {
    try first(
      "SELECT taken_up_at FROM conversations WHERE id = $1", [.id(conversation)]
    ) { try $0.optionalInstant() } ?? nil
  }

  func firstToUs(in conversation: ID<Conversation>) throws -> ID<Handle>? {
    try first(
      """
      SELECT author_id FROM posts
      WHERE conversation_id = $1 AND direction = 'toUs' AND author_id IS NOT NULL
      ORDER BY id LIMIT 1
      """, [.id(conversation)]
    ) { try $0.id() }
  }

  func spokeBefore(_ handle: ID<Handle>, than conversation: ID<Conversation>) throws -> Bool {
    let before = """
      e.direction = 'toUs' AND e.conversation_id <> $2 AND e.id < (SELECT MIN(f.id) FROM posts f
        WHERE f.conversation_id = $2 AND f.author_id = $1 AND f.direction = 'toUs')
      """
    return try !list(
      """
      SELECT e.id FROM posts e WHERE e.author_id = $1 AND \(before)
      UNION ALL
      SELECT e.id FROM handles h
      JOIN handles o ON o.person_id = h.person_id JOIN posts e ON e.author_id = o.id
      WHERE h.id = $1 AND \(before)
      LIMIT 1
      """, [.id(handle), .id(conversation)]
    ) { try $0.id(Post.self) }.isEmpty
  }

  func waiting(_ page: PageRequest, for viewer: Viewer) throws -> Page<WaitingRow> {
    let after = try page.after.map { try PageKey.numbers($0, 2) } ?? [Int64.min, 0]
    let rows = try list(
      """
      SELECT \(ConversationRows.rowColumns) FROM \(ConversationRows.rowSources)
      WHERE c.state = 'waiting' AND (c.line_rank, c.id) > ($3, $4) AND \(Visible.conversation)
      ORDER BY c.line_rank, c.id LIMIT $5
      """,
      Visible.arguments(viewer) + [.integer(after[0]), .integer(after[1]), .int(page.limit + 1)],
      ConversationRows.decodeRow)
    return rows.page(page.limit) {
      PageKey.text($0.conversation.rank ?? 0, $0.conversation.id.value)
    }
  }

  func waitingCount(for viewer: Viewer) throws -> Int {
    try count(
      "SELECT COUNT(*) FROM conversations c WHERE c.state = 'waiting' AND \(Visible.conversation)",
      Visible.arguments(viewer))
  }

  func waitingPeople(for viewer: Viewer) throws -> Int {
    try count(
      """
      SELECT COUNT(DISTINCT COALESCE(h.person_id, h.id)) FROM conversations c
      LEFT JOIN posts p ON p.id = c.waiting_post_id
      JOIN handles h ON h.id = COALESCE(p.author_id, c.handle_id)
      WHERE c.state = 'waiting' AND \(Visible.conversation)
      """, Visible.arguments(viewer))
  }

  func conversationCount(_ state: ConversationState, for viewer: Viewer) throws -> Int {
    try count(
      "SELECT COUNT(*) FROM conversations c WHERE c.state = $3 AND c.joined_to IS NULL AND \(Visible.conversation)",
      Visible.arguments(viewer) + [.name(state)])
  }

  func conversations(_ state: ConversationState, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<WaitingRow>
  {
    let before = try page.after.map { try PageKey.numbers($0, 2) } ?? [Int64.max, Int64.max]
    let rows = try list(
      """
      SELECT \(ConversationRows.rowColumns) FROM \(ConversationRows.rowSources)
      WHERE c.state = $3 AND (c.last_post_at, c.id) < ($4, $5) AND c.joined_to IS NULL
        AND \(Visible.conversation)
      ORDER BY c.last_post_at DESC, c.id DESC LIMIT $6
      """,
      Visible.arguments(viewer) + [
        .name(state), .integer(before[0]), .integer(before[1]), .int(page.limit + 1),
      ], ConversationRows.decodeRow)
    return rows.page(page.limit) {
      PageKey.text($0.conversation.lastPostAt.milliseconds, $0.conversation.id.value)
    }
  }

  func asksAboutUs(since: Instant, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<PostRow>
  {
    let before = try page.after.map { try PageKey.numbers($0, 1)[0] } ?? Int64.max
    let arguments =
      Visible.arguments(viewer) + [
        .id(ID<Post>.first(at: since)), .integer(before), .int(page.limit + 1),
      ]
    if sql.dialect == .postgres {
      // It believes that few of them are still open, and would fetch and sort them all: the newest are tried alone first.
      let newest = """
        (SELECT * FROM posts p WHERE \(Self.asking) ORDER BY p.id DESC LIMIT 200) p
        """
      let rows = try asking(among: newest, arguments)
      if rows.count > page.limit { return rows.page(page.limit) { PageKey.text($0.id.value) } }
    }
    let rows = try asking(among: "posts p", arguments)
    return rows.page(page.limit) { PageKey.text($0.id.value) }
  }

  private static let asking = """
    p.direction = 'aboutUs' AND p.asks = 1 AND p.spam = 0 AND p.id >= $3 AND p.id < $4
      AND p.removed_at IS NULL
    """

  private func asking(among posts: String, _ arguments: [SQLValue]) throws -> [PostRow] {
    try list(
      """
      SELECT \(PostRows.rowColumns) FROM \(posts) LEFT JOIN handles h ON h.id = p.author_id
      LEFT JOIN conversations c ON c.id = p.conversation_id
      WHERE \(Self.asking) AND (c.id IS NULL OR c.state = 'aboutUs') AND \(Visible.post)
      ORDER BY p.id DESC LIMIT $5
      """, arguments, PostRows.decodeRow)
  }

  func snoozesEnded(at now: Instant, limit: Int) throws -> [ID<Conversation>] {
    try ["snoozed", "waiting"].flatMap { state in
      try list(
        """
        SELECT c.id FROM conversations c
        WHERE c.state = '\(state)' AND c.snoozed_until <= $1 AND c.snoozed_until IS NOT NULL
        ORDER BY c.snoozed_until LIMIT $2
        """, [.at(now), .int(limit)]
      ) { try $0.id() }
    }
  }

  func insert(_ conversation: Conversation) throws {
    try willWrite(conversation)
    try sql.run(ConversationRows.insert, ConversationRows.arguments(conversation))
  }

  func update(_ conversation: Conversation) throws {
    try willWrite(conversation)
    try sql.run(ConversationRows.update, ConversationRows.arguments(conversation))
  }

  func rerank(headStarts: [WaitingReason: Int]) throws {
    let waiting = try list(
      """
      SELECT id, waiting_since, reasons FROM conversations
      WHERE waiting_since IS NOT NULL AND state IN ('waiting', 'snoozed') ORDER BY id
      """, []
    ) {
      (
        id: try $0.id(Conversation.self), since: try $0.integer(),
        reasons: NamesText.read(try $0.text(), as: WaitingReason.self)
      )
    }
    try sql.runMany(
      "UPDATE conversations SET line_rank = $2 WHERE id = $1",
      waiting.map { row in
        let headStart = row.reasons.compactMap { headStarts[$0] }.max() ?? 0
        return [.id(row.id), .integer(row.since - Int64(headStart) * 60_000)]
      })
  }

  func setTakenUp(_ conversation: ID<Conversation>, by: ID<Member>, at now: Instant) throws {
    try sql.run(
      """
      UPDATE conversations SET taken_up_by = $2, taken_up_at = $3
      WHERE id = $1 AND taken_up_at IS NULL
      """, [.id(conversation), .id(by), .at(now)])
  }
}
