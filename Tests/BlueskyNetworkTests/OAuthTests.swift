import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import BlueskyNetwork

/// Sign-in by the account's server, against one that refuses whatever the profile of the AT Protocol forbids.
@Suite struct BlueskyOAuthTests {
  private static let desk = DeskAddress(base: "https://desk.example", isPublic: true)

  private func far() async throws -> AccountFixture {
    let far = try await AccountFixture()
    far.double.authorizes(as: far.shop)
    far.double.publish(
      far.bluesky.presentation(of: Self.desk), at: "https://desk.example/clients/bluesky.json")
    return far
  }

  private func signedIn(_ far: AccountFixture) async throws -> SignedIn {
    let step = try await far.bluesky.begin(at: "shop.example", desk: Self.desk)
    let answer = try #require(step.page.flatMap { far.double.press($0) })
    #expect(answer.state == step.notes["state"])
    #expect(answer.issuer == step.notes["issuer"])
    return try await far.bluesky.finish(step, with: .code(answer.code))
  }

  private func access(_ signedIn: SignedIn, _ keeper: Keeper? = nil) -> AccountAccess {
    AccountAccess(
      id: ID(2), server: signedIn.server, remoteID: signedIn.handle.remoteID,
      address: signedIn.handle.address, credentials: signedIn.credentials, keeper: keeper)
  }

  @Test(arguments: [desk, DeskAddress(base: "http://127.0.0.1:8080", isPublic: false)])
  func aPublicDeskAndOneAtHomeAreLetIn(_ desk: DeskAddress) async throws {
    let far = try await far()
    let step = try await far.bluesky.begin(at: "shop.example", desk: desk)
    #expect(step.takesToken)
    let page = try #require(step.page)
    #expect(!page.contains("code_challenge"), "what is asked for was pushed")
    let answer = try #require(far.double.press(page))
    let signedIn = try await far.bluesky.finish(step, with: .code(answer.code))
    #expect(signedIn.handle.remoteID == RemoteID(far.shop))
    #expect(signedIn.offers.map(\.kind) == ["mentions", "own", "messages"])
    let message = OutgoingMessage(
      key: "k", text: "By another way.", firstTriedAt: far.clock.now())
    _ = try await far.bluesky.send(message, as: access(signedIn))
    #expect(far.double.accepted.map(\.text) == ["By another way."])
  }

  @Test func aDeskWithoutAnAddressTakesAnAppPassword() async throws {
    let far = try await far()
    let step = try await far.bluesky.begin(at: "shop.example", desk: AccountFixture.lan)
    #expect(step.page == nil)
    #expect(!far.double.requests.contains { $0.address.contains("/oauth/") })
  }

  @Test func aDeskThatTheServerCannotReadTakesAnAppPassword() async throws {
    let far = try await AccountFixture()
    let step = try await far.bluesky.begin(at: "shop.example", desk: Self.desk)
    #expect(step.page == nil)
    let signedIn = try await far.bluesky.finish(step, with: .token(far.password))
    #expect(signedIn.credentials["way"] == "password")
  }

  @Test func anAppPasswordWorksInPlaceOfThePage() async throws {
    let far = try await far()
    let step = try await far.bluesky.begin(at: "shop.example", desk: Self.desk)
    let signedIn = try await far.bluesky.finish(step, with: .token(far.password))
    #expect(signedIn.credentials["way"] == "password")
    #expect(signedIn.credentials["proofKey"] == nil)
  }

  @Test func aCodeWorksOnceAndOnlyWithItsVerifierAndKey() async throws {
    let far = try await far()
    let step = try await far.bluesky.begin(at: "shop.example", desk: Self.desk)
    let answer = try #require(step.page.flatMap { far.double.press($0) })
    _ = try await far.bluesky.finish(step, with: .code(answer.code))
    for change in [[:], ["verifier": "another"], ["proofKey": ProofKey().text]] {
      var notes = step.notes
      var code = answer.code
      if !change.isEmpty {
        let fresh = try await far.bluesky.begin(at: "shop.example", desk: Self.desk)
        code = try #require(fresh.page.flatMap { far.double.press($0) }).code
        notes = Credentials(fresh.notes.all.merging(change) { $1 })
      }
      let other = SignInStep(page: nil, pastesCode: false, explanation: "", notes: notes)
      let error = await #expect(throws: NetworkError.self) {
        try await far.bluesky.finish(other, with: .code(code))
      }
      #expect(error?.kind == .refused)
    }
  }

  @Test func anotherAccountThanTheOneNamedIsRefused() async throws {
    let far = try await far()
    far.double.authorizes(as: far.ana)
    let step = try await far.bluesky.begin(at: "shop.example", desk: Self.desk)
    let answer = try #require(step.page.flatMap { far.double.press($0) })
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.finish(step, with: .code(answer.code))
    }
    #expect(error?.kind == .refused)
  }

  @Test func aNewNonceIsFollowedWithoutLoss() async throws {
    let far = try await far()
    let account = access(try await signedIn(far))
    for number in 1...3 {
      far.double.changeNonce()
      _ = try await far.bluesky.send(
        OutgoingMessage(key: "k\(number)", text: "Number \(number)", firstTriedAt: far.clock.now()),
        as: account)
    }
    #expect(far.double.accepted.count == 3)
  }

  @Test func aRefreshTokenIsUsedOnceAndItsSuccessorKept() async throws {
    let far = try await far()
    let signedIn = try await signedIn(far)
    let keeper = Keeper(signedIn.credentials)
    let account = access(signedIn, keeper)
    let source = ListeningSource(
      id: ID(1), kind: "mentions", target: "", cursor: nil, account: account)
    for _ in 0..<3 {
      let before = keeper.kept
      far.double.endTokens()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<5 { group.addTask { _ = try await far.bluesky.listen(to: source) } }
        try await group.waitForAll()
      }
      #expect(keeper.kept["refresh"] != before["refresh"])
      #expect(keeper.kept["proofKey"] == before["proofKey"])
    }
    far.double.revoke(far.shop)
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.listen(to: source)
    }
    #expect(error?.kind == .signedOut)
  }

  /// The server itself: what it would let through proves nothing.
  @Test(arguments: [
    "without a proof", "of another method", "of another address", "of another token", "old",
    "twice", "without a nonce",
  ])
  func theServerRefusesWrongProofs(_ fault: String) async throws {
    let far = try await far()
    let signedIn = try await signedIn(far)
    let token = signedIn.credentials["access"] ?? ""
    let key = try ProofKey(signedIn.credentials["proofKey"])
    let address = "https://pds.example/xrpc/app.bsky.notification.listNotifications"
    func proof(
      method: String = "GET", address: String = address, token: String = token,
      nonce: String? = "nonce-1", id: String = "0123456789abcdef", age: Duration = .zero
    ) throws -> String {
      try key.proof(
        method: method, address: address, nonce: nonce, token: token, id: id,
        at: far.clock.now() - age)
    }
    func ask(_ proof: String?) -> Int {
      var headers: [(name: String, value: String)] = [("Authorization", "DPoP " + token)]
      if let proof { headers.append(("DPoP", proof)) }
      return far.double.handle(WireRequest(.get, address, headers: headers))?.status ?? 0
    }
    switch fault {
    case "without a proof": #expect(ask(nil) == 401)
    case "of another method": #expect(ask(try proof(method: "POST")) == 401)
    case "of another address": #expect(ask(try proof(address: address + "/x")) == 401)
    case "of another token": #expect(ask(try proof(token: token + "x")) == 401)
    case "old": #expect(ask(try proof(age: .hours(1))) == 401)
    case "without a nonce": #expect(ask(try proof(nonce: nil)) == 401)
    default:
      #expect(ask(try proof()) == 200)
      #expect(ask(try proof()) == 401)
    }
  }

  @Test func aPageWithoutAPushedRequestShowsAnError() async throws {
    let far = try await far()
    let page =
      "https://pds.example/oauth/authorize?client_id=https%3A%2F%2Fdesk.example%2Fclients%2Fbluesky.json"
      + "&response_type=code&scope=atproto&state=x&code_challenge=y&code_challenge_method=S256"
    #expect(far.double.press(page) == nil)
  }

  /// The example of RFC 7636, appendix B.
  @Test func theChallengeIsTheHashOfTheVerifier() {
    #expect(
      OAuth.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
  }
}
