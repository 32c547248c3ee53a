import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization
import Testing

@testable import FeedsNetwork

struct ConformanceTests {
  @Test(arguments: NetworkConformance.rules(for: FeedsNetwork.still))
  func conforms(to rule: NetworkConformance.Rule) async throws {
    try await rule.check(FeedFarSide())
  }
}

extension FeedsNetwork {
  /// For asking what it is able to do.
  static let still = FeedsNetwork(wire: ScriptedWire(), clock: ManualClock())
}

/// A site with a blog, the feed of one of its sections, and the deletions that its program tells.
final class FeedFarSide: NetworkFixture {
  private struct Entry {
    var id: String
    var text: String
    var parent: String?
    var updatedAt: Instant
    var isRemoved = false
  }

  private struct State {
    var entries: [Entry] = []
    var fault: NetworkFault?
  }

  let network: any Network
  let sources: [ListeningSource]
  private let clock = ManualClock()
  private let state = Mutex(State())

  init() {
    let wire = ScriptedWire()
    network = FeedsNetwork(wire: wire, clock: clock)
    sources = ["feed", "section/feed"].enumerated().map { number, place in
      ListeningSource(
        id: ID(Int64(number + 1)), kind: FeedsNetwork.Kind.feed,
        target: "https://bells.example/\(place)", cursor: nil)
    }
    wire.on(.get, "https://bells.example/*") { [weak self] request in
      guard let self else { throw CancellationError() }
      return try answer(request)
    }
  }

  func say(_ text: String, inReplyTo parent: RemoteReference?) async throws -> RemoteReference {
    clock.advance(by: .seconds(10))
    let now = clock.now()
    let id = state.withLock { state in
      let id = "https://bells.example/\(state.entries.count + 1)"
      state.entries.append(
        Entry(id: id, text: text, parent: parent?.remoteID.rawValue, updatedAt: now))
      return id
    }
    return RemoteReference(remoteID: RemoteID(id), address: id)
  }

  func edit(_ post: RemoteReference, to text: String) async throws {
    change(post) { entry, now in
      entry.text = text
      entry.updatedAt = now
    }
  }

  func remove(_ post: RemoteReference) async throws {
    change(post) { entry, _ in entry.isRemoved = true }
  }

  func strike(_ fault: NetworkFault, on kind: NetworkFault.Target) async throws {
    guard kind == .listening else { throw NotHere("takes no messages") }
    state.withLock { $0.fault = fault }
  }

  private func change(_ post: RemoteReference, _ body: (inout Entry, Instant) -> Void) {
    clock.advance(by: .seconds(10))
    let now = clock.now()
    state.withLock { state in
      for at in state.entries.indices where state.entries[at].id == post.remoteID.rawValue {
        body(&state.entries[at], now)
      }
    }
  }

  private func answer(_ request: WireRequest) throws -> WireResponse {
    let (entries, fault) = state.withLock { state in
      defer { state.fault = nil }
      return (state.entries, state.fault)
    }
    switch fault {
    case .rateLimited(let wait):
      return WireResponse(
        status: 429, headers: [("Retry-After", String(wait.components.seconds))],
        address: request.address)
    case .rateLimitedUntil(let wait):
      return WireResponse(
        status: 429, headers: NetworkFault.headers(limitedUntil: wait), address: request.address)
    case .strangersPage: return WireResponse(status: 401, address: request.address)
    case .temporarilyDown: return WireResponse(status: 503, address: request.address)
    case nil: break
    default: throw NotHere("no such fault when reading")
    }
    let tag = "\"\(entries.hashValue(of: { "\($0.id)\($0.text)\($0.isRemoved)" }))\""
    if request.headers.contains(where: { $0.name == "if-none-match" && $0.value == tag }) {
      return WireResponse(status: 304, address: request.address)
    }
    return WireResponse(
      status: 200, headers: [("ETag", tag), ("Content-Type", "application/atom+xml")],
      body: Array(document(entries).utf8), address: request.address)
  }

  private func document(_ entries: [Entry]) -> String {
    let written = entries.reversed().map { entry in
      let day = Date(timeIntervalSince1970: Double(entry.updatedAt.milliseconds) / 1000)
        .ISO8601Format()
      if entry.isRemoved { return "<at:deleted-entry ref=\"\(entry.id)\" when=\"\(day)\"/>" }
      let parent = entry.parent.map { "<thr:in-reply-to ref=\"\($0)\"/>" } ?? ""
      return """
        <entry><id>\(entry.id)</id>\(parent)<updated>\(day)</updated>
        <author><name>Ana</name></author><content>\(entry.text)</content></entry>
        """
    }
    return """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"
      xmlns:at="http://purl.org/atompub/tombstones/1.0">
      <title>Bells</title>\(written.joined())</feed>
      """
  }
}

extension Array {
  fileprivate func hashValue(of text: (Element) -> String) -> Int { map(text).hashValue }
}
