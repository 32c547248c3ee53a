import HeedNetwork
import HeedTesting
import Testing

@Suite struct ConformanceTests {
  static let manners: [MailDouble.Manner] = {
    var bare = MailDouble.Manner()
    bare.hasUIDNext = false
    bare.marksSent = false
    bare.imapPlain = false
    bare.smtpWays = "LOGIN"
    var rich = MailDouble.Manner()
    rich.literalsUnasked = true
    rich.keepsCopies = true
    return [MailDouble.Manner(), bare, rich]
  }()

  @Test(arguments: manners.indices, NetworkConformance.rules(for: MailFixture().network))
  func conforms(as manner: Int, to rule: NetworkConformance.Rule) async throws {
    try await rule.check(MailFixture(Self.manners[manner]))
  }
}
