import HeedModel
import HeedStore
import Testing

extension SQLDriverConformance {
  static let lifeRules = [
    Rule("everyCommitIsHeard") { database in
      try await database.fresh { database in
        try await table(database)
        var commits = database.commits().makeAsyncIterator()
        for n in 1...3 {
          _ = try await database.write { try $0.run("UPDATE t SET n = $1", .integer(Int64(n))) }
          #expect(await commits.next() != nil)
        }
      }
    },
    Rule("closingEndsTheCommitsAndRefusesWork") { database in
      try await database.fresh { database in
        var commits = database.commits().makeAsyncIterator()
        try await database.close()
        while await commits.next() != nil {}
        var later = database.commits().makeAsyncIterator()
        #expect(await later.next() == nil)
        let error = await #expect(throws: SQLError.self) {
          try await database.read { try $0.rows("SELECT 1") }
        }
        #expect(error?.kind == .unreachable)
        try await database.close()
      }
    },
    Rule("whatWasWrittenIsThereAfterReopening") { database in
      guard database.keepsData else { return }
      try await database.place { place in
        let first = try await place.open()
        try await table(first)
        try await first.close()
        let second = try await place.open()
        #expect(try await count(second) == 1)
        try await second.close()
      }
    },
    Rule("freshDatabasesKnowNothingOfEachOther") { database in
      try await database.fresh { one in
        try await database.fresh { other in
          try await table(one)
          try await table(other)
          _ = try await one.write { try $0.run("UPDATE t SET n = 7") }
          #expect(try await number(other) == 0)
        }
      }
    },
    Rule("aSoundDatabaseHasNothingToReport") { database in
      try await database.fresh { database in
        try await table(database)
        #expect(try await database.integrity() == [])
      }
    },
    Rule("eachMigrationRunsOnceAndInOrder") { database in
      guard database.keepsData else { return }
      try await database.place { place in
        let one = try await place.open()
        let other = try await place.open()
        let migrator = Migrator(steps)
        let clock = ManualClock()
        #expect(try await migrator.pending(one) == steps)
        // Two processes start at once.
        async let first = migrator.migrate(one, clock: clock)
        async let second = migrator.migrate(other, clock: clock)
        let ran = try await first + second
        #expect(ran.sorted { $0.number < $1.number } == steps)
        #expect(try await migrator.migrate(one, clock: clock) == [])
        #expect(try await migrator.pending(other) == [])
        let row = try await one.read { try $0.rows("SELECT b, r, own FROM m")[0] }
        #expect(row.values == [.bytes([1]), .real(0.5), .text(one.dialect.rawValue)])
        try await one.close()
        try await other.close()
      }
    },
    Rule("aFailedMigrationLeavesTheOneBefore") { database in
      try await database.fresh { database in
        let bad = Migration(
          number: 3, name: "bad", sql: "CREATE TABLE half (a BIGINT); SELECT wrong FROM nowhere;")
        let migrator = Migrator(steps + [bad])
        _ = await #expect(throws: SQLError.self) {
          _ = try await migrator.migrate(database, clock: ManualClock())
        }
        let pending = try await migrator.pending(database)
        #expect(pending == [bad])
        #expect(try await refusal(database, "SELECT * FROM half").kind == .statement)
      }
    },
    Rule("aNewerOrOtherSchemaIsRefused") { database in
      try await database.fresh { database in
        let clock = ManualClock()
        try await Migrator(steps).migrate(database, clock: clock)
        let newer = await #expect(throws: Problem.self) {
          try await Migrator([steps[0]]).migrate(database, clock: clock)
        }
        #expect(newer?.text.english.contains("newer Heed") == true)
        var changed = steps
        let first = changed[0]
        changed[0] = Migration(number: first.number, name: first.name, sql: first.sql + " ")
        let other = Migrator(changed)
        await #expect(throws: Problem.self) {
          try await other.migrate(database, clock: clock)
        }
      }
    },
  ]

  private static let steps = [
    Migration(
      number: 1, name: "table",
      sql: """
        CREATE TABLE m (
          id BIGINT PRIMARY KEY,
          b BYTEA,
          r DOUBLE PRECISION
        );
        """),
    Migration(
      number: 2, name: "words",
      sql: """
        ALTER TABLE m ADD COLUMN own TEXT;
        -- only sqlite
        INSERT INTO m VALUES (1, x'01', 0.5, 'sqlite');
        -- only postgres
        INSERT INTO m VALUES (1, '\\x01', 0.5, 'postgres');
        -- both
        UPDATE m SET id = 2;
        """),
  ]
}
