import HeedTesting
import Testing

struct StoreConformanceTests {
  @Test(arguments: StoreConformance.rules, TestDatabases.all())
  func holds(_ rule: StoreConformance.Rule, on database: TestDatabase) async throws {
    try await rule.check(database)
  }
}
