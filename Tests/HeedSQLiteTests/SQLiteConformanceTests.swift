import HeedTesting
import Testing

@Suite struct SQLiteConformanceTests {
  @Test(arguments: SQLDriverConformance.rules, TestDatabases.sqlite)
  func holds(_ rule: SQLDriverConformance.Rule, on database: TestDatabase) async throws {
    try await rule.check(database)
  }
}
