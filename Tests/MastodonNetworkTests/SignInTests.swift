import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MastodonNetwork

@Suite struct SignInTests {
  private let desk = DeskAddress(base: "https://desk.example", isPublic: true)

  @Test(arguments: MastodonManner.all)
  func aCodeBecomesAnAccountWithItsHouseRules(_ manner: MastodonManner) async throws {
    let far = MastodonFixture(manner)
    let step = try await far.mastodon.begin(at: "https://social.example/about", desk: desk)
    let page = try #require(step.page)
    #expect(!step.pastesCode)
    #expect(page.contains("code_challenge_method=S256"))
    let answer = try #require(far.double.press(page))
    #expect(answer.state == step.notes["state"])
    let signedIn = try await far.mastodon.finish(step, with: .code(answer.code))
    #expect(signedIn.server == "social.example")
    #expect(signedIn.handle.remoteID == RemoteID("acct:shop@social.example"))
    #expect(signedIn.credentials["id"] == far.shop)
    #expect(signedIn.offers.map(\.kind) == ["mentions", "own", "home"])
    if !manner.leavesOut {
      #expect(signedIn.houseRules == "1. Be kind.\n2. No unasked advertising.")
    }
  }

  /// The example of RFC 7636, appendix B.
  @Test func theChallengeIsTheHashOfTheVerifier() {
    #expect(
      MastodonNetwork.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
  }

  @Test func theLeastRightsAreAskedFor() async throws {
    let far = MastodonFixture()
    let page = try await far.mastodon.begin(at: "social.example", desk: desk).page ?? ""
    #expect(
      page.contains(
        "scope=read%3Aaccounts%20read%3Astatuses%20read%3Anotifications%20read%3Asearch"
          + "%20write%3Astatuses%20write%3Amedia&"))
  }

  @Test func aServerThatRefusesSmallRightsIsAskedForGreatOnes() async throws {
    var manner = MastodonManner.pleroma
    manner.knowsSmallRights = false
    let far = MastodonFixture(manner)
    let step = try await far.mastodon.begin(at: "social.example", desk: desk)
    #expect(step.notes["rights"] == "read write")
  }

  @Test func aServerThatRefusesTheRedirectShowsACode() async throws {
    let far = MastodonFixture()
    for _ in 0..<2 {
      far.double.fail(
        .post, "/api/v1/apps",
        .refusal(422, #"{"error":"Redirect URI must be an HTTPS URI"}"#, headers: [:]))
    }
    let step = try await far.mastodon.begin(
      at: "social.example", desk: DeskAddress(base: "http://desk.lan", isPublic: false))
    #expect(step.pastesCode)
    let answer = try #require(step.page.flatMap { far.double.press($0) })
    let signedIn = try await far.mastodon.finish(step, with: .code(" \(answer.code)\n"))
    #expect(signedIn.handle.address == "@shop@social.example")
  }

  @Test func aPastedTokenIsEnough() async throws {
    let far = MastodonFixture()
    let step = try await far.mastodon.begin(at: "@shop@social.example", desk: desk)
    let signedIn = try await far.mastodon.finish(step, with: .token(far.token))
    #expect(signedIn.credentials["token"] == far.token)
  }

  @Test func aCodeWorksOnceAndAWrongTokenNever() async throws {
    let far = MastodonFixture()
    let step = try await far.mastodon.begin(at: "social.example", desk: desk)
    let answer = try #require(step.page.flatMap { far.double.press($0) })
    _ = try await far.mastodon.finish(step, with: .code(answer.code))
    for wrong in [SignInAnswer.code(answer.code), .token("nonsense")] {
      let error = await #expect(throws: NetworkError.self) {
        try await far.mastodon.finish(step, with: wrong)
      }
      #expect(error?.kind == .refused)
    }
  }

  @Test(arguments: ["", "no server", "ftp://x", "example", "https://"])
  func whatIsNoServerIsSaidToBeNone(_ typed: String) async throws {
    let far = MastodonFixture()
    let error = await #expect(throws: NetworkError.self) {
      try await far.mastodon.begin(at: typed, desk: desk)
    }
    #expect(error?.kind == .refused)
    #expect(far.double.requests.isEmpty)
  }
}
