import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Words of warning: whose they are, and what room they take.
@Suite struct WarningTests {
  private func asked(_ test: TestDesk, warning: String) async throws -> ID<Conversation> {
    var post = FakeNetwork.post("q1", "Is it true?", at: test.clock.now())
    post.warning = warning
    try await test.hear([.post(post)])
    return try #require(
      try await test.store.read { try $0.posts(FakeNetwork.name, remoteIDs: [RemoteID("q1")]) }
        .first
    ).conversation
  }

  private func sent(
    _ test: TestDesk, _ id: ID<Conversation>, text: String = "Yes.", warning: String?
  ) async throws -> String? {
    try await test.desk.send(
      .init(conversation: id, text: text, warning: warning), by: test.alicia
    ).warning
  }

  @Test(
    arguments: [
      (nil, "their words"), ("", nil), ("  ", nil), ("ours", "ours"), (" ours ", "ours"),
    ] as [(String?, String?)])
  func whoeverClearsTheFieldSpeaksWithoutTheirWarning(
    _ wanted: String?, _ said: String?
  ) async throws {
    let test = try await TestDesk()
    let id = try await asked(test, warning: "their words")
    #expect(try await sent(test, id, warning: wanted) == said)
  }

  @Test func whatIsTakenOverIsMeasuredToo() async throws {
    let test = try await TestDesk(limit: 20)
    let id = try await asked(test, warning: "0123456789abc")
    let told = await problem {
      _ = try await sent(test, id, text: "0123456789", warning: nil)
    }
    #expect(told?.text.english.contains("3 over the 20") == true)
    #expect(try await sent(test, id, text: "0123456789", warning: "") == nil)
  }

  @Test(arguments: [
    ("", 5), ("porn", 5), ("a film", 17), (" a film , Porn", 17), ("a, b", 15), (", ,", 5),
  ])
  func whereAWarningStandsInTheTextItIsMeasuredAsItIsSent(_ warning: String, _ count: Int) {
    var can = Capabilities(
      reply: .always, length: .graphemesAndBytes(limit: 300, bytes: 3_000), hasWarning: true)
    can.warningInText = WarningInText(labels: ["porn"], before: "CW: ", after: "\n\n")
    #expect(can.count("Hello", warning: warning) == count)
    #expect(can.count("Hello", warning: nil) == 5)
  }
}
