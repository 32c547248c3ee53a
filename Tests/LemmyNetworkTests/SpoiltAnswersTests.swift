import HeedNetwork
import HeedTesting
import LemmyNetwork
import Testing

/// Anything may stand anywhere in an answer.
@Suite(.timeLimit(.minutes(5))) struct SpoiltAnswersTests {
  @Test(arguments: LemmyDouble.Version.allCases)
  func anyValueAnywhereIsHarmless(as version: LemmyDouble.Version) async throws {
    let far = LemmyFixture(version)
    try await SpoiltAnswers.check(far, over: far.wire) {
      LemmyNetwork(wire: $0, clock: far.clock)
    }
  }
}
