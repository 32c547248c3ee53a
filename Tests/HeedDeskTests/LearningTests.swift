import Foundation
import HeedDesk
import HeedModel
import HeedNetwork
import HeedReading
import HeedTesting
import Testing

/// What members teach a desk of how posts are read.
struct LearningTests {
  private static let odd = "the gasket is proper gnarled mate"

  /// A desk that learns, on the record of a test.
  private func start() async throws -> (test: TestDesk, desk: Desk) {
    let test = try await TestDesk()
    return (test, test.another(seed: 3, reader: TrainedReader()))
  }

  private func say(_ text: String, as id: String, _ test: TestDesk) async throws -> Post {
    try await test.says(text, id: id)
    return try await test.post(id)
  }

  private func read(_ desk: Desk, _ words: String = odd) -> Reading {
    desk.reasons(
      of: Post(
        id: ID(1), network: NetworkName("fake"), remoteID: RemoteID("x"), author: ID(1),
        conversation: ID(1),
        direction: .toUs, receivedAt: Instant(seconds: 1), text: RichText(plain: words))
    ).reading
  }

  @Test func aCorrectionCountsAtOnceAndLeavesNoTraceOnceItIsUndone() async throws {
    let (test, desk) = try await start()
    let post = try await say(Self.odd, as: "one", test)
    let before = read(desk)
    try await desk.correctReading(
      of: post.id, language: "en", tone: .negative, kinds: [.wish], by: test.bruno)
    #expect(read(desk).tone == .negative)
    #expect(read(desk).kinds.contains(.wish))
    #expect(try await test.post("one").reading.isByMember)
    try await desk.undoReading(of: post.id, by: test.carla)
    #expect(read(desk) == before)
    // As this process reads it.
    #expect(try await test.post("one").reading == before)
    // Undoing what does not stand changes nothing.
    try await desk.undoReading(of: post.id, by: test.carla)
    #expect(try await test.post("one").reading == before)
    let events = try await test.events(of: post.conversation)
    #expect(events.filter { $0 == .readingUndone }.count == 1)
  }

  @Test(arguments: [
    "zz<b>" + String(repeating: "a", count: 3000), String(repeating: "a", count: 3000), "", "e",
    "en-", "-en", "en--us", "en us", "english", "e1", "en-ninechars", "ен", "en\u{0}",
    "en" + String(repeating: "-a", count: 20),
  ])
  func aLanguageThatCanBeNoneIsRefusedAndNothingChanges(_ language: String) async throws {
    let (test, desk) = try await start()
    let post = try await say(Self.odd, as: "one", test)
    let before = try await test.post("one").reading
    let refused = await problem {
      try await desk.correctReading(
        of: post.id, language: language, tone: .negative, kinds: [], by: test.bruno)
    }
    #expect(refused?.code == .invalid)
    #expect(try await test.post("one").reading == before)
    #expect(try await test.store.read { try $0.standingCorrections() }.isEmpty)
  }

  @Test(arguments: ["en", "gsw", "zh-Hant", "es-419", "PT-br", nil])
  func aLanguageOrNoneIsKept(_ language: String?) async throws {
    let (test, desk) = try await start()
    let post = try await say(Self.odd, as: "one", test)
    try await desk.correctReading(
      of: post.id, language: language, tone: nil, kinds: [], by: test.bruno)
    #expect(try await test.post("one").reading.language == language)
  }

  @Test func whatIsLearntOutlivesARestartAndStaysWithItsDesk() async throws {
    let (test, desk) = try await start()
    let other = try await start()
    let post = try await say(Self.odd, as: "one", test)
    let before = read(desk)
    try await desk.correctReading(
      of: post.id, language: "en", tone: .positive, kinds: [.praise], by: test.bruno)
    let restarted = test.another(seed: 4, reader: TrainedReader())
    #expect(read(restarted) == before)
    try await restarted.reloadReader()
    #expect(read(restarted) == read(desk))
    try await other.desk.reloadReader()
    #expect(read(other.desk) == before)
  }

  @Test func anotherProcessLearnsWithTheNextThatIsHeard() async throws {
    let (test, desk) = try await start()
    let post = try await say(Self.odd, as: "one", test)
    try await desk.correctReading(
      of: post.id, language: "en", tone: .positive, kinds: [.praise], by: test.bruno)
    // The desk of the test heard nothing since; what it takes in brings it up to date.
    _ = try await say("the shop is open", as: "two", test)
    #expect(try await test.post("one").reading.isByMember)
    #expect(try await desk.readingQuality().posts == 1)
  }

  @Test func theFirstReadingIsWhatQualityIsMeasuredBy() async throws {
    let (test, desk) = try await start()
    let post = try await say("Why is this broken again?", as: "one", test)
    let first = post.reading
    try await desk.correctReading(
      of: post.id, language: "de", tone: .positive, kinds: [.praise], by: test.bruno)
    try await desk.correctReading(
      of: post.id, language: first.language, tone: first.tone, kinds: first.kinds, by: test.carla)
    let quality = try await desk.readingQuality()
    #expect(quality.posts == 1)
    #expect(quality.right == [.language: 1, .tone: 1, .kind: 1])
  }

  @Test func whatWasLearntGoesWithTheWords() async throws {
    let (test, desk) = try await start()
    let post = try await say(Self.odd, as: "one", test)
    let before = read(desk)
    try await desk.correctReading(
      of: post.id, language: "en", tone: .positive, kinds: [.praise], by: test.bruno)
    try await test.hear([.removed(post.remoteID)])
    let restarted = test.another(seed: 5, reader: TrainedReader())
    try await restarted.reloadReader()
    #expect(read(restarted) == before)
  }

  /// The desk of the process that hears forgets, too, and needs no restart.
  @Test func aRunningDeskForgetsWithTheWords() async throws {
    let (test, desk) = try await start()
    let before = read(desk)
    for id in ["taken away", "expired"] {
      try await test.says(Self.odd, id: id, toUs: false)
      let post = try await test.post(id)
      try await desk.correctReading(
        of: post.id, language: "en", tone: .positive, kinds: [.wish], by: test.bruno)
      #expect(read(desk) != before)
      if id == "expired" {
        test.pass(.days(31))
        try await test.desk.letWordsGo()
      } else {
        try await test.hear([.removed(post.remoteID)])
      }
      try await desk.reloadReader()
      #expect(read(desk) == before, "\(id)")
    }
  }

  /// Else whoever is corrected could teach a desk by editing.
  @Test func aLessonHoldsForTheWordsThatWereCorrected() async throws {
    let (test, desk) = try await start()
    let before = read(desk)
    for id in ["edited", "restored"] {
      let said = FakeNetwork.post(id, "Thank you, lovely", by: "ana", at: test.clock.now())
      try await test.hear([.post(said)])
      let post = try await test.post(id)
      try await desk.correctReading(
        of: post.id, language: "en", tone: .negative, kinds: [.complaint], by: test.bruno)
      test.pass(.minutes(1))
      var other = said
      other.text = RichText(plain: Self.odd)
      other.editedAt = test.clock.now()
      if id == "restored" {
        try await test.hear([.removed(post.remoteID)])
        other.isRestored = true
      }
      try await test.hear([.post(other)])
      try await desk.reloadReader()
      #expect(try await test.post(id).text.plain == Self.odd)
      #expect(try await test.post(id).reading.isByMember == false)
      #expect(read(desk) == before, "\(id)")
      #expect(try await desk.readingQuality().posts == 0)
      #expect(try await test.store.read { try $0.correction(of: post.id) } == nil)
    }
  }

  @Test func anEditBesideTheWordsLeavesACorrectionStanding() async throws {
    let (test, desk) = try await start()
    let said = FakeNetwork.post("one", Self.odd, by: "ana", at: test.clock.now())
    try await test.hear([.post(said)])
    let post = try await test.post("one")
    try await desk.correctReading(
      of: post.id, language: "en", tone: .positive, kinds: [.praise], by: test.bruno)
    test.pass(.minutes(1))
    var other = said
    other.warning = "bicycles"
    other.editedAt = test.clock.now()
    try await test.hear([.post(other)])
    #expect(try await test.post("one").warning == "bicycles")
    #expect(try await test.post("one").reading.isByMember)
    #expect(try await test.store.read { try $0.correction(of: post.id) } != nil)
  }

  @Test func aFileIsReadAsTheDeskWasTaught() async throws {
    let (test, desk) = try await start()
    let post = try await say(Self.odd, as: "one", test)
    try await desk.correctReading(
      of: post.id, language: "en", tone: .negative, kinds: [.wish], by: test.bruno)
    let at = test.clock.now().milliseconds
    let json = """
      {"id":"9","author":{"id":"ben"},"at":\(at),"direction":"toUs","text":"\(Self.odd)"}
      """
    let line = try JSONDecoder().decode(PostLine.self, from: Data(json.utf8))
    let importing = test.another(seed: 6, reader: TrainedReader())
    _ = try await importing.importPosts([NumberedLine(number: 1, post: .success(line))])
    let found = try await test.store.read {
      try $0.posts(NetworkName("import"), remoteIDs: [RemoteID("9")]).first
    }
    #expect(try #require(found).reading.kinds.contains(.wish))
  }

  /// The form sends the language that it shows also where the tone alone was told.
  @Test func toldTonesOfEnglishPostsLeaveOtherLanguagesAsTheyWere() async throws {
    let (test, desk) = try await start()
    for number in 0..<6 {
      let post = try await say(
        "parcel \(number) came without its lid today", as: "p\(number)", test)
      try await desk.correctReading(
        of: post.id, language: post.reading.language, tone: .negative, kinds: [.complaint],
        by: test.bruno)
    }
    for (language, text) in [
      ("pl", "Sklep był dzisiaj znowu zamknięty"), ("ar", "المتجر مغلق مرة أخرى اليوم"),
      ("ja", "今日もお店が閉まっていました"),
    ] { #expect(read(desk, text).language == language) }
  }

  @Test func aSwitchedOffReaderLeavesItsPartUnknown() async throws {
    let (test, desk) = try await start()
    await #expect(throws: Problem.self) {
      try await desk.switchReaders(off: [.tone], by: test.bruno)
    }
    try await desk.switchReaders(off: [.tone, .kind], by: test.lead)
    let reading = read(desk, "Why is this broken again?")
    #expect(reading.language == "en")
    #expect(reading.tone == nil)
    #expect(reading.kinds.isEmpty)
    try await desk.switchReaders(off: [], by: test.lead)
    #expect(read(desk, "Why is this broken again?").kinds.contains(.question))
  }

  @Test func observersCorrectAndUndoNothing() async throws {
    let (test, desk) = try await start()
    let post = try await say(Self.odd, as: "one", test)
    await #expect(throws: Problem.self) {
      try await desk.correctReading(
        of: post.id, language: nil, tone: nil, kinds: [], by: test.observer)
    }
    await #expect(throws: Problem.self) {
      try await desk.undoReading(of: post.id, by: test.observer)
    }
  }
}
