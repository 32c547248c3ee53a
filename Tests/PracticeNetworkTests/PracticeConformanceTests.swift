import HeedNetwork
import HeedTesting
import PracticeNetwork
import Testing

@Suite struct PracticeConformanceTests {
  @Test(arguments: NetworkConformance.rules)
  func keysHonoured(_ rule: NetworkConformance.Rule) async throws {
    try await rule.check(try PracticeFixture())
  }

  @Test(arguments: NetworkConformance.rules)
  func keysIgnored(_ rule: NetworkConformance.Rule) async throws {
    try await rule.check(try PracticeFixture(keyLife: nil))
  }
}
