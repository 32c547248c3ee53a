import HeedModel
import HeedNetwork
import HeedReading
import HeedSQLite
import HeedStore
import HeedTesting
import Logging
import Synchronization
import WebNetwork

@testable import HeedDesk

/// A desk that listens for corner.example, and a made-up web around it.
struct MentionDesk: Sendable {
  static let target = "https://corner.example/bells"

  let desk: Desk
  let store: Store
  let clock = ManualClock()
  let web = PagesWire()
  let lead: Viewer
  let source: ID<Source>

  init() async throws {
    let database = try await SQLiteDatabase.ready()
    store = Store(database: database)
    web.clock.withLock { [clock] in $0 = clock }
    let address = DeskAddress(base: "https://desk.example", isPublic: true)
    desk = Desk(
      record: store,
      networks: Networks([
        WebNetwork(
          wire: web, clock: clock, desk: address,
          paths: [.webmention: "/webmention", .pingback: "/pingback"])
      ]), reader: PlainReader(), vault: Vault(key: Array(repeating: 7, count: 32)),
      uploads: MemoryUploads(), clock: clock, randomness: SeededRandomness(), address: address,
      logger: TestDesk.quiet, passwordCost: .least)
    let member = try await desk.addMember(
      name: "Lena", email: "lena@desk.example", password: TestDesk.password, role: .lead)
    lead = Viewer(member: member.id, role: .lead)
    source = try await desk.add(
      Offer(
        network: WebNetwork.name, kind: WebNetwork.mentions, target: "https://corner.example/",
        name: "Corner", asks: "", can: ""), by: lead)
    web.put(Self.target, "<title>Our bells</title>")
  }

  /// Tells as a page's program would; the status of the answer.
  @discardableResult
  func tell(
    _ page: String, _ target: String = Self.target, from sender: String = "192.0.2.1"
  ) async throws -> Int {
    let note = InboundNote(headers: [], body: Array("source=\(page)&target=\(target)".utf8))
    return try await desk.takeMention(note, by: .webmention, from: sender).status
  }

  /// Looks at all that is due, one after the other.
  func lookAtAll() async throws {
    while true {
      let now = clock.now()
      guard let host = try await store.read({ try $0.hostsDue(at: now, limit: 1) }).first else {
        return
      }
      let leased = try await store.write {
        try $0.lease(mentionOf: host, now: now, until: now + Desk.mentionLease)
      }
      guard let leased else { return }
      if let speaker = await desk.look(at: leased) { await desk.gatherEvidence(of: speaker) }
    }
  }

  func post(_ page: String) async throws -> Post? {
    try await store.read { try $0.posts(WebNetwork.name, remoteIDs: [RemoteID(page)]).first }
  }

  var waiting: Int { get async throws { try await store.read { try $0.mentionsWaiting() } } }

  static func answer(_ words: String, by author: String = "/") -> String {
    """
    <article class="h-entry"><a class="u-author h-card" href="\(author)">Ana</a>
    <a class="u-in-reply-to" href="\(target)">re</a><p class="e-content">\(words)</p></article>
    """
  }
}

/// Pages by their addresses; a dead host takes its time, which a test moves, and then fails.
final class PagesWire: Wire {
  private struct State {
    var pages: [String: (status: Int, body: String)] = [:]
    var asked: [String: Int] = [:]
    var dead: Set<String> = []
    var times: [String: Int] = [:]
    var posted: [(address: String, body: String)] = []
  }
  private let state = Mutex(State())
  let clock = Mutex<ManualClock?>(nil)

  func put(_ address: String, _ body: String, status: Int = 200) {
    state.withLock { $0.pages[address] = (status, body) }
  }
  func kill(_ host: String) { state.withLock { _ = $0.dead.insert(host) } }
  func revive(_ host: String) { state.withLock { _ = $0.dead.remove(host) } }
  var posted: [(address: String, body: String)] { state.withLock { $0.posted } }
  /// How often one page was asked for.
  func times(_ address: String) -> Int { state.withLock { $0.times[address, default: 0] } }
  func asked(_ host: String) -> Int { state.withLock { $0.asked[host, default: 0] } }

  func send(_ request: WireRequest) async throws -> WireResponse {
    let host = String(
      request.address.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" })
    let (page, isDead) = state.withLock { state in
      state.asked[host, default: 0] += 1
      state.times[request.address, default: 0] += 1
      if request.method == .post {
        state.posted.append((request.address, String(decoding: request.body, as: UTF8.self)))
      }
      return (state.pages[request.address], state.dead.contains(host))
    }
    if isDead {
      try await clock.withLock { $0 }?.sleep(for: .seconds(15))
      throw WireError(.timeout, "It took too long.", certainlyNotSent: false)
    }
    guard let page else { return WireResponse(status: 404, address: request.address) }
    return WireResponse(
      status: page.status, headers: [("content-type", "text/html")], body: Array(page.body.utf8),
      address: request.address)
  }

  func events(_: WireRequest) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    AsyncThrowingStream { $0.finish() }
  }
  func messages(_: WireRequest) -> AsyncThrowingStream<String, any Error> {
    AsyncThrowingStream { $0.finish() }
  }
}
