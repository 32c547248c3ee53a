import HeedTesting
import Testing

@Suite struct PostgresConformanceTests {
  @Test(arguments: SQLDriverConformance.rules, TestDatabases.postgres)
  func holds(_ rule: SQLDriverConformance.Rule, on database: TestDatabase) async throws {
    try await rule.check(database)
  }
}
