import HeedModel

extension Transaction {
  func candidates(
    _ search: StoredSearch, before: ID<Post>?, limit: Int, for viewer: Viewer?
  ) throws -> Candidates {
    try settleTerms()
    let wanted = Wanted(search, sql.dialect, viewer)
    let before = SQLValue.integer(before?.value ?? .max)
    if let authors = search.authors { return try said(by: authors, wanted, before, limit) }
    guard let expression = wanted.expression else {
      return try walk("posts", "id", nil, wanted, before, limit)
    }
    switch sql.dialect {
    // The index is walked by rowid, newest first; posts are looked up one by one.
    case .sqlite where !search.terms.isToBeMerged:
      return try walkIndex(expression, wanted, before, limit)
    case .sqlite, .postgres: return try newest(search.terms, wanted, before, limit)
    }
  }

  /// What few people said is looked through by their own index, whatever the words: of each their newest.
  private func said(
    by authors: Set<ID<Handle>>, _ wanted: Wanted, _ before: SQLValue, _ limit: Int
  ) throws -> Candidates {
    let rows = try authors.sorted().flatMap { author in
      try list(
        """
        SELECT \(PostRows.rowColumns) FROM \(PostRows.rowSources)
        WHERE p.author_id = $5 AND p.id < $3 AND \(wanted.text(from: 6))
        ORDER BY p.id DESC LIMIT $4
        """, wanted.viewer + [before, .int(limit), .id(author)] + wanted.facts, PostRows.decodeRow)
    }.sorted { $0.id > $1.id }
    return Candidates(
      rows: Array(rows.prefix(limit)), reached: rows.count < limit ? nil : rows[limit - 1].id)
  }

  func walkIndex(
    _ expression: String, _ wanted: Wanted, _ before: SQLValue, _ limit: Int
  ) throws -> Candidates {
    try walk("post_terms", "rowid", expression, wanted, before, limit)
  }

  /// Where facts are rare, so much is looked through at once, and then said how far that came.
  private static let stretch = 2_000

  /// Posts in the order of their numbers, or those that an index walks in that order.
  func walk(
    _ table: String, _ key: String, _ expression: String?, _ wanted: Wanted, _ before: SQLValue,
    _ limit: Int
  ) throws -> Candidates {
    let match = expression == nil ? "1 = 1" : "t.post_terms MATCH $6"
    var end: ID<Post>?
    if wanted.hasFacts {
      let numbers = expression == nil ? [before] : [before, .text(expression ?? "")]
      end = try first(
        """
        SELECT t.\(key) FROM \(table) t
        WHERE t.\(key) < $1 AND \(match.replacing("$6", with: "$2"))
        ORDER BY t.\(key) DESC LIMIT 1 OFFSET \(Self.stretch - 1)
        """, numbers
      ) { try $0.id() }
    }
    let sources =
      expression == nil
      ? PostRows.rowSources : "post_terms t CROSS JOIN \(PostRows.joined(to: "t.rowid"))"
    let number = expression == nil ? "p.id" : "t.rowid"
    let last = expression.map { [SQLValue.text($0)] } ?? []
    let rows = try list(
      """
      SELECT \(PostRows.rowColumns) FROM \(sources)
      WHERE \(match) AND \(number) < $3 AND \(number) >= $5
        AND \(wanted.text(from: 6 + last.count))
      ORDER BY \(number) DESC LIMIT $4
      """,
      wanted.viewer + [before, .int(limit), .integer(end?.value ?? 0)] + last + wanted.facts,
      PostRows.decodeRow)
    return Candidates(rows: rows, reached: rows.count < limit ? end : rows.last?.id)
  }
}
