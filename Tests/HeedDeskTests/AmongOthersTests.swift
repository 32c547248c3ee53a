import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// A page begins when somebody speaks to us, whoever began the conversation.
@Suite struct AmongOthersTests {
  private static func names(
    _ test: TestDesk, _ search: String = "", in list: PeopleList = .all,
    _ page: PageRequest = PageRequest(), for viewer: Viewer? = nil
  ) async throws -> [String] {
    try await test.desk.people(search, in: list, page, for: viewer ?? test.alicia)
      .rows.map(\.person.name)
  }

  @Test(arguments: TestDatabases.all())
  func whoSpokeToUsInOthersTalkIsListedFoundAndExported(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      let test = try await TestDesk(database: database)
      try await test.says("My bell is mute.", id: "q")
      test.pass(.minutes(1))
      try await test.says("Mine is mute as well!", id: "r", by: "rui", parent: RemoteID("q"))
      test.pass(.minutes(1))
      // Beside us, to Ana: no page begins.
      try await test.says("Poor you.", id: "o", by: "otto", parent: RemoteID("q"), toUs: false)
      test.pass(.minutes(1))
      try await test.says("Open today?", id: "z", by: "zoe")
      #expect(try await Self.names(test) == ["Zoe", "Ana", "Rui"])
      #expect(try await Self.names(test, "rui") == ["Rui"])
      #expect(try await Self.names(test, "rui@fake") == ["Rui"])
      let rui = try #require(
        try await test.desk.people("rui", PageRequest(), for: test.lead).rows.first)
      #expect(rui.conversations == 1)
      let page = try await test.desk.person(rui.id, PageRequest(), for: test.alicia)
      #expect(page.inOthersTalk.map(\.post.text.plain) == ["Mine is mute as well!"])
      #expect(
        page.inOthersTalk.map { page.begunBy[$0.post.conversation]?.name } == ["Ana"])
      let file = try await test.desk.export(rui.id, by: test.lead).json()
      #expect(String(decoding: file, as: UTF8.self).contains("Mine is mute as well!"))
      // Otto has none, and can be asked about.
      let asked = try await test.desk.askedAbout("@otto@fake.example", by: test.lead)
      #expect(asked.called.map(\.handle.person) == [nil])
      #expect(asked.called.first?.said.map(\.post.text.plain) == ["Poor you."])
      // A page at a time gives each of them once.
      var paged: [String] = []
      var next: String?
      repeat {
        let part = try await test.desk.people(
          "", PageRequest(limit: 1, after: next), for: test.alicia)
        paged += part.rows.map(\.person.name)
        next = part.next
      } while next != nil && paged.count < 9
      #expect(paged == ["Zoe", "Ana", "Rui"])
    }
  }

  @Test func whoBeginsAConversationLaterIsListedOnce() async throws {
    let test = try await TestDesk()
    try await test.says("My bell is mute.", id: "q")
    try await test.says("Mine as well!", id: "r", by: "rui", parent: RemoteID("q"))
    test.pass(.minutes(1))
    try await test.says("And my brake squeaks.", id: "s", by: "rui")
    #expect(try await Self.names(test) == ["Rui", "Ana"])
  }

  @Test func whatWasPrivateAmongOthersListsThemForWhoAnswersAlone() async throws {
    let test = try await TestDesk()
    try await test.says("My bell is mute.", id: "q", visibility: .private)
    try await test.says(
      "Mine as well!", id: "r", by: "rui", parent: RemoteID("q"), visibility: .private)
    #expect(try await Set(Self.names(test)) == ["Ana", "Rui"])
    #expect(try await Self.names(test, for: test.carla) == [])
    #expect(try await Self.names(test, "rui", for: test.observer) == [])
  }

  @Test func whoWasNotHeardFromInLongIsOnThatListToo() async throws {
    let test = try await TestDesk()
    try await test.says("My bell is mute.", id: "q")
    try await test.says("Mine as well!", id: "r", by: "rui", parent: RemoteID("q"))
    try await test.says("And what about mine?", id: "z", by: "zoe")
    test.pass(.days(100))
    let quiet = PeopleList.quiet(before: test.clock.now() - Desk.quietAfter)
    #expect(try await Set(Self.names(test, in: quiet)) == ["Ana", "Rui", "Zoe"])
    // Zoe is heard again, in what Ana had begun: with the two others nothing passed.
    try await test.says("Mute here too.", id: "z2", by: "zoe", parent: RemoteID("q"))
    #expect(try await Set(Self.names(test, in: quiet)) == ["Ana", "Rui"])
  }
}
