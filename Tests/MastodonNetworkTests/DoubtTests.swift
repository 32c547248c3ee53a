import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Testing

/// When nobody knows whether a message went out: what must never be called absent.
@Suite struct DoubtTests {
  private func find(
    _ own: String, headers: [String: String] = [:], after: Duration = .hours(2)
  ) async throws -> Found {
    let server = OddServer()
    server.says("/api/v1/accounts/1/statuses*", own, headers: headers)
    let message = OutgoingMessage(
      key: "k", text: "We mended it.", firstTriedAt: server.clock.now() - after)
    return try await server.network.find(message, as: server.access)
  }

  private func ours(_ fields: String) -> String {
    "[" + OddServer.status(5, fields + #","content":"<p>We mended it.</p>""#) + "]"
  }

  @Test(arguments: [
    // The proxy's clock is ten minutes ahead of the one that dated the post.
    (#""created_at":"2026-05-05T14:56:40Z""#, ["Date": "Tue, 05 May 2026 17:06:40 GMT"]),
    // The server is ten minutes behind, and says so.
    (#""created_at":"2026-05-05T14:46:40Z""#, ["Date": "Tue, 05 May 2026 16:46:40 GMT"]),
    // It is behind, and says nothing.
    (#""created_at":"2026-05-05T14:40:00Z""#, [:]),
    (#""created_at":"no time at all""#, [:]), (#""created_at":null"#, [:]),
  ])
  func clocksThatDifferMakeNoDouble(_ fields: String, _ headers: [String: String]) async throws {
    guard case .there = try await find(ours(fields), headers: headers) else {
      Issue.record("it is there")
      return
    }
  }

  @Test(arguments: [
    "null", #"[{"id":"9","account":null}]"#, "[null]", #"{"0":{"id":"9"}}"#,
  ])
  func aListThatCannotBeReadWholeProvesNothing(_ own: String) async throws {
    guard case .cannotTell = try await find(own) else {
      Issue.record("nobody can tell")
      return
    }
  }

  @Test func aListThatIsReadWholeProvesThatItIsAbsent() async throws {
    guard case .absent = try await find("[\(OddServer.status(5))]") else {
      Issue.record("it is absent")
      return
    }
  }

  @Test func anAnswerToWhatIsGoneIsGivenBackEvenWhereTheServerWouldTakeIt() async throws {
    let far = MastodonFixture(.takahe)
    let asked = far.double.post(by: far.ana, "@shop open?")
    let reference = far.reference(asked)
    far.double.delete(asked)
    let message = OutgoingMessage(
      key: "k", text: "Till nine.", inReplyTo: reference, firstTriedAt: far.clock.now())
    let error = await #expect(throws: NetworkError.self) {
      try await far.mastodon.send(message, as: far.access)
    }
    #expect(error?.kind == .gone)
    #expect(error?.certainlyNotSent == true)
    #expect(far.double.accepted.isEmpty)
  }

  @Test func aSearchThatFindsSomethingElseFoundNothing() async throws {
    let far = MastodonFixture(.friendica)
    far.double.post(by: far.ana, "Some other post.")
    let elsewhere = RemoteReference(
      remoteID: RemoteID("https://q.example/5"), address: "https://q.example/5")
    let message = OutgoingMessage(
      key: "k", text: "Till nine.", inReplyTo: elsewhere, firstTriedAt: far.clock.now())
    let error = await #expect(throws: NetworkError.self) {
      try await far.mastodon.send(message, as: far.access)
    }
    #expect(error?.kind == .gone)
    #expect(far.double.accepted.isEmpty)
  }
}
