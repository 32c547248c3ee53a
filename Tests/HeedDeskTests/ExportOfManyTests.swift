import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// The file about one of many in a thread: all that was said to them, and nothing that was said to others in private.
@Suite struct ExportOfManyTests {
  private func file(_ test: TestDesk, _ post: String) async throws -> String {
    String(
      decoding: try await test.desk.export(try await test.personOf(post), by: test.lead).json(),
      as: UTF8.self)
  }

  /// Ana begins, Ben joins in; both are answered, each with a promise, and each answer was wrong.
  private func thread(_ visibility: Visibility) async throws -> TestDesk {
    let test = try await TestDesk()
    try await test.says("Is mine ready?", id: "a", visibility: visibility)
    test.pass(.minutes(1))
    try await test.says(
      "And mine, the walrus?", id: "b", by: "ben", parent: RemoteID("a"), visibility: visibility)
    test.pass(.minutes(1))
    for (post, word) in [("b", "quince"), ("a", "rhubarb")] {
      let asked = try await test.post(post)
      var request = ReplyRequest(
        conversation: asked.conversation, inReplyTo: asked.id,
        text: "The \(word) of @ana@fake.example. We tell you by Friday, \(word).", anyway: true)
      request.promises = [PromiseWish(words: "We tell you by Friday, \(word)")]
      let reply = try await test.desk.send(request, by: test.alicia)
      test.pass(.seconds(11))
      try await Deliveries(test).look()
      let said = try #require(try await test.reply(reply.id).delivery.post)
      _ = try await test.desk.mark(
        MistakeReport(
          post: said, words: "No \(word) at all.", said: "The \(word)", noticedBy: .ourselves),
        by: test.alicia)
      test.pass(.minutes(1))
    }
    return test
  }

  @Test func whatWasSaidToOthersInPrivateIsNobodyElses() async throws {
    let test = try await thread(.private)
    let ana = try await file(test, "a")
    // Not even where it names them.
    #expect(!ana.contains("quince") && !ana.contains("walrus"))
    #expect(ana.contains("Is mine ready?") && ana.contains("We tell you by Friday, rhubarb"))
    #expect(ana.contains("No rhubarb at all."))
    let ben = try await file(test, "b")
    #expect(!ben.contains("rhubarb") && !ben.contains("Is mine ready?"))
  }

  @Test(arguments: [Visibility.private, .public])
  func whoJoinedInHasWhatWasSaidToThem(_ visibility: Visibility) async throws {
    let test = try await thread(visibility)
    let export = try await test.desk.export(try await test.personOf("b"), by: test.lead)
    #expect(export.posts.map(\.post.text.plain).contains { $0.contains("The quince") })
    let rows = Dictionary(
      uniqueKeysWithValues: export.tables.map { ($0.name, $0.rows.count) })
    #expect(rows["replies"] == 1 && rows["promises"] == 1 && rows["mistakes"] == 1)
    let ben = try await file(test, "b")
    #expect(ben.contains("We tell you by Friday, quince") && ben.contains("No quince at all."))
    // On their own side they read the same.
    let side = try await test.desk.theirSide(try await test.visit(as: "ben"))
    #expect(side.promises.map(\.promise.words) == ["We tell you by Friday, quince"])
  }

  /// Where nobody else speaks all of it was said to them, whatever it hangs on.
  @Test func ofPrivateTalkWithOneAloneAllIsInTheirFile() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Is mine ready?", id: "a", visibility: .private)
    test.pass(.minutes(1))
    let first = try await test.write("Soon.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let ours = try #require(try await test.reply(first).delivery.post)
    _ = try await test.desk.send(
      ReplyRequest(conversation: id, inReplyTo: ours, text: "The kumquat is.", anyway: true),
      by: test.alicia)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    #expect(try await file(test, "a").contains("kumquat"))
  }
}
