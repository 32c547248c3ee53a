import Foundation
import HeedModel
import HeedSQLite
import HeedStore
import HeedTesting
import Testing

/// A desk of any earlier Heed becomes one of this, whole, wherever it was cut off on the way.
///
/// Rows are put into every table of every earlier schema; then the upgrade is cut off at random statements, as a process
/// that ends there would leave it, and gone on with. Of the schemas the first, the last three and six by chance; in full
/// counts (`HEED_RELIABILITY=full`) every one, with 20 cuts and more rows.
@Suite(.serialized) struct UpgradeTests {
  private static let isFull = ProcessInfo.processInfo.environment["HEED_RELIABILITY"] == "full"
  private static let cuts = isFull ? 20 : 2
  private static let rows = isFull ? 2000 : 20

  @Test(arguments: TestDatabases.all().filter(\.keepsData))
  func earlierSchemasAreUpgradedThroughCuts(_ kind: TestDatabase) async throws {
    let seed =
      ProcessInfo.processInfo.environment["HEED_SEED"].flatMap(UInt64.init)
      ?? .random(in: 0..<10_000)
    var dice = SplitMix64(seed: seed)
    let wanted = try await kind.fresh { database in
      try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
      return try await database.read { try OldDesk.shape($0) }
    }
    for version in Self.versions(&dice) {
      try await kind.place { place in
        let earlier = Migrations.all.filter { $0.number <= version }
        let old = try await place.open()
        try await Migrator(earlier).migrate(old, clock: ManualClock())
        try await old.write { try OldDesk.fill($0, rows: Self.rows) }
        let before = try await old.read { try OldDesk.contents($0) }
        for (table, rows) in before { #expect(!rows.rows.isEmpty, "\(table) was not filled") }
        try await old.close()

        for _ in 0..<Self.cuts {
          let database = try await place.open()
          let cut = CutDatabase(database, after: Int(dice.next() % 40))
          _ = try? await Migrator(Migrations.all).migrate(cut, clock: ManualClock())
          try await database.close()
        }
        let database = try await place.open()
        try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
        let shape = try await database.read { try OldDesk.shape($0) }
        #expect(shape == wanted, "from schema \(version), seed \(seed)")
        for (table, rows) in before {
          let columns = rows.columns
          let after = try await database.read { try OldDesk.rows(of: table, columns, $0) }
          let lost = rows.rows.subtracting(after)
          #expect(lost.isEmpty, "\(table) from schema \(version), seed \(seed): \(lost.prefix(2))")
        }
        #expect(try await database.integrity().isEmpty)
        try await database.close()
      }
    }
  }

  private static func versions(_ dice: inout SplitMix64) -> [Int] {
    let all = Migrations.all.map(\.number).sorted().dropLast()
    guard !isFull else { return Array(all) }
    let between = all.dropFirst().dropLast(3).shuffled(using: &dice).prefix(6)
    return Set([all[0]] + between + all.suffix(3)).sorted()
  }

  /// That a fix is done was read from its post before; from 35 on it is noted.
  @Test(arguments: TestDatabases.all().filter(\.keepsData))
  func whatOnlyItsPostToldOfAFixIsNotedByUpgrading(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      try await Migrator(Migrations.all.filter { $0.number < 35 })
        .migrate(database, clock: ManualClock())
      try await database.write { sql in
        try OldDesk.fill(sql, rows: 6)
        try sql.run("UPDATE corrections SET way = 'edit', done_at = NULL WHERE id < 6")
        try sql.run("UPDATE corrections SET trouble = NULL WHERE id < 5")
        try sql.run("UPDATE corrections SET way = 'delete' WHERE id IN (3, 4)")
        try sql.run("UPDATE posts SET edited_at = NULL, removed_at = NULL WHERE id IN (2, 4)")
      }
      try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
      let done = try await database.read {
        try $0.rows("SELECT done_at FROM corrections ORDER BY id").map { $0.values[0] }
      }
      #expect(done == [.integer(1), .null, .integer(3), .null, .null, .integer(6)])
    }
  }

  /// An event of a sentence that is no promise holds its number where others hold a member, from the first desks on.
  @Test func anOldEventOfOneOfSeveralIsUnderstood() async throws {
    let database = try SQLiteDatabase.inMemory()
    try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
    try await database.write { sql in
      _ = try sql.run(
        """
        INSERT INTO events (id, kind, subject, other_id) VALUES
          (1, 'promiseDeclined', 7, 2), (2, 'promiseDeclined', 8, NULL), (3, 'memberInvited', 7, 2)
        """)
    }
    let events = try await Store(database: database).read {
      try $0.events(after: nil, limit: 9, for: nil)
    }
    #expect(events.map(\.ordinal) == [2, nil, nil])
    #expect(events.map(\.other) == [nil, nil, ID(2)])
  }
}
