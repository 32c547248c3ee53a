import Foundation
import HeedModel
import HeedStore
import HeedTesting
import Testing

/// A desk of any earlier Heed becomes one of this, whole, wherever it was cut off on the way.
///
/// Rows are put into every table of every earlier schema; then the upgrade is cut off at random statements, as a process
/// that ends there would leave it, and gone on with. In full counts (`HEED_RELIABILITY=full`): 20 cuts a schema and more
/// rows.
@Suite(.serialized) struct UpgradeTests {
  private static let isFull = ProcessInfo.processInfo.environment["HEED_RELIABILITY"] == "full"
  private static let cuts = isFull ? 20 : 2
  private static let rows = isFull ? 2000 : 20

  @Test(arguments: TestDatabases.all().filter(\.keepsData))
  func everyEarlierSchemaIsUpgradedThroughCuts(_ kind: TestDatabase) async throws {
    let seed =
      ProcessInfo.processInfo.environment["HEED_SEED"].flatMap(UInt64.init)
      ?? .random(in: 0..<10_000)
    var dice = SplitMix64(seed: seed)
    let wanted = try await kind.fresh { database in
      try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
      return try await database.read { try OldDesk.shape($0) }
    }
    for version in Migrations.all.map(\.number).dropLast() {
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
}
