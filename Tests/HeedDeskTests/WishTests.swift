import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// What people ask for: gathered, counted by person, told one by one.
@Suite struct WishTests {
  private func gather(
    _ test: TestDesk, _ post: String, to wish: ID<Wish>? = nil, title: String = "Wide bells",
    kind: Wish.Kind = .wish, by viewer: Viewer? = nil
  ) async throws -> ID<Wish> {
    try await test.desk.gather(
      test.post(post).id, to: wish, title: title, kind: kind, by: viewer ?? test.carla)
  }

  private func answer(
    _ test: TestDesk, _ talk: ID<Conversation>, _ intent: Intent?, by viewer: Viewer
  ) async throws {
    _ = try await test.desk.send(
      ReplyRequest(conversation: talk, text: "There is news.", intent: intent, anyway: true),
      by: viewer)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
  }

  @Test func saidFiveTimesByOneItIsSaidByOne() async throws {
    let test = try await TestDesk()
    try await test.says("A bell for wide bars?", id: "a", by: "ana")
    try await test.says("Still no wide bell", id: "b", by: "ana")
    try await test.says("Wide bell please", id: "c", by: "bob")
    let wish = try await gather(test, "a")
    for post in ["b", "c", "c"] { #expect(try await gather(test, post, to: wish) == wish) }
    let view = try await test.desk.wish(wish, PageRequest(), for: test.carla)
    #expect(view.row.people == 2)
    #expect(view.voices.rows.count == 3)
  }

  @Test func whoOnlySpokeAboutUsIsNoVoice() async throws {
    let test = try await TestDesk()
    try await test.says("The shop should have bells", id: "a", by: "ana", toUs: false)
    #expect(await problem { _ = try await gather(test, "a") }?.code == .invalid)
    try await test.says("A bell?", id: "b", by: "ana")
    #expect(await problem { _ = try await gather(test, "b", title: "  ") }?.field == "name")
    #expect(
      await problem { _ = try await gather(test, "b", by: test.observer) }?.code == .forbidden)
  }

  @Test func likeWordsSuggestTheWishThatStands() async throws {
    let test = try await TestDesk()
    try await test.says("Do you sell bells for wide handlebars?", id: "a", by: "ana")
    try await test.says("Your parcels never arrive on time", id: "b", by: "bob")
    let bells = try await gather(test, "a", title: "Bells for wide handlebars")
    let parcels = try await gather(test, "b", title: "Parcels come late", kind: .cause)
    let talk = try await test.says("My handlebars are wide, which bells fit?", id: "c", by: "cem")
    let offer = try await test.desk.wishOffer(in: talk, from: nil, for: test.carla)
    #expect(offer.alike.map(\.id) == [bells])
    #expect(offer.rest.map(\.id) == [parcels])
    #expect(offer.gathered.isEmpty)
    let other = try await test.says("The saddle creaks", id: "d", by: "dora")
    let none = try await test.desk.wishOffer(in: other, from: nil, for: test.carla)
    #expect(none.alike.isEmpty)
  }

  @Test func whatWasReadAsAComplaintIsOfferedAsACause() async throws {
    let test = try await TestDesk()
    let talk = try await test.says("The bell broke, this is terrible and annoying!", id: "a")
    try await test.says("Anyway", id: "b", parent: RemoteID("a"))
    let post = try await test.post("a")
    try await test.desk.correctReading(
      of: post.id, language: nil, tone: .negative, kinds: [.complaint], by: test.carla)
    let offer = try await test.desk.wishOffer(in: talk, from: nil, for: test.carla)
    #expect(offer.post.id == post.id)
    #expect(offer.kind == .cause)
  }

  @Test func whenItChangesEachIsToldInTheirOwnConversation() async throws {
    let test = try await TestDesk()
    let ana = try await test.says("A bell for wide bars?", id: "a", by: "ana")
    let bob = try await test.says("Wide bell please", id: "b", by: "bob")
    let wish = try await gather(test, "a")
    _ = try await gather(test, "b", to: wish)
    // What was said before it changed tells nobody of the change.
    try await answer(test, ana, .followUp, by: test.alicia)
    test.pass(.seconds(5))
    try await test.desk.change(wish, to: .done, reason: "They are here.", by: test.carla)
    func told() async throws -> [String: ID<Member>?] {
      let rows = try await test.desk.wish(wish, PageRequest(), for: test.carla).voices.rows
      return Dictionary(
        rows.map { ($0.author?.remoteID.rawValue ?? "", $0.toldBy) }, uniquingKeysWith: { $1 })
    }
    #expect(try await told() == ["ana": nil, "bob": nil])
    try await answer(test, ana, .answer, by: test.alicia)
    #expect(try await told() == ["ana": nil, "bob": nil])
    try await answer(test, bob, .followUp, by: test.bruno)
    #expect(try await told() == ["ana": nil, "bob": test.bruno.member])
    let said = try await test.desk.saidAndDone()
    #expect(said.map(\.wish.reason) == ["They are here."])
    #expect(said.map(\.people) == [2])
  }

  @Test func aNoNeedsItsReasonAndEveryStepStays() async throws {
    let test = try await TestDesk()
    try await test.says("A bell for wide bars?", id: "a", by: "ana")
    let wish = try await gather(test, "a")
    #expect(
      await problem { try await test.desk.change(wish, to: .no, reason: " ", by: test.carla) }?
        .field
        == "text")
    try await test.desk.change(wish, to: .considering, reason: "", by: test.carla)
    try await test.desk.change(wish, to: .no, reason: "Nobody makes them.", by: test.alicia)
    try await test.desk.change(wish, to: .no, reason: "Nobody makes them.", by: test.alicia)
    let view = try await test.desk.wish(wish, PageRequest(), for: test.carla)
    #expect(view.changes.map(\.status) == [.no, .considering])
    #expect(view.changes.map(\.member) == [test.alicia.member, test.carla.member])
  }

  @Test func privateVoicesCountForThoseWhoAnswerThem() async throws {
    let test = try await TestDesk()
    try await test.says("A bell, between us", id: "a", by: "ana", visibility: .private)
    try await test.says("Wide bell please", id: "b", by: "bob")
    let wish = try await gather(test, "a", by: test.alicia)
    #expect(
      await problem { _ = try await test.desk.wish(wish, PageRequest(), for: test.carla) }?.code
        == .notFound)
    #expect(await problem { _ = try await gather(test, "a", to: wish) }?.code == .notFound)
    _ = try await gather(test, "b", to: wish, by: test.bruno)
    for (viewer, people) in [(test.alicia, 2), (test.carla, 1), (test.observer, 1)] {
      let view = try await test.desk.wish(wish, PageRequest(), for: viewer)
      #expect(view.row.people == people)
      #expect(view.voices.rows.count == people)
    }
  }

  @Test func aVoiceStaysAFactWhenItsWordsAreGone() async throws {
    let test = try await TestDesk()
    try await test.says("A bell for wide bars?", id: "a", by: "ana")
    let wish = try await gather(test, "a")
    try await test.hear([.removed(RemoteID("a"))])
    let view = try await test.desk.wish(wish, PageRequest(), for: test.carla)
    #expect(view.row.people == 1)
    #expect(view.voices.rows.first?.post.text.plain == "")
    let voice = try #require(view.voices.rows.first?.id)
    // Nobody can gather it anew, and it can be taken out.
    #expect(await problem { _ = try await gather(test, "a", to: wish) }?.code == .notFound)
    #expect(try await test.desk.removeVoice(voice, by: test.carla) == wish)
    #expect(try await test.desk.wish(wish, PageRequest(), for: test.carla).row.people == 0)
  }
}

/// When a member leaves, whom they knew is handed over, one by one.
@Suite struct HandPeopleOverTests {
  private func answer(_ test: TestDesk, _ talk: ID<Conversation>, by viewer: Viewer) async throws {
    _ = try await test.write("We look at it: \(test.clock.now()).", in: talk, by: viewer)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
  }

  @Test func whomTheyKnewIsOfferedAndWhoWasMetComesLast() async throws {
    let test = try await TestDesk()
    let ana = try await test.says("Hello", id: "a", by: "ana")
    let bob = try await test.says("Hello", id: "b", by: "bob")
    let eve = try await test.says("Hello", id: "c", by: "eve")
    for talk in [ana, ana, bob, eve] { try await answer(test, talk, by: test.bruno) }
    let alone = try await test.store.read {
      try $0.handles(FakeNetwork.name, remoteIDs: [RemoteID("eve")]).first?.person
    }
    try await test.store.write { tx in
      guard let alone, var person = try tx.person(alone) else { return }
      person.doNotContact = true
      try tx.update(person)
    }
    #expect(
      await problem {
        _ = try await test.desk.peopleToHandOver(of: test.bruno.member, for: test.lead)
      }?.code == .notFound)
    let own = try await test.desk.peopleToHandOver(of: test.bruno.member, for: test.bruno)
    #expect(own.people.map(\.conversation) == [ana, bob])
    test.pass(.days(1))
    try await test.desk.leave(test.bruno.member, by: test.lead)
    test.pass(.days(1))
    try await answer(test, ana, by: test.carla)
    let left = try await test.desk.peopleToHandOver(of: test.bruno.member, for: test.alicia)
    #expect(left.people.map(\.conversation) == [bob, ana])
    #expect(left.people.map(\.metBy) == [nil, test.carla.member])
    #expect(left.leftAlone == 1)
    #expect(
      await problem {
        _ = try await test.desk.peopleToHandOver(of: test.bruno.member, for: test.observer)
      }?.code == .forbidden)
  }

  @Test func whatCountsWithAnotherIsNotSaidToCountWithAThird() async throws {
    let test = try await TestDesk()
    try await test.says("Bells, lights and baskets, please.", id: "a")
    let post = try await test.post("a").id
    var wishes: [ID<Wish>] = []
    for title in ["Bells", "Lights", "Baskets"] {
      wishes.append(
        try await test.desk.gather(post, to: nil, title: title, kind: .wish, by: test.alicia))
    }
    let (one, other, third) = (wishes[0], wishes[1], wishes[2])
    try await test.desk.joinWish(one, into: other, by: test.alicia)
    func refused(_ into: ID<Wish>) async -> String? {
      await problem { try await test.desk.joinWish(one, into: into, by: test.alicia) }?.text.english
    }
    #expect(await refused(third)?.hasPrefix("It counts with another already.") == true)
    #expect(await refused(other)?.hasPrefix("These two count together already.") == true)
  }

  @Test func whomNobodyMetYetIsNotHiddenBehindThoseWhoWishToBeLeftAlone() async throws {
    let test = try await TestDesk()
    for number in 0..<103 {
      let talk = try await test.says("Is it open?", id: "m\(number)", by: "many\(number)")
      _ = try await test.write("It is.", in: talk, by: test.bruno)
    }
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    for number in 50..<60 {
      try await test.desk.setContact(
        test.personOf("m\(number)"), allowed: false, by: test.bruno)
    }
    let own = try await test.desk.peopleToHandOver(of: test.bruno.member, for: test.bruno)
    #expect(own.people.count == 93)
    let first = try await test.post("m0").id
    #expect(own.people.contains { $0.post == first })
  }
}
