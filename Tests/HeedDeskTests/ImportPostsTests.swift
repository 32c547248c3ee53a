import HeedDesk
import HeedModel
import HeedTesting
import Testing

/// What files of posts bring, and what they cannot.
@Suite struct ImportPostsTests {
  private static let talk = """
    {"id":"1","author":{"id":"ana","name":"Ana","address":"@ana@a.example"},"at":"2026-04-01T10:00:00Z","direction":"toUs","text":"My light broke.\\n\\nAgain."}
    {"id":"2","parent":"1","author":{"id":"shop","name":"Corner Bikes"},"at":"2026-04-01T12:05:00.250+02:00","direction":"ours","text":"Come by on Friday.","member":"Alicia Lund"}
    {"id":"3","parent":"2","author":{"id":"ana"},"at":1775044800000,"direction":"toUs","text":"Thanks!"}
    {"id":"9","author":{"id":"ben"},"at":"2026-04-02T10:00:00Z","text":"Corner Bikes is open late."}

    """

  @Test func aFileBecomesThreads() async throws {
    let house = try await ImportDesk()
    let (report, faults) = try await house.take(Self.talk)
    #expect(faults.isEmpty)
    #expect(report.lines == 4)
    #expect(report.new == 4)
    #expect(report.threads == 2)
    #expect(report.conversations == 1)
    let threads = try await house.threads()
    #expect(threads["1"]?[1] == "toUs")
    #expect(threads["2"]?.prefix(2) == ["1", "ours"])
    #expect(threads["2"]?[6] == "1775037900250")
    #expect(threads["3"]?.prefix(2) == ["2", "toUs"])
    #expect(threads["3"]?[4] == "1")
    #expect(threads["9"]?.prefix(2) == ["-", "aboutUs"])
    #expect(threads["1"]?[5] == "@ana@a.example")
  }

  @Test func theSameFileAgainChangesNothing() async throws {
    let house = try await ImportDesk()
    try await house.take(Self.talk)
    let before = (try await house.counts(), try await house.threads())
    house.clock.advance(by: .hours(5))
    let (report, _) = try await house.take(Self.talk)
    #expect(report.new == 0)
    #expect(report.known == 4)
    #expect(try await house.counts() == before.0)
    #expect(try await house.threads() == before.1)
  }

  @Test func theOrderOfLinesDoesNotShow() async throws {
    let lines = Self.talk.split(separator: "\n").map(String.init)
    let straight = try await ImportDesk()
    try await straight.take(Self.talk)
    let turned = try await ImportDesk()
    try await turned.take(lines.reversed().joined(separator: "\n"))
    #expect(try await turned.threads() == straight.threads())
  }

  @Test func aTrialWritesNothing() async throws {
    let house = try await ImportDesk()
    let before = try await house.counts()
    let (report, _) = try await house.take(Self.talk + Self.talk, isTrial: true)
    #expect(report.new == 4)
    #expect(try await house.counts() == before)
  }

  @Test func aBadLineIsToldAndTheRestIsTaken() async throws {
    let house = try await ImportDesk()
    let author = #""author":{"id":"a"},"at":"2026-04-01T10:00:00Z""#
    let (report, faults) = try await house.take(
      """
      \u{FEFF}{"id":"ok1",\(author),"text":"one"}
      no json

      {"id":"x","author":{"id":"a"},"text":"no time"}
      {"id":"x",\(author.replacing("10:00:00Z", with: "10:00:00")),"text":"no zone"}
      {"id":"",\(author)}
      {"id":"x",\(author),"direction":"theirs"}
      {"id":"x",\(author),"visibility":"private","text":"secret"}
      {"id":"x",\(author),"text":7}
      [1,2]
      {"id":"x",\(author),"parent":"x"}
      {"id":"x",\(author),"media":[{"kind":"image","address":"javascript:alert(1)"}]}
      {"id":"ok2",\(author),"text":"two","unknown":{"key":[1]}}
      """)
    #expect(report.new == 2)
    #expect(report.faults == 10)
    #expect(faults.map(\.line) == [2, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    #expect(faults[0].reason.contains("no JSON object"))
    #expect(faults[1].reason == "“at” is missing")
    #expect(faults[2].reason.contains("is no time"))
    #expect(faults[5].reason.contains("private words"))
    #expect(faults[6].reason.contains("“text”"))
    #expect(try await house.threads().keys.sorted() == ["ok1", "ok2"])
  }

  @Test func aLineWithoutEndDoesNotEndTheFile() async throws {
    let house = try await ImportDesk()
    let author = #""author":{"id":"a"},"at":0"#
    let (report, faults) = try await house.take(
      #"{"id":"long",\#(author),"text":""# + String(repeating: "x", count: 5 << 20)
        + "\"}\n{\"id\":\"after\",\(author),\"text\":\"here\"}")
    #expect(faults.map(\.line) == [1])
    #expect(report.new == 1)
  }

  @Test func linesOfOneConversationHangOnTheLineBefore() async throws {
    let house = try await ImportDesk()
    let rest = #""author":{"id":"a"},"conversation":"c","at":"2026-04-01T10:00:0"#
    let (report, _) = try await house.take(
      """
      {"id":"1",\(rest)1Z","text":"one"}
      {"id":"2",\(rest)2Z","text":"two"}
      {"id":"3",\(rest)3Z","text":"three"}
      """)
    #expect(report.threads == 1)
    let threads = try await house.threads()
    #expect(threads["2"]?[0] == "1")
    #expect(threads["3"]?[0] == "2")
  }

  @Test func moreThanAGroupArrivesWhole() async throws {
    let house = try await ImportDesk()
    let lines = (0..<1_203).map { number in
      let parent = number % 3 == 0 ? "" : #","parent":"\#(number - 1)""#
      return
        #"{"id":"\#(number)","author":{"id":"a\#(number % 7)"},"at":\#(number * 1000)\#(parent),"text":"t"}"#
    }
    let (report, _) = try await house.take(lines.shuffledBySeed().joined(separator: "\n"))
    #expect(report.new == 1_203)
    #expect(report.threads == 401)
  }

  @Test func aNamedMemberIsSaidToHaveWrittenIt() async throws {
    let house = try await ImportDesk()
    let alicia = try await house.desk.addMember(
      name: "Alicia Lund", email: "alicia@shop.example", password: "corner bikes demo",
      role: .lead)
    let (report, _) = try await house.take(Self.talk)
    #expect(report.attributed == 1)
    let viewer = Viewer(member: alicia.id, role: .lead)
    let heard = try await house.desk.heard(
      HeardFilter(direction: .ours), PageRequest(), for: viewer)
    #expect(heard.rows.map(\.member) == [alicia.id])
    // Old answers are no news to anybody.
    #expect(try await house.count("came_back") == 0)
    #expect(try await house.desk.record.read { try $0.accounts() }.isEmpty)
    let before = try await house.counts()
    try await house.take(Self.talk)
    #expect(try await house.counts() == before)
  }

  @Test func whoAskedNotToBeFollowedIsLeftOutAndStaysSo() async throws {
    let house = try await ImportDesk()
    let start = #"{"author":{"id":"q""#
    let (report, _) = try await house.take(
      start + #","optedOut":true},"id":"1","at":0,"text":"about them"}"#)
    #expect(report.leftOut == 1)
    #expect(report.new == 0)
    // They spoke to us once; a later line that says nothing of their wish does not undo it.
    try await house.take(
      start + #","optedOut":true},"id":"2","at":0,"direction":"toUs","text":"hello"}"#)
    let (second, _) = try await house.take(start + #"},"id":"3","at":0,"text":"about them"}"#)
    #expect(second.leftOut == 1)
  }
}

extension Array {
  /// The same order in every run.
  fileprivate func shuffledBySeed() -> [Element] {
    var state: UInt64 = 42
    var shuffled = self
    for index in indices.reversed() {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      shuffled.swapAt(index, Int(state >> 33) % (index + 1))
    }
    return shuffled
  }
}
