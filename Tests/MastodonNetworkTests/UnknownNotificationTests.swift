import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Testing

/// Notifications of kinds and forms that nobody documents.
@Suite struct UnknownNotificationTests {
  @Test(arguments: MastodonManner.all)
  func whoNamesUsIsHeardWhateverTheKindIsCalled(_ manner: MastodonManner) async throws {
    let far = MastodonFixture(manner)
    let source = far.source("mentions")
    let quiet = far.double.post(by: far.ana, "Nothing for the shop.")
    let ours = far.double.post(by: far.shop, "A bell.")
    for kind in ["pleroma:emoji_reaction", "reaction", "follow", "poll", "admin.report", ""] {
      far.double.notify(kind, by: far.ana, to: far.shop, post: kind == "poll" ? quiet : ours)
    }
    #expect(try await far.network.listen(to: source).events == [])
    let asked = far.double.post(by: far.ana, "@shop is it blue?", isFiltered: true)
    far.double.notify("shout", by: far.ana, to: far.shop, post: asked)
    let heard = try await far.network.listen(to: source).events.posts
    #expect(heard.contains { $0.reference.remoteID == far.reference(asked).remoteID && $0.toUs })
  }

  @Test(arguments: [MastodonManner.pleroma, .akkoma])
  func whoMovesIsToldByAKindOfItsOwn(_ manner: MastodonManner) async throws {
    let far = MastodonFixture(manner)
    far.double.moves(far.ana, to: far.double.person("ana@novo.example"))
    let events = try await far.network.listen(to: far.source("mentions")).events
    let moves = events.compactMap { event -> [String]? in
      if case .moved(let from, let to) = event { [from.address, to.address] } else { nil }
    }
    #expect(moves == [["@ana@bolha.example", "@ana@novo.example"]])
  }

  private let mastodon = #"{"version":"4.5.0","api_versions":{"mastodon":7}}"#

  @Test func aServerThatOnlySaysThatItGroupsIsAskedForThePlainList() async throws {
    let server = OddServer(instance: mastodon)
    server.says("/api/v2/notifications*", #"{"error":"Not found"}"#, status: 404)
    server.says(
      "/api/v1/notifications*", #"[{"id":"1","type":"mention","status":\#(OddServer.status(2))}]"#)
    let heard = try await server.network.listen(to: server.source("mentions"))
    #expect(heard.events.posts.map(\.text.plain) == ["Post 2"])
  }

  @Test func aPostThatIsMissingBesideItsGroupIsAskedFor() async throws {
    let server = OddServer(instance: mastodon)
    server.says(
      "/api/v2/notifications*",
      """
      {"accounts":null,"statuses":[{"id":"2"}],"notification_groups":[
        {"type":"mention","most_recent_notification_id":9,"status_id":"2"},
        {"type":"mention","most_recent_notification_id":8,"status_id":"3"},
        {}, {"type":"favourite","most_recent_notification_id":7}]}
      """)
    server.says("/api/v1/statuses/2", OddServer.status(2))
    server.says("/api/v1/statuses/3", #"{"error":"Record not found"}"#, status: 404)
    let heard = try await server.network.listen(to: server.source("mentions"))
    #expect(heard.events.posts.map(\.text.plain) == ["Post 2"])
  }

  @Test func aStreamsPayloadIsReadAsTextAndAsObjectAndNoiseIsPassedOver() async throws {
    let server = OddServer()
    let text = OddServer.status(1).replacing(#"""#, with: #"\""#)
    server.wire.onMessages(
      "wss://odd.example/api/v1/streaming*",
      [
        "", "ping", "null", "[]", "{}", #"{"event":"update"}"#, #"{"event":7,"payload":7}"#,
        #"{"event":"update","payload":"not JSON"}"#, #"{"event":"update","payload":"\#(text)"}"#,
        #"{"event":"update","payload":\#(OddServer.status(2))}"#,
        #"{"event":"delete","payload":{"id":1}}"#, #"{"event":"delete","payload":1}"#,
      ])
    var heard: [RemoteEvent] = []
    let error = await #expect(throws: NetworkError.self) {
      for try await part in server.network.stream(of: server.source("home")) {
        heard += part.events
      }
    }
    #expect(error?.kind == .temporary)
    #expect(heard.posts.map(\.text.plain) == ["Post 1", "Post 2"])
    #expect(heard.last == .removed(RemoteID("https://odd.example/o/1")))
  }

  @Test func aServerThatCannotTellSeveralParentsAtOnceIsAskedOneByOne() async throws {
    let server = OddServer(instance: mastodon)
    let answers = [4, 3].map { OddServer.status($0, #""in_reply_to_id":"\#($0 - 2)""#) }
    server.says("/api/v1/timelines/*", "[\(answers.joined(separator: ","))]")
    server.says("/api/v1/statuses?id*", "", status: 405)
    for parent in [1, 2] {
      server.says("/api/v1/statuses/\(parent)", OddServer.status(parent))
    }
    let heard = try await server.network.listen(to: server.source("home"))
    #expect(
      heard.events.posts.map { $0.parent?.rawValue } == [
        "https://odd.example/o/1", "https://odd.example/o/2",
      ])
  }
}
