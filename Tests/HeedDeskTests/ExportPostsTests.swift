import HeedDesk
import HeedModel
import HeedStore
import Testing

/// What leaves by a file comes back by it.
@Suite struct ExportPostsTests {
  private static let talk = """
    {"id":"1","network":"mastodon","author":{"id":"ana","name":"Ana","address":"@ana@a.example","page":"https://a.example/@ana"},"at":"2026-04-01T10:00:00.123Z","direction":"toUs","title":"Light","text":"Broken \\"light\\".\\n\\nTwo lines,\\nand 漢字 🚲","language":"en","address":"https://a.example/1","media":[{"kind":"image","address":"https://a.example/1.png","alternative":"A lamp"}]}
    {"id":"2","network":"mastodon","parent":"1","author":{"id":"shop"},"at":"2026-04-01T10:05:00Z","direction":"ours","text":"Come by."}
    {"id":"3","network":"mastodon","parent":"2","author":{"id":"ben"},"at":"2026-04-01T10:06:00Z","text":"I had that too"}
    {"id":"4","network":"mastodon","parent":"3","author":{"id":"ana"},"at":"2026-04-01T10:07:00Z","removed":true}
    {"id":"5","network":"mastodon","parent":"4","author":{"id":"cem"},"at":"2026-04-01T10:08:00Z","direction":"aside","text":"Quite","quotes":"1"}
    {"id":"7","parent":"never","author":{"id":"dev"},"at":"2026-04-02T10:08:00Z","text":"About the shop"}
    """

  @Test func anEmptyDeskGetsTheSameThreadsFromAnExport() async throws {
    let house = try await ImportDesk()
    try await house.take(Self.talk)
    let lines = try await house.export()
    let copy = try await ImportDesk()
    let (report, faults) = try await copy.take(lines.joined(separator: "\n"))
    #expect(faults.isEmpty)
    #expect(report.new == 6)
    #expect(report.threads == 2)
    let (before, after) = (try await house.threads(), try await copy.threads())
    for id in before.keys.sorted() { #expect(after[id] == before[id], "\(id)") }
    #expect(after.count == before.count)
    #expect(try await copy.threads()["4"]?[3] == "gone")
    // And once more round: the files are the same, too.
    #expect(try await copy.export().sorted() == lines.sorted())
  }

  @Test func anExportThatComesBackChangesNothing() async throws {
    let house = try await ImportDesk()
    try await house.take(Self.talk)
    let before = (try await house.threads(), try await house.count("revisions"))
    try await house.take(try await house.export().joined(separator: "\n"))
    #expect(try await house.threads() == before.0)
    #expect(try await house.count("revisions") == before.1)
    #expect(try await house.count("posts") == 7)
  }

  @Test func privateWordsLeaveOnlyWithThoseWhoMaySeeThem() async throws {
    let house = try await ImportDesk()
    try await house.take(Self.talk)
    let alicia = try await house.desk.addMember(
      name: "Alicia Lund", email: "alicia@shop.example", password: "corner bikes demo",
      role: .lead)
    let sam = try await house.desk.addMember(
      name: "Sam Okoro", email: "sam@shop.example", password: "corner bikes demo", role: .member)
    // The conversation turns private, and Alicia answers its account.
    try await house.database.write {
      try $0.runScript(
        """
        INSERT INTO accounts (id, network, server, handle_id, custom, house_rules, credentials, added_at)
        SELECT 5, 'mastodon', '', id, 'none', '', '', 0 FROM handles WHERE remote_id = 'shop';
        INSERT INTO account_answerers (account_id, member_id) VALUES (5, \(alicia.id));
        UPDATE conversations SET is_private = 1, account_id = 5;
        """)
    }
    let open = try await house.export()
    #expect(open.count == 1)
    #expect(open.allSatisfy { !$0.contains("Broken") })
    #expect(try await house.export(for: Viewer(member: sam.id, role: .member)).count == 1)
    let whole = try await house.export(for: Viewer(member: alicia.id, role: .lead))
    #expect(whole.count == 6)
  }

  @Test func aLongThreadLeavesWhole() async throws {
    let house = try await ImportDesk()
    let lines = (0..<2_345).map { number in
      let parent = number == 0 ? "" : #","parent":"\#(number - 1)""#
      return #"{"id":"\#(number)","author":{"id":"a"},"at":\#(number * 1000)\#(parent),"text":"t"}"#
    }
    try await house.take(lines.joined(separator: "\n"))
    let copy = try await ImportDesk()
    let (report, _) = try await copy.take(try await house.export().joined(separator: "\n"))
    #expect(report.new == 2_345)
    #expect(report.threads == 1)
  }
}
