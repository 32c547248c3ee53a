import HeedModel

/// What is stored about somebody, for them.
extension Transaction {
  func rows(
    about handles: [ID<Handle>], person: ID<Person>?, naming needles: [String], for viewer: Viewer
  ) throws -> [StoredTable] {
    // Drafts, and looks at them, are their writers' own; who proves a handle just now, and who looks where, is gone in a moment.
    // What “said before” knows is numbers made of words of ours.
    let left: Set<String> = [
      "drafts", "second_looks", "presences", "proofs", "visits", "handles_in_question",
      "said_replies",
      "said_bands",
    ]
    return try CataloguedTable.all(sql).compactMap { table in
      guard !CataloguedTable.ours.subtracting(["events"]).contains(table.name),
        !left.contains(table.name)
      else { return nil }
      return try rows(of: table, about: handles, person, naming: needles, for: viewer)
    }
  }

  private func rows(
    of table: CataloguedTable, about handles: [ID<Handle>], _ person: ID<Person>?,
    naming needles: [String], for viewer: Viewer
  ) throws -> StoredTable? {
    let theirs = CataloguedTable.list(handles)
    var conditions = table.belonging(to: theirs, isWide: false)
    switch table.name {
    case "handles": conditions = ["id IN (\(theirs))"]
    case "people":
      conditions = [
        "id = \(person?.value ?? 0)",
        "id IN (SELECT own_person_id FROM handles WHERE id IN (\(theirs)))",
      ]
    // A handle that was not joined, or not by now, is somebody else's.
    case "handle_joins":
      conditions = ["handle_id IN (\(theirs)) AND other_id IN (\(theirs))"]
    // What others said of the same wish is theirs.
    case "wish_voices", "their_words": conditions = ["handle_id IN (\(theirs))"]
    case "conversations": conditions = ["handle_id IN (\(theirs))"]
    case "posts":
      // What others said in the same thread is theirs, not this person's; what they say of this person is found by name.
      conditions = ["id IN (\(CataloguedTable.postsFor(theirs)))"]
    case "replies": conditions = ["id IN (\(CataloguedTable.repliesTo(theirs)))"]
    case "promises", "promise_endings":
      let column = table.name == "promises" ? "id" : "promise_id"
      conditions = [
        """
        \(column) IN (SELECT m.id FROM promises m JOIN replies r ON r.id = m.reply_id
          JOIN conversations c ON c.id = m.conversation_id \(PromiseRows.answered())
          WHERE \(PromiseRows.wereMade(to: theirs)))
        """
      ]
    default: break
    }
    let isPublic = table.name == "posts" ? " AND visibility IN ('public', 'unlisted')" : ""
    conditions += table.texts.map {
      CataloguedTable.holds("COALESCE(\($0), '')", needles.count, from: 3, sql.dialect) + isPublic
    }
    guard !conditions.isEmpty else { return nil }
    let found = try sql.rows(
      """
      SELECT \(table.columns.joined(separator: ", ")) FROM \(table.name)
      WHERE (\(conditions.map { "(\($0))" }.joined(separator: " OR ")))
        AND \(table.openToViewer) AND \(table.open(to: theirs))
      \(table.key.isEmpty ? "" : "ORDER BY \(table.key.joined(separator: ", "))")
      """, Visible.arguments(viewer) + (table.texts.isEmpty ? [] : needles.map { .words($0) }))
    guard !found.isEmpty else { return nil }
    return StoredTable(
      name: table.name, columns: table.columns, rows: found.map { $0.values.map(\.told) })
  }

  func hiddenPosts(with handles: [ID<Handle>], from viewer: Viewer) throws -> Int {
    let theirs = CataloguedTable.list(handles)
    return try count(
      """
      SELECT COUNT(*) FROM posts p LEFT JOIN conversations c ON c.id = p.conversation_id
      WHERE p.removed_at IS NULL AND p.id IN (\(CataloguedTable.postsFor(theirs)))
        AND CASE WHEN \(Visible.post) THEN 0 ELSE 1 END = 1
      """, Visible.arguments(viewer))
  }
}

/// What is somebody's of a thread in which others speak as well, as they see it on their own side.
extension CataloguedTable {
  /// Theirs, and of ours what answers them, and what everybody may read where they began; the rest of private talk only
  /// where nobody else spoke.
  static func postsFor(_ handles: String) -> String {
    """
    SELECT id FROM posts WHERE author_id IN (\(handles))
    UNION SELECT o.id FROM posts q JOIN posts o ON o.parent_id = q.id
      WHERE q.author_id IN (\(handles)) AND o.direction = 'ours'
    UNION SELECT o.id FROM conversations d JOIN posts o ON o.conversation_id = d.id
      WHERE d.handle_id IN (\(handles)) AND o.direction = 'ours' AND \(isOpen("o", to: handles))
    """
  }

  /// Of replies, whether or not they went out, the same.
  static func repliesTo(_ handles: String) -> String {
    """
    SELECT o.id FROM posts q JOIN replies o ON o.conversation_id = q.conversation_id
      AND o.in_reply_to = q.id WHERE q.author_id IN (\(handles))
    UNION SELECT o.id FROM conversations d JOIN replies o ON o.conversation_id = d.id
      WHERE d.handle_id IN (\(handles)) AND \(isOpen("o", to: handles))
    """
  }

  private static func isOpen(_ ours: String, to handles: String) -> String {
    """
    (\(ours).visibility IN ('public', 'unlisted') OR NOT EXISTS (
      SELECT 1 FROM posts e WHERE e.conversation_id = \(ours).conversation_id
        AND e.direction <> 'ours' AND COALESCE(e.author_id, -1) NOT IN (\(handles))))
    """
  }

  /// Whether a row hangs on nothing that was said in private to somebody else, or by them; what names their handle is
  /// theirs in any case.
  func open(to handles: String) -> String {
    func post(_ id: String) -> String {
      """
      SELECT 1 FROM posts x WHERE x.id = \(id) AND x.visibility NOT IN ('public', 'unlisted')
        AND x.id NOT IN (\(Self.postsFor(handles)))
      """
    }
    func reply(_ id: String) -> String {
      """
      SELECT 1 FROM replies x WHERE x.id = \(id) AND x.visibility NOT IN ('public', 'unlisted')
        AND x.id NOT IN (\(Self.repliesTo(handles)))
      """
    }
    let closed = columns.compactMap { column -> String? in
      let named = "\(name).\(column)"
      return switch (name, column) {
      case ("posts", "id"), (_, "post_id"), (_, "in_reply_to"): post(named)
      case ("replies", "id"), (_, "reply_id"): reply(named)
      case (_, "promise_id"): reply("(SELECT k.reply_id FROM promises k WHERE k.id = \(named))")
      case (_, "mistake_id"): post("(SELECT k.post_id FROM mistakes k WHERE k.id = \(named))")
      default: nil
      }
    }
    guard !closed.isEmpty else { return "1 = 1" }
    let open = closed.map { "NOT EXISTS (\($0))" }.joined(separator: " AND ")
    let own = columns.filter { ["handle_id", "author_id"].contains($0) }.map {
      "\(name).\($0) IN (\(handles))"
    }
    return "(" + (own + ["(\(open))"]).joined(separator: " OR ") + ")"
  }
}

extension SQLValue {
  fileprivate var told: StoredTable.Value {
    switch self {
    case .null: .nothing
    case .integer(let number): .number(number)
    case .real(let number): .real(number)
    case .text(let text): .text(text)
    case .bytes(let bytes): .bytes(bytes.count)
    }
  }
}
