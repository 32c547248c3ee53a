import HeedModel

/// Where no index gives the newest first without having looked at all it has.
///
/// A GIN index gives its answers in no order: of a word that one post in fifty has it would fetch and sort every post that
/// ever held it. FTS5 merges the posts of all words that begin alike before it gives the newest. What is common is soon
/// found among the newest posts, so these are looked through one by one, in longer and longer stretches; of what is rare
/// there the index tells all.
extension Transaction {
  func newest(
    _ terms: SearchTerms, _ wanted: Wanted, _ before: SQLValue, _ limit: Int
  ) throws -> Candidates {
    let table = WalkedTerms(sql.dialect)
    guard let condition = TermCondition(terms, sql.dialect, table.column) else {
      return try walk("posts", "id", nil, wanted, before, limit)
    }
    let asked = wanted.and(condition)
    var found = Candidates(rows: [], reached: nil)
    var from = before
    for length in [1_000, 2_000, 4_000, 8_000] {
      let end = try first(
        """
        SELECT t.\(table.key) FROM \(table.name) t WHERE t.\(table.key) < $1
        ORDER BY t.\(table.key) DESC LIMIT 1 OFFSET \(length - 1)
        """, [from]
      ) { try $0.id(Post.self) }
      let wish = limit - found.rows.count
      let rows = try list(
        """
        SELECT \(PostRows.rowColumns)
        FROM \(table.stretch(length, before: "$3", end: "$5")) \(table.joined)
        WHERE t.\(table.key) < $3 AND t.\(table.key) >= $5 AND \(asked.text(from: 6))
        ORDER BY t.\(table.key) DESC LIMIT $4
        """,
        asked.viewer + [from, .int(wish), .integer(end?.value ?? 0)] + asked.facts,
        PostRows.decodeRow)
      found.rows += rows
      found.reached = rows.count < wish ? end : rows.last?.id
      guard rows.count < wish, let end else { return found }
      if length == 1_000, try isRare(condition, from, end, table) {
        return try rare(terms, wanted, before, limit, since: end, table)
      }
      from = .id(end)
    }
    return found
  }

  private func isRare(
    _ condition: TermCondition, _ before: SQLValue, _ end: ID<Post>, _ table: WalkedTerms
  ) throws -> Bool {
    try count(
      """
      SELECT COUNT(*) FROM \(table.stretch(1_000, before: "$1", end: "$2"))
      WHERE t.\(table.key) < $1 AND t.\(table.key) >= $2 AND \(condition.numbered(from: 3))
      """, [before, .id(end)] + condition.values) < table.few
  }

  /// - Parameter end: how far the newest thousand go.
  private func rare(
    _ terms: SearchTerms, _ wanted: Wanted, _ before: SQLValue, _ limit: Int, since end: ID<Post>,
    _ table: WalkedTerms
  ) throws -> Candidates {
    guard let expression = wanted.expression else {
      return try walk("posts", "id", nil, wanted, before, limit)
    }
    guard sql.dialect == .sqlite else { return try indexed(expression, wanted, before, limit) }
    // Of a rare word and a common beginning the index is asked for the word alone.
    var (sought, merged): ([SearchTerms], [TermCondition]) = ([], [])
    if case .and(let parts) = terms {
      for part in parts {
        if part.hasPrefix, let walked = TermCondition(part, sql.dialect, table.column),
          let condition = TermCondition(part, sql.dialect, "t.terms"),
          try !isRare(walked, before, end, table)
        {
          merged.append(condition)
        } else {
          sought.append(part)
        }
      }
    }
    guard !merged.isEmpty, let rest = SearchExpression.text(.and(sought), dialect: .sqlite) else {
      return try walkIndex(expression, wanted, before, limit)
    }
    return try walkIndex(rest, merged.reduce(wanted) { $0.and($1) }, before, limit)
  }

  private func indexed(
    _ expression: String, _ wanted: Wanted, _ before: SQLValue, _ limit: Int
  ) throws -> Candidates {
    // Materialized, or else the planner may walk all posts by their number after all.
    let ids = try list(
      """
      WITH t AS MATERIALIZED (SELECT post_id FROM post_terms
        WHERE terms @@ CAST($2 AS tsquery) AND post_id < $1)
      SELECT post_id FROM t ORDER BY post_id DESC LIMIT $3
      """, [before, .text(expression), .int(InList.most)]
    ) { try $0.id(Post.self) }
    // Where more is known of what is wanted, few of these may be meant.
    let looked = wanted.hasFacts ? ids[...] : ids.prefix(limit)
    let from = 3 + wanted.facts.count
    let rows = try InList.each(looked.map { .id($0) }, from: from) { places, ids in
      try list(
        """
        SELECT \(PostRows.rowColumns) FROM \(PostRows.rowSources)
        WHERE p.id IN (\(places)) AND \(wanted.text(from: 3))
        """, wanted.viewer + wanted.facts + ids, PostRows.decodeRow)
    }.sorted { $0.id > $1.id }
    if rows.count > limit {
      return Candidates(rows: Array(rows.prefix(limit)), reached: rows[limit - 1].id)
    }
    let isAll = ids.count < InList.most && looked.count == ids.count
    return Candidates(rows: rows, reached: isAll ? nil : looked.last)
  }
}

/// Where the words of each post stand by its number.
private struct WalkedTerms {
  let name: String
  let key: String
  let column: String
  /// Fewer of a thousand are rare.
  let few: Int
  private let dialect: SQLDialect

  init(_ dialect: SQLDialect) {
    self.dialect = dialect
    switch dialect {
    // FTS5's own copy of what it was given: https://sqlite.org/fts5.html#fts5_data_structures
    case .sqlite: (name, key, column, few) = ("post_terms_content", "id", "t.c0", 10)
    case .postgres: (name, key, column, few) = ("post_terms", "post_id", "t.terms", 5)
    }
  }

  /// - Parameters:
  ///   - before: the parameter that it begins below.
  ///   - end: the parameter of the last one in it.
  func stretch(_ length: Int, before: String, end: String) -> String {
    switch dialect {
    case .sqlite: name + " t"
    // With a limit of its own, or else the planner asks the GIN index after all.
    case .postgres:
      """
      (SELECT post_id, terms FROM post_terms WHERE post_id < \(before) AND post_id >= \(end)
        ORDER BY post_id DESC LIMIT \(length)) t
      """
    }
  }

  /// On SQLite in this order, so that it is walked as it stands.
  var joined: String {
    (dialect == .sqlite ? "CROSS JOIN " : "JOIN ") + PostRows.joined(to: "t.\(key)")
  }
}
