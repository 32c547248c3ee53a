import HeedModel

extension Transaction {
  func candidates(_ terms: SearchTerms, before: ID<Post>?, limit: Int, for viewer: Viewer) throws
    -> [PostRow]
  {
    try settleTerms()
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

  /// A GIN index gives its answers in no order: of a common word it would fetch and sort every post that ever held it,
  /// while walking the newest posts one by one finds enough of them soon. Of a rare word it is the other way round. So
  /// the newest are walked as long as what was found there lets expect that it is the shorter way.
  private func postgresCandidates(_ arguments: [SQLValue], _ limit: Int) throws -> [PostRow] {
    var found: [PostRow] = []
    var walk = PostWalk()
    var before = arguments[2]
    while let stretch = walk.next(wanted: limit - found.count) {
      let ids = try walked(arguments[4], before: before, stretch)
      guard let last = ids.last else { return found }
      let fitting = ids.filter(\.fits).map { SQLValue.integer($0.id) }
      walk.went(stretch, found: fitting.count)
      found += try shown(fitting, arguments)
      if found.count >= limit { return Array(found.prefix(limit)) }
      before = .integer(last.id)
    }
    return try found + indexed(arguments, before: before, limit - found.count)
  }

  /// Those that fit among a stretch of posts, newest first, and the last one of it.
  private func walked(_ expression: SQLValue, before: SQLValue, _ stretch: Int) throws
    -> [(id: Int64, fits: Bool)]
  {
    try list(
      """
      WITH t AS MATERIALIZED (SELECT post_id, terms @@ CAST($2 AS tsquery) AS fits
        FROM post_terms WHERE post_id < $1 ORDER BY post_id DESC LIMIT $3)
      SELECT t.post_id, CASE WHEN t.fits THEN 1 ELSE 0 END FROM t
      WHERE t.fits OR t.post_id = (SELECT MIN(post_id) FROM t) ORDER BY t.post_id DESC
      """, [before, expression, .int(stretch)]
    ) { (try $0.integer(), try $0.flag()) }
  }

  private func indexed(_ arguments: [SQLValue], before: SQLValue, _ limit: Int) throws
    -> [PostRow]
  {
    var found: [PostRow] = []
    var before = before
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
      // Most are there to be seen: no more than are wanted are fetched at once.
      var left = ids[...]
      while !left.isEmpty, found.count < limit {
        let piece = left.prefix(max(limit - found.count, 8))
        found += try shown(Array(piece), arguments)
        left = left.dropFirst(piece.count)
      }
      guard ids.count == InList.most else { break }
      before = last
    }
    return Array(found.prefix(limit))
  }

  /// The rows of those that the viewer may see, in the same order.
  private func shown(_ ids: [SQLValue], _ arguments: [SQLValue]) throws -> [PostRow] {
    try InList.each(ids, from: 3) { places, ids in
      try list(
        """
        SELECT \(PostRows.rowColumns) FROM \(PostRows.rowSources)
        WHERE p.id IN (\(places)) AND \(Self.shown)
        """, Array(arguments.prefix(2)) + ids, PostRows.decodeRow)
    }.sorted { $0.id > $1.id }
  }
}

/// How long posts are walked one by one before the index is asked.
struct PostWalk {
  private static let first = 1_000
  /// Walking so many takes about as long as fetching, by the index, those that hold a word of one post in 250.
  private static let most = 16_000

  private var walked = 0
  private var found = 0

  /// How many to walk next; `nil` when the index is the shorter way.
  /// - Parameter wanted: how many are still to be found.
  func next(wanted: Int) -> Int? {
    guard walked > 0 else { return Self.first }
    guard found > 0 else { return nil }
    // A quarter more than what was found so far lets expect, so that most need no third stretch.
    let expected = max(wanted * walked / found * 5 / 4, Self.first)
    return walked + expected <= Self.most ? expected : nil
  }

  mutating func went(_ stretch: Int, found count: Int) {
    walked += stretch
    found += count
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
