import Foundation
import HeedDesk
import HeedModel
import HeedStore
import Testing

/// Real care conversations come in whole.
@Suite struct ImportCareTests {
  @Test(.enabled(if: !CareCorpus.files.isEmpty))
  func everyConversationOfTheSetArrivesAsOneThread() async throws {
    let house = try await ImportDesk()
    var lines: [NumberedLine] = []
    for file in CareCorpus.files { lines += try CareFile.lines(Array(Data(contentsOf: file))) }
    let (report, faults) = try await house.take(lines)
    print("care: \(report)")
    #expect(faults.isEmpty)
    #expect(report.new == 2_350)
    #expect(report.threads == 1_025)
    #expect(report.conversations == 1_025)
    #expect(try await house.count("posts") == 2_350)

    let sql = { (text: String) in
      try await house.database.read { try $0.rows(text) }.first?.values.first
    }
    // Each thread ends with the brand's answer, has one beginning, and nobody waits any more.
    #expect(
      try await sql(
        """
        SELECT COUNT(*) FROM posts p WHERE direction = 'ours' AND id = (
          SELECT MAX(id) FROM posts q WHERE q.conversation_id = p.conversation_id)
        """) == .integer(1_025))
    #expect(try await sql("SELECT COUNT(*) FROM posts WHERE parent_id IS NULL") == .integer(1_025))
    #expect(
      try await sql("SELECT COUNT(*) FROM conversations WHERE state = 'answered'")
        == .integer(1_025))
    #expect(try await sql("SELECT COUNT(*) FROM handles WHERE is_ours = 1") == .integer(25))
    #expect(
      try await sql("SELECT COUNT(*) FROM posts WHERE body LIKE '%[mail address]%'")
        != .integer(0))
    #expect(try await sql("SELECT COUNT(*) FROM posts WHERE body LIKE '%&amp;%'") == .integer(0))
    #expect(
      try await sql(
        "SELECT COUNT(*) FROM posts WHERE body LIKE '%_@gmail.com%' OR body LIKE '%_@yahoo.%'")
        == .integer(0))

    let again = try await house.take(lines)
    #expect(again.report.new == 0)
    #expect(again.report.known == 2_350)
  }

  @Test func theClosingAnswerIsTakenFromItsField() throws {
    let lines = try CareFile.lines(Array(Self.made.utf8)).map { try $0.post.get() }
    #expect(lines.map(\.direction) == ["toUs", "ours", nil, "toUs", "ours"])
    #expect(lines.map(\.parent) == [nil, "s/1", "s/2", "s/3", "s/4"])
    #expect(lines[0].text == "Help & hurry: [mail address], please")
    #expect(lines[4].text == "See https://shop.example/help")
    // The number was made for this instant.
    #expect(lines[4].at.instant == Instant(seconds: 1_580_000_000))
  }

  @Test func anotherFileIsRefusedWithItsReason() {
    #expect(throws: LineFault.self) { try CareFile.lines(Array(#"{"id":"1"}"#.utf8)) }
  }

  /// Invented, in the form of the set.
  private static let made = """
    [{"dialogHeader": {"company": "Shop", "sessionID": "s"},
      "dialogContent": [
        {"client": "ana", "datetime": "2020-01-26T00:00:00.000Z", "tweet_ID": "1",
          "message": "Help &amp; hurry: ana.b+x@mail.example, please"},
        {"agent": "Shop", "datetime": "2020-01-26T00:01:00.000Z", "tweet_ID": "2", "message": "Yes?"},
        {"client1": "ben", "datetime": "2020-01-26T00:02:00.000Z", "tweet_ID": "3",
          "message": "@ana same here"},
        {"client1": "ben", "datetime": "2020-01-26T00:03:00.000Z", "tweet_ID": "4",
          "message": "@shop do help"}],
      "agentURL": {"tweet_ID": "\((1_580_000_000_000 - 1_288_834_974_657) << 22)",
        "url_utterance": "See https://shop.example/help"}}]
    """
}

enum CareCorpus {
  static let files: [URL] = {
    let given = ProcessInfo.processInfo.environment["HEED_CORPORA"].map { URL(filePath: $0) }
    let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let corpora = given ?? root.appending(path: "../shared/corpora").standardizedFileURL
    let folder = corpora.appending(path: "conversations-ibm-care")
    let files = ["dev.json", "test.json"].map { folder.appending(path: $0) }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
    if files.isEmpty {
      print("care: skipped, no corpus conversations-ibm-care (HEED_CORPORA names another place)")
    }
    return files
  }()
}
