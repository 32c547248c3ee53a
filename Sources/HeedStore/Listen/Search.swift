import HeedModel

extension Transaction {
  func candidates(_ terms: SearchTerms, before: ID<Post>?, limit: Int, for viewer: Viewer) throws
    -> [PostRow]
  {
    let arguments = Visible.arguments(viewer) + [.integer(before?.value ?? Int64.max), .int(limit)]
    guard let expression = SearchExpression.text(terms, dialect: sql.dialect) else {
      return try list(
        """
        SELECT \(PostRows.rowColumns) FROM \(PostRows.rowSources)
        WHERE p.id < $3 AND \(Self.shown) ORDER BY p.id DESC LIMIT $4
        """, arguments, PostRows.decodeRow)
    }
    switch sql.dialect {
    case .sqlite:
      // The index is walked by rowid, newest first; posts are looked up one by one.
      return try list(
        """
        SELECT \(PostRows.rowColumns)
        FROM post_terms t CROSS JOIN \(PostRows.joined(to: "t.rowid"))
        WHERE t.post_terms MATCH $5 AND t.rowid < $3 AND \(Self.shown)
        ORDER BY t.rowid DESC LIMIT $4
        """, arguments + [.text(expression)], PostRows.decodeRow)
    case .postgres:
      return try postgresCandidates(arguments + [.text(expression)], limit)
    }
  }

  private static let shown = "p.author_id IS NOT NULL AND p.removed_at IS NULL AND \(Visible.post)"

  /// So many of the newest posts are looked through one by one, before the index is asked.
  private static let stretch = 1_000

  /// A GIN index gives its answers in no order: of a common word it would fetch and sort every post that ever held it.
  /// Common words are soon found among the newest posts; only of those that are not does the index tell all.
  private func postgresCandidates(_ arguments: [SQLValue], _ limit: Int) throws -> [PostRow] {
    let newest = try list(
      """
      SELECT \(PostRows.rowColumns)
      FROM (SELECT post_id, terms FROM post_terms WHERE post_id < $3
        ORDER BY post_id DESC LIMIT \(Self.stretch)) t
      JOIN \(PostRows.joined(to: "t.post_id"))
      WHERE t.terms @@ CAST($5 AS tsquery) AND \(Self.shown)
      ORDER BY t.post_id DESC LIMIT $4
      """, arguments, PostRows.decodeRow)
    return newest.count >= limit ? newest : try indexedCandidates(arguments, limit)
  }

  private func indexedCandidates(_ arguments: [SQLValue], _ limit: Int) throws -> [PostRow] {
    var found: [PostRow] = []
    var before = arguments[2]
    while found.count < limit {
      // Materialized, or else the planner may walk all posts by their number after all.
      let ids = try list(
        """
        WITH t AS MATERIALIZED (SELECT post_id FROM post_terms
          WHERE terms @@ CAST($2 AS tsquery) AND post_id < $1)
        SELECT post_id FROM t ORDER BY post_id DESC LIMIT $3
        """, [before, arguments[4], .int(InList.most)]
      ) { SQLValue.integer(try $0.integer()) }
      guard let last = ids.last else { break }
      let rows = try InList.each(ids, from: 3) { places, ids in
        try list(
          """
          SELECT \(PostRows.rowColumns) FROM \(PostRows.rowSources)
          WHERE p.id IN (\(places)) AND \(Self.shown)
          """, Array(arguments.prefix(2)) + ids, PostRows.decodeRow)
      }
      found += rows.sorted { $0.id > $1.id }
      guard ids.count == InList.most else { break }
      before = last
    }
    return Array(found.prefix(limit))
  }
}

/// Search terms in the words of each database's index; `nil` when they narrow nothing.
enum SearchExpression {
  static func text(_ terms: SearchTerms, dialect: SQLDialect) -> String? {
    switch terms {
    case .all: nil
    case .term(let term): isTerm(term) ? quoted(term, dialect) : nil
    case .prefix(let term):
      isTerm(term) ? quoted(term, dialect) + (dialect == .sqlite ? "*" : ":*") : nil
    case .and(let parts):
      joined(parts.compactMap { text($0, dialect: dialect) }, dialect == .sqlite ? " AND " : " & ")
    case .or(let parts):
      // One side that narrows nothing makes the whole narrow nothing.
      parts.contains { text($0, dialect: dialect) == nil }
        ? nil
        : joined(
          parts.compactMap { text($0, dialect: dialect) }, dialect == .sqlite ? " OR " : " | ")
    }
  }

  private static func joined(_ parts: [String], _ between: String) -> String? {
    parts.isEmpty ? nil : "(" + parts.joined(separator: between) + ")"
  }

  /// Whether the index keeps it in one piece, as it does all terms of HeedTopics: small letters, digits and `_` of
  /// ASCII, and whatever is beyond. Of anything else nothing is known, and nothing in it may reach the index's own
  /// query language.
  private static func isTerm(_ term: String) -> Bool {
    !term.isEmpty
      && term.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x5F, 0x61...0x7A, 0x80...: true
        default: false
        }
      }
  }

  private static func quoted(_ term: String, _ dialect: SQLDialect) -> String {
    dialect == .sqlite ? "\"\(term)\"" : "'\(term)'"
  }
}
