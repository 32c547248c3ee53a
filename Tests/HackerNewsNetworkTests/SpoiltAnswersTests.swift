import HackerNewsNetwork
import HeedNetwork
import HeedTesting
import Testing

/// Anything may stand anywhere in an answer.
@Suite(.timeLimit(.minutes(5))) struct SpoiltAnswersTests {
  @Test func anyValueAnywhereIsHarmless() async throws {
    let far = HackerNewsFixture()
    try await SpoiltAnswers.check(far, over: far.wire) {
      HackerNewsNetwork(wire: $0, clock: far.clock)
    }
  }
}
