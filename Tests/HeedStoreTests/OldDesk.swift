import HeedModel
import HeedStore

/// Rows for every table that a schema has, and what it looks like: by the database's own catalogue, so that it holds for
/// schemas of any age.
enum OldDesk {
  struct Contents: Sendable {
    var columns: [String]
    var rows: Set<String>
  }

  private struct Column {
    var name: String
    var type: String
  }

  /// In row n every number is n and every text ends in it: whatever points to another row finds one, and nothing is
  /// there twice.
  static func fill(_ sql: any SQLConnection, rows: Int) throws {
    switch sql.dialect {
    case .sqlite: try sql.runScript("PRAGMA defer_foreign_keys = ON")
    case .postgres: try sql.runScript("SET LOCAL session_replication_role = replica")
    }
    for table in try tables(sql) {
      let columns = try columns(of: table, sql)
      let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
      try sql.runMany(
        """
        INSERT INTO \(table) (\(columns.map(\.name).joined(separator: ", ")))
        VALUES (\(places)) ON CONFLICT DO NOTHING
        """,
        (1...rows).map { number in
          columns.map { column in
            switch column.type {
            case "text": .text("\(column.name) \(number)")
            case "blob", "bytea": .bytes(Array("\(number)".utf8))
            case "real", "double precision": .real(Double(number))
            default: .integer(Int64(number))
            }
          }
        })
    }
  }

  static func contents(_ sql: any SQLConnection) throws -> [String: Contents] {
    var contents: [String: Contents] = [:]
    for table in try tables(sql) {
      let columns = try columns(of: table, sql).map(\.name)
      contents[table] = Contents(columns: columns, rows: try rows(of: table, columns, sql))
    }
    return contents
  }

  static func rows(of table: String, _ columns: [String], _ sql: any SQLConnection) throws -> Set<
    String
  > {
    Set(
      try sql.rows("SELECT \(columns.joined(separator: ", ")) FROM \(table)").map {
        "\($0.values)"
      })
  }

  /// Every table, column and index.
  static func shape(_ sql: any SQLConnection) throws -> [String] {
    let text =
      sql.dialect == .sqlite
      ? "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
      : """
      SELECT table_name::text, column_name::text, data_type || is_nullable || COALESCE(column_default, '')
      FROM information_schema.columns WHERE table_schema = current_schema()
      UNION ALL SELECT tablename::text, indexname::text, indexdef FROM pg_indexes
      WHERE schemaname = current_schema() ORDER BY 1, 2
      """
    return try sql.rows(text).map { "\($0.values)" }
  }

  /// But the list of what was migrated, and what the database keeps for itself.
  private static func tables(_ sql: any SQLConnection) throws -> [String] {
    let text =
      sql.dialect == .sqlite
      ? """
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND name NOT LIKE 'post_terms%' AND name <> 'migrations' ORDER BY name
      """
      : """
      SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()
        AND tablename NOT LIKE 'post_terms%' AND tablename <> 'migrations' ORDER BY 1
      """
    return try sql.rows(text).compactMap { row in
      guard case .text(let name) = row.values[0] else { return nil }
      return name
    }
  }

  private static func columns(of table: String, _ sql: any SQLConnection) throws -> [Column] {
    let text =
      sql.dialect == .sqlite
      ? "SELECT name, lower(type) FROM pragma_table_info($1) ORDER BY cid"
      : """
      SELECT attname::text, format_type(atttypid, NULL) FROM pg_attribute
      WHERE attrelid = $1::text::regclass AND attnum > 0 AND NOT attisdropped
        AND format_type(atttypid, NULL) <> 'tsvector' ORDER BY attnum
      """
    return try sql.rows(text, .text(table)).compactMap { row in
      guard case .text(let name) = row.values[0], case .text(let type) = row.values[1] else {
        return nil
      }
      return Column(name: name, type: type)
    }
  }
}
