import HeedModel
import HeedStore
import HeedTesting
import Testing

/// The open mistakes are counted for every page: by an index that holds them alone, however many were fixed.
@Suite struct OpenMistakesPlanTests {
  @Test(arguments: TestDatabases.sqlite)
  func openMistakesWalkTheIndexOfWhatIsNotSettled(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      try await Migrator(Migrations.all).migrate(database, clock: ManualClock())
      let recording = RecordingDatabase(database)
      let store = Store(database: recording)
      let viewer = Viewer(member: ID(1), role: .lead)
      _ = try await store.read { tx in
        try tx.openMistakes(for: viewer) + tx.openMistakes(PageRequest(), for: viewer).rows.count
      }
      let statements = recording.takeStatements().filter { $0.text.contains("mistakes mi") }
      #expect(statements.count == 2)
      for statement in statements {
        let plan = try await database.read { connection in
          try connection.rows("EXPLAIN QUERY PLAN " + statement.text, statement.arguments)
            .compactMap { if case .text(let line)? = $0.values.last { line } else { nil } }
        }
        #expect(
          plan.contains { $0.contains("mi USING") && $0.contains("mistakes_unsettled") },
          "\(plan)")
        #expect(!plan.contains { $0.contains("SCAN k") || $0.contains("SCAN p") }, "\(plan)")
      }
    }
  }
}
