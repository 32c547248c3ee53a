import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk
@testable import PracticeNetwork

@Suite struct WhoKnowsTests {
  private func helpers(_ test: TestDesk, _ id: ID<Conversation>) async throws -> [HelpSuggestion] {
    try await test.desk.helpers(in: id, for: test.lead)
  }

  private func answer(
    _ test: TestDesk, _ id: ID<Conversation>, by viewer: Viewer, _ text: String = "We look at it."
  ) async throws {
    _ = try await test.write(text, in: id, by: viewer)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
  }

  @Test func whoAnsweredItsLikeIsNamedFirstWithTheReason() async throws {
    let test = try await TestDesk()
    let first = try await test.says("The brake of my bicycle squeals.", id: "a", by: "ben")
    try await answer(test, first, by: test.carla)
    let other = try await test.says("When do you open on Sunday?", id: "b", by: "cem")
    try await answer(test, other, by: test.bruno)
    let asked = try await test.says("My brake squeals on hills", id: "c", by: "dora")
    let found = try await helpers(test, asked)
    #expect(found.first?.member == test.carla.member)
    #expect(found.first?.reasons.contains(.answeredThis) == true)
    #expect(!found.contains { $0.member == test.observer.member || $0.member == test.lead.member })
  }

  @Test func aDayIsTheirOwnAlsoWhereItsClockIsPutForward() async throws {
    let berlin = Zone("Europe/Berlin")
    for (now, began) in [
      // 29 March 2026 has 23 hours there, 25 October has 25.
      (1_774_778_400, 1_774_738_800), (1_792_929_600, 1_792_879_200),
      (1_774_740_000, 1_774_738_800),
    ] as [(Int64, Int64)] {
      #expect(berlin.dayBegan(before: Instant(seconds: now)) == Instant(seconds: began))
    }

    let test = try await TestDesk()
    let wall = Zone("UTC").wall(at: test.clock.now())
    test.pass(.minutes(Int64(23 * 60 + 30 - wall.hour * 60 - wall.minute)))
    let asked = try await test.says("Is it ready?", id: "q")
    _ = try await test.write("It is.", in: asked, by: test.bruno)
    test.pass(.hours(1))
    func written(in zone: String) async throws -> Int {
      let now = test.clock.now()
      return try await test.store.read { [bruno = test.bruno.member] tx in
        guard var member = try tx.member(bruno) else { return -1 }
        member.timeZone = zone
        return try tx.writtenToday([member], now: now)[bruno] ?? 0
      }
    }
    #expect(try await written(in: "UTC") == 0)
    #expect(try await written(in: "Pacific/Auckland") == 1)
  }

  /// Not even whoever answered just the same before.
  @Test func whoWasAskedNotToSpeakIsNotSuggestedUntilThatEnds() async throws {
    let test = try await TestDesk()
    let first = try await test.says("The brake of my bicycle squeals.", id: "a", by: "ben")
    try await answer(test, first, by: test.carla)
    let asked = try await test.says("My brake squeals on hills", id: "b", by: "ben")
    #expect(try await helpers(test, asked).first?.member == test.carla.member)
    try await test.desk.restrict(
      test.carla.member, reason: "Told three people wrong prices.", days: 30, by: test.lead)
    #expect(try await !helpers(test, asked).contains { $0.member == test.carla.member })
    #expect(try await test.desk.membersWhoCannotAnswer() == [test.carla.member])
    test.pass(.days(30))
    test.pass(.seconds(1))
    #expect(try await helpers(test, asked).contains { $0.member == test.carla.member })
    #expect(try await test.desk.membersWhoCannotAnswer().isEmpty)
  }

  @Test func nothingIsHandedToWhoWasAskedNotToSpeak() async throws {
    let test = try await TestDesk()
    let id = try await test.says("My brake squeals on hills", id: "b", by: "ben")
    try await test.desk.restrict(
      test.carla.member, reason: "Told three people wrong prices.", days: 30, by: test.lead)
    let refused = await problem {
      try await test.desk.handOver(id, to: test.carla.member, word: "Yours?", by: test.alicia)
    }
    #expect(refused?.code == .invalid && refused?.field == "to")
    #expect(refused?.text.english.hasPrefix("Carla cannot answer just now.") == true)
    #expect(try await test.store.read { try $0.handOvers(of: id) }.isEmpty)
    // Why is nobody's to read.
    #expect(refused?.text.english.contains("prices") == false)
    test.pass(.days(30))
    test.pass(.seconds(1))
    try await test.desk.handOver(id, to: test.carla.member, word: "Yours?", by: test.alicia)
  }

  @Test func whoKnowsThePersonIsTold() async throws {
    let test = try await TestDesk()
    let first = try await test.says("Hello there", id: "a", by: "ben")
    try await answer(test, first, by: test.bruno)
    test.pass(.days(20))
    let asked = try await test.says("Quite another matter now", id: "b", by: "ben")
    let found = try await helpers(test, asked)
    #expect(found.first?.member == test.bruno.member)
    guard case .knows(let since?) = found.first?.reasons.first else {
      Issue.record("Not told: \(found)")
      return
    }
    #expect(since < test.clock.now() - .days(19))
  }

  @Test func whatMembersSayOfThemselvesCountsAndIsTold() async throws {
    let test = try await TestDesk()
    let asked = try await test.says("Como devolvo a bicicleta? Preciso da garantia.", id: "a")
    try await test.desk.save(
      MemberProfile(member: ID(0), languages: ["en"], knows: ["garantia", "return*"]),
      by: test.bruno)
    try await test.desk.save(
      MemberProfile(member: ID(0), languages: ["pt"], likes: ["bicicleta"]), by: test.carla)
    let found = try await helpers(test, asked)
    let bruno = try #require(found.first { $0.member == test.bruno.member })
    let carla = try #require(found.first { $0.member == test.carla.member })
    #expect(bruno.reasons.contains(.knowsAbout("garantia")))
    #expect(carla.reasons.contains(.wouldLike("bicicleta")))
    #expect(found.first { $0.member == test.alicia.member }?.isFounded == false)
  }

  @Test func whoIsAwayComesLastAndIsNotSuggested() async throws {
    let test = try await TestDesk()
    let today = Zone.utc(at: test.clock.now()).dayNumber
    let first = try await test.says("The brake squeals.", id: "a", by: "ben")
    try await answer(test, first, by: test.carla)
    try await test.desk.save(
      MemberProfile(
        member: ID(0), absences: [MemberProfile.Absence(first: today, last: today + 3)]),
      by: test.carla)
    let asked = try await test.says("My brake squeals too", id: "b", by: "dora")
    let found = try await helpers(test, asked)
    #expect(found.last?.member == test.carla.member)
    #expect(found.last?.isFounded == false)
    #expect(found.last?.reasons.contains(.away(until: today + 3)) == true)
    test.pass(.days(5))
    #expect(try await helpers(test, asked).first?.member == test.carla.member)
  }

  @Test func whatWasSaidInPrivateTellsNothingToOthers() async throws {
    let test = try await TestDesk()
    let first = try await test.says(
      "My diagnosis keeps me off the saddle", id: "a", by: "ben", visibility: .private)
    try await answer(test, first, by: test.bruno)
    let asked = try await test.says("Which saddle with a diagnosis like mine", id: "b", by: "dora")
    let seen = try await test.desk.helpers(in: asked, for: test.alicia)
    #expect(seen.first { $0.member == test.bruno.member }?.reasons.contains(.answeredThis) == true)
    let unseen = try await test.desk.helpers(in: asked, for: test.carla)
    #expect(
      unseen.first { $0.member == test.bruno.member }?.reasons.contains(.answeredThis) == false)
    // Of private talk only those who answer it are named.
    let named = try await helpers(test, first).map(\.member)
    #expect(!named.contains(test.carla.member))
  }

  @Test func whyStaysWithTheHandOver() async throws {
    let test = try await TestDesk()
    let first = try await test.says("The brake squeals.", id: "a", by: "ben")
    try await answer(test, first, by: test.carla)
    let asked = try await test.says("My brake squeals too", id: "b", by: "dora")
    try await test.desk.handOver(asked, to: test.carla.member, word: "Yours?", by: test.alicia)
    let lead = test.lead
    let kept = try await test.store.read { try $0.handOvers(of: asked, for: lead) }
    #expect(kept.first?.reasons == [.answeredThis])
  }

  /// Newcomers are tried: nobody who is as well placed is left out for long.
  @Test func aNewcomerIsPutBeforeEquals() {
    let old = HelpEvidence(member: ID(1), answers: 200, availability: .here(until: nil))
    let new = HelpEvidence(member: ID(2), answers: 0, availability: .here(until: nil))
    #expect(WhoKnows().ranked([old, new], isForeign: false).first?.member == ID(2))
  }

  /// What came back tells who knows: an answer that was wrong names nobody, thanks and anger weigh.
  @Test func whatWasWrongTeachesNothing() async throws {
    let test = try await TestDesk()
    let first = try await test.says("The brake of my bicycle squeals.", id: "a", by: "ben")
    try await answer(test, first, by: test.carla, "Oil the brake of your bicycle.")
    let asked = try await test.says("My brake squeals on hills", id: "c", by: "dora")
    let before = try await helpers(test, asked)
    #expect(before.first?.member == test.carla.member)
    #expect(before.first?.reasons.contains(.answeredThis) == true)
    let viewer = test.lead
    let ours = try #require(
      try await test.store.read { try $0.replies(in: first, for: viewer) }.first?.delivery.post)
    _ = try await test.desk.mark(
      MistakeReport(post: ours, words: "Never oil a brake."), by: test.lead)
    let after = try await helpers(test, asked)
    #expect(
      after.first { $0.member == test.carla.member }?.reasons.contains(.answeredThis) == false)
  }

  @Test func thanksWeighMoreThanSilenceAndAngerLess() {
    var index = AnsweredIndex()
    let outcomes: [AnswerOutcome] = [.solved, .thanked, .open, .angered, .mistake]
    for (number, outcome) in outcomes.enumerated() {
      index.add(
        ["brake", "squeals"], by: ID(Int64(number + 1)), worth: WhoKnows.worth(of: outcome))
    }
    let shares = index.shares(["brake", "squeals"])
    let order = (1...5).map { shares[ID($0)] ?? 0 }
    #expect(order[0] == order[1] && order[1] > order[2] && order[2] > order[3] && order[3] > 0)
    #expect(order[4] == 0)
    #expect(abs(order.reduce(0, +) - 1) < 1e-9)
  }

  /// One place for whoever is new and here; each newcomer as often as another, over many conversations.
  @Test func newcomersHaveTheirTurnBesideThoseWhoKnow() {
    let known = (1...4).map {
      HelpEvidence(
        member: ID(Int64($0)), likeness: 0.25, answers: 200, availability: .here(until: nil))
    }
    let new = (11...13).map {
      HelpEvidence(
        member: ID(Int64($0)), availability: .here(until: nil), isNew: true)
    }
    // Of these none takes part: away, spent, without the language, or without a word of wanting it.
    let others = [
      HelpEvidence(member: ID(21), availability: .unknown, isNew: true),
      HelpEvidence(member: ID(22), availability: .here(until: nil), isSpent: true, isNew: true),
      HelpEvidence(
        member: ID(23), availability: .here(until: nil), speaks: false, isNew: true),
      HelpEvidence(member: ID(24), availability: .here(until: nil)),
    ]
    let model = WhoKnows()
    let ranked = model.ranked(known + new + others, isForeign: false)
    var turns: [ID<Member>: Int] = [:]
    for number in 0..<900 {
      let conversation = ID<Conversation>(Int64(number) * 4_000_003)
      let three = model.suggested(ranked, in: conversation)
      #expect(three.count == 3)
      #expect(three.prefix(2).filter(\.isFounded).count == 2)
      let last = three[2]
      #expect(last.isNewcomer && last.reasons == [.newHere, .here(until: nil)])
      turns[last.member, default: 0] += 1
    }
    #expect(Set(turns.keys) == Set(new.map(\.member)))
    for turn in turns.values { #expect(turn > 230 && turn < 370, "\(turns)") }
    // Who said that they would like more is said to be so; one who has a place by what speaks for them needs none.
    let learner = HelpEvidence(
      member: ID(31), availability: .here(until: nil), wouldLike: "brakes", wouldLearn: true)
    let three = model.suggested(
      model.ranked(known + [learner], isForeign: false), in: ID(1))
    #expect(three.contains { $0.member == ID(31) && $0.reasons.contains(.wouldLearn) })
    #expect(three.filter(\.isFounded).count == 3)
  }

  /// Five members, each skilled in some matters of the practice network that the desk is not told. After 200 answered
  /// conversations the skilled one is named first in eight of ten.
  @Test func hiddenSkillsAreLearntFromWhoAnswered() async throws {
    let test = try await TestDesk()
    var team = [test.alicia, test.bruno, test.carla]
    for name in ["Dario", "Elif"] {
      let member = try await test.desk.addMember(
        name: name, email: "\(name)@desk.example", password: TestDesk.password, role: .member)
      team.append(Viewer(member: member.id, role: .member))
    }
    let themes = Phrasebook.english.openings.keys.sorted { $0.rawValue < $1.rawValue }
    var chance = Chance(seed: 11, "skills")
    let deliveries = Deliveries(test)
    func ask(_ number: Int) async throws -> (id: ID<Conversation>, skilled: Viewer) {
      let theme = chance.number(0...themes.count - 1)
      let line = chance.pick(Phrasebook.english.openings[themes[theme]] ?? []) ?? ""
      let said = ["{shop}": "", "{n}": "\(chance.number(2...19))", "{day}": "Monday"].reduce(line) {
        $0.replacing($1.key, with: $1.value)
      }
      let id = try await test.says(said, id: "q\(number)", by: "person\(number)")
      return (id, team[theme % team.count])
    }
    for number in 0..<200 {
      let (id, skilled) = try await ask(number)
      _ = try await test.write("Let me see, I look into it.", in: id, by: skilled)
      if number % 20 == 19 {
        test.pass(.seconds(11))
        try await deliveries.settle()
      }
    }
    var right = 0
    for number in 200..<250 {
      let (id, skilled) = try await ask(number)
      if try await helpers(test, id).first?.member == skilled.member { right += 1 }
    }
    print("Hidden skills: the right member first in \(right) of 50")
    #expect(right >= 40)
  }
}
