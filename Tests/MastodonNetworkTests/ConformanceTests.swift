import HeedNetwork
import HeedTesting
import Testing

@Suite struct ConformanceTests {
  static let manners: [MastodonManner] = MastodonManner.all.map { manner in
    var manner = manner
    // Waiting for a medium has a test of its own, with a clock in its hand.
    manner.processesMedia = false
    return manner
  }

  @Test(arguments: manners, NetworkConformance.rules(for: MastodonFixture().network))
  func conforms(as manner: MastodonManner, to rule: NetworkConformance.Rule) async throws {
    try await rule.check(MastodonFixture(manner))
  }
}
