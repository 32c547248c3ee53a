import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork

/// A server that answers with exactly what a test wrote. Such answers are written from published
/// documentation and issue threads, or made up to be hostile; none is recorded.
struct OddServer {
  let wire = ScriptedWire()
  let clock = ManualClock(Instant(seconds: 1_778_000_200))
  let network: MastodonNetwork
  static let base = "https://odd.example"

  /// - Parameter status: of the answer about itself; 404 where only the first version of that is there.
  init(
    instance: String = #"{"version":"4.0.0 (compatible; Somethingelse 1.0)"}"#, status: Int = 200
  ) {
    network = MastodonNetwork(
      wire: wire, clock: clock, publicServers: [], randomness: SeededRandomness())
    wire.on(.get, Self.base + "/api/v2/instance", status: status, body: instance)
  }

  @discardableResult
  func says(
    _ path: String, _ body: String, status: Int = 200, headers: [String: String] = [:],
    method: WireRequest.Method = .get, times: Int = .max
  ) -> OddServer {
    wire.on(
      method, Self.base + path, times: times, status: status,
      headers: headers.map { (name: $0.key, value: $0.value) }, body: body)
    return self
  }

  var access: AccountAccess {
    AccountAccess(
      id: ID(1), server: "odd.example", remoteID: RemoteID("acct:shop@odd.example"),
      address: "@shop@odd.example", credentials: Credentials(["token": "s3cret", "id": "1"]))
  }

  func source(_ kind: String) -> ListeningSource {
    ListeningSource(
      id: ID(1), kind: kind, target: "odd.example", cursor: nil,
      account: kind == "local" ? nil : access)
  }

  /// What a list of these statuses brings.
  static func heard(_ statuses: String, as kind: String = "local") async throws -> [RemotePost] {
    let server = OddServer()
    server.says("/api/v1/timelines/*", statuses)
    return try await server.network.listen(to: server.source(kind)).events.posts
  }

  /// A whole status, and what a test adds to it or puts in place of it.
  static func status(_ id: Int, _ fields: String = "") -> String {
    let whole = #""uri":"https://odd.example/o/\#(id)","created_at":"2026-05-05T16:56:40Z""#
    let author = #""account":{"id":"7","username":"ana","acct":"ana"}"#
    // Where a name stands twice the first one counts.
    let more = fields.isEmpty ? "" : fields + ","
    return #"{\#(more)"id":"\#(id)",\#(whole),\#(author),"content":"<p>Post \#(id)</p>"}"#
  }
}
