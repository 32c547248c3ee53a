import HeedNetwork
import HeedTesting
import Testing

@Suite struct ConformanceTests {
  @Test(arguments: NetworkConformance.rules(for: WebFixture().network))
  func conforms(to rule: NetworkConformance.Rule) async throws {
    try await rule.check(WebFixture())
  }
}
