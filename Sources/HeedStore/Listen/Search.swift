import HeedModel

extension Transaction {
  func candidates(
    _ search: StoredSearch, before: ID<Post>?, limit: Int, for viewer: Viewer?
  ) throws -> Candidates {
    try settleTerms()
    let wanted = Wanted(search, sql.dialect, viewer)
    let before = SQLValue.integer(before?.value ?? .max)
    guard let expression = wanted.expression else {
      return try walk("posts", "id", nil, wanted, before, limit)
    }
    switch sql.dialect {
    // The index is walked by rowid, newest first; posts are looked up one by one.
    case .sqlite: return try walk("post_terms", "rowid", expression, wanted, before, limit)
    case .postgres: return try postgresCandidates(expression, wanted, before, limit)
    }
  }

  /// Where facts are rare, so much is looked through at once, and then said how far that came.
  private static let stretch = 2_000

  /// Posts in the order of their numbers, or those that an index walks in that order.
  private func walk(
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

  /// A GIN index gives its answers in no order: of a word that one post in fifty has it would fetch and sort every post
  /// that ever held it. Such words are soon found among the newest posts, so these are looked through one by one, in
  /// longer and longer stretches; of words that are rare there the index tells all.
  private func postgresCandidates(
    _ expression: String, _ wanted: Wanted, _ before: SQLValue, _ limit: Int
  ) throws -> Candidates {
    var found = Candidates(rows: [], reached: nil)
    var from = before
    for length in [1_000, 2_000, 4_000, 8_000] {
      let end = try first(
        """
        SELECT post_id FROM post_terms WHERE post_id < $1
        ORDER BY post_id DESC LIMIT 1 OFFSET \(length - 1)
        """, [from]
      ) { try $0.id(Post.self) }
      let wish = limit - found.rows.count
      let rows = try list(
        """
        SELECT \(PostRows.rowColumns)
        FROM (SELECT post_id, terms FROM post_terms WHERE post_id < $3 AND post_id >= $5
          ORDER BY post_id DESC LIMIT \(length)) t
        JOIN \(PostRows.joined(to: "t.post_id"))
        WHERE t.terms @@ CAST($6 AS tsquery) AND \(wanted.text(from: 7))
        ORDER BY t.post_id DESC LIMIT $4
        """,
        wanted.viewer + [from, .int(wish), .integer(end?.value ?? 0), .text(expression)]
          + wanted.facts, PostRows.decodeRow)
      found.rows += rows
      found.reached = rows.count < wish ? end : rows.last?.id
      guard rows.count < wish, let end else { return found }
      if length == 1_000, try isRare(expression, from, end) {
        return try indexed(expression, wanted, before, limit)
      }
      from = .id(end)
    }
    return found
  }

  /// Fewer of a thousand are rare.
  private static let few = 5

  private func isRare(_ expression: String, _ before: SQLValue, _ end: ID<Post>) throws -> Bool {
    try count(
      """
      SELECT COUNT(*) FROM (SELECT terms FROM post_terms WHERE post_id < $1 AND post_id >= $2
        ORDER BY post_id DESC LIMIT 1000) t
      WHERE t.terms @@ CAST($3 AS tsquery)
      """, [before, .id(end), .text(expression)]) < Self.few
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

/// What a search asks of rows besides the index: who may see them, and what is known of every match.
private struct Wanted {
  let expression: String?
  let viewer: [SQLValue]
  let isForAll: Bool
  private(set) var facts: [SQLValue] = []
  private var conditions: [String] = []
  var hasFacts: Bool { !conditions.isEmpty }

  init(_ search: StoredSearch, _ dialect: SQLDialect, _ viewer: Viewer?) {
    expression = SearchExpression.text(search.terms, dialect: dialect)
    self.viewer = viewer.map { Visible.arguments($0) } ?? [.integer(0), .integer(0)]
    isForAll = viewer == nil
    add(search.networks) { _ in "p.network = $" }
    // Of a code in letters beyond ASCII the desk decides.
    let code = "LOWER(COALESCE(p.read_language, p.language))"
    let bytes = dialect == .sqlite ? "LENGTH(CAST(\(code) AS BLOB))" : "OCTET_LENGTH(\(code))"
    add(search.languages?.map { $0 + "-" }) {
      "(SUBSTR(\(code) || '-', 1, \($0.utf8.count)) = $ OR \(bytes) <> LENGTH(\(code)))"
    }
    add(search.tones?.map(\.rawValue)) { _ in "p.read_tone = $" }
    // No kind's name is within another's.
    add(search.kinds?.map(\.rawValue)) { _ in
      "REPLACE(p.read_kinds, $, '') <> p.read_kinds"
    }
  }

  private mutating func add(_ values: (some Collection<String>)?, _ condition: (String) -> String) {
    guard let values else { return }
    let each = values.sorted()
    conditions.append(
      each.isEmpty
        ? "1 = 0"
        : "(" + each.map { condition($0) }.joined(separator: " OR ") + ")")
    facts += each.map { .text($0) }
  }

  /// - Parameter number: of the first fact's parameter.
  func text(from number: Int) -> String {
    var next = number
    let numbered = conditions.map { condition in
      condition.split(separator: "$", omittingEmptySubsequences: false).reduce("") { text, part in
        guard !text.isEmpty else { return String(part) }
        defer { next += 1 }
        return "\(text)$\(next)\(part)"
      }
    }
    return ([Self.shown(isForAll)] + numbered).joined(separator: " AND ")
  }

  static func shown(_ isForAll: Bool) -> String {
    let who = isForAll ? "CAST($1 AS BIGINT) = CAST($2 AS BIGINT)" : Visible.post
    return "p.author_id IS NOT NULL AND p.removed_at IS NULL AND \(who)"
  }
}
