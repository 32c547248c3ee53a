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
      conditions = [
        "author_id IN (\(theirs))",
        """
        (direction = 'ours' AND conversation_id IN (
          SELECT id FROM conversations WHERE handle_id IN (\(theirs))))
        """,
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
        AND \(table.openToViewer)
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
      WHERE p.removed_at IS NULL AND (p.author_id IN (\(theirs))
          OR (p.direction = 'ours' AND p.conversation_id IN (
            SELECT id FROM conversations WHERE handle_id IN (\(theirs)))))
        AND CASE WHEN \(Visible.post) THEN 0 ELSE 1 END = 1
      """, Visible.arguments(viewer))
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
