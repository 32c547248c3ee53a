import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import BlueskyNetwork

/// A fault is no withdrawn right, and whatever is said is the true cause.
@Suite struct BlueskyTokenTests {
  static let desk = DeskAddress(base: "https://desk.example", isPublic: true)

  private let far: AccountFixture

  init() async throws {
    far = try await AccountFixture()
    far.double.authorizes(as: far.shop)
    far.double.publish(
      far.bluesky.presentation(of: Self.desk), at: "https://desk.example/clients/bluesky.json")
  }

  private func begun(
    _ network: BlueskyNetwork? = nil
  ) async throws -> (step: SignInStep, code: String) {
    let step = try await (network ?? far.bluesky).begin(at: "shop.example", desk: Self.desk)
    return (step, try #require(step.page.flatMap { far.double.press($0) }).code)
  }

  private func account() async throws -> (access: AccountAccess, keeper: Keeper) {
    let (step, code) = try await begun()
    let signedIn = try await far.bluesky.finish(step, with: .code(code))
    let keeper = Keeper(signedIn.credentials)
    return (
      AccountAccess(
        id: ID(2), server: signedIn.server, remoteID: signedIn.handle.remoteID,
        address: signedIn.handle.address, credentials: signedIn.credentials, keeper: keeper),
      keeper
    )
  }

  private func tokens(
    _ sub: String?, kind: String? = "DPoP", scope: String? = OAuth.rights, refresh: String? = "new"
  ) -> String {
    let fields = [
      ("access_token", "fresh"), ("sub", sub), ("token_type", kind), ("scope", scope),
      ("refresh_token", refresh),
    ]
    let told = fields.compactMap { name, value in value.map { "\"\(name)\":\"\($0)\"" } }
    return "{" + told.joined(separator: ",") + "}"
  }

  private func refreshing(_ status: Int, _ body: String) async throws -> NetworkError? {
    let (access, keeper) = try await account()
    let before = keeper.kept
    far.double.endTokens()
    far.double.fail("/oauth/token", .refusal(status, body, headers: [:]))
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.send(
        OutgoingMessage(key: "k", text: "Hello.", firstTriedAt: far.clock.now()), as: access)
    }
    #expect(error?.certainlyNotSent == true)
    #expect(keeper.kept == before, "what is kept is kept")
    return error
  }

  @Test func anExchangeWithoutAnOwnerOrAKindIsAFault() async throws {
    for body in [
      tokens(nil), tokens(far.shop, kind: nil), tokens(far.shop, kind: "Bearer"), "{}", "<html>",
    ] {
      #expect(try await refreshing(200, body)?.kind == .malformed, "\(body)")
    }
  }

  @Test func anExchangeForSomebodyElseEndsTheSignIn() async throws {
    #expect(try await refreshing(200, tokens(far.ana))?.kind == .signedOut)
  }

  @Test(arguments: [
    (400, #"{"error":"invalid_client"}"#), (400, #"{"error":"invalid_request"}"#), (403, "<html>"),
    (401, #"{"error":"invalid_client","error_description":"metadata cannot be read"}"#), (404, ""),
    (400, #"{"error":"invalid_dpop_proof"}"#),
  ])
  func aRefusedExchangeIsNoReasonToGiveAReplyUp(_ status: Int, _ body: String) async throws {
    #expect(try await refreshing(status, body)?.kind == .temporary)
  }

  @Test func onlyAnInvalidGrantEndsTheSignIn() async throws {
    #expect(try await refreshing(400, #"{"error":"invalid_grant"}"#)?.kind == .signedOut)
  }

  /// The same with an app password.
  @Test func aRefusedExchangeOfAnAppPasswordPassesToo() async throws {
    var access = far.access
    access.keeper = Keeper(access.credentials)
    far.double.endTokens()
    far.double.fail(
      "/xrpc/com.atproto.server.refreshSession",
      .refusal(400, #"{"error":"InvalidRequest","message":"Bad request"}"#, headers: [:]))
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.send(
        OutgoingMessage(key: "k", text: "Hello.", firstTriedAt: far.clock.now()), as: access)
    }
    #expect(error?.kind == .temporary)
  }

  private func finishing(_ body: String) async throws -> NetworkError? {
    let (step, code) = try await begun()
    far.double.fail("/oauth/token", .refusal(200, body, headers: [:]))
    return await #expect(throws: NetworkError.self) {
      try await far.bluesky.finish(step, with: .code(code))
    }
  }

  @Test func aSignInSaysWhatItLacks() async throws {
    for scope in ["atproto", "atproto transition:chat.bsky"] {
      let error = try await finishing(tokens(far.shop, scope: scope))
      #expect(error?.kind == .refused)
      #expect(error?.text.english.contains("transition:generic") == true)
    }
    let other = try await finishing(tokens(far.ana))
    #expect(other?.text.english.contains("another account") == true)
    for body in [tokens(nil), tokens(far.shop, refresh: nil), tokens(far.shop, kind: "Bearer")] {
      let error = try await finishing(body)
      #expect(error?.kind == .malformed, "\(body)")
      #expect(error?.text.english.contains("another account") == false)
    }
  }

  @Test func aHandleThatLeadsNowhereDoesNotKeepADIDOut() async throws {
    far.double.fail(
      "/.well-known/atproto-did", .refusal(404, "", headers: [:]))
    for fault in [
      BlueskyDouble.Fault.refusal(400, #"{"error":"InvalidRequest"}"#, headers: [:]),
      .refusal(503, "", headers: [:]), .cutBefore,
    ] {
      far.double.fail("/xrpc/com.atproto.identity.resolveHandle", fault)
      let step = try await far.bluesky.begin(at: far.shop, desk: AccountFixture.lan)
      let signedIn = try await far.bluesky.finish(step, with: .token(far.password))
      #expect(signedIn.handle.remoteID == RemoteID(far.shop))
      #expect(signedIn.handle.address == far.shop)
    }
  }

  /// A domain that names several accounts is nobody's handle; whose DID it is stays.
  @Test func aHandleOfSeveralAccountsDoesNotKeepADIDOut() async throws {
    let did = "did:plc:eygmaihciaxprqvxpfvl6flk"
    let wire = ScriptedWire()
    wire.on(
      .get, "https://plc.example/\(did)",
      body: """
        {"id":"\(did)","alsoKnownAs":["at://a.shop.de"],"service":[{"id":"#atproto_pds",\
        "type":"AtprotoPersonalDataServer","serviceEndpoint":"https://pds.example"}]}
        """)
    let records = ScriptedRecords()
    records.texts["_atproto.a.shop.de"] = ["did=\(did)", "did=did:plc:ewvi7nxzyoun6zhxrhs64oiz"]
    let identities = Identities(
      wire: wire, places: Places(view: "view.example", directory: "plc.example"), records: records)
    let identity = try await identities.identity(of: did)
    #expect(identity.handle == nil && identity.server == "pds.example")
  }

  @Test(arguments: [
    BlueskyDouble.Fault.refusal(503, "<html>", headers: [:]), .refusal(500, "{}", headers: [:]),
    .refusal(429, "{}", headers: [:]), .cutBefore, .refusal(201, "{}", headers: [:]),
    .refusal(400, #"{"error":"invalid_client_metadata"}"#, headers: [:]),
  ])
  func aServerThatCannotSignPeopleInStillTakesAnAppPassword(
    _ fault: BlueskyDouble.Fault
  ) async throws {
    far.double.fail("/oauth/par", fault)
    let step = try await far.bluesky.begin(at: "shop.example", desk: Self.desk)
    #expect(step.page == nil)
    let signedIn = try await far.bluesky.finish(step, with: .token(far.password))
    #expect(signedIn.handle.remoteID == RemoteID(far.shop))
  }

  @Test(arguments: [Duration.hours(1), .zero - .hours(1), .days(400)])
  func aClockThatGoesWrongKeepsNobodyOut(_ wrong: Duration) async throws {
    let clock = ManualClock(far.clock.now() + wrong)
    let network = BlueskyNetwork(
      wire: BlueskyWire(far.double), clock: clock, randomness: SeededRandomness(seed: 3),
      jetstream: [])
    let (step, code) = try await begun(network)
    let signedIn = try await network.finish(step, with: .code(code))
    let access = AccountAccess(
      id: ID(2), server: signedIn.server, remoteID: signedIn.handle.remoteID,
      address: signedIn.handle.address, credentials: signedIn.credentials)
    let before = far.double.requests.count
    _ = try await network.send(
      OutgoingMessage(key: "k", text: "Hello.", firstTriedAt: clock.now()), as: access)
    let answers = far.double.requests.count - before
    #expect(far.double.accepted.count == 1)
    #expect(answers < 5, "what is known of its clock is kept")
  }

  @Test(arguments: [Duration.hours(1), .zero - .hours(1)])
  func aLimitIsMeasuredByTheServersClock(_ wrong: Duration) throws {
    let theirs = far.clock.now()
    let response = WireResponse(
      status: 429,
      headers: [
        ("Date", theirs.headerDate),
        ("RateLimit-Reset", String((theirs + .seconds(90)).milliseconds / 1_000)),
      ], body: [], address: "https://pds.example")
    #expect(Fault.wait(response, theirs + wrong) == .seconds(90))
  }
}
