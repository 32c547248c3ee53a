import HeedModel

extension Transaction {
  func erase(_ posts: [ID<Post>], called names: [RemoteID], at now: Instant) throws {
    try blank(posts, at: now)
    try sql.runMany(
      "UPDATE posts SET remote_id = $2, address = NULL, words_until = NULL WHERE id = $1",
      zip(posts, names).map { [.id($0), .words($1.rawValue)] })
    for table in ["local_references", "reading_corrections", "held_words"] {
      try sql.runMany("DELETE FROM \(table) WHERE post_id = $1", posts.map { [.id($0)] })
    }
    try sql.runMany(
      "UPDATE their_words SET language = NULL, tone = NULL, kinds = NULL WHERE post_id = $1",
      posts.map { [.id($0)] })
  }

  func erase(_ handles: [ID<Handle>], of person: ID<Person>?, at now: Instant) throws {
    let each = handles.map { [SQLValue.id($0)] }
    let known = try self.handles(handles)
    let together = try Set(known.compactMap(\.person)).flatMap { try self.handles(of: $0) }
    let left = Set(together.map(\.id)).subtracting(handles).sorted()
    let theirs = CataloguedTable.list(handles)
    let people = known.compactMap(\.ownPerson).filter { $0 != person }
    for one in people { try erase(one, at: now) }
    try sql.run(
      "DELETE FROM handle_joins WHERE handle_id IN (\(theirs)) OR other_id IN (\(theirs))", [])
    // Of one human who goes as a whole the handles stay with that one; each other is alone.
    try sql.runMany(
      """
      UPDATE handles SET remote_id = '\(Handle.erasedMark)' || id, address = '', name = '',
        page = NULL, picture = NULL, opted_out = 0, moved_to = NULL, own_person_id = NULL,
        person_id = \(person == nil ? "own_person_id" : "person_id")
      WHERE id = $1 AND is_ours = 0
      """, each)
    try sql.run("UPDATE handles SET moved_to = NULL WHERE moved_to IN (\(theirs))", [])
    for handle in left { try regroup(handle) }
    try keepKnown(wishesOf: theirs)
    for table in ["evidence", "reactions", "wish_voices", "former_names", "handle_holds"] {
      try sql.runMany("DELETE FROM \(table) WHERE handle_id = $1", each)
    }
    try question(handles)
  }

  /// Of the voices that go, only this stays with their wishes: who could know of them by these voices (`WishRows.gone`).
  ///
  /// Neither who spoke nor in which post or conversation, nor when: one row for all public voices of a wish, and one for
  /// all private ones that came to the same account. Whoever knew of it by a hand-over alone knows of it no more.
  private func keepKnown(wishesOf handles: String) throws {
    try sql.run(
      """
      INSERT INTO wish_voices (id, wish_id, post_id, handle_id, gathered_by, gathered_at)
      SELECT CASE WHEN \(WishRows.isPublic) THEN -w.id ELSE c.account_id - w.id END, w.id,
        CASE WHEN \(WishRows.isPublic) THEN 0 ELSE -c.account_id END, 0, w.gathered_by, w.gathered_at
      FROM wish_voices v JOIN wishes w ON w.id = v.wish_id JOIN posts p ON p.id = v.post_id
      LEFT JOIN conversations c ON c.id = p.conversation_id
      WHERE v.handle_id IN (\(handles)) AND (c.account_id IS NOT NULL OR \(WishRows.isPublic))
      ON CONFLICT DO NOTHING
      """, [])
  }

  func forgetSaid(_ replies: [ID<Reply>]) throws {
    for table in ["said_bands", "said_replies"] {
      try sql.runMany(
        "DELETE FROM \(table) WHERE reply_id = $1", replies.map { [SQLValue.id($0)] })
    }
  }

  func repliesRemembered(naming needles: [String], conversationsOf handles: [ID<Handle>]) throws
    -> [ID<Reply>]
  {
    let theirs = CataloguedTable.conversations(CataloguedTable.list(handles))
    let named = CataloguedTable.holds("r.words", needles.count, from: 1, sql.dialect)
    return try list(
      """
      SELECT s.reply_id FROM said_replies s JOIN replies r ON r.id = s.reply_id
      WHERE r.conversation_id IN (\(theirs)) OR \(named) ORDER BY s.reply_id
      """, needles.map { .words($0) }
    ) { try $0.id() }
  }

  func erase(_ person: ID<Person>, at now: Instant) throws {
    try sql.run(
      "UPDATE people SET name = '', name_folded = '', erased_at = $2 WHERE id = $1",
      [.id(person), .at(now)])
    try sql.run("UPDATE legal_holds SET reason = '' WHERE person_id = $1", [.id(person)])
  }

  func keepBeside(erasureOf handles: [ID<Handle>]) throws {
    // SQLite has one writer at a time. PostgreSQL sees a conflict where both write one row, and runs one of them again;
    // an erasure writes the handle, and posts alone do not.
    guard sql.dialect == .postgres, !handles.isEmpty else { return }
    try sql.run(
      "UPDATE handles SET name = name WHERE id IN (\(CataloguedTable.list(handles.sorted())))", [])
  }

  func eraseTeamWords(inConversationsOf handles: [ID<Handle>]) throws -> [ID<Upload>] {
    let theirs =
      "conversation_id IN (SELECT id FROM conversations WHERE handle_id IN (\(CataloguedTable.list(handles))))"
    let uploads = try list("SELECT uploads FROM drafts WHERE \(theirs)", []) {
      NamesText.readIDs(try $0.text(), of: Upload.self)
    }
    try sql.run("DELETE FROM drafts WHERE \(theirs)", [])
    try sql.run("DELETE FROM second_looks WHERE \(theirs)", [])
    try sql.run("DELETE FROM team_notes WHERE \(theirs)", [])
    try sql.run("UPDATE hand_overs SET word = '' WHERE \(theirs)", [])
    return try uploads.flatMap { $0 } + eraseTeamWords(whereTheyJoined: handles)
  }

  /// Where they spoke among others: what was written there since they did.
  private func eraseTeamWords(whereTheyJoined handles: [ID<Handle>]) throws -> [ID<Upload>] {
    let theirs = CataloguedTable.list(handles)
    let joined = try list(
      """
      SELECT p.conversation_id, MIN(p.id) FROM posts p JOIN conversations c ON c.id = p.conversation_id
      WHERE p.author_id IN (\(theirs)) AND (c.handle_id IS NULL OR c.handle_id NOT IN (\(theirs)))
      GROUP BY p.conversation_id
      """, []
    ) { (try $0.id() as ID<Conversation>, try $0.id() as ID<Post>) }
    var uploads: [ID<Upload>] = []
    for (conversation, first) in joined {
      let since: [SQLValue] = [.id(conversation), .at(first.instant)]
      uploads += try list(
        "SELECT uploads FROM drafts WHERE conversation_id = $1 AND saved_at >= $2", since
      ) { NamesText.readIDs(try $0.text(), of: Upload.self) }.flatMap { $0 }
      try sql.run("DELETE FROM drafts WHERE conversation_id = $1 AND saved_at >= $2", since)
      try sql.run("DELETE FROM team_notes WHERE conversation_id = $1 AND noted_at >= $2", since)
      try sql.run(
        "UPDATE hand_overs SET word = '' WHERE conversation_id = $1 AND handed_at >= $2", since)
      try sql.run(
        "DELETE FROM second_looks WHERE conversation_id = $1 AND id >= $2",
        [.id(conversation), .id(first)])
    }
    return uploads
  }

  func deleteMentions(naming needles: [String]) throws {
    let texts = ["page", "target", "found"].map {
      CataloguedTable.holds("COALESCE(\($0), '')", needles.count, from: 1, sql.dialect)
    }
    guard !needles.isEmpty else { return }
    try sql.run(
      "DELETE FROM mentions WHERE \(texts.joined(separator: " OR "))", needles.map { .words($0) })
  }

  func postsNaming(_ needles: [String], conversationsOf handles: [ID<Handle>]) throws
    -> [ID<Post>]
  {
    let theirs = CataloguedTable.list(handles)
    let named = ["body", "title", "warning", "media", "remote_id", "address"].map {
      CataloguedTable.holds("COALESCE(p.\($0), '')", needles.count, from: 1, sql.dialect)
    }
    return try list(
      """
      SELECT p.id FROM posts p WHERE (p.author_id IS NULL OR p.author_id NOT IN (\(theirs))) AND (
        p.conversation_id IN (\(CataloguedTable.conversations(theirs)))
        OR \(named.joined(separator: " OR ")))
      ORDER BY p.id
      """, needles.map { .words($0) }
    ) { try $0.id() }
  }

  func conversations(with handles: [ID<Handle>]) throws -> [Conversation] {
    try list(
      """
      SELECT \(ConversationRows.columns) FROM conversations c
      WHERE c.joined_to IS NULL AND c.id IN (\(CataloguedTable.conversations(CataloguedTable.list(handles))))
      ORDER BY c.last_post_at DESC, c.id DESC
      """, [], ConversationRows.decode)
  }

  func uploads(inConversationsOf handles: [ID<Handle>]) throws -> [ID<Upload>] {
    try list(
      """
      SELECT uploads FROM replies WHERE uploads <> ''
        AND conversation_id IN (\(CataloguedTable.conversations(CataloguedTable.list(handles))))
      """, []
    ) { NamesText.readIDs(try $0.text(), of: Upload.self) }.flatMap { $0 }
  }

  func rewriteTexts(
    naming needles: [String], of handles: [ID<Handle>], _ rewrite: (StoredText) -> String?
  ) throws {
    let typed: Set<String> = ["posts", "handles", "people"]
    for table in try CataloguedTable.all(sql)
    where !CataloguedTable.ours.contains(table.name) && !typed.contains(table.name)
      && !table.key.isEmpty
    {
      let texts = table.texts.filter { !table.key.contains($0) }
      guard !texts.isEmpty else { continue }
      try rewriteTexts(of: table, texts, naming: needles, of: handles, rewrite)
    }
  }

  private func rewriteTexts(
    of table: CataloguedTable, _ texts: [String], naming needles: [String],
    of handles: [ID<Handle>], _ rewrite: (StoredText) -> String?
  ) throws {
    let belonging = table.belonging(to: CataloguedTable.list(handles), isWide: true)
    let theirs = belonging.isEmpty ? "1 = 0" : "(" + belonging.joined(separator: " OR ") + ")"
    let named = texts.map {
      CataloguedTable.holds("COALESCE(\($0), '')", needles.count, from: 1, sql.dialect)
    }
    let rows = try sql.rows(
      """
      SELECT \((table.key + texts).joined(separator: ", ")), CASE WHEN \(theirs) THEN 1 ELSE 0 END
      FROM \(table.name) WHERE \(theirs) OR \(named.joined(separator: " OR "))
      """, needles.map { .words($0) })
    for row in rows {
      let isTheirs = row.values.last == .integer(1)
      var sets: [String] = []
      var arguments = Array(row.values.prefix(table.key.count))
      for (column, value) in zip(texts, row.values.dropFirst(table.key.count)) {
        guard case .text(let text) = value,
          let new = rewrite(
            StoredText(table: table.name, column: column, text: text, isTheirs: isTheirs)),
          new != text
        else { continue }
        arguments.append(.words(new))
        sets.append("\(column) = $\(arguments.count)")
      }
      guard !sets.isEmpty else { continue }
      let key = table.key.enumerated().map { "\($0.element) = $\($0.offset + 1)" }
      try sql.run(
        """
        UPDATE \(table.name) SET \(sets.joined(separator: ", "))
        WHERE \(key.joined(separator: " AND "))
        """, arguments)
    }
  }
}
