import HeedModel
import HeedNetwork
import HeedTesting
import MastodonNetwork
import Testing

@Suite struct FaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var status: Int
    var body: String
    var kind: NetworkError.Kind
    var isSure: Bool
    var testDescription: String { "\(status) \(body)" }

    init(_ status: Int, _ body: String, _ kind: NetworkError.Kind, isSure: Bool) {
      (self.status, self.body, self.kind, self.isSure) = (status, body, kind, isSure)
    }
  }

  static let cases = [
    Case(400, #"{"error":"Bad request"}"#, .refused, isSure: true),
    Case(401, "<html>Down for maintenance</html>", .temporary, isSure: true),
    Case(
      401, #"{"error":"Your login is missing a confirmed e-mail address"}"#, .refused, isSure: true),
    // Refused here, and not when asked again: no withdrawn right.
    Case(401, #"{"error":"The access token is invalid"}"#, .temporary, isSure: true),
    Case(403, #"{"error":"Your login is currently disabled"}"#, .refused, isSure: true),
    Case(403, #"{"error":"This action is outside the authorized scopes"}"#, .refused, isSure: true),
    Case(404, #"{"error":"Record not found"}"#, .gone, isSure: true),
    Case(405, "", .unsupported, isSure: true),
    Case(409, #"{"error":"Duplicate"}"#, .temporary, isSure: false),
    Case(410, "", .gone, isSure: true),
    Case(413, "", .refused, isSure: true),
    Case(422, #"{"error":"Validation failed: Text can't be blank"}"#, .refused, isSure: true),
    Case(429, #"{"error":"Too many requests"}"#, .rateLimited, isSure: true),
    Case(500, #"{"error":"Something went wrong"}"#, .temporary, isSure: false),
    Case(502, "<html></html>", .temporary, isSure: false),
    Case(503, "", .temporary, isSure: false),
    Case(504, "", .temporary, isSure: false),
    Case(302, "", .malformed, isSure: false),
    Case(200, "<html>Welcome</html>", .malformed, isSure: false),
  ]

  @Test(arguments: cases)
  func aSendThatFailsSaysWhyAndWhetherItIsSure(_ fault: Case) async throws {
    let far = MastodonFixture()
    far.double.fail(
      .post, "/api/v1/statuses", .refusal(fault.status, fault.body, headers: [:]))
    let message = OutgoingMessage(key: "k", text: "Hello.", firstTriedAt: far.clock.now())
    let error = await #expect(throws: NetworkError.self) {
      try await far.mastodon.send(message, as: far.access)
    }
    #expect(error?.kind == fault.kind)
    #expect(error?.certainlyNotSent == fault.isSure)
    #expect(error?.text.english.contains(far.token) == false)
  }

  @Test func theServersOwnWordsAreShown() async throws {
    let far = MastodonFixture()
    let long = OutgoingMessage(
      key: "k", text: String(repeating: "bell ", count: 120), firstTriedAt: far.clock.now())
    let error = await #expect(throws: NetworkError.self) {
      try await far.mastodon.send(long, as: far.access)
    }
    #expect(error?.text.english.contains("Text character limit of 500 exceeded") == true)
  }

  @Test(arguments: [
    (["Retry-After": "17"], Duration.seconds(17)),
    (["X-RateLimit-Reset": "2026-05-05T16:58:20.000Z"], .seconds(100)),
    (["Retry-After": "Tue, 05 May 2026 16:57:40 GMT"], .seconds(60)),
    ([:], .seconds(300)),
  ])
  func howLongToWaitIsReadFromTheServersHeaders(
    _ headers: [String: String], _ wait: Duration
  ) async throws {
    let far = MastodonFixture(clock: ManualClock(Instant(seconds: 1_778_000_200)))
    _ = try await far.mastodon.capabilities(of: far.access)
    far.double.fail(.get, "/api/v2/notifications", .refusal(429, "", headers: headers))
    let error = await #expect(throws: NetworkError.self) {
      try await far.mastodon.listen(to: far.source("mentions"))
    }
    #expect(error?.kind == .rateLimited)
    #expect(error?.retryAfter == wait)
  }

  @Test func aServerThatShowsNothingToStrangersSaysWhatToDo() async throws {
    let far = MastodonFixture(.gotosocial)
    let source = far.source("tag", "social.example/bells", isOurs: false)
    let error = await #expect(throws: NetworkError.self) {
      try await far.mastodon.listen(to: source)
    }
    #expect(error?.kind == .refused)
    #expect(error?.text.english.contains("Sign in with an account there") == true)
  }

  @Test func aRightWithdrawnIsAskedForTwiceBeforeItIsBelieved() async throws {
    let far = MastodonFixture()
    _ = try await far.mastodon.capabilities(of: far.access)
    far.double.revoke(far.token)
    let error = await #expect(throws: NetworkError.self) {
      try await far.mastodon.listen(to: far.source("mentions"))
    }
    #expect(error?.kind == .signedOut)
    #expect(far.double.requests.contains { $0.address.hasSuffix("verify_credentials") })
  }
}
