import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// Whoever never spoke to us has the same rights, and asks by letter or mail.
@Suite struct AskedTests {
  private static let ivo = "@ivo@fake.example"

  /// Ivo spoke about us and somebody else named him to us.
  private static func talk(_ database: (any SQLDatabase)? = nil) async throws -> (
    TestDesk, ID<Handle>
  ) {
    let test = try await TestDesk(database: database)
    try await test.says("The quokka shop mended my fork.", id: "i", by: "ivo", toUs: false)
    let talk = try await test.says("Ask \(ivo) about forks, he knows.", id: "o", by: "otto")
    try await test.desk.note(talk, text: "Write to ivo@fake.example first", by: test.alicia)
    try await test.says("The shop is closed.", id: "x", by: "xenia", toUs: false)
    return (test, try #require(try await test.post("i").author))
  }

  @Test(arguments: [
    "@ivo@fake.example", "ivo@fake.example", " IVO@Fake.example", "mailto:ivo@fake.example",
  ])
  func whatStandsAboutAnAddressIsSeen(_ typed: String) async throws {
    let (test, ivo) = try await Self.talk()
    let asked = try await test.desk.askedAbout(typed, by: test.lead)
    #expect(asked.called.map(\.handle.id) == [ivo])
    #expect(asked.called.first?.handle.person == nil)
    #expect(asked.called.first?.said.map(\.post.text.plain) == ["The quokka shop mended my fork."])
    #expect(asked.naming.map(\.post.text.plain) == ["Ask @ivo@fake.example about forks, he knows."])
    #expect(asked.rows.contains { $0.table == "team_notes" })
    for viewer in [test.alicia, test.observer] {
      #expect(
        await problem { _ = try await test.desk.askedAbout(typed, by: viewer) }?.code == .forbidden)
    }
  }

  @Test func everythingAboutThemIsInTheirFileAndNothingOfOthers() async throws {
    let (test, ivo) = try await Self.talk()
    let export = try await test.desk.exportAsked(Self.ivo, ivo, by: test.lead)
    let file = String(decoding: try export.json(), as: UTF8.self)
    for word in ["mended my fork", "he knows", "Write to ivo@fake.example", "\"handles\" : {"] {
      #expect(file.contains(word), "\(word) is missing")
    }
    #expect(!file.contains("The shop is closed"))
    #expect(export.person == nil)
  }

  @Test(arguments: TestDatabases.all())
  func whoNeverSpokeToUsIsErasedAndDoesNotComeBack(_ kind: TestDatabase) async throws {
    try await kind.fresh { database in
      let (test, ivo) = try await Self.talk(database)
      for word in ["quokka", "ivo@fake.example"] { #expect(try await Grep.holds(word, database)) }
      test.pass(.minutes(5))
      try await test.desk.eraseAsked(Self.ivo, ivo, by: test.lead)
      try await test.desk.purgeErased()
      test.pass(.minutes(5))
      let old = FakeNetwork.post(
        "i", "The quokka shop mended my fork.", by: "ivo", at: test.clock.now() - .minutes(10),
        toUs: false)
      try await test.hear([.post(old)])
      for word in ["quokka", "ivo@fake.example", "Ivo"] {
        let found = try await Grep.places(of: word, database)
        #expect(found.isEmpty, "\(word) in \(found)")
      }
      #expect(try await test.post("o").text.plain == "Ask […] about forks, he knows.")
      #expect(try await database.integrity() == [])
    }
  }

  @Test func whoIsOnlyNamedByOthersIsErasedByTheirAddress() async throws {
    let test = try await TestDesk()
    try await test.says("Ask @ivo@fake.example about forks.", id: "o", by: "otto")
    let asked = try await test.desk.askedAbout(Self.ivo, by: test.lead)
    #expect(asked.called.isEmpty && asked.naming.count == 1)
    let file = try await test.desk.exportAsked(Self.ivo, nil, by: test.lead).json()
    #expect(String(decoding: file, as: UTF8.self).contains("about forks"))
    test.pass(.minutes(5))
    try await test.desk.eraseAsked(Self.ivo, nil, by: test.lead)
    try await test.desk.purgeErased()
    #expect(try await Grep.places(of: "ivo@", test.database) == [])
    // What they said before is not taken in, though nobody here had heard of them; what they say now is.
    test.pass(.minutes(5))
    try await test.hear([
      .post(
        FakeNetwork.post(
          "i", "An old wombat", by: "ivo", at: test.clock.now() - .minutes(9), toUs: false))
    ])
    #expect(try await Grep.holds("wombat", test.database) == false)
    try await test.says("A new bell, please", id: "n", by: "ivo")
    #expect(try await test.post("n").text.plain == "A new bell, please")
  }

  @Test func whoHasAPageIsLookedAfterThere() async throws {
    let (test, ivo) = try await Self.talk()
    try await test.says("Is my fork ready?", id: "t", by: "ivo")
    let asked = try await test.desk.askedAbout(Self.ivo, by: test.lead)
    #expect(asked.called.first?.handle.person != nil)
    let refused = await problem { try await test.desk.eraseAsked(Self.ivo, ivo, by: test.lead) }
    #expect(refused?.code == .conflict)
    // Nor is an address erased beside the one who is called so.
    #expect(
      await problem { try await test.desk.eraseAsked(Self.ivo, nil, by: test.lead) }?.code
        == .conflict)
    #expect(
      await problem { _ = try await test.desk.askedAbout("nobody", by: test.lead) }?.code
        == .invalid)
  }

  @Test func aHoldStandsOnWhoHasNoPageAndGoesOnWhenTheyGetOne() async throws {
    let (test, ivo) = try await Self.talk()
    #expect(
      await problem {
        try await test.desk.holdAsked(
          Self.ivo, ivo, reason: "Claim 12 of 2026", days: 100, by: test.alicia)
      }?.code == .forbidden)
    try await test.desk.holdAsked(
      Self.ivo, ivo, reason: "Claim 12 of 2026", days: 100, by: test.lead)
    #expect(
      await problem { try await test.desk.eraseAsked(Self.ivo, ivo, by: test.lead) }?.code
        == .conflict)
    // Whoever asks is told.
    let now = test.clock.now()
    let visit = Visit(
      id: test.desk.newID(), tokenHash: [1], way: .post, handles: [ivo], identities: [],
      madeAt: now, endsAt: now + .minutes(30))
    #expect(try await test.desk.theirSide(visit).hold?.reason == "Claim 12 of 2026")
    // Words about us go after 30 days; these stay.
    test.pass(.days(40))
    try await test.desk.letWordsGo()
    #expect(try await test.post("i").text.plain == "The quokka shop mended my fork.")
    #expect(try await test.post("x").text.plain == "")
    try await test.says("Is my fork ready?", id: "t", by: "ivo")
    let person = try await test.personOf("t")
    #expect(
      await problem { try await test.desk.erase(person, by: test.lead) }?.code == .conflict)
    try await test.desk.liftHold(of: person, by: test.lead)
    test.pass(.minutes(1))
    try await test.desk.letWordsGo()
    try await test.desk.erase(person, by: test.lead)
    #expect(try await Grep.places(of: "Claim 12", test.database) == [])
  }
}
