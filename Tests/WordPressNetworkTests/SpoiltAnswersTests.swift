import HeedNetwork
import HeedTesting
import Testing
import WordPressNetwork

/// Anything may stand anywhere in an answer.
@Suite(.timeLimit(.minutes(5))) struct SpoiltAnswersTests {
  @Test func anyValueAnywhereIsHarmless() async throws {
    let far = WordPressFixture()
    try await SpoiltAnswers.check(far, over: far.double) {
      WordPressNetwork(wire: $0, clock: far.clock)
    }
  }
}
