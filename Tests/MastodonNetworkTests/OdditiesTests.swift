import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Testing

/// Answers as single servers give them. Written from published documentation and issue threads,
/// not recorded.
@Suite struct OdditiesTests {
  private func heard(_ statuses: String, instance: String = #"{"version":"4.5.0"}"#) async throws
    -> [RemotePost]
  {
    let wire = ScriptedWire()
    let base = "https://odd.example"
    wire.on(.get, base + "/api/v2/instance", body: instance)
    wire.on(.get, base + "/api/v1/instance", body: instance)
    wire.on(.get, base + "/api/v1/timelines/public*", body: statuses)
    let network = MastodonNetwork(
      wire: wire, clock: ManualClock(), publicServers: [], randomness: SeededRandomness())
    let source = ListeningSource(id: ID(1), kind: "local", target: "odd.example", cursor: nil)
    return try await network.listen(to: source).events.posts
  }

  private let account = #""account":{"id":"7","username":"ana","acct":"ana","note":null}"#

  @Test func aStatusThatMakesNoSenseCostsItselfAndNotThePage() async throws {
    let posts = try await heard(
      """
      [{"id":"1"}, 7, null, {"id":2,"uri":"https://odd.example/o/2",\(account),"content":"<p>two"}]
      """)
    #expect(posts.map(\.text.plain) == ["two"])
    #expect(posts.first?.reference.local == "odd.example/2")
  }

  @Test func anEmptyStatusWithoutAnythingIsStillAPost() async throws {
    // https://github.com/pixelfed/pixelfed/issues/5364
    let posts = try await heard(
      """
      [{"id":"1","uri":"https://odd.example/o/1",\(account),"content":null,"mentions":null,
        "media_attachments":[{"id":9,"type":"image","url":null,"remote_url":"https://cdn.example/9.png",
        "description":null}]}]
      """)
    #expect(posts.map(\.text.isEmpty) == [true])
    #expect(posts.first?.media.map(\.address) == ["https://cdn.example/9.png"])
    #expect(posts.first?.author.address == "@ana@odd.example")
  }

  @Test func customPicturesAmongTheWordsStayAsTheirNames() async throws {
    let posts = try await heard(
      """
      [{"id":"1","uri":"https://odd.example/o/1",\(account),"content":"<p>Good :blobcat:</p>",
        "emojis":[{"shortcode":"blobcat","url":"https://odd.example/blobcat.png"}]}]
      """)
    #expect(posts.map(\.text.plain) == ["Good :blobcat:"])
  }

  @Test func theDomainOfAddressesIsTheServersOwnWord() async throws {
    let posts = try await heard(
      #"[{"id":"1","uri":"https://odd.example/o/1",\#(account),"content":"<p>x</p>"}]"#,
      instance: #"{"version":"4.5.0","domain":"Bells.example"}"#)
    #expect(posts.map(\.author.remoteID) == [RemoteID("acct:ana@bells.example")])
  }

  @Test(arguments: [
    (#""quote":{"state":"accepted","quoted_status":{"id":"5","uri":"https://q.example/5","account":{"id":"1","acct":"b@q.example"}}}"#),
    (#""quote":{"id":"5","uri":"https://q.example/5","account":{"id":"1","acct":"b@q.example"}}"#),
  ])
  func aQuoteIsReadInBothItsForms(_ quote: String) async throws {
    let posts = try await heard(
      #"[{"id":"1","uri":"https://odd.example/o/1",\#(account),"content":"<p>x</p>",\#(quote)}]"#)
    #expect(posts.map(\.quoted) == [RemoteID("https://q.example/5")])
  }

  @Test(arguments: [
    ("2026-05-05T16:56:40.123Z", 1_778_000_200_123), ("2026-05-05T16:56:40Z", 1_778_000_200_000),
    ("2026-05-05T16:56:40.123456+00:00", 1_778_000_200_123),
    ("2026-05-05T18:56:40+02:00", 1_778_000_200_000), ("2026-05-05", 1_777_939_200_000),
    ("2000-02-29T00:00:00Z", 951_782_400_000),
  ])
  func timesAreReadInAllTheirForms(_ text: String, _ milliseconds: Int64) async throws {
    let posts = try await heard(
      """
      [{"id":"1","uri":"https://odd.example/o/1",\(account),"content":"","created_at":"\(text)"}]
      """)
    #expect(posts.map(\.publishedAt.milliseconds) == [milliseconds])
  }

  @Test(arguments: ["{}", "[]", "null", "<html>", "", #"{"error":"x"}"#])
  func whatIsNotThisAPIIsSaidToBeSomethingElse(_ instance: String) async throws {
    let error = await #expect(throws: NetworkError.self) {
      try await heard("[]", instance: instance)
    }
    #expect(error?.kind == .unsupported)
  }

  struct Told: Sendable, CustomTestStringConvertible {
    var instance: String
    var length: Capabilities.Length
    var keyLife: Duration?
    var canEdit: Bool
    var testDescription: String { instance }
  }

  static let told = [
    Told(
      instance:
        #"{"domain":"x","version":"4.5.1","configuration":{"statuses":{"max_characters":1000,"characters_reserved_per_url":30}}}"#,
      length: .graphemes(limit: 1000, address: 30), keyLife: .minutes(55), canEdit: true),
    Told(
      instance: #"{"version":"3.4.6"}"#, length: .graphemes(limit: 500, address: 23),
      keyLife: .minutes(55), canEdit: false),
    Told(
      instance: #"{"version":"4.4.0+glitch","max_toot_chars":"5000"}"#,
      length: .graphemes(limit: 5000, address: 23), keyLife: .minutes(55), canEdit: true),
    Told(
      instance:
        #"{"version":"0.17.4","source_url":"https://github.com/superseriousbusiness/gotosocial"}"#,
      length: .scalars(limit: 500, address: nil), keyLife: nil, canEdit: false),
    Told(
      instance: #"{"version":"2.7.2 (compatible; Akkoma 3.15.2)","max_toot_chars":5000}"#,
      length: .graphemes(limit: 5000, address: nil), keyLife: .minutes(55), canEdit: true),
    Told(
      instance: #"{"version":"2.8.0 (compatible; Friendica 2025.07)"}"#,
      length: .scalars(limit: 500, address: nil), keyLife: nil, canEdit: true),
    Told(
      instance: #"{"version":"4.0.0 (compatible; Somethingelse 1.0)"}"#,
      length: .scalars(limit: 500, address: nil), keyLife: nil, canEdit: true),
  ]

  @Test(arguments: told)
  func whatAServerCanDoIsReadFromWhatItTells(_ told: Told) async throws {
    let wire = ScriptedWire()
    wire.on(.get, "https://odd.example/api/v2/instance", status: 404)
    wire.on(.get, "https://odd.example/api/v1/instance", body: told.instance)
    let network = MastodonNetwork(
      wire: wire, clock: ManualClock(), publicServers: [], randomness: SeededRandomness())
    let account = AccountAccess(
      id: ID(1), server: "odd.example", remoteID: RemoteID("acct:shop@odd.example"),
      address: "@shop@odd.example", credentials: Credentials(["token": "t", "id": "1"]))
    let can = try await network.capabilities(of: account)
    #expect(can.length == told.length)
    #expect(can.keyLife == told.keyLife)
    #expect(can.canEdit == told.canEdit)
    _ = try await network.capabilities(of: account)
    #expect(wire.requests.count == 2, "asked once and remembered")
  }
}
