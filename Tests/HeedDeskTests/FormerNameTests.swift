import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// Whoever is erased is erased under every name that they had.
@Suite struct FormerNameTests {
  private static func renamed(_ test: TestDesk, _ name: String, _ text: String, id: String)
    async throws
  {
    test.pass(.minutes(1))
    var post = FakeNetwork.post(id, text, at: test.clock.now(), parent: RemoteID("q"))
    post.author.name = name
    try await test.hear([.post(post)])
  }

  @Test(arguments: TestDatabases.all())
  func textsThatNameThemAsTheyWereCalledBeforeAreBlanked(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      let test = try await TestDesk(database: database)
      let id = try await test.says("My bell is mute.", id: "q")
      try await Self.renamed(test, "Zenobia", "Still mute.", id: "q2")
      _ = try await test.write("Dear Zenobia, bring it in.", in: id)
      test.pass(.seconds(11))
      try await Deliveries(test).look()
      try await test.says(
        "Zenobia rings loudest.", id: "o", by: "otto", parent: RemoteID("q"), toUs: false)
      try await test.desk.handOver(
        id, to: test.bruno.member, word: "Zenobia waits", by: test.alicia)
      try await Self.renamed(test, "Quirina", "And now?", id: "q3")
      let person = try await test.personOf("q")
      #expect(try await Grep.places(of: "Zenobia", database).isEmpty == false)
      // Shown nowhere meanwhile.
      #expect(
        try await test.desk.people("zenobia", PageRequest(), for: test.lead).rows.isEmpty)
      test.pass(.minutes(1))
      try await test.desk.erase(person, by: test.lead)
      try await test.desk.purgeErased()
      for name in ["Zenobia", "Quirina", "Ana"] {
        let found = try await Grep.places(of: name, database)
        #expect(found.isEmpty, "\(name) in \(found)")
      }
      #expect(try await test.post("o").text.plain == "[…] rings loudest.")
    }
  }

  @Test func aNameThatTheyGaveThemselvesBeforeGoesAsWell() async throws {
    let test = try await TestDesk()
    let id = try await test.says("My bell is mute.", id: "q")
    let handle = try #require(try await test.post("q").author)
    let now = test.clock.now()
    let visit = Visit(
      id: test.desk.newID(), tokenHash: [1], way: .post, handles: [handle], identities: [],
      madeAt: now, endsAt: now + .minutes(30))
    try await test.desk.theyAreCalled("Zenobia", visit)
    _ = try await test.write("Dear Zenobia, bring it in.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    try await test.desk.theyAreCalled("Quirina", visit)
    try await test.desk.erase(test.personOf("q"), by: test.lead)
    try await test.desk.purgeErased()
    #expect(try await Grep.places(of: "Zenobia", test.database) == [])
  }

  /// Law 7: of whoever only speaks about us no names are collected.
  @Test func whoOnlySpeaksAboutUsHasNoFormerNames() async throws {
    let test = try await TestDesk()
    var post = FakeNetwork.post("a", "The shop again", at: test.clock.now(), toUs: false)
    post.author.name = "Zenobia"
    try await test.hear([.post(post)])
    var other = FakeNetwork.post("b", "And again", at: test.clock.now(), toUs: false)
    other.author.name = "Quirina"
    try await test.hear([.post(other)])
    #expect(try await Grep.places(of: "Zenobia", test.database) == [])
    #expect(try await Grep.holds("Quirina", test.database))
  }
}
