import Foundation
import HeedModel
import HeedNetwork
import HeedReading
import HeedSQLite
import HeedStore
import HeedTesting
import HeedWire
import Logging
import Testing
import WebNetwork

@testable import HeedDesk
@testable import HeedWeb
@testable import heed

/// What any page may send to the desk, through the desk's own door.
@Suite struct MentionRouteTests {
  private struct Outside: Sendable {
    var desk: Desk
    var wire: HTTPWire
    var base: String

    func post(_ path: String, _ body: String, type: String) async throws -> WireResponse {
      try await wire.send(
        WireRequest(
          .post, base + path, headers: [("content-type", type)], body: Array(body.utf8)))
    }
  }

  private static func with(_ body: @escaping @Sendable (Outside) async throws -> Void) async throws
  {
    let quiet = TestDesk.quiet
    let port = try Told.freePort()
    let base = "http://127.0.0.1:\(port)"
    let clock = ManualClock()
    let database = try await SQLiteDatabase.ready()
    let address = DeskAddress(base: base, isPublic: true)
    let desk = Desk(
      record: Store(database: database),
      networks: Networks([
        WebNetwork(
          wire: ScriptedWire(), clock: clock, desk: address,
          paths: [
            .webmention: Route.takeWebmention.path, .pingback: Route.takePingback.path,
          ])
      ]), reader: PlainReader(), vault: Vault(key: SystemRandomness().bytes(32)),
      uploads: MemoryUploads(), clock: clock, randomness: SystemRandomness(), address: address,
      logger: quiet, passwordCost: .least)
    let member = try await desk.addMember(
      name: "Lena", email: "lena@desk.example", password: "correct horse battery", role: .lead)
    _ = try await desk.add(
      Offer(
        network: WebNetwork.name, kind: WebNetwork.mentions, target: "https://corner.example/",
        name: "Corner", asks: "", can: ""), by: Viewer(member: member.id, role: .lead))
    let wire = HTTPWire(
      configuration: WireConfiguration(
        userAgent: "test", proxy: ProxySettings(environment: [:]),
        allowedHosts: ["127.0.0.1:\(port)"], clock: SystemClock(),
        randomness: SystemRandomness()), logger: quiet)
    let server = WebServer(
      desk: desk, live: LiveFeed(desk: desk),
      configuration: WebConfiguration(
        host: "127.0.0.1", port: port, trustsProxy: false, isSecure: false), logger: quiet)
    let serve = { @Sendable (_: Int) async throws in
      try await body(Outside(desk: desk, wire: wire, base: base))
    }
    try await Told.serving({ try Door.desk(server, onRunning: $0) }, serve)
    await wire.shutdown()
  }

  @Test func aWebmentionIsTakenWithoutCookieOrToken() async throws {
    try await Self.with { door in
      let answer = try await door.post(
        "/webmention", "source=https://ana.example/7&target=https://corner.example/x",
        type: "application/x-www-form-urlencoded")
      #expect(answer.status == 202)
      #expect(try await door.desk.record.read { try $0.mentionsWaiting() } == 1)
      let other = try await door.post(
        "/webmention", "source=https://ana.example/7&target=https://other.example/",
        type: "application/x-www-form-urlencoded")
      #expect(other.status == 400)
      #expect(answer.header("set-cookie") == nil)
    }
  }

  @Test func aPingbackIsTakenAndItsFaultsHaveTheirCodes() async throws {
    @Sendable func call(_ target: String) -> String {
      """
      <?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params><param><value>
      <string>https://ana.example/7</string></value></param><param><value><string>\(target)</string>
      </value></param></params></methodCall>
      """
    }
    try await Self.with { door in
      let answer = try await door.post(
        "/pingback", call("https://corner.example/x"), type: "text/xml")
      #expect(answer.status == 200)
      #expect(answer.header("content-type")?.hasPrefix("text/xml") == true)
      #expect(!String(decoding: answer.body, as: UTF8.self).contains("fault"))
      let other = try await door.post(
        "/pingback", call("https://other.example/"), type: "text/xml")
      #expect(String(decoding: other.body, as: UTF8.self).contains("<int>33</int>"))
      #expect(try await door.desk.record.read { try $0.mentionsWaiting() } == 1)
    }
  }

  @Test func whatIsTooLargeIsNotTaken() async throws {
    try await Self.with { door in
      let body = "source=https://ana.example/" + String(repeating: "a", count: 20_000)
      let answer = try await door.post(
        "/webmention", body + "&target=https://corner.example/x",
        type: "application/x-www-form-urlencoded")
      #expect((400..<500).contains(answer.status))
      #expect(try await door.desk.record.read { try $0.mentionsWaiting() } == 0)
    }
  }
}
