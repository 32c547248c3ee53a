import HeedNetwork
import HeedTesting
import Testing

@Suite struct ConformanceTests {
  static let roles: [WordPressDouble.Role] = [.editor, .contributor, .subscriber]

  @Test(arguments: roles, NetworkConformance.rules(for: WordPressFixture().network))
  func conforms(as role: WordPressDouble.Role, to rule: NetworkConformance.Rule) async throws {
    try await rule.check(WordPressFixture(role))
  }
}
