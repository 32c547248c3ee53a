import HeedModel
import HeedNetwork
import HeedSQLite
import HeedTesting
import Testing

@testable import HeedDesk

/// Two members never work on the same conversation unknowingly: the database decides.
@Suite struct ClaimTests {
  @Test func whoIsSecondIsToldWhoWasFirst() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Hello?", id: "q")
    try await test.desk.claim(id, by: test.alicia)
    let told = await problem { try await test.desk.claim(id, by: test.bruno) }
    #expect(told?.code == .conflict)
    #expect(told?.text.english == "Alicia took this a moment before you. Nothing of yours is lost.")
    #expect(try await test.store.read { try $0.claim(of: id)?.member } == test.alicia.member)
  }

  @Test func claimingTwiceIsOneClaimAndOneEvent() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Hello?", id: "q")
    try await test.desk.claim(id, by: test.alicia)
    try await test.desk.claim(id, by: test.alicia)
    #expect(try await test.events(of: id).filter { $0 == .claimed }.count == 1)
  }

  @Test func onlyItsHolderOrALeadLetsGo() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Hello?", id: "q")
    try await test.desk.claim(id, by: test.alicia)
    #expect(await problem { try await test.desk.release(id, by: test.bruno) }?.code == .forbidden)
    try await test.desk.release(id, by: test.lead)
    #expect(try await test.store.read { try $0.claim(of: id) } == nil)
    try await test.desk.claim(id, by: test.bruno)
    try await test.desk.release(id, by: test.bruno)
    try await test.desk.release(id, by: test.bruno)
    #expect(try await test.events(of: id).filter { $0 == .released }.count == 2)
  }

  @Test func handingOverWithAWordFreesItForTheReceiver() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Hello?", id: "q")
    try await test.desk.claim(id, by: test.alicia)
    #expect(
      await problem {
        try await test.desk.handOver(id, to: test.carla.member, word: "", by: test.bruno)
      }?.code == .conflict)
    test.pass(.seconds(1))
    try await test.desk.handOver(
      id, to: test.bruno.member, word: "You know brakes.", by: test.alicia)
    let today = try await test.desk.today(PageRequest(), for: test.bruno)
    #expect(today.handed.map(\.handOver.word) == ["You know brakes."])
    try await test.desk.claim(id, by: test.bruno)
    #expect(try await test.desk.today(PageRequest(), for: test.bruno).handed.isEmpty)
  }

  @Test func nobodyHandsToThemselvesToAnObserverOrToWhoLeft() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Hello?", id: "q")
    try await test.desk.leave(test.carla.member, by: test.lead)
    for receiver in [test.alicia, test.observer, test.carla] {
      #expect(
        await problem {
          try await test.desk.handOver(id, to: receiver.member, word: "", by: test.alicia)
        }?.code == .invalid)
    }
  }

  @Test func whatIsPrivateIsSeenByWhoeverItIsHandedTo() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Between us", id: "q", visibility: .private)
    #expect(
      await problem { _ = try await test.desk.conversation(id, for: test.carla) }?.code
        == .notFound)
    #expect(await problem { try await test.desk.claim(id, by: test.carla) }?.code == .notFound)
    try await test.desk.handOver(id, to: test.carla.member, word: "Yours?", by: test.alicia)
    #expect(try await test.desk.conversation(id, for: test.carla).posts.count == 1)
    try await test.desk.claim(id, by: test.carla)
  }

  @Test func anObserverWorksOnNothing() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Hello?", id: "q")
    let observer = test.observer
    let tries: [() async throws -> Void] = [
      { try await test.desk.claim(id, by: observer) },
      { try await test.desk.release(id, by: observer) },
      { try await test.desk.handOver(id, to: test.bruno.member, word: "", by: observer) },
      { try await test.desk.note(id, text: "Hm", by: observer) },
      { try await test.desk.snooze(id, until: test.clock.now() + .days(1), by: observer) },
      { try await test.desk.wake(id, by: observer) },
      { try await test.desk.close(id, reason: .done, post: nil, by: observer) },
      { try await test.desk.reopen(id, by: observer) },
      { try await test.desk.takeUp(id, by: observer) },
      { _ = try await test.desk.send(.init(conversation: id, text: "Hi"), by: observer) },
      {
        try await test.desk.save(
          Draft(
            member: observer.member, conversation: id, text: "Hi", savedAt: test.clock.now()),
          by: observer)
      },
    ]
    for (number, attempt) in tries.enumerated() {
      #expect(await problem(attempt)?.code == .forbidden, "number \(number)")
    }
    #expect(try await test.events(of: id) == [.postsHeard])
  }

  @Test func aNoteIsRemovedByItsWriterOrALead() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Hello?", id: "q")
    try await test.desk.note(id, text: "  Careful with dates. ", by: test.alicia)
    try await test.desk.note(id, text: "Asked the workshop.", by: test.bruno)
    let viewer = test.alicia
    let notes = try await test.store.read { try $0.notes(of: id, for: viewer) }
    #expect(notes.map(\.text) == ["Careful with dates.", "Asked the workshop."])
    #expect(
      await problem { _ = try await test.desk.removeNote(notes[0].id, by: test.bruno) }?.code
        == .forbidden)
    _ = try await test.desk.removeNote(notes[0].id, by: test.alicia)
    _ = try await test.desk.removeNote(notes[1].id, by: test.lead)
    #expect(try await test.store.read { try $0.notes(of: id, for: viewer) } == [])
    #expect(
      await problem { try await test.desk.note(id, text: " \n", by: viewer) }?.code == .invalid)
  }

  @Test func aNoteOfAPrivateConversationIsOutOfReach() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Between us", id: "q", visibility: .private)
    try await test.desk.note(id, text: "Sounds tired.", by: test.alicia)
    let viewer = test.alicia
    let note = try await test.store.read { try $0.notes(of: id, for: viewer)[0] }
    #expect(
      await problem { _ = try await test.desk.removeNote(note.id, by: test.carla) }?.code
        == .notFound)
  }

  @Test func solvedTakesTheirOwnWord() async throws {
    let test = try await TestDesk()
    let id = try await test.says("My brakes squeak.", id: "q")
    try await test.says("Mine too!", id: "side", by: "ben", parent: RemoteID("q"), toUs: false)
    let elsewhere = try await test.says("Solved!", id: "other", by: "cid")
    _ = elsewhere
    let reply = try await test.write("Come by.", in: id)
    _ = reply
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let ours = try await test.post(test.far.accepted[0].id.rawValue)
    let aside = try await test.post("side")
    let other = try await test.post("other")
    for post in [nil, ours.id, aside.id, other.id, ID<Post>(5)] {
      #expect(
        await problem {
          try await test.desk.close(id, reason: .solved, post: post, by: test.alicia)
        }?.code == .invalid)
    }
    test.pass(.seconds(5))
    try await test.says("Quiet now, thanks!", id: "thanks", parent: RemoteID("q"))
    let thanks = try await test.post("thanks")
    try await test.desk.close(id, reason: .solved, post: thanks.id, by: test.alicia)
    #expect(try await test.conversation(id).state == .solved)
    #expect(try await test.store.read { try $0.claim(of: id) } == nil)
  }

  @Test func closingTwiceRecordsOneEvent() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Hello?", id: "q")
    try await test.desk.close(id, reason: .done, post: nil, by: test.alicia)
    try await test.desk.close(id, reason: .done, post: nil, by: test.bruno)
    #expect(try await test.conversation(id).state == .done)
    #expect(try await test.events(of: id).filter { $0 == .closed }.count == 1)
    test.pass(.seconds(1))
    try await test.desk.reopen(id, by: test.bruno)
    try await test.desk.reopen(id, by: test.bruno)
    #expect(try await test.conversation(id).state == .waiting)
    #expect(try await test.events(of: id).filter { $0 == .reopened }.count == 1)
  }

  @Test func whatTheySayWakesASnoozeForGood() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Hello?", id: "q")
    test.pass(.minutes(1))
    try await test.desk.snooze(id, until: test.clock.now() + .days(3), by: test.alicia)
    #expect(try await test.conversation(id).state == .snoozed)
    #expect(try await test.desk.figures(for: test.alicia).waiting == 0)
    test.pass(.minutes(1))
    try await test.says("Anybody?", id: "q2", parent: RemoteID("q"))
    #expect(try await test.conversation(id).state == .waiting)
    #expect(try await test.events(of: id).contains(.woken))
    _ = try await test.write("Here we are.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    // Answered, and not back to rest until the third day.
    #expect(try await test.conversation(id).state == .answered)
  }

  @Test func aSnoozeEndsAtItsTimeAndTheWaitWentOn() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Hello?", id: "q")
    let since = try await test.conversation(id).waitingSince
    for until in [test.clock.now(), test.clock.now() + .days(400)] {
      #expect(
        await problem { try await test.desk.snooze(id, until: until, by: test.alicia) }?.code
          == .invalid)
    }
    try await test.desk.snooze(id, until: test.clock.now() + .hours(1), by: test.alicia)
    test.pass(.hours(1))
    try await test.desk.wakeSnoozed()
    let woken = try await test.conversation(id)
    #expect(woken.state == .waiting)
    #expect(woken.waitingSince == since)
    #expect(woken.snoozedUntil == nil)
  }

  @Test func takingUpMakesTalkAboutUsWaitAndClaimsIt() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Has anybody tried the shop?", id: "q", toUs: false)
    #expect(
      try await test.desk.today(PageRequest(), for: test.alicia).asks.rows.map(\.post.text.plain)
        == ["Has anybody tried the shop?"])
    #expect(try await test.desk.figures(for: test.alicia).waiting == 0)
    try await test.desk.takeUp(id, by: test.alicia)
    #expect(try await test.conversation(id).state == .waiting)
    #expect(try await test.store.read { try $0.claim(of: id)?.member } == test.alicia.member)
    #expect(try await test.desk.today(PageRequest(), for: test.alicia).asks.rows.isEmpty)
    try await test.desk.takeUp(id, by: test.bruno)
    #expect(try await test.events(of: id).filter { $0 == .takenUp }.count == 1)
  }

  @Test func ofTwoWhoTakeUpTheSameTalkOneIsTold() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Has anybody tried the shop?", id: "q", toUs: false)
    try await test.desk.claim(id, by: test.bruno)
    #expect(await problem { try await test.desk.takeUp(id, by: test.alicia) }?.code == .conflict)
    #expect(try await test.conversation(id).state == .aboutUs)
  }

  @Test func eachRaceHasOneWinner() async throws {
    let place = try #require(TestDatabases.sqlite.last)
    #expect(place.keepsData)
    try await place.fresh { database in
      let test = try await TestDesk(database: database)
      let rivals = [test.alicia, test.bruno, test.carla, test.lead]
      for race in 0..<count(200, full: 10_000) {
        let id = try await test.says("Race \(race)", id: "r\(race)", by: "p\(race)")
        let results = await withTaskGroup(of: (Viewer, Problem?).self) { group in
          for rival in rivals {
            group.addTask {
              (rival, await problem { try await test.desk.claim(id, by: rival) })
            }
          }
          return await group.reduce(into: [(Viewer, Problem?)]()) { $0.append($1) }
        }
        let winners = results.filter { $0.1 == nil }.map(\.0.member)
        #expect(winners.count == 1, "race \(race)")
        #expect(results.allSatisfy { $0.1 == nil || $0.1?.code == .conflict }, "race \(race)")
        #expect(try await test.store.read { try $0.claim(of: id)?.member } == winners.first)
        #expect(try await test.events(of: id).filter { $0 == .claimed }.count == 1)
      }
    }
  }

  @Test func ofTwoAnswersAtOnceOneGoesOutInEveryRace() async throws {
    let place = try #require(TestDatabases.sqlite.last)
    try await place.fresh { database in
      let test = try await TestDesk(database: database)
      for race in 0..<count(60, full: 2000) {
        let id = try await test.says("Race \(race)", id: "r\(race)", by: "p\(race)")
        async let one = problem {
          _ = try await test.desk.send(.init(conversation: id, text: "A\(race)"), by: test.alicia)
        }
        async let other = problem {
          _ = try await test.desk.send(.init(conversation: id, text: "B\(race)"), by: test.bruno)
        }
        let told = await [one, other].compactMap(\.self)
        #expect(told.map(\.code) == [.conflict], "race \(race)")
        let viewer = test.lead
        let replies = try await test.store.read { try $0.replies(in: id, for: viewer) }
        #expect(replies.count == 1, "race \(race)")
        // What the loser typed is kept.
        let loser = replies.first?.member == test.alicia.member ? test.bruno : test.alicia
        let draft = try await test.store.read { try $0.draft(of: id, by: loser.member) }
        #expect(draft?.text.hasSuffix("\(race)") == true, "race \(race)")
      }
    }
  }
}
