import HeedNetwork
import HeedTesting
import Testing

@testable import BlueskyNetwork

/// Anything may stand anywhere in an answer.
@Suite(.timeLimit(.minutes(5))) struct SpoiltAnswersTests {
  @Test func anyValueAnywhereIsHarmless() async throws {
    let far = try await AccountFixture()
    try await SpoiltAnswers.check(far, over: BlueskyWire(far.double)) {
      BlueskyNetwork(wire: $0, clock: far.clock, randomness: SeededRandomness(), jetstream: [])
    }
  }
}
