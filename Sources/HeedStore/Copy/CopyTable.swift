/// A table as both databases have it.
struct CopyTable: Sendable, Hashable {
  var name: String
  var columns: [String]
  /// Columns of the primary key, in its order: what the rows are walked by.
  var key: [String]

  /// The words of the search index stand in another form in each database: here as two columns, the post's number and
  /// its terms, parted by spaces and in one order.
  static let terms = CopyTable(name: "post_terms", columns: ["post_id", "terms"], key: ["post_id"])

  var isTerms: Bool { name == Self.terms.name }

  /// Up to `limit` rows after a key.
  func rows(after last: [SQLValue]?, limit: Int, _ sql: any SQLConnection) throws -> [SQLRow] {
    let names = selected(sql.dialect)
    let keys = keys(sql.dialect)
    let text: String
    if last == nil {
      text = "SELECT \(names) FROM \(name) ORDER BY \(keys) LIMIT \(limit)"
    } else {
      let places = key.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
      text = """
        SELECT \(names) FROM \(name) WHERE (\(keys)) > (\(places)) ORDER BY \(keys) LIMIT \(limit)
        """
    }
    let rows = try sql.rows(text, last ?? [])
    return isTerms ? rows.map { SQLRow([$0.values[0], Self.sorted($0.values[1])]) } : rows
  }

  /// Where a row stands in the walk.
  func position(of row: SQLRow) -> [SQLValue] {
    key.compactMap { columns.firstIndex(of: $0) }.map { row.values[$0] }
  }

  func insert(_ rows: [SQLRow], _ sql: any SQLConnection) throws {
    let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let text =
      switch (isTerms, sql.dialect) {
      case (false, _):
        "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES (\(places))"
      case (true, .sqlite): "INSERT INTO post_terms (rowid, terms) VALUES ($1, $2)"
      case (true, .postgres):
        """
        INSERT INTO post_terms (post_id, terms)
        VALUES ($1, array_to_tsvector(array_remove(string_to_array($2, ' '), '')))
        """
      }
    try sql.runMany(text, rows.map(\.values))
  }

  private func selected(_ dialect: SQLDialect) -> String {
    switch (isTerms, dialect) {
    case (false, _): columns.joined(separator: ", ")
    case (true, .sqlite): "rowid, terms"
    case (true, .postgres): "post_id, array_to_string(tsvector_to_array(terms), ' ')"
    }
  }

  private func keys(_ dialect: SQLDialect) -> String {
    isTerms && dialect == .sqlite ? "rowid" : key.joined(separator: ", ")
  }

  private static func sorted(_ terms: SQLValue) -> SQLValue {
    guard case .text(let text) = terms else { return terms }
    let words = Set(text.split(separator: " ").map(String.init))
    return .text(
      words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: " "))
  }
}

extension CopyTable {
  /// Every table of the record, parents before what refers to them, as the migrations made them.
  /// - Throws: `SQLError` when the database has a table that no migration tells of, or lacks one.
  static func all(_ sql: any SQLConnection, _ migrations: [Migration]) throws -> [CopyTable] {
    var order: [String] = []
    for migration in migrations.sorted(by: { $0.number < $1.number }) {
      for match in migration.sql(for: sql.dialect)
        .matches(of: /CREATE (?:VIRTUAL )?TABLE (\w+)|DROP TABLE (\w+)/)
      {
        if let made = match.output.1 { order.append(String(made)) }
        if let dropped = match.output.2 { order.removeAll { $0 == dropped } }
      }
    }
    let there = try names(sql)
    guard Set(order) == there else {
      let odd = Set(order).symmetricDifference(there).sorted().joined(separator: ", ")
      throw SQLError(.other, "the tables are not those that this Heed makes: \(odd)")
    }
    return try order.map { $0 == terms.name ? terms : try table($0, sql) }
  }

  private static func names(_ sql: any SQLConnection) throws -> Set<String> {
    let text =
      switch sql.dialect {
      case .sqlite:
        // The index of words keeps tables of its own.
        """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
          AND name NOT LIKE 'post_terms_%'
        """
      case .postgres:
        "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()"
      }
    return Set(try sql.rows(text).compactMap { $0.values[0].string }).subtracting(["migrations"])
  }

  private static func table(_ name: String, _ sql: any SQLConnection) throws -> CopyTable {
    let columns: String
    let key: String
    switch sql.dialect {
    case .sqlite:
      columns = "SELECT name FROM pragma_table_info($1) ORDER BY cid"
      key = "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk"
    case .postgres:
      columns = """
        SELECT attname::text FROM pg_attribute
        WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
        """
      key = """
        SELECT a.attname::text FROM pg_index i
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = $1::text::regclass AND i.indisprimary
        ORDER BY array_position(i.indkey::int2[], a.attnum)
        """
    }
    return CopyTable(
      name: name, columns: try sql.rows(columns, .text(name)).compactMap { $0.values[0].string },
      key: try sql.rows(key, .text(name)).compactMap { $0.values[0].string })
  }
}

extension SQLValue {
  fileprivate var string: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
