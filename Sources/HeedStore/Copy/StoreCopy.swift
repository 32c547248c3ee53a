public import HeedModel

/// Copies a whole desk from one database into another, empty one: SQLite to PostgreSQL and back.
///
/// Table by table, parents first, by the primary key and in chunks, each chunk a transaction. At the end both databases
/// are read again and compared. A copy that was cut off, or differs, is not used: the target is thrown away and the
/// copy begun anew. The source is only read; nobody may write to it meanwhile.
public struct StoreCopy: Sendable {
  /// A table that arrived whole.
  public struct Table: Sendable, Hashable {
    public var name: String
    public var rows: Int
  }

  /// Rows of one transaction.
  static let chunk = 1_000

  private let source: any SQLDatabase
  private let target: any SQLDatabase
  private let migrations: [Migration]

  public init(
    from source: any SQLDatabase, to target: any SQLDatabase,
    migrations: [Migration] = Migrations.all
  ) {
    self.source = source
    self.target = target
    self.migrations = migrations
  }

  /// - Parameter progress: a table and how many of its rows are copied so far.
  /// - Throws: `Problem(.invalid)` when the source is of another version or the target holds anything, before a row is
  ///   written; `Problem(.broken)` when the copy is not what the source holds; `SQLError`.
  @discardableResult
  public func run(
    clock: any DeskClock, progress: @Sendable (String, Int) -> Void = { _, _ in }
  ) async throws -> [Table] {
    let migrations = migrations
    guard try await Migrator(migrations).pending(source).isEmpty else {
      throw Problem(
        .invalid,
        "The desk to copy is of an older version. Nothing was written. Run heed migrate on it first."
      )
    }
    try await Migrator(migrations).migrate(target, clock: clock)
    let tables = try await source.read { try CopyTable.all($0, migrations) }
    let wanted = try await target.read { try CopyTable.all($0, migrations) }
    try refuseDifferent(tables, wanted)
    try await refuseFull(tables)

    for table in tables { try await copy(table, progress) }
    let copied = try await compared(tables)
    if target.dialect == .postgres {
      // Without figures about its tables the planner would read them whole until the server gathers them itself.
      try await target.write { try $0.runScript("ANALYZE") }
    }
    return copied
  }

  private func refuseDifferent(_ tables: [CopyTable], _ wanted: [CopyTable]) throws {
    for table in tables {
      let twin = wanted.first { $0.name == table.name }
      guard twin?.key == table.key, !table.key.isEmpty,
        twin.map({ Set($0.columns) }) == Set(table.columns)
      else {
        throw Problem(
          .broken, "The table \(table.name) is not the same in both databases. Nothing was written."
        )
      }
    }
  }

  private func refuseFull(_ tables: [CopyTable]) async throws {
    let full = try await target.read { sql in
      try tables.first { try !$0.rows(after: nil, limit: 1, sql).isEmpty }?.name
    }
    if let full {
      throw Problem(
        .invalid,
        "The target is not empty: there are rows in \(full). Nothing was written. Name a new database."
      )
    }
  }

  private func copy(_ table: CopyTable, _ progress: @Sendable (String, Int) -> Void) async throws {
    var last: [SQLValue]?
    var count = 0
    while true {
      let after = last
      let rows = try await source.read { try table.rows(after: after, limit: Self.chunk, $0) }
      if !rows.isEmpty { try await target.write { try table.insert(rows, $0) } }
      count += rows.count
      progress(table.name, count)
      guard rows.count == Self.chunk, let end = rows.last else { return }
      last = table.position(of: end)
    }
  }

  private func compared(_ tables: [CopyTable]) async throws -> [Table] {
    var copied: [Table] = []
    for table in tables {
      let here = try await digest(table, of: source)
      let there = try await digest(table, of: target)
      guard here == there else {
        throw Problem(
          .broken,
          """
          The copy of \(table.name) differs: \(here.rows) rows here, \(there.rows) there. Do not use \
          the copy. Stop the desk, make a new empty database and copy again.
          """)
      }
      copied.append(Table(name: table.name, rows: here.rows))
    }
    return copied
  }

  private func digest(_ table: CopyTable, of database: any SQLDatabase) async throws -> CopyDigest {
    try await database.read { sql in
      var digest = CopyDigest()
      var last: [SQLValue]?
      while true {
        let rows = try table.rows(after: last, limit: Self.chunk, sql)
        for row in rows { digest.add(row) }
        guard rows.count == Self.chunk, let end = rows.last else { return digest }
        last = table.position(of: end)
      }
    }
  }
}
