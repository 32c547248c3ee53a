import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization
import WebNetwork

/// Pages on a made-up web, in a test's hand; ours stands on corner.example.
final class MadeUpWeb: Wire {
  struct Page: Sendable {
    var status = 200
    var headers: [(name: String, value: String)] = [("Content-Type", "text/html; charset=utf-8")]
    var body = ""
    /// Where it leads, if it is a redirect.
    var end: String?
  }

  private struct State {
    var pages: [String: Page] = [:]
    var faults: [NetworkFault] = []
    var asked: [WireRequest] = []
  }
  private let state = Mutex(State())

  static let target = "https://corner.example/bells"

  init() { put(Self.target, "<title>Our bells</title><p class=h-entry>Bells are in.") }

  func put(
    _ address: String, _ body: String, status: Int = 200, header: (String, String)? = nil,
    type: String? = nil
  ) {
    var page = Page(status: status, body: body)
    if let type { page.headers = [("Content-Type", type)] }
    if let header { page.headers.append((header.0, header.1)) }
    state.withLock { $0.pages[address] = page }
  }

  /// What is asked for at one address is answered from another.
  func redirect(_ address: String, to end: String) {
    state.withLock {
      var page = $0.pages[end] ?? Page(status: 404)
      page.end = end
      $0.pages[address] = page
    }
  }

  func fail(_ fault: NetworkFault) { state.withLock { $0.faults.append(fault) } }
  var asked: [WireRequest] { state.withLock { $0.asked } }

  func send(_ request: WireRequest) async throws -> WireResponse {
    let (page, fault) = state.withLock { state in
      state.asked.append(request)
      let isRobots = request.address.hasSuffix("/robots.txt")
      let fault = isRobots || state.faults.isEmpty ? nil : state.faults.removeFirst()
      return (state.pages[request.address], fault)
    }
    switch fault {
    case .temporarilyDown: return WireResponse(status: 503, address: request.address)
    case .strangersPage: return WireResponse(status: 401, address: request.address)
    case .rateLimitedUntil(let wait):
      return WireResponse(
        status: 429, headers: NetworkFault.headers(limitedUntil: wait), address: request.address)
    case .rateLimited(let wait):
      return WireResponse(
        status: 429, headers: [("Retry-After", String(wait.milliseconds / 1000))],
        address: request.address)
    case .some: throw WireError(.cut, "The connection broke.", certainlyNotSent: false)
    case nil: break
    }
    guard let page else { return WireResponse(status: 404, address: request.address) }
    return WireResponse(
      status: page.status, headers: page.headers, body: Array(page.body.utf8),
      address: page.end ?? request.address)
  }

  func events(_: WireRequest) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    AsyncThrowingStream { $0.finish() }
  }
  func messages(_: WireRequest) -> AsyncThrowingStream<String, any Error> {
    AsyncThrowingStream { $0.finish() }
  }
}

extension WebNetwork {
  init(_ wire: any Wire, clock: any DeskClock = ManualClock()) {
    self.init(
      wire: wire, clock: clock,
      desk: DeskAddress(base: "https://desk.example", isPublic: true),
      paths: [.webmention: "/webmention", .pingback: "/pingback"])
  }
}

let site = ListeningSource(
  id: ID(1), kind: WebNetwork.mentions, target: "https://corner.example/", cursor: nil)

/// Mentions come by themselves: here the pages that were told of are looked at one after the other,
/// as the desk does it, so that the rules for hearing hold for them too.
struct Told: Network {
  let web: WebNetwork
  let told: Mutexed<[String]>

  var name: NetworkName { web.name }
  var title: Message { web.title }
  func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    try await web.capabilities(of: account)
  }
  func offers(for typed: String) async throws -> [Offer] { try await web.offers(for: typed) }

  func listen(to source: ListeningSource) async throws -> Heard {
    let pages = told.value
    let start = source.cursor.flatMap { Int($0) } ?? 0
    var events: [RemoteEvent] = []
    for (place, page) in pages.enumerated() where place >= start {
      let before = pages[..<place].contains(page) ? MentionFinding.Kind.post(nil) : nil
      events += try await web.look(
        at: RemoteMention(page: page, target: MadeUpWeb.target), before: before, for: site
      ).events
    }
    return Heard(events: events, cursor: String(pages.count))
  }
}

final class Mutexed<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>
  init(_ value: Value) { mutex = Mutex(value) }
  var value: Value { mutex.withLock { $0 } }
  func change<T: Sendable>(_ body: (inout Value) -> sending T) -> T { mutex.withLock { body(&$0) } }
}

struct WebFixture: NetworkFixture {
  let wire = MadeUpWeb()
  let clock = ManualClock()
  let told = Mutexed<[String]>([])

  var network: any Network { Told(web: WebNetwork(wire, clock: clock), told: told) }
  var sources: [ListeningSource] { [site] }

  func say(_ text: String, inReplyTo parent: RemoteReference?) async throws -> RemoteReference {
    clock.advance(by: .seconds(1))
    let page = "https://ana.example/\(told.value.count)"
    put(page, text, parent?.remoteID.rawValue)
    told.change { $0.append(page) }
    return RemoteReference(remoteID: RemoteID(page), address: page)
  }

  private func put(_ page: String, _ text: String, _ parent: String?) {
    wire.put(
      page,
      """
      <article class="h-entry"><a class="u-author h-card" href="/">Ana</a>
      <a class="u-in-reply-to" href="\(parent ?? MadeUpWeb.target)">re</a>
      <a href="\(MadeUpWeb.target)">bells</a>
      <p class="e-content">\(text)</p></article>
      """)
  }

  func edit(_ post: RemoteReference, to text: String) async throws {
    clock.advance(by: .seconds(1))
    put(post.remoteID.rawValue, text, nil)
    told.change { $0.append(post.remoteID.rawValue) }
  }

  func remove(_ post: RemoteReference) async throws {
    wire.put(post.remoteID.rawValue, "", status: 410)
    told.change { $0.append(post.remoteID.rawValue) }
  }

  func strike(_ fault: NetworkFault, on kind: NetworkFault.Target) async throws {
    if told.value.isEmpty { _ = try await say("There.", inReplyTo: nil) }
    wire.fail(fault)
  }
}
