import HeedModel
import HeedNetwork
import HeedStore
import HeedTesting
import Testing

@testable import HeedDesk

/// Law 7: people are not files.
@Suite struct RetentionTests {
  @Test func wordsAboutUsGoAtTheAnnouncedTimeAndNotBefore() async throws {
    let test = try await TestDesk()
    try await test.says("The shop was closed again.", id: "q", toUs: false)
    test.pass(.days(30) - .seconds(1))
    try await test.desk.letWordsGo()
    #expect(try await test.post("q").text.plain == "The shop was closed again.")
    test.pass(.seconds(1))
    try await test.desk.letWordsGo()
    let post = try await test.post("q")
    #expect(post.text.plain == "")
    #expect(post.removedAt != nil)
  }

  @Test func whoAnsweredWhatIsReadAnewOnlyWhereWordsWent() async throws {
    let test = try await TestDesk()
    try await test.says("The shop was closed again.", id: "q", toUs: false)
    let before = await test.desk.answered.generation
    try await test.desk.letWordsGo()
    #expect(await test.desk.answered.generation == before)
    test.pass(.days(30))
    try await test.desk.letWordsGo()
    #expect(await test.desk.answered.generation == before + 1)
  }

  @Test func whatGoesIsInNoTableAnyMore() async throws {
    let test = try await TestDesk()
    try await test.says("Wallaby trousers in the zeppelin", id: "q", by: "xanthippe", toUs: false)
    #expect(try await test.holds("zeppelin"))
    #expect(try await test.holds("xanthippe"))
    test.pass(.days(31))
    try await test.desk.letWordsGo()
    for word in ["wallaby", "Wallaby", "zeppelin", "trousers"] {
      #expect(!(try await test.holds(word)), "\(word)")
    }
    // Nobody is left of whom a file could be kept.
    for name in ["xanthippe", "Xanthippe"] { #expect(!(try await test.holds(name))) }
  }

  @Test func whatWasTakenUpStaysAsLongAsAConversation() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Has anybody tried the shop?", id: "q", toUs: false)
    test.pass(.days(10))
    try await test.desk.takeUp(id, by: test.alicia)
    test.pass(.days(1000))
    try await test.desk.letWordsGo()
    #expect(try await test.post("q").text.plain != "")
    test.pass(.days(96))
    try await test.desk.letWordsGo()
    #expect(try await test.post("q").text.plain == "")
  }

  @Test func whoseWordsAreGoneWaitsNoMore() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Hello?", id: "q")
    #expect(try await test.desk.figures(for: test.alicia).waiting == 1)
    test.pass(.days(1095))
    try await test.desk.letWordsGo()
    #expect(try await test.conversation(id).state == .done)
    #expect(try await test.desk.figures(for: test.alicia).waiting == 0)
  }

  @Test func wordsAboutUsAreKeptForThirtyDaysAtTheMost() async throws {
    let test = try await TestDesk()
    var settings = try await test.desk.settings()
    settings.daysAboutUs = 31
    let tooLong = settings
    let told = await problem { try await test.desk.save(tooLong, by: test.lead) }
    #expect(told?.field == "daysAboutUs")
    settings.daysAboutUs = 3
    let short = settings
    let refused = await problem { try await test.desk.save(short, by: test.alicia) }
    #expect(refused?.code == .forbidden)
    try await test.desk.save(short, by: test.lead)
    try await test.says("Closed again.", id: "q", toUs: false)
    test.pass(.days(3))
    try await test.desk.letWordsGo()
    #expect(try await test.post("q").text.plain == "")
  }

  @Test func forgottenDraftsGo() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Hello?", id: "q")
    try await test.desk.save(
      Draft(
        member: test.alicia.member, conversation: id, text: "Hm", savedAt: test.clock.now()),
      by: test.alicia)
    test.pass(.days(91))
    try await test.desk.letWordsGo()
    #expect(try await test.desk.conversation(id, for: test.alicia).draft == nil)
  }

  @Test func whoOnlySpeaksAboutUsIsNoPerson() async throws {
    let test = try await TestDesk()
    try await test.says("The shop was closed again.", id: "q", by: "ben", toUs: false)
    try await test.says("Are you open?", id: "q2", by: "ana")
    let people = try await test.desk.people("", PageRequest(), for: test.alicia)
    #expect(people.rows.map(\.person.name) == ["Ana"])
  }

  @Test func whatIsPrivateIsSeenByThoseWhoAnswerItAlone() async throws {
    let test = try await TestDesk()
    let id = try await test.says(
      "Between us: my quokka is ill", id: "q", by: "ana", visibility: .private)
    _ = try await test.write("Poor quokka.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    test.pass(.seconds(5))
    try await test.says(
      "Thanks from the quokka", id: "q2", by: "ana",
      parent: test.far.accepted[0].id, visibility: .private)

    for (viewer, sees) in [
      (test.alicia, true), (test.bruno, true), (test.carla, false), (test.observer, false),
    ] {
      let today = try await test.desk.today(PageRequest(), for: viewer)
      #expect((today.waiting.rows.count == 1) == sees)
      #expect((today.waitingCount == 1) == sees)
      let heard = try await test.desk.heard(HeardFilter(), PageRequest(), for: viewer)
      #expect((heard.rows.count == 3) == sees)
      let found = try await test.desk.search("quokka", PageRequest(), for: viewer)
      #expect((found.rows.count == 3) == sees)
      let people = try await test.desk.people("", PageRequest(), for: viewer)
      #expect((people.rows.count == 1) == sees)
      #expect(
        (await problem { _ = try await test.desk.conversation(id, for: viewer) } == nil) == sees)
      let events = try await test.store.read {
        try $0.events(after: nil, limit: 1000, for: viewer)
      }
      #expect(events.contains { $0.conversation == id } == sees)
      let volume = try await test.desk.volume(HeardFilter(), for: viewer)
      // Counts tell of public talk alone, whoever looks.
      #expect(volume.reduce(0) { $0 + $1.count } == 0)
    }
    #expect(try await test.desk.today(PageRequest(), for: test.alicia).cameBackCount == 1)
    // Who may not speak any more sees no more of it.
    try await test.desk.change(role: .observer, of: test.alicia.member, by: test.alicia)
    let viewer = Viewer(member: test.alicia.member, role: .observer)
    #expect(try await test.desk.today(PageRequest(), for: viewer).cameBackCount == 0)
    #expect(
      await problem { _ = try await test.desk.conversation(id, for: viewer) }?.code == .notFound)
  }

  @Test func aPictureSentInPrivateIsNotForOthers() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Between us", id: "q", visibility: .private)
    let upload = try await test.desk.upload(
      UploadTests.picture, type: "image/png", alternative: "Our back door", to: id,
      by: test.alicia)
    _ = try await test.desk.media(upload.id, for: test.alicia)
    for viewer in [test.bruno, test.carla, test.lead] {
      #expect(
        await problem { _ = try await test.desk.media(upload.id, for: viewer) }?.code
          == .notFound)
    }
    _ = try await test.write("Here it is.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let post = try await test.post(test.far.accepted[0].id.rawValue)
    _ = try await test.desk.media(upload.id, of: post.id, for: test.bruno)
    for viewer in [test.carla, test.observer] {
      #expect(
        await problem { _ = try await test.desk.media(upload.id, of: post.id, for: viewer) }?
          .code == .notFound)
    }
    let asked = try await test.post("q")
    #expect(
      await problem { _ = try await test.desk.media(upload.id, of: asked.id, for: test.bruno) }?
        .code == .notFound)
  }

  @Test func aWishNotToBeFollowedIsHonoured() async throws {
    let test = try await TestDesk()
    var post = FakeNetwork.post(
      "q", "The shop was closed again.", by: "ben", at: test.clock.now(), toUs: false)
    post.author.optedOut = true
    try await test.hear([.post(post)])
    #expect(await problem { _ = try await test.post("q") }?.code == .notFound)
    #expect(!(try await test.holds("closed")))
  }
}

extension TestDesk {
  /// Whether any column of any table of the database holds a text, the search index included.
  func holds(_ text: String) async throws -> Bool {
    try await database.read { connection in
      let tables = try connection.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
      ).compactMap { row in if case .text(let name) = row.values[0] { name } else { nil } }
      for table in tables {
        for row in try connection.rows("SELECT * FROM \"\(table)\"") {
          for value in row.values {
            switch value {
            case .text(let words): if words.contains(text) { return true }
            case .bytes(let bytes):
              if String(decoding: bytes, as: UTF8.self).contains(text) { return true }
            default: break
            }
          }
        }
      }
      return false
    }
  }
}
