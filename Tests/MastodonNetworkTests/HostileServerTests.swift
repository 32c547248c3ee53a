import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MastodonNetwork

/// A server that means harm, or that somebody took over.
@Suite struct HostileServerTests {
  @Test(arguments: ["..", ".", "a\\r\\nHost: x", "a b", "\\u0000", "\\u007f", ""])
  func anIdThatIsNoneIsLeftAside(_ id: String) async throws {
    let posts = try await OddServer.heard(
      "[\(OddServer.status(2)),\(OddServer.status(9, #""id":"\#(id)""#))]")
    #expect(posts.map(\.text.plain) == ["Post 2"])
  }

  @Test func anEndlessIdIsLeftAside() async throws {
    let id = String(repeating: "9", count: 100_000)
    let posts = try await OddServer.heard(
      "[\(OddServer.status(2)),\(OddServer.status(9, #""id":"\#(id)""#))]")
    #expect(posts.count == 1)
  }

  @Test(arguments: ["../../oauth/revoke", "1/favourite", "1?x=y#z", "%2e%2e%2f", "ä/ö"])
  func anIdStaysOnePartOfAnAddress(_ id: String) async throws {
    let server = OddServer()
    server.says("/api/v1/timelines/*", "[\(OddServer.status(2, #""id":"\#(id)""#))]")
    let heard = try await server.network.listen(to: server.source("home"))
    let reference = try #require(heard.events.posts.first).reference
    #expect(LocalID(reference.local)?.server == "odd.example")
    #expect(LocalID(reference.local)?.id == id)
    _ = try? await server.network.recheck([reference], as: server.access)
    let asked = try #require(server.wire.requests.last?.address)
    let path = asked.dropFirst((OddServer.base + "/api/v1/statuses/").count)
    #expect(asked.hasPrefix(OddServer.base + "/api/v1/statuses/"))
    #expect(!path.contains("/") && !path.contains("?") && !path.contains("#"))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd",
    "//evil.example/x.png", "https://odd.example/x y", "https://odd.example/\\u000ax",
    "vbscript:x", " https://odd.example/x", "blob:https://odd.example/1",
  ])
  func picturesAndPagesAreAddressesOfTheWeb(_ address: String) async throws {
    let account =
      #""account":{"id":"7","acct":"ana","url":"\#(address)","avatar":"\#(address)","avatar_static":"\#(address)"}"#
    let posts = try await OddServer.heard(
      """
      [\(OddServer.status(
        2, #""url":"\#(address)","media_attachments":[{"id":1,"url":"\#(address)","preview_url":"\#(address)"}],\#(account)"#))]
      """)
    let post = try #require(posts.first)
    #expect(post.author.picture == nil)
    #expect(post.author.page == nil)
    #expect(post.media == [])
    #expect(post.reference.address == "https://odd.example/o/2", "its name, as the next best")
  }

  @Test(arguments: [
    "ana we are liars", "ana\\nwe are liars", "ana\\u2028liars", "ana\\u0000", "ana\\u00a0liars",
    "ana\\u202e", "\\u2066ana", "an\\u200ba", "ana\\u3164", "ana\\ufeff",
  ])
  func aNamePutsNoWordsIntoOurMouth(_ acct: String) async throws {
    let posts = try await OddServer.heard(
      "[\(OddServer.status(2)),\(OddServer.status(9, #""account":{"id":"7","acct":"\#(acct)"}"#))]")
    #expect(posts.count == 1)
  }

  @Test func namesWithoutEndAreCutAndDeepNestsAreRefused() async throws {
    let long = String(repeating: "x", count: 200_000)
    let posts = try await OddServer.heard(
      "[\(OddServer.status(2, #""account":{"id":"7","acct":"ana","display_name":"\#(long)"}"#))]")
    #expect(posts.first?.author.name.count == 200)
    let author = #""account":{"id":"7","acct":"ana"}"#
    for field in ["reblog", "quote", "pleroma"] {
      let deep = 150
      let open = String(repeating: #"{"id":"1",\#(author),"\#(field)":"#, count: deep)
      let nest = open + "null" + String(repeating: "}", count: deep)
      _ = try await OddServer.heard("[\(nest)]")
    }
    await #expect(throws: NetworkError.self) {
      try await OddServer.heard(String(repeating: "[", count: 100_000))
    }
  }

  @Test func whatIsShownOfSomebodyTurnsAndBreaksNothingOfOurs() async throws {
    let marks = String(repeating: "\\u0301", count: 100_000)
    let posts = try await OddServer.heard(
      """
      [\(OddServer.status(2, #""spoiler_text":"\u202ea\nb\u0007","account":{"id":"7","acct":"ana","display_name":"\u202eAna\r\nBcc: x\u2066"}"#)),\
      \(OddServer.status(3, #""account":{"id":"8","acct":"bo","display_name":"\u200b\u202e\u3164"}"#)),\
      \(OddServer.status(4, #""account":{"id":"9","acct":"cy","display_name":"a\#(marks)"}"#))]
      """)
    let byID = Dictionary(uniqueKeysWithValues: posts.map { ($0.author.address, $0) })
    let ana = try #require(byID["@ana@odd.example"])
    #expect(ana.author.name == "Ana Bcc: x\u{2066}\u{2069}")
    #expect(ana.warning == "a b")
    #expect(byID["@bo@odd.example"]?.author.name == "", "nothing to see")
    #expect((byID["@cy@odd.example"]?.author.name.utf8.count ?? .max) <= 1000)
  }

  @Test func aNameOfAnotherServersUnseenPostCannotBeTaken() async throws {
    let posts = try await OddServer.heard(
      "[\(OddServer.status(2, #""uri":"unseen:good.example/5""#))]")
    #expect(posts.map(\.reference.remoteID) == [RemoteID("unseen:odd.example/2")])
  }

  @Test(arguments: [
    ("wss://streaming.odd.example", true), ("wss://odd.example:4000", true),
    ("https://odd.example", true), ("wss://evil.example", false), ("wss://notodd.example", false),
    ("wss://odd.example.evil.example", false), ("wss://127.0.0.1", false),
    ("wss://odd.example@evil.example", false), ("javascript:x", false),
  ])
  func theRightGoesToNoOtherHouseWithTheStream(_ told: String, _ isTaken: Bool) async throws {
    let server = OddServer(
      instance: #"{"version":"4.5.0","configuration":{"urls":{"streaming":"\#(told)"}}}"#)
    do { for try await _ in server.network.stream(of: server.source("home")) {} } catch {}
    let streams = server.wire.requests.filter { $0.address.contains("/api/v1/streaming") }
    #expect(!streams.isEmpty)
    for request in streams {
      let host = request.address.split(separator: "/").dropFirst().first ?? ""
      #expect(
        host == "odd.example" || isTaken && host.hasSuffix("odd.example")
          || host.hasPrefix("odd.example:"))
    }
  }

  @Test(arguments: [
    ("streaming.a.example", "a.example", true), ("streaming.a.example", "social.a.example", true),
    ("b.example", "a.example", false), ("a.example", "example", false),
    ("127.0.0.2", "127.0.0.1", false), ("127.0.0.1:81", "127.0.0.1:80", true),
  ])
  func aHouseIsADomain(_ told: String, _ own: String, _ isOne: Bool) {
    #expect(StreamHost.isOfOneHouse(told, own) == isOne)
  }

  @Test(arguments: [
    (["Retry-After": "-7"], Duration.seconds(1)), (["Retry-After": "1.5"], .seconds(2)),
    (["Retry-After": "99999999999999999999"], .seconds(86400)),
    (["Retry-After": "Wed, 01 Jan 2200 00:00:00 GMT"], .days(1)),
    (["Retry-After": "Tue, 05 May 2026 16:00:00 GMT"], .seconds(1)),
    (["Retry-After": "soon"], .seconds(300)), (["Retry-After": "nan"], .seconds(300)),
    (["X-RateLimit-Reset": "1778000300"], .seconds(100)),
    (["X-RateLimit-Reset": "45"], .seconds(45)),
    (["Retry-After": "Tue, 05 May 2026 16:57:40 GMT", "Date": "nonsense"], .seconds(60)),
  ])
  func aWaitIsNeverNothingAndNeverForEver(_ headers: [String: String], _ wait: Duration)
    async throws
  {
    let server = OddServer()
    server.says("/api/v1/timelines/*", "", status: 429, headers: headers)
    let error = await #expect(throws: NetworkError.self) {
      try await server.network.listen(to: server.source("home"))
    }
    #expect(error?.retryAfter == wait)
  }

  @Test func aServerThatMovedIsSignedInToWhereItLives() async throws {
    let wire = ScriptedWire()
    wire.on(.get, "https://shop.example/api/v2/instance") { _ in
      // As the way out tells it after a redirect.
      WireResponse(
        status: 200, body: Array(#"{"version":"4.5.0","domain":"shop.example"}"#.utf8),
        address: "https://social.shop.example/api/v2/instance", movedForGood: true)
    }
    wire.on(
      .get, "https://social.shop.example/api/v2/instance",
      body: #"{"version":"4.5.0","domain":"shop.example"}"#)
    wire.on(
      .post, "https://social.shop.example/api/v1/apps",
      body: #"{"client_id":"1","client_secret":"2"}"#)
    let network = MastodonNetwork(
      wire: wire, clock: ManualClock(), publicServers: [], randomness: SeededRandomness())
    let step = try await network.begin(
      at: "shop.example", desk: DeskAddress(base: "https://desk.example", isPublic: true))
    #expect(step.page?.hasPrefix("https://social.shop.example/oauth/authorize?") == true)
    #expect(step.notes["server"] == "social.shop.example")
  }

  @Test func whatIsSentIsNeverCarriedOnByARedirect() async throws {
    let server = OddServer()
    server.says(
      "/api/v1/statuses", "", status: 308, headers: ["Location": "https://evil.example/"],
      method: .post)
    let message = OutgoingMessage(key: "k", text: "Hello.", firstTriedAt: server.clock.now())
    let error = await #expect(throws: NetworkError.self) {
      try await server.network.send(message, as: server.access)
    }
    #expect(error?.text.english.contains("leads elsewhere") == true)
    #expect(error?.text.english.contains("s3cret") == false)
    #expect(error?.certainlyNotSent == false)
    #expect(server.wire.requests.allSatisfy { $0.address.hasPrefix(OddServer.base + "/") })
  }
}
