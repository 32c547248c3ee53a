import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct ThinkTests {
  private func answered(
    _ test: TestDesk, _ id: String, _ answer: String, visibility: Visibility = .public
  ) async throws {
    let asked = try await test.says(
      "Where is it? \(id)", id: id, by: "person\(id)", visibility: visibility)
    _ = try await test.write(answer, in: asked)
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
  }

  private static let hymn =
    "We are sorry for the wait. Your parcel left our house on Monday and the carrier has it now."

  @Test func nearlyTheSameWordsAreFoundWithHowOftenAndWhatCameBack() async throws {
    let test = try await TestDesk()
    for id in ["a", "b", "c"] { try await answered(test, id, "@person\(id) " + Self.hymn) }
    try await answered(test, "d", "We close at six on Sundays, and open again at eight on Monday.")
    try await test.says("Thank you so much!", id: "a2", by: "persona", parent: RemoteID("a"))
    let draft =
      "Sorry! Your parcel left our house on Monday and the carrier has it now, Dora."
    #expect(try await test.desk.saidBefore(draft, for: test.alicia) == nil)
    try await test.desk.rememberSaid()
    try await test.desk.rememberSaid()
    let said = try #require(try await test.desk.saidBefore(draft, for: test.alicia))
    #expect(said.times == 3 && said.people == 3 && !said.isAtLeast)
    #expect(said.came == [.thanks: 1, .nothing: 2])
    #expect(said.replies.count == 3)
    #expect(
      try await test.desk.saidBefore(
        "Nobody ever wrote these words to anybody here before, that is certain.",
        for: test.alicia) == nil)
    // What is older than twelve months is no hymn any more.
    test.pass(.days(366))
    try await test.desk.rememberSaid()
    #expect(try await test.desk.saidBefore(draft, for: test.alicia) == nil)
  }

  @Test func privateRepliesAreNoHymnForThoseWhoMayNotSeeThem() async throws {
    let test = try await TestDesk()
    try await answered(test, "a", Self.hymn, visibility: .private)
    try await test.desk.rememberSaid()
    #expect(try await test.desk.saidBefore(Self.hymn, for: test.alicia)?.times == 1)
    #expect(try await test.desk.saidBefore(Self.hymn, for: test.carla) == nil)
  }

  /// Texts that contain three fifths of another meet it in a band nearly always.
  @Test func bandsFindWhatIsContained() {
    var dice = SplitMix64(seed: 11)
    var met = 0
    for round in 0..<200 {
      let words = (0..<40).map { "word\(round)x\($0)" }
      let kept = words.prefix(30).joined(separator: " ")
      let other = (0..<10).map { _ in "other\(dice.next())" }.joined(separator: " ")
      let draft = SaidShingles(kept + " " + other, leavingOut: [])
      let said = SaidShingles(words.joined(separator: " "), leavingOut: [])
      #expect(draft.containment(in: said) >= 0.6)
      if !Set(draft.bands).isDisjoint(with: said.bands) { met += 1 }
    }
    #expect(met == 200)
    #expect(SaidShingles("too few words", leavingOut: []).bands.isEmpty)
    // A piece with a letter beyond ASCII is read another way, and as the same.
    #expect(
      SaidShingles(
        "It's 12 o'Clock, see www.x.example x:// A-B\r\nand C@D\u{A0}here", leavingOut: []
      ).all
        == SaidShingles("ít's 12 ó'clock sée a-b and c@d here", leavingOut: []).all)
    #expect(
      SaidShingles("Dear Ána, é vero https://x.example @ana this is it", leavingOut: ["ANA"]).all
        == SaidShingles("DEAR e VERO this IS it", leavingOut: []).all)
  }

  @Test func aCardIsShownWhereADraftTouchesIt() async throws {
    let test = try await TestDesk()
    let desk = test.desk
    try await desk.saveHouseRule(
      nil, kind: .fact, title: "Charger", words: "It is not in the box.",
      query: "charger OR \"power supply\"", by: test.alicia)
    try await desk.saveHouseRule(
      nil, kind: .caution, title: "Recall", words: "Say that we look.", query: "recall* OR charger",
      by: test.bruno)
    func shown(_ text: String) async throws -> [String] {
      try await desk.houseRules(touching: text, language: nil, for: test.carla).map(\.title)
    }
    #expect(try await shown("The CHARGER comes with it.") == ["Recall", "Charger"])
    #expect(try await shown("Use any power supply.") == ["Charger"])
    #expect(try await shown("Hello.").isEmpty)
    let id = try #require(
      try await desk.houseRules(for: test.alicia).first { $0.title == "Recall" })
    try await desk.removeHouseRule(id.id, by: test.carla)
    #expect(try await shown("recalled") == [])
    let wrong = await problem {
      try await desk.saveHouseRule(
        nil, kind: .fact, title: "X", words: "Y", query: "(", by: test.alicia)
    }
    #expect(wrong?.field == "query")
    #expect(
      await problem { _ = try await desk.houseRules(for: test.observer) }?.code == .forbidden)
  }

  @Test func whatTheyDidNotSayHereIsPointedOut() async throws {
    let test = try await TestDesk()
    let asked = try await test.says("Where is my order 44-1234?", id: "a")
    try await test.says(
      "My number is 0151 234 5678, mail dora@home.example", id: "p", visibility: .private)
    try await test.desk.note(
      asked, text: "Parcel RX-778812 went to Mrs Zimmermann.", by: test.bruno)
    let draft = """
      Your order 44-1234 went to Zimmermann as rx778812. We call you at +49 151 2345678 or write \
      to Dora@Home.example in 2026.
      """
    let found = try await test.desk.unsaid(
      in: draft, visibility: nil, of: asked, for: test.alicia)
    let known = Dictionary(found.map { ($0.known, [$0.words]) }) { $0 + $1 }
    #expect(known[.note].map(Set.init) == ["Zimmermann", "rx778812"])
    #expect(known[.privately]?.contains("Dora@Home.example") == true)
    #expect(known[.privately]?.contains { $0.contains("151") } == true)
    #expect(!found.contains { $0.words.contains("1234?") || $0.words == "44-1234" })
    #expect(
      try await test.desk.unsaid(in: draft, visibility: .private, of: asked, for: test.alicia)
        .isEmpty)
    #expect(
      try await test.desk.unsaid(
        in: "We are on it, thank you!", visibility: nil, of: asked, for: test.alicia
      ).isEmpty)
  }

  /// A regular's number may be said long ago; the content warning and what describes a picture are read by everybody.
  @Test func whatARegularSaidLongAgoIsPointedOutWhereverItStandsInADraft() async throws {
    let test = try await TestDesk()
    try await test.says("My order is 77-445566.", id: "p", visibility: .private)
    for number in 0..<25 {
      test.pass(.hours(1))
      try await test.says("Open today?", id: "o\(number)")
    }
    let here = try await test.says("Which pads fit my brake?", id: "b")
    let text = "Those of 77-445566."
    let told = UnsaidFact(words: "77-445566", known: .privately)
    #expect(
      try await test.desk.unsaid(in: text, visibility: nil, of: here, for: test.alicia) == [told])
    #expect(
      try await test.desk.unsaid(
        in: "Those.", besides: ["", "A parcel with 77-445566"], visibility: nil, of: here,
        for: test.alicia) == [told])
  }

  /// Whom it speaks to is not lost where what stands above it never came.
  @Test func whatADraftBelowAMissingPostTellsIsPointedOut() async throws {
    let test = try await TestDesk()
    try await test.says("My order is 77-445566.", id: "p", visibility: .private)
    let here = try await test.says("Which pads fit?", id: "b", parent: RemoteID("never"))
    let missing = try await test.post("never")
    #expect(missing.isPlaceholder)
    #expect(
      try await test.desk.unsaid(
        in: "Those of 77-445566.", visibility: nil, answering: missing.id, of: here,
        for: test.alicia) == [UnsaidFact(words: "77-445566", known: .privately)])
  }

  @Test func whatTheySaidInAnotherConversationIsPointedOutWhereItIsExact() async throws {
    let test = try await TestDesk()
    try await test.says("Order 55-98761 came on Sunday, in Porto.", id: "a")
    let here = try await test.says("Which pads fit my brake?", id: "b")
    let other = try await test.says("Mine is 66-11111.", id: "c", by: "ben")
    let draft = "Those of order 5598761 fit. We open on Sunday in Porto. 66-11111 is closed."
    let found = try await test.desk.unsaid(in: draft, visibility: nil, of: here, for: test.alicia)
    #expect(found == [UnsaidFact(words: "5598761", known: .elsewhere)])
    #expect(other != here)
  }

  @Test(arguments: [
    ("Write to jo.berg@mail.example, she knows.", ["jo.berg@mail.example"]),
    ("Call her at 0171 2345678 or +351 912 345 678.", ["0171 2345678", "351 912 345 678"]),
    ("Call 555-123-4567 or 01712345678.", ["555-123-4567", "01712345678"]),
    ("Since 05.11.2026 (2026-11-05), 09.00 - 18.00, for 1.200.000 of you.", []),
    ("Write to help@shop.example or call 030 99887766.", []),
  ])
  func howToReachSomebodyWhoIsNotHereIsPointedOut(draft: String, found: [String]) async throws {
    let test = try await TestDesk()
    let here = try await test.says("Who can help me with my order?", id: "a")
    try await test.desk.saveHouseRule(
      nil, kind: .fact, title: "Reach us", words: "help@shop.example, 030-9988 7766", query: "call",
      by: test.alicia)
    let facts = try await test.desk.unsaid(in: draft, visibility: nil, of: here, for: test.alicia)
    #expect(facts == found.map { UnsaidFact(words: $0, known: .nowhere) })
    #expect(
      try await test.desk.unsaid(in: draft, visibility: .private, of: here, for: test.alicia)
        .isEmpty)
  }
}
