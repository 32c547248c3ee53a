import Crypto
import FeedsNetwork
import Foundation
import HTTPTypes
import HeedModel
import HeedNetwork
import HeedReading
import HeedSQLite
import HeedStore
import HeedTesting
import HeedWire
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Testing

@testable import HeedDesk
@testable import HeedWeb
@testable import heed

/// A desk with one feed, whose hub can call it.
struct Told: Sendable {
  let desk: Desk
  let database: SQLiteDatabase
  let network: FeedsNetwork
  let clock: ManualClock
  let hub: Hub
  let wire: HTTPWire
  let subscriber: Subscriber
  let lead: Viewer
  let base: String
  let feed: String

  static func with(
    isPublic: Bool = true, _ body: @escaping @Sendable (Told) async throws -> Void
  ) async throws {
    let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let hub = Hub()
    try await serving(hub.application(quiet)) { hubPort in
      let deskPort = try freePort()
      let (base, far) = ("http://127.0.0.1:\(deskPort)", "http://127.0.0.1:\(hubPort)")
      await hub.stand(at: far)
      let clock = ManualClock()
      let wire = HTTPWire(
        configuration: WireConfiguration(
          userAgent: "test", proxy: ProxySettings(environment: [:]),
          allowedHosts: ["127.0.0.1:\(hubPort)", "127.0.0.1:\(deskPort)"], clock: SystemClock(),
          randomness: SystemRandomness()), logger: quiet)
      let database = try await SQLiteDatabase.ready()
      let network = FeedsNetwork(wire: wire, clock: clock)
      let desk = Desk(
        record: Store(database: database), networks: Networks([network]), reader: PlainReader(),
        vault: Vault(key: SystemRandomness().bytes(32)), uploads: MemoryUploads(), clock: clock,
        randomness: SystemRandomness(), address: DeskAddress(base: base, isPublic: isPublic),
        logger: quiet, passwordCost: .least)
      let member = try await desk.addMember(
        name: "Lena", email: "lena@desk.example", password: "correct horse battery", role: .lead)
      let lead = Viewer(member: member.id, role: .lead)
      _ = try await desk.add(
        Offer(
          network: network.name, kind: "feed", target: far + "/feed", name: "Feed", asks: "",
          can: ""), by: lead)
      let told = Told(
        desk: desk, database: database, network: network, clock: clock, hub: hub, wire: wire,
        subscriber: Subscriber(desk: desk) { Route.notes(token: $0).path }, lead: lead, base: base,
        feed: far + "/feed")
      let server = WebServer(
        desk: desk, live: LiveFeed(desk: desk),
        configuration: WebConfiguration(
          host: "127.0.0.1", port: deskPort, trustsProxy: false, isSecure: false), logger: quiet)
      try await serving({ try Door.desk(server, onRunning: $0) }) { _ in try await body(told) }
      await wire.shutdown()
    }
  }

  /// After the feed was read once and its hub confirmed.
  static func confirmed(_ body: @escaping @Sendable (Told) async throws -> Void) async throws {
    try await with { told in
      try await told.poll()
      try await told.subscriber.lookAfterAll()
      try await told.confirm()
      try await body(told)
    }
  }

  func source() async throws -> Source {
    try #require(try await desk.record.read { try $0.sources().first })
  }

  func subscriptions() async throws -> [NoteSubscription] {
    try await desk.record.read { try $0.noteSubscriptions() }
  }

  /// Asks the feed, as the listener does.
  func poll() async throws {
    let source = try await source()
    let heard = try await network.listen(
      to: ListeningSource(
        id: source.id, kind: source.kind, target: source.target, cursor: source.cursor))
    try await desk.takeIn([Batch(source: source, heard: heard)])
  }

  /// What the desk knows of the feed, in order of the alphabet.
  func words() async throws -> [String] {
    let lead = lead
    return try await desk.record.read { tx in
      try tx.heard(.init(), PageRequest(limit: 100), for: lead).rows.compactMap(\.post.title)
        .sorted()
    }
  }

  func count(_ table: String) async throws -> Int64 {
    let rows = try await database.read { try $0.rows("SELECT COUNT(*) FROM \(table)") }
    if case .integer(let count) = rows[0].values[0] { return count }
    return -1
  }

  func dump() async throws -> String {
    try await database.read { sql in
      try ["note_subscriptions", "sources", "events", "notes_heard"].flatMap {
        try sql.rows("SELECT * FROM \($0)").map { "\($0.values)" }
      }.joined()
    }
  }

  /// The hub asks the desk whether it meant it.
  func confirm(lease: Int = 10 * 86_400) async throws {
    let answer = try await ask([
      "hub.mode": "subscribe", "hub.topic": feed, "hub.challenge": "Ch4llenge",
      "hub.lease_seconds": String(lease),
    ])
    #expect(answer.status == 200)
    #expect(String(decoding: answer.body, as: UTF8.self) == "Ch4llenge")
  }

  func ask(_ query: [String: String]) async throws -> WireResponse {
    let callback = try #require(await hub.asked.last?["hub.callback"])
    var parts = try #require(URLComponents(string: callback))
    parts.queryItems = query.map { URLQueryItem(name: $0.key, value: $0.value) }
    return try await wire.send(WireRequest(.get, try #require(parts.string)))
  }

  /// The hub tells what stands in the feed now.
  func tell(
    _ titles: [String], edited: Bool = false, as asked: [String: String]? = nil,
    expecting status: Int = 202
  ) async throws {
    let last = await hub.asked.last
    let asked = try #require(asked ?? last)
    let body = Hub.rss(titles)
    let answer = try await post(
      body, signature: Hub.signature(body, secret: asked["hub.secret"] ?? ""),
      at: asked["hub.callback"])
    #expect(answer == status)
  }

  func post(_ body: [UInt8], signature: String?, at address: String? = nil) async throws -> Int {
    let last = await hub.asked.last?["hub.callback"]
    var headers: [(name: String, value: String)] = [("content-type", "application/rss+xml")]
    if let signature { headers.append(("x-hub-signature", signature)) }
    return try await wire.send(
      WireRequest(.post, try #require(address ?? last), headers: headers, body: body)
    ).status
  }

  static func freePort() throws -> Int {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(file) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(file, pointer, length) == 0 ? getsockname(file, pointer, &length) : -1
      }
    }
    try #require(code == 0)
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// Runs a server for as long as the body does.
  static func serving(
    _ make: (@escaping @Sendable (any Channel) async -> Void) throws -> any Service,
    _ body: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    let (ports, open) = AsyncStream.makeStream(of: Int.self)
    let service = try make { open.yield($0.localAddress?.port ?? 0) }
    let group = ServiceGroup(
      services: [service], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      let port = try #require(await ports.first { _ in true })
      do {
        try await body(port)
      } catch {
        await group.triggerGracefulShutdown()
        throw error
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }
}

/// A feed that names its hub, and the hub.
actor Hub {
  private(set) var asked: [[String: String]] = []
  private var titles = ["One"]
  private var address = ""
  private var refuses = false

  func stand(at address: String) { self.address = address }
  func set(_ titles: [String]) { self.titles = titles }
  func refuse() { refuses = true }

  private func feed() -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "application/rss+xml",
        HTTPField.Name("Link")!: "<\(address)/hub>; rel=\"hub\", <\(address)/feed>; rel=\"self\"",
      ], body: .init(byteBuffer: ByteBuffer(bytes: Self.rss(titles))))
  }

  private func ask(_ form: String) -> Response {
    var fields: [String: String] = [:]
    for item in URLComponents(string: "?" + form)?.queryItems ?? [] {
      fields[item.name] = item.value
    }
    asked.append(fields)
    return Response(status: refuses ? .notFound : .accepted)
  }

  nonisolated func application(_ logger: Logger)
    -> (@escaping @Sendable (any Channel) async -> Void) -> any Service
  {
    let router = Router()
    router.get("feed") { [self] _, _ in await feed() }
    router.post("hub") { [self] request, _ in
      let body = try await request.body.collect(upTo: 1 << 16)
      return await ask(String(buffer: body))
    }
    return { running in
      Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: running, logger: logger)
    }
  }

  static func rss(_ titles: [String]) -> [UInt8] {
    let items = titles.map { title in
      // What stands before the comma names an entry; what follows is its wording.
      let name = title.prefix { $0 != "," }
      return "<item><guid>https://feed.example/\(name)</guid><title>\(title)</title></item>"
    }
    return Array(
      "<rss version=\"2.0\"><channel><title>Feed</title>\(items.joined())</channel></rss>".utf8)
  }

  static func signature(_ body: [UInt8], secret: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: body, using: SymmetricKey(data: Array(secret.utf8)))
    return "sha256=" + code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
