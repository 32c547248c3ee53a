import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// A head start where people are used to quicker answers than ours (R3).
@Suite struct PaceTests {
  /// Others answer each other within two minutes, we take an hour; then we answer within one minute.
  @Test func whereTheCustomIsQuickerWhoWaitsStandsFurtherUp() async throws {
    let test = try await TestDesk()
    let waits = try await test.says("Are you open on Sunday?", id: "waits", by: "zoe")
    try await test.talk(count: Pace.least, theyTake: .minutes(2), weTake: .hours(1), "slow")
    #expect(try await test.conversation(waits).reasons == [.firstWords])
    let before = try await test.conversation(waits)
    try await test.desk.measurePaces()
    let quick = try await test.conversation(waits)
    #expect(quick.reasons == [.firstWords, .quickCustom])
    let settings = try await test.desk.settings()
    #expect(settings.headStarts[.quickCustom] == 30)
    // The largest head start counts, and first words have as much.
    #expect(quick.rank == before.rank)
    #expect(quick.waitingSince == before.waitingSince)
    // Whoever comes later stands there with it at once.
    let later = try await test.says("And on Monday?", id: "later", by: "zoe")
    let since = try #require(try await test.conversation(later).waitingSince)
    #expect(try await test.conversation(later).reasons == [.quickCustom])
    #expect(try await test.conversation(later).rank == (since - .minutes(30)).milliseconds)

    // We became quicker than they are: the head start goes.
    test.pass(Pace.reach)
    try await test.talk(count: Pace.least, theyTake: .minutes(2), weTake: .minutes(1), "quick")
    try await test.desk.measurePaces()
    #expect(try await test.conversation(later).reasons == [])
    #expect(try await test.conversation(later).rank == since.milliseconds)
    let pace = try #require(try await test.store.read { try $0.paces() }.first)
    #expect(pace.theirs == Pace.Half(half: .minutes(2), answers: Pace.least))
    #expect(pace.ours == Pace.Half(half: .minutes(1), answers: Pace.least))
  }

  @Test func ofFewAnswersNothingIsSaid() async throws {
    let test = try await TestDesk()
    let waits = try await test.says("Are you open on Sunday?", id: "waits", by: "zoe")
    try await test.talk(count: Pace.least - 1, theyTake: .minutes(2), weTake: .hours(1), "few")
    try await test.desk.measurePaces()
    #expect(try await test.conversation(waits).reasons == [.firstWords])
  }

  @Test func theLongestWaitsDoNotMoveWhatIsUsual() {
    let times = [Duration.seconds(10), .seconds(20), .seconds(30), .days(3), .days(9)]
    let answers = times.shuffled().map {
      FirstAnswer(network: FakeNetwork.name, isOurs: true, took: $0)
    }
    #expect(Pace.Half(of: answers) == Pace.Half(half: .seconds(30), answers: 5))
    #expect(Pace.Half(of: []) == nil)
  }

  /// One member's answering time is nobody's to read (law 3); the line goes by it all the same.
  @Test func ofFewMembersOursCountsButIsNotShown() {
    func pace(of members: Int64) -> Pace? {
      let answers = (0..<40).map { (number: Int64) -> FirstAnswer in
        let isOurs = number % 2 == 0
        let member = ID<Member>(1 + (number / 2) % members)
        return FirstAnswer(
          network: FakeNetwork.name, isOurs: isOurs, took: .minutes(isOurs ? 60 : 2),
          member: isOurs ? member : nil)
      }
      return Pace.measured(of: answers).first
    }
    for members in [1, 4] as [Int64] {
      #expect(pace(of: members)?.ours?.members == Int(members))
      #expect(pace(of: members)?.customIsQuicker == true)
      #expect(pace(of: members)?.showsOurs == false)
    }
    #expect(pace(of: 5)?.showsOurs == true)
  }
}

extension TestDesk {
  /// So many questions about us that others answer, and as many to us that we answer, each after its time.
  fileprivate func talk(
    count: Int, theyTake: Duration, weTake: Duration, _ name: String
  ) async throws {
    let begun = clock.now()
    for number in 0..<count {
      try await says("Who mends bells?", id: "\(name)-q\(number)", by: "otto", toUs: false)
      try await says("Do you mend bells?", id: "\(name)-a\(number)", by: "ana\(number)")
    }
    for (delay, isOurs) in [(theyTake, false), (weTake, true)].sorted(by: { $0.0 < $1.0 }) {
      pass(begun + delay - clock.now())
      for number in 0..<count {
        var answer = FakeNetwork.post(
          "\(name)-r\(isOurs)\(number)", "At the corner.", by: "rui", at: clock.now(),
          parent: RemoteID("\(name)-\(isOurs ? "a" : "q")\(number)"), toUs: false)
        if isOurs { answer.author = FakeNetwork.shop }
        try await hear([.post(answer)])
      }
    }
  }
}
