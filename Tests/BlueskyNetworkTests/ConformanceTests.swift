import HeedNetwork
import HeedTesting
import Testing

@Suite struct BlueskyConformanceTests {
  static let rules = NetworkConformance.rules(for: BlueskyFixture().network)

  /// All public talk, heard without an account.
  @Test(arguments: rules)
  func theStreamConforms(to rule: NetworkConformance.Rule) async throws {
    try await rule.check(BlueskyFixture())
  }

  /// What an account hears and says, where edits are shown and where they are not.
  @Test(arguments: rules, [true, false])
  func anAccountConforms(to rule: NetworkConformance.Rule, showsEdits: Bool) async throws {
    try await rule.check(AccountFixture(showsEdits: showsEdits))
  }
}
