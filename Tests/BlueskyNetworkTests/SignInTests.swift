import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import BlueskyNetwork

@Suite struct BlueskySignInTests {
  @Test func aHandleAndAnAppPasswordBecomeAnAccount() async throws {
    let far = try await AccountFixture()
    let signedIn = try await far.signIn()
    #expect(signedIn.server == "pds.example")
    #expect(signedIn.handle.remoteID == RemoteID(far.shop))
    #expect(signedIn.handle.address == "@shop.example")
    #expect(signedIn.handle.name == "The Bell Shop")
    #expect(signedIn.offers.map(\.kind) == ["mentions", "own", "messages"])
    #expect(!signedIn.credentials.all.values.contains(far.password), "the password is not kept")
  }

  @Test func anAppPasswordWithoutPrivateMessagesOffersNone() async throws {
    let far = try await AccountFixture(messages: false)
    #expect(try await far.bluesky.capabilities(of: far.access).visibilities == [.public])
    let step = try await far.bluesky.begin(at: far.shop, desk: AccountFixture.lan)
    let signedIn = try await far.bluesky.finish(step, with: .token(far.password))
    #expect(signedIn.offers.map(\.kind) == ["mentions", "own"])
  }

  @Test(arguments: [
    "", "shop", "not a handle", "shop@pds.example", "did:plc", "https://pds.example/",
  ])
  func whatIsNoHandleIsSaidToBeNone(_ typed: String) async throws {
    let far = try await AccountFixture()
    let before = far.double.requests.count
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.begin(at: typed, desk: AccountFixture.lan)
    }
    #expect(error?.kind == .refused)
    #expect(far.double.requests.count == before)
  }

  @Test func aWrongPasswordIsRefusedAndNotARevokedRight() async throws {
    let far = try await AccountFixture()
    let step = try await far.bluesky.begin(at: "shop.example", desk: AccountFixture.lan)
    let other = far.double.appPassword(of: far.ana)
    for wrong in ["aaaa-bbbb-cccc-dddd", other, "  "] {
      let error = await #expect(throws: NetworkError.self) {
        try await far.bluesky.finish(step, with: .token(wrong))
      }
      #expect(error?.kind == .refused, "\(wrong)")
    }
  }

  @Test func nobodyIsCalledSo() async throws {
    let far = try await AccountFixture()
    let error = await #expect(throws: NetworkError.self) {
      try await far.bluesky.begin(at: "nobody.example", desk: AccountFixture.lan)
    }
    #expect(error?.kind == .gone)
  }

  /// Whoever owns a domain can point it at anybody; the account has to say the same.
  @Test func aHandleThatItsAccountDoesNotCallItselfIsNotBelieved() async throws {
    let wire = ScriptedWire()
    let did = "did:plc:eygmaihciaxprqvxpfvl6flk"
    wire.on(
      .get, "https://view.example/xrpc/com.atproto.identity.resolveHandle*",
      body: "{\"did\":\"\(did)\"}")
    wire.on(
      .get, "https://plc.example/\(did)",
      body: """
        {"id":"\(did)","alsoKnownAs":["at://real.example"],"service":[{"id":"#atproto_pds",\
        "type":"AtprotoPersonalDataServer","serviceEndpoint":"https://pds.example"}]}
        """)
    let identities = Identities(
      wire: wire, places: Places(view: "view.example", directory: "plc.example"))
    let error = await #expect(throws: NetworkError.self) {
      try await identities.identity(of: "false.example")
    }
    #expect(error?.kind == .refused)
    #expect(try await identities.identity(of: "real.example").server == "pds.example")
  }

  /// https://atproto.com/specs/handle#dns-txt-method
  @Test func aHandlesDomainSaysWhoItIsAndComesFirst() async throws {
    let (first, second) = ("did:plc:eygmaihciaxprqvxpfvl6flk", "did:plc:ewvi7nxzyoun6zhxrhs64oiz")
    let wire = ScriptedWire()
    wire.on(.get, "https://a.shop.de/.well-known/atproto-did", body: second)
    wire.on(.get, "https://view.example/*", body: "{\"did\":\"\(second)\"}")
    let records = ScriptedRecords()
    let identities = Identities(
      wire: wire, places: Places(view: "view.example", directory: "plc.example"), records: records)
    records.texts["_atproto.a.shop.de"] = ["v=spf1", "did=nonsense", "did=\(first)"]
    #expect(try await identities.did(of: "a.shop.de") == first)
    #expect(wire.requests.isEmpty)
    // Once as good as twice; several are none.
    records.texts["_atproto.a.shop.de"] = ["did=\(first)", "did=\(first)"]
    #expect(try await identities.did(of: "a.shop.de") == first)
    records.texts["_atproto.a.shop.de"] = ["did=\(first)", "did=\(second)"]
    let error = await #expect(throws: NetworkError.self) {
      try await identities.did(of: "a.shop.de")
    }
    #expect(error?.kind == .refused)
    records.texts["_atproto.a.shop.de"] = nil
    #expect(try await identities.did(of: "a.shop.de") == second)
    records.isSilent = true
    #expect(try await identities.did(of: "a.shop.de") == second)
    // Nobody's in the world's name servers.
    records.isSilent = false
    records.texts["_atproto.a.example"] = ["did=\(first)"]
    #expect(try await identities.did(of: "a.example") == second)
  }

  @Test(arguments: [
    "http://pds.example", "https://pds.example/path", "https://user@pds.example", "https://",
    "ftp://pds.example", "https://pds.example?x",
  ])
  func aServerIsAHostAlone(_ address: String) throws {
    let text = """
      {"id":"did:web:a.example","service":[{"id":"did:web:a.example#atproto_pds",\
      "type":"AtprotoPersonalDataServer","serviceEndpoint":"\(address)"}]}
      """
    let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    #expect(document.server == nil)
  }

  @Test func signInsAreCountedAsTheNetworkCounts() throws {
    let points = Points()
    let start = Instant(seconds: 1_778_000_000)
    for _ in 0..<30 { try points.signIn(of: "did:plc:a", now: start) }
    let error = #expect(throws: NetworkError.self) {
      try points.signIn(of: "did:plc:a", now: start + .seconds(60))
    }
    #expect(error?.kind == .rateLimited)
    #expect(error?.retryAfter == .seconds(240))
    try points.signIn(of: "did:plc:b", now: start)
    try points.signIn(of: "did:plc:a", now: start + .minutes(5))
  }

  @Test func writesAreCountedInPoints() throws {
    let points = Points()
    let start = Instant(seconds: 1_778_000_000)
    for _ in 0..<1_666 { try points.spend(.create, by: "did:plc:a", now: start) }
    try points.spend(.update, by: "did:plc:a", now: start)
    let error = #expect(throws: NetworkError.self) {
      try points.spend(.delete, by: "did:plc:a", now: start + .minutes(30))
    }
    #expect(error?.kind == .rateLimited)
    #expect(error?.certainlyNotSent == true)
    #expect(error?.retryAfter == .minutes(30))
    try points.spend(.create, by: "did:plc:a", now: start + .hours(1))
  }
}
