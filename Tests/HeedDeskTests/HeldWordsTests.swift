import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// What a legal hold covers keeps its words, whatever their author does with them on the network.
@Suite struct HeldWordsTests {
  private static func edited(_ test: TestDesk, _ text: String) async throws {
    test.pass(.minutes(1))
    var post = FakeNetwork.post("q", text, at: test.clock.now() - .days(1))
    post.editedAt = test.clock.now()
    try await test.hear([.post(post)])
  }

  private static func kept(_ test: TestDesk) async throws -> [String] {
    let id = try await test.post("q").id
    return try await test.store.read { try $0.heldWords(of: [id]) }.map(\.text.plain)
  }

  private static func visit(_ test: TestDesk) async throws -> Visit {
    let now = test.clock.now()
    return Visit(
      id: test.desk.newID(), tokenHash: [1], way: .post,
      handles: [try #require(try await test.post("q").author)], identities: [], madeAt: now,
      endsAt: now + .minutes(30))
  }

  @Test(arguments: TestDatabases.all())
  func whatIsChangedAndTakenAwayUnderAHoldIsKeptOutOfSight(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      let test = try await TestDesk(database: database)
      let id = try await test.says("You broke my quokka.", id: "q")
      let person = try await test.personOf("q")
      try await test.desk.hold(person, reason: "Claim 12 of 2026", days: 90, by: test.lead)
      try await Self.edited(test, "You broke my wombat.")
      try await test.hear([.removed(RemoteID("q"))])
      #expect(try await Self.kept(test) == ["You broke my quokka.", "You broke my wombat."])
      // Members see that it was taken away, and no word of it.
      let view = try await test.desk.conversation(id, for: test.lead)
      #expect(view.posts.map(\.post.text.plain) == [""])
      #expect(view.posts.first?.post.removedAt != nil)
      for word in ["quokka", "wombat"] {
        #expect(try await test.desk.search(word, PageRequest(), for: test.lead).rows.isEmpty)
      }
      // Whoever the law sends, and they themselves.
      let export = try await test.desk.export(person, by: test.lead)
      let file = String(decoding: try export.json(), as: UTF8.self)
      #expect(file.contains("You broke my quokka.") && file.contains("You broke my wombat."))
      let side = try await test.desk.theirSide(Self.visit(test))
      #expect(side.held.values.flatMap { $0 }.count == 2)
      // With the hold it is over.
      try await test.desk.liftHold(of: person, by: test.lead)
      for word in ["quokka", "wombat"] {
        #expect(try await Grep.places(of: word, database) == [], "\(word)")
      }
    }
  }

  @Test func aHoldThatEndsByItselfLetsGoToo() async throws {
    let test = try await TestDesk()
    try await test.says("You broke my quokka.", id: "q")
    try await test.desk.hold(
      try await test.personOf("q"), reason: "Claim 12 of 2026", days: 3, by: test.lead)
    try await test.hear([.removed(RemoteID("q"))])
    test.pass(.days(2))
    try await test.desk.letWordsGo()
    #expect(try await Self.kept(test) == ["You broke my quokka."])
    test.pass(.days(2))
    try await test.desk.letWordsGo()
    #expect(try await Self.kept(test) == [])
    #expect(try await Grep.holds("quokka", test.database) == false)
  }

  @Test func whereNoHoldStandsNothingIsKept() async throws {
    let test = try await TestDesk()
    try await test.says("You broke my quokka.", id: "q")
    let person = try await test.personOf("q")
    try await test.desk.hold(person, reason: "Claim 12 of 2026", days: 3, by: test.lead)
    try await test.desk.liftHold(of: person, by: test.lead)
    try await Self.edited(test, "You broke my wombat.")
    try await test.hear([.removed(RemoteID("q"))])
    #expect(try await Self.kept(test) == [])
    #expect(try await Grep.holds("quokka", test.database) == false)
  }

  /// An earlier wording stood beside our answer; with the post it would go.
  @Test func earlierWordingsThatGoWithThePostAreKeptOnce() async throws {
    let test = try await TestDesk()
    let id = try await test.says("You broke my quokka.", id: "q")
    _ = try await test.write("We are sorry.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    try await Self.edited(test, "You broke my wombat.")
    try await test.desk.hold(
      try await test.personOf("q"), reason: "Claim 12 of 2026", days: 3, by: test.lead)
    try await Self.edited(test, "You broke my numbat.")
    try await test.hear([.removed(RemoteID("q"))])
    #expect(
      try await Self.kept(test).sorted() == [
        "You broke my numbat.", "You broke my quokka.", "You broke my wombat.",
      ])
  }

  @Test func whoAskedToBeForgottenUnderAHoldGoesWithWhatItKept() async throws {
    let test = try await TestDesk()
    try await test.says("You broke my quokka.", id: "q")
    try await test.desk.hold(
      try await test.personOf("q"), reason: "Claim 12 of 2026", days: 3, by: test.lead)
    try await test.hear([.removed(RemoteID("q"))])
    let visit = try await Self.visit(test)
    #expect(await problem { try await test.desk.forgetThem(visit) }?.code == .conflict)
    #expect(try await Grep.holds("quokka", test.database))
    test.pass(.days(4))
    try await test.desk.keepWishesToBeForgotten()
    #expect(try await Grep.places(of: "quokka", test.database) == [])
  }
}
