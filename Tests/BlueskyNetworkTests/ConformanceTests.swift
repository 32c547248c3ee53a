import HeedNetwork
import HeedTesting
import Testing

@Suite struct BlueskyConformanceTests {
  @Test(arguments: NetworkConformance.rules(for: BlueskyFixture().network))
  func conforms(to rule: NetworkConformance.Rule) async throws {
    try await rule.check(BlueskyFixture())
  }
}
