import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

/// Members are written to as they chose, within their hours, and never twice.
@Suite struct DigestTests {
  @Test func nobodyIsWrittenToWhoDidNotChooseIt() async throws {
    let desk = try await TellingDesk()
    try await desk.hand("h")
    desk.test.pass(.hours(30))
    try await desk.post()
    #expect(desk.test.mail.tried == 0)
  }

  @Test func asItHappensIsAtMostOneAnHour() async throws {
    let desk = try await TellingDesk()
    try await desk.choose(desk.test.bruno, mail: .soon)
    try await desk.hand("one")
    // Left a moment to be seen in the desk.
    try await desk.post()
    #expect(desk.test.mail.tried == 0)
    desk.test.pass(.minutes(3))
    for _ in 0..<3 { try await desk.post() }
    #expect(desk.test.mail.taken.map(\.subject) == ["1"])
    #expect(desk.test.mail.taken.first?.address == "bruno@desk.example")
    try await desk.hand("two")
    try await desk.hand("three")
    desk.test.pass(.minutes(30))
    try await desk.post()
    #expect(desk.test.mail.taken.count == 1)
    desk.test.pass(.minutes(31))
    try await desk.post()
    #expect(desk.test.mail.taken.map(\.subject) == ["1", "2"])
    #expect(Set(desk.test.mail.taken.map(\.messageID)).count == 2)
    #expect(try await desk.open(desk.test.bruno).allSatisfy { $0.mailedAt != nil })
  }

  @Test func onceADayIsAtTheHourTheyChoseWhateverTheClockDoes() async throws {
    let desk = try await TellingDesk()
    // It is nearly five in the afternoon.
    try await desk.choose(desk.test.bruno, mail: .daily, at: 18 * 60)
    try await desk.hand("one")
    desk.test.pass(.minutes(30))
    try await desk.post()
    #expect(desk.test.mail.tried == 0)
    desk.test.pass(.hours(1))
    try await desk.post()
    #expect(desk.test.mail.taken.count == 1)
    try await desk.hand("two")
    desk.test.clock.set(desk.test.clock.now() - .minutes(40))
    try await desk.post()
    desk.test.pass(.hours(3))
    try await desk.post()
    #expect(desk.test.mail.taken.count == 1)
    desk.test.pass(.days(1))
    try await desk.post()
    #expect(desk.test.mail.taken.count == 2)
  }

  @Test func outsideOfTheirHoursAndWhileAwayItWaits() async throws {
    let desk = try await TellingDesk()
    let bruno = desk.test.bruno
    try await desk.choose(bruno, mail: .soon)
    // Nine to five, and it is Tuesday, 16:53.
    try await desk.hours(540..<1020, of: bruno)
    desk.test.pass(.minutes(30))
    try await desk.hand("night")
    for _ in 0..<15 {
      desk.test.pass(.hours(1))
      try await desk.post()
    }
    #expect(desk.test.mail.tried == 0)
    desk.test.pass(.hours(1))
    try await desk.post()
    #expect(desk.test.mail.taken.count == 1)
    let today = Zone.utc(at: desk.test.clock.now()).dayNumber
    try await desk.desk.save(
      MemberProfile(
        member: bruno.member,
        absences: [MemberProfile.Absence(first: today, last: today + 1)]), by: bruno)
    try await desk.hand("away")
    desk.test.pass(.hours(26))
    try await desk.post()
    #expect(desk.test.mail.taken.count == 1)
    desk.test.pass(.hours(24))
    try await desk.post()
    #expect(desk.test.mail.taken.count == 2)
  }

  @Test func aDailyHourOutsideOfTheirHoursIsWhenThoseBegin() async throws {
    let desk = try await TellingDesk()
    try await desk.choose(desk.test.bruno, mail: .daily, at: 22 * 60)
    try await desk.hours(600..<1020, of: desk.test.bruno)
    try await desk.hand("one")
    desk.test.pass(.hours(16))
    try await desk.post()
    #expect(desk.test.mail.tried == 0)
    desk.test.pass(.hours(2))
    try await desk.post()
    #expect(desk.test.mail.taken.count == 1)
  }

  /// From six in the evening until two at night with an hour's break at nine: mails come in both parts, none in between.
  @Test func inABreakMailWaitsAndPastMidnightItDoesNot() async throws {
    let desk = try await TellingDesk()
    let bruno = desk.test.bruno
    try await desk.choose(bruno, mail: .soon)
    try await desk.hours(1080..<1260, 1320..<1560, of: bruno)
    let day = Zone.utc(at: desk.test.clock.now()).dayNumber
    for (number, (minute, mails)) in [
      (1_070, 0), (1_090, 1), (1_270, 1), (1_330, 2), (1_440 + 90, 3), (1_440 + 125, 3),
      (1_440 + 1_090, 4),
    ].enumerated() {
      desk.test.clock.set(Zone("UTC").instant(day: day, minute: minute - 5))
      try await desk.hand("h\(number)")
      desk.test.pass(.minutes(5))
      try await desk.post()
      #expect(desk.test.mail.taken.count == mails, "at minute \(minute)")
    }
  }

  /// The day's mail of whoever works nights comes as the night begins, and none more as the wall's day changes within it.
  @Test func aDailyHourOutsideOfANightIsWhenItBegins() async throws {
    let desk = try await TellingDesk()
    try await desk.choose(desk.test.bruno, mail: .daily, at: 9 * 60)
    try await desk.hours(1320..<1560, of: desk.test.bruno)
    let day = Zone.utc(at: desk.test.clock.now()).dayNumber
    for (number, (minute, mails)) in [
      (1_300, 0), (1_330, 1), (1_440 + 30, 1), (1_440 + 600, 1), (1_440 + 1_330, 2),
    ].enumerated() {
      desk.test.clock.set(Zone("UTC").instant(day: day, minute: minute - 5))
      try await desk.hand("h\(number)")
      desk.test.pass(.minutes(5))
      try await desk.post()
      #expect(desk.test.mail.taken.count == mails, "at minute \(minute)")
    }
  }

  @Test func whatWasSeenOrIsOverMeanwhileIsInNoMail() async throws {
    let desk = try await TellingDesk()
    try await desk.choose(desk.test.bruno, mail: .soon)
    try await desk.hand("shown")
    let over = try await desk.hand("over")
    try await desk.hand("stays")
    let told = try await desk.desk.told(PageRequest(), for: desk.test.bruno)
    try await desk.desk.noteShown(
      told.items.filter { $0.conversation?.id != over }.suffix(1), to: desk.test.bruno)
    // Between the gathering and the sending one more is over.
    desk.test.pass(.minutes(3))
    try await desk.desk.writeDigests()
    try await desk.desk.close(over, reason: .done, post: nil, by: desk.test.alicia)
    try await desk.post()
    #expect(desk.test.mail.taken.map(\.subject) == ["1"])
  }

  @Test func whatPeopleSaidStandsInAMailOnlyWhereChosenAndNeverWhatIsPrivate() async throws {
    let desk = try await TellingDesk()
    _ = try await desk.meet()
    for (round, words) in [false, true].enumerated() {
      try await desk.choose(desk.test.bruno, mail: .soon, words: words)
      try await desk.test.says("The blue one?", id: "public\(round)", by: "ana")
      try await desk.test.says("My address.", id: "p\(round)", by: "ana", visibility: .private)
      try await desk.find()
      desk.test.pass(.minutes(90))
      try await desk.post()
    }
    let mails = desk.test.mail.taken.map(\.plain)
    #expect(mails.map { $0.contains("The blue one?") } == [false, true])
    #expect(mails.allSatisfy { !$0.contains("My address.") })
  }

  @Test func whatIsCertainlyNotTakenIsTriedAgainWithTheSameId() async throws {
    let desk = try await TellingDesk()
    try await desk.choose(desk.test.bruno, mail: .soon)
    try await desk.hand("one")
    desk.test.pass(.minutes(3))
    desk.test.mail.fail(.later("The server rests.", after: .minutes(20)))
    try await desk.post()
    desk.test.pass(.minutes(15))
    try await desk.post()
    #expect(desk.test.mail.tried == 1)
    desk.test.pass(.minutes(10))
    try await desk.post()
    #expect(desk.test.mail.tried == 2)
    #expect(desk.test.mail.taken.count == 1)
  }

  @Test func ofUnknownFateItIsNotSentAgainButSaid() async throws {
    let desk = try await TellingDesk()
    try await desk.choose(desk.test.bruno, mail: .soon)
    try await desk.hand("one")
    desk.test.pass(.minutes(3))
    desk.test.mail.fail(.unknown("The connection was lost."))
    try await desk.post()
    desk.test.pass(.days(2))
    try await desk.post()
    #expect(desk.test.mail.tried == 1)
    let told = try await desk.desk.told(PageRequest(), for: desk.test.bruno)
    #expect(told.troubled.map(\.status) == [.unknown])
    #expect(told.unseen == 1)
    try await desk.desk.markToldSeen(nil, by: desk.test.bruno)
    let after = try await desk.desk.told(PageRequest(), for: desk.test.bruno)
    #expect(after.troubled.isEmpty && after.unseen == 0)
  }

  @Test func whatIsRefusedIsSaidToo() async throws {
    let desk = try await TellingDesk()
    try await desk.choose(desk.test.bruno, mail: .soon)
    try await desk.hand("one")
    desk.test.pass(.minutes(3))
    desk.test.mail.fail(.refused("No such address."))
    try await desk.post()
    let told = try await desk.desk.told(PageRequest(), for: desk.test.bruno)
    #expect(told.troubled.map(\.trouble?.english) == ["No such address."])
  }

  @Test func theLinkInAMailEndsItAndNothingElse() async throws {
    let desk = try await TellingDesk()
    try await desk.choose(desk.test.bruno, mail: .soon)
    try await desk.choose(desk.test.carla, mail: .soon)
    try await desk.hand("one")
    desk.test.pass(.minutes(3))
    try await desk.post()
    let link = try #require(desk.test.mail.taken.first?.endAddress)
    let token = String(link.split(separator: "/").last ?? "")
    #expect(try await desk.desk.endMail(token: "0" + token.dropFirst()) == (token.first == "0"))
    #expect(try await desk.desk.endsMail(token: token))
    for _ in 0..<2 { #expect(try await desk.desk.endMail(token: token)) }
    let choices = try await desk.test.store.read { tx in
      try [desk.test.bruno, desk.test.carla].map { try tx.tellingChoices(of: $0.member)?.mail }
    }
    #expect(choices == [.never, .soon])
    try await desk.hand("two")
    desk.test.pass(.hours(2))
    try await desk.post()
    #expect(desk.test.mail.taken.count == 1)
  }

  /// Killed anywhere, on several machines at once: each mail goes out once, or is said to be unknown.
  @Test(arguments: TestDatabases.all())
  func eachMailGoesOutOnceOrIsSaidToBeUnknown(_ place: TestDatabase) async throws {
    let seed: UInt64 = 61_001
    let randomness = SeededRandomness(seed: seed)
    try await place.fresh { database in
      let desk = try await TellingDesk(TestDesk(database: database))
      let test = desk.test
      try await desk.choose(test.bruno, mail: .soon)
      let rounds = count(10, full: 150)
      for round in 0..<rounds {
        try await desk.hand("r\(round)")
        test.pass(.minutes(61))
        if randomness.number() % 3 == 0 { test.mail.fail(.later("Later.", after: nil)) }
        if randomness.number() % 5 == 0 { test.mail.fail(.unknown("Cut.")) }
        let processes = (0..<2).map { _ in
          test.another(
            seed: randomness.number(), fuse: Fuse(steps: Int(randomness.number() % 16)))
        }
        await withDiscardingTaskGroup { group in
          for process in processes { group.addTask { try? await desk.post(process) } }
        }
        test.pass(.minutes(Int64(randomness.number() % 20)))
      }
      for _ in 0..<40 {
        try await desk.post()
        test.pass(.minutes(61))
      }
      let taken = Dictionary(grouping: test.mail.taken, by: \.messageID)
      #expect(taken.values.allSatisfy { $0.count == 1 }, "seed \(seed)")
      let (tellings, unknown) = try await test.store.read { tx in
        (
          try tx.tellings(PageRequest(limit: 200), for: test.bruno).rows,
          Set(try tx.troubledDigests(of: test.bruno.member).map(\.id))
        )
      }
      #expect(tellings.count == rounds, "seed \(seed)")
      for telling in tellings {
        let isUnknown = telling.digest.map(unknown.contains) ?? false
        #expect(
          (telling.mailedAt != nil) != isUnknown || unknown.count == 20, "seed \(seed) \(telling)")
      }
    }
  }
}
