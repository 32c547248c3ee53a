import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization
import Testing

@testable import MailNetwork

/// Mailboxes that are opened by tokens which end.
@Suite struct TokenTests {
  private static let endpoint = "https://accounts.example/token"

  /// Keeps credentials as the desk does: a new one only in the place of the one that it was exchanged for.
  private final class Keeper: CredentialKeeping {
    private let kept: Mutex<Credentials>
    init(_ kept: Credentials) { self.kept = Mutex(kept) }
    func current() -> Credentials { kept.withLock { $0 } }
    func replace(_ old: Credentials, by new: Credentials) -> Credentials {
      kept.withLock { kept in
        if kept == old { kept = new }
        return kept
      }
    }
  }

  private struct Far {
    let clock = ManualClock()
    let wire = ScriptedWire()
    let double: MailDouble
    let mail: MailNetwork
    let refresh = "refresh-" + UUID().uuidString

    init() {
      double = MailDouble(password: UUID().uuidString, clock: clock)
      mail = MailNetwork(wire: wire, connections: double, clock: clock)
    }

    var pasted: String {
      """
      {"type": "authorized_user", "client_id": "desk", "client_secret": "s", "refresh_token": "\(refresh)", \
      "token_uri": "\(TokenTests.endpoint)"}
      """
    }

    /// The provider gives this token from now on, and the mailbox takes it alone.
    func gives(_ token: String, refresh: String? = nil, life: Int = 3600, times: Int = .max) {
      let more = refresh.map { ",\"refresh_token\":\"\($0)\"" } ?? ""
      wire.on(
        .post, TokenTests.endpoint, times: times,
        body:
          "{\"access_token\":\"\(token)\",\"expires_in\":\(life),\"token_type\":\"Bearer\"\(more)}")
    }

    func signIn() async throws -> (access: AccountAccess, keeper: Keeper) {
      let step = try await mail.begin(
        at: "help@shop.example,imap.shop.example,smtp.shop.example",
        desk: DeskAddress(base: "https://desk.example", isPublic: true))
      let signedIn = try await mail.finish(step, with: .token(pasted))
      let keeper = Keeper(signedIn.credentials)
      return (
        AccountAccess(
          id: ID(1), server: signedIn.server, remoteID: signedIn.handle.remoteID,
          address: signedIn.handle.address, credentials: signedIn.credentials, keeper: keeper),
        keeper
      )
    }

    func listen(_ access: AccountAccess) async throws -> Heard {
      try await mail.listen(
        to: ListeningSource(
          id: ID(1), kind: "inbox", target: access.address, cursor: nil, account: access))
    }
  }

  @Test func aTokenIsRenewedBeforeItEndsAndTheNewOneIsKept() async throws {
    let far = Far()
    far.double.accepts(token: "first")
    far.gives("first", times: 1)
    far.gives("second", refresh: "rotated", times: 1)
    let (access, keeper) = try await far.signIn()
    _ = try await far.listen(access)
    #expect(far.wire.requests.count == 1, "a token that holds is not exchanged")
    far.clock.advance(by: .minutes(56))
    far.double.accepts(token: "second")
    _ = try await far.listen(access)
    #expect(keeper.current()["password"] == "second")
    #expect(keeper.current()["refresh"] == "rotated")
    // Whoever still has the old one looks at what is kept by now.
    _ = try await far.listen(access)
    #expect(far.wire.requests.count == 2)
    let form = String(decoding: far.wire.requests[1].body, as: UTF8.self)
    #expect(form.contains("grant_type=refresh_token") && form.contains("client_id=desk"))
  }

  @Test func aTokenThatIsRefusedEarlyIsExchangedOnce() async throws {
    let far = Far()
    far.double.accepts(token: "first")
    far.gives("first", times: 1)
    far.gives("second", times: 1)
    let (access, keeper) = try await far.signIn()
    far.double.accepts(token: "second")
    _ = try await far.listen(access)
    #expect(keeper.current()["password"] == "second")
    // The provider left the refresh token out: the old one stays.
    #expect(keeper.current()["refresh"] == far.refresh)
  }

  @Test(arguments: [
    (500, "<html>Oops"), (503, ""), (400, "<html>Please sign in</html>"),
    (401, "<html>Please sign in</html>"), (403, #"{"error":"access_denied"}"#),
    (400, #"{"error":"temporarily_unavailable"}"#), (200, #"{"access_token":""}"#),
    (200, #"{"token_type":"Bearer"}"#), (200, "<html>"), (200, #"{"access_token":" "}"#),
  ])
  func nothingThatPassesEndsTheSignInOrOverwritesTheToken(_ status: Int, _ body: String)
    async throws
  {
    let far = Far()
    far.double.accepts(token: "first")
    far.gives("first", times: 1)
    let (access, keeper) = try await far.signIn()
    let before = keeper.current()
    far.clock.advance(by: .hours(2))
    far.wire.on(.post, Self.endpoint, status: status, body: body)
    let error = await #expect(throws: NetworkError.self) { try await far.listen(access) }
    #expect(error?.kind == .temporary)
    #expect(keeper.current() == before)
  }

  @Test func aProviderThatAsksForPatienceIsGivenIt() async throws {
    let far = Far()
    far.double.accepts(token: "first")
    far.gives("first", times: 1)
    let (access, _) = try await far.signIn()
    far.clock.advance(by: .hours(2))
    far.wire.on(.post, Self.endpoint, status: 429, headers: [("Retry-After", "40")])
    let error = await #expect(throws: NetworkError.self) { try await far.listen(access) }
    #expect(error?.kind == .rateLimited)
    #expect(error?.retryAfter == .seconds(40))
  }

  @Test(arguments: ["invalid_grant", "invalid_client", "unauthorized_client"])
  func aRightThatIsGoneIsSaidWithItsCause(_ code: String) async throws {
    let far = Far()
    far.double.accepts(token: "first")
    far.gives("first", times: 1)
    let (access, keeper) = try await far.signIn()
    let before = keeper.current()
    far.clock.advance(by: .hours(2))
    far.wire.on(
      .post, Self.endpoint, status: 400,
      body: "{\"error\":\"\(code)\",\"error_description\":\"Token has been expired or revoked.\"}")
    let error = await #expect(throws: NetworkError.self) { try await far.listen(access) }
    #expect(error?.kind == .signedOut)
    #expect(error?.text.english.contains("expired or revoked") == true)
    #expect(error?.text.english.contains(far.refresh) == false)
    #expect(keeper.current() == before)
  }

  @Test(arguments: [
    #"{"client_id":"a","refresh_token":"b"}"#,
    #"{"client_id":"a","token_uri":"https://x.example/"}"#,
    #"{"client_id":"a","refresh_token":"b","token_uri":"http://x.example/"}"#,
    #"{"client_id":"","refresh_token":"b","token_uri":"https://x.example/"}"#,
  ])
  func whatRenewsNothingIsRefusedInWords(_ text: String) {
    let error = #expect(throws: NetworkError.self) { try TokenGrant(pasted: text) }
    #expect(error?.kind == .refused)
    #expect(error?.text.english.contains("refresh_token") == true)
  }

  @Test(arguments: ["a password", "{not json}", "{", "[]", "Bearer abc"])
  func passwordsAreNoJSON(_ text: String) throws {
    #expect(try TokenGrant(pasted: text) == nil)
  }
}
