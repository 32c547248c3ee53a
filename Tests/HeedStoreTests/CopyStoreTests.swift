import HeedModel
import HeedSQLite
import HeedStore
import HeedTesting
import Testing

/// A desk moves whole from one database to another, or not at all.
@Suite struct CopyStoreTests {
  private let clock = ManualClock()

  @Test func everyRowOfEveryTableArrivesInSQLite() async throws {
    let source = try await filledDesk()
    let target = try SQLiteDatabase.inMemory()
    let copied = try await StoreCopy(from: source, to: target).run(clock: clock)
    let before = try await dump(source)
    #expect(copied.count == before.count)
    for table in copied {
      #expect(table.rows == FilledDesk.rows, "\(table.name)")
      #expect(before[table.name]?.count == table.rows, "\(table.name)")
    }
    #expect(try await dump(target) == before)
  }

  @Test(.enabled(if: !TestDatabases.postgres.isEmpty), arguments: TestDatabases.postgres)
  func aDeskThatGoesToPostgreSQLAndComesBackIsTheSame(server: TestDatabase) async throws {
    let source = try await filledDesk()
    let back = try SQLiteDatabase.inMemory()
    try await server.fresh { postgres in
      try await StoreCopy(from: source, to: postgres).run(clock: clock)
      try await StoreCopy(from: postgres, to: back).run(clock: clock)
    }
    #expect(try await dump(back) == dump(source))
  }

  @Test(.enabled(if: !TestDatabases.postgres.isEmpty), arguments: TestDatabases.postgres)
  func whatWasCopiedIsFoundByItsWords(server: TestDatabase) async throws {
    let source = try await filledDesk(rows: 20)
    try await server.fresh { postgres in
      try await StoreCopy(from: source, to: postgres).run(clock: clock)
      let found = try await postgres.read {
        try $0.rows("SELECT post_id FROM post_terms WHERE terms @@ 'w7'::tsquery ORDER BY post_id")
      }
      #expect(found.map(\.values) == [[.integer(7)]])
    }
  }

  @Test(arguments: TestDatabases.all())
  func aTargetThatHoldsAnythingIsLeftAlone(kind: TestDatabase) async throws {
    let source = try await filledDesk(rows: 20)
    try await kind.fresh { target in
      try await Migrator(Migrations.all).migrate(target, clock: clock)
      try await target.write {
        try $0.run("INSERT INTO settings (key, value) VALUES ('organisation', 'Somebody else')")
      }
      await #expect(throws: Problem.self) {
        try await StoreCopy(from: source, to: target).run(clock: clock)
      }
      let posts = try await target.read { try $0.rows("SELECT COUNT(*) FROM posts") }
      #expect(posts.first?.values == [.integer(0)])
    }
  }

  @Test func aDeskOfAnOlderVersionIsNotCopied() async throws {
    let source = try SQLiteDatabase.inMemory()
    let target = try SQLiteDatabase.inMemory()
    await #expect(throws: Problem.self) {
      try await StoreCopy(from: source, to: target).run(clock: clock)
    }
    let tables = try await target.read {
      try $0.rows("SELECT name FROM sqlite_master WHERE name = 'posts'")
    }
    #expect(tables.isEmpty)
  }

  /// A target that loses a row as it is written: what a copy must never pass over.
  @Test func aCopyThatLacksARowIsReported() async throws {
    let source = try await filledDesk(rows: 20)
    let target = try SQLiteDatabase.inMemory()
    try await Migrator(Migrations.all).migrate(target, clock: clock)
    try await target.write {
      try $0.runScript(
        """
        CREATE TRIGGER forgetful AFTER INSERT ON team_notes WHEN new.id = 17
        BEGIN DELETE FROM team_notes WHERE id = 17; END
        """)
    }
    await #expect(throws: Problem.self) {
      try await StoreCopy(from: source, to: target).run(clock: clock)
    }
  }

  /// A target that changes a word.
  @Test func aCopyWithAnotherWordIsReported() async throws {
    let source = try await filledDesk(rows: 20)
    let target = try SQLiteDatabase.inMemory()
    try await Migrator(Migrations.all).migrate(target, clock: clock)
    try await target.write {
      try $0.runScript(
        """
        CREATE TRIGGER careless AFTER INSERT ON team_notes WHEN new.id = 17
        BEGIN UPDATE team_notes SET words = words || ' ' WHERE id = 17; END
        """)
    }
    await #expect(throws: Problem.self) {
      try await StoreCopy(from: source, to: target).run(clock: clock)
    }
  }

  private func filledDesk(rows: Int = FilledDesk.rows) async throws -> SQLiteDatabase {
    let database = try SQLiteDatabase.inMemory()
    try await Migrator(Migrations.all).migrate(database, clock: clock)
    try await database.write { try FilledDesk.fill($0, rows: rows) }
    return database
  }

  private func dump(_ database: SQLiteDatabase) async throws -> [String: [[SQLValue]]] {
    try await database.read { sql in
      var dump: [String: [[SQLValue]]] = [:]
      for table in try FilledDesk.tables(sql) {
        let columns = table == "post_terms" ? "rowid, terms" : "*"
        let rows = try sql.rows("SELECT \(columns) FROM \(table)").map(\.values)
          .map { table == "post_terms" ? Self.inOneOrder($0) : $0 }
        dump[table] = rows.map { (key: "\($0)", row: $0) }.sorted { $0.key < $1.key }.map(\.row)
      }
      return dump
    }
  }

  /// The index keeps no order of words.
  private static func inOneOrder(_ row: [SQLValue]) -> [SQLValue] {
    guard case .text(let terms) = row[1] else { return row }
    return [row[0], .text(terms.split(separator: " ").sorted().joined(separator: " "))]
  }
}

/// Rows in every table that the migrations make, whatever they come to be: awkward text, bytes, nulls where they may
/// stand.
private enum FilledDesk {
  static let rows = 1_234

  private static let words = [
    "plain", "", "it's \"quoted\" \\ back", "tab\tand\nline", "ünïcödé 漢字 עברית", "👩‍🔧🚲",
    "NULL", "{1,2}", "' OR 1=1 --", "\\x00", " spaces ",
  ]

  static func tables(_ sql: any SQLConnection) throws -> [String] {
    try sql.rows(
      """
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        AND name NOT LIKE 'post_terms_%' AND name <> 'migrations' ORDER BY rowid
      """
    ).compactMap { if case .text(let name) = $0.values[0] { name } else { nil } }
  }

  static func fill(_ sql: any SQLConnection, rows: Int) throws {
    for table in try tables(sql) {
      guard table != "post_terms" else {
        try sql.runMany(
          "INSERT INTO post_terms (rowid, terms) VALUES ($1, $2)",
          (1...rows).map { [.integer(Int64($0)), .text("w\($0) zebra a_b apple \u{e9}t\u{e9}")] })
        continue
      }
      let columns = try sql.rows(
        "SELECT type, \"notnull\", pk FROM pragma_table_info($1) ORDER BY cid", .text(table))
      let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
      try sql.runMany(
        "INSERT INTO \(table) VALUES (\(places))",
        (1...rows).map { number in
          columns.enumerated().map { value(number, at: $0.offset, column: $0.element.values) }
        })
    }
  }

  private static func value(_ number: Int, at place: Int, column: [SQLValue]) -> SQLValue {
    let mayBeNull = column[1] == .integer(0) && column[2] == .integer(0)
    if mayBeNull, (number + place) % 5 == 0 { return .null }
    switch column[0] {
    case .text("INTEGER"), .text("BIGINT"): return .integer(Int64(number))
    case .text("REAL"): return .real(Double(number) / 3 - 100)
    case .text("BLOB"):
      return .bytes(
        (0..<(number % 40)).map { UInt8(truncatingIfNeeded: $0 * 37 + number) } + bytes(number))
    default: return .text(words[(number + place) % words.count] + " \(number)")
    }
  }

  /// Unique, for token hashes.
  private static func bytes(_ number: Int) -> [UInt8] {
    [UInt8(number >> 8), UInt8(number & 255), 0, 0xFF]
  }
}
