import HeedModel
import Testing

@testable import HeedWeb

/// How much a search found is counted or said to be a guess, never more than is known.
@Suite struct AmountTests {
  private let now = Instant(seconds: 1_800_000_000)

  private func said(_ hours: [Int]) -> [Instant] { hours.map { now - .hours(Int64($0)) } }

  @Test func whatEndsIsCounted() {
    #expect(Amount.of([], goesOn: false, now: now) == .exactly(0))
    #expect(Amount.of(said([1, 2, 900]), goesOn: false, now: now) == .exactly(3))
  }

  @Test func whatGoesOnIsJudgedByItsNewest() {
    // Fifty in ten hours are 3,600 in 30 days.
    let steady = (1...50).map { now - .minutes(Int64($0) * 12) }
    #expect(
      Amount.of(steady, goesOn: true, now: now) == .about(3_600, judgedBy: 50, within: .hours(10)))
    #expect(
      Amount.of(said([1, 2, 3, 4, 7]), goesOn: true, now: now)
        == .about(510, judgedBy: 5, within: .hours(7)))
  }

  @Test func fewAndOldTellNothing() {
    #expect(Amount.of(said([1, 2, 3, 4]), goesOn: true, now: now) == nil)
    #expect(Amount.of(said([1, 2, 3, 4, 24 * 31]), goesOn: true, now: now) == nil)
  }

  @Test(arguments: [(0.4, 0), (7.6, 8), (99.4, 99), (123, 120), (1_250, 1_300), (98_765, 99_000)])
  func aGuessHasTwoFigures(_ number: Double, _ told: Int) {
    #expect(Amount.rounded(number) == told)
  }
}
