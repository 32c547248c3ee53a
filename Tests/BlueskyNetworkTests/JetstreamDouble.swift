import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization

/// A Jetstream server and the public directory, in a test's hand: it keeps what it told, begins where a cursor says, and
/// breaks on command.
final class JetstreamDouble: Wire {
  /// What else can be asked there: threads, posts by name.
  let world: BlueskyDouble

  init(_ clock: ManualClock) {
    world = BlueskyDouble(showsEdits: true, clock: clock)
    world.person("ana.example", name: "Ana", did: Written.did)
  }

  private struct Open {
    var queue: AsyncThrowingStream<String, any Error>.Continuation
  }

  private struct State {
    var told: [(at: Int64, message: String)] = []
    var open: [Open] = []
    var fault: WireError?
    var asked: [WireRequest] = []
    var profiles: [String: String] = [:]
    var directoryIsDown = false
    /// How many messages a stream brings before it breaks.
    var patience: Int?
  }

  private let state = Mutex(State())

  var asked: [WireRequest] { state.withLock { $0.asked } }
  var openStreams: Int { state.withLock { $0.open.count } }

  func tell(_ message: String, at: Int64) {
    let open = state.withLock { state in
      state.told.append((at, message))
      return state.open
    }
    for one in open { one.queue.yield(message) }
  }

  func strike(_ error: WireError) { state.withLock { $0.fault = error } }
  func know(_ did: String, _ profile: String) { state.withLock { $0.profiles[did] = profile } }
  func stopDirectory() { state.withLock { $0.directoryIsDown = true } }
  func forget(before at: Int64) { state.withLock { $0.told.removeAll { $0.at < at } } }
  func setPatience(_ patience: Int?) { state.withLock { $0.patience = patience } }

  func cut() {
    let open = state.withLock { state in
      defer { state.open = [] }
      return state.open
    }
    for one in open { one.queue.finish(throwing: Self.broken) }
  }

  private static let broken = WireError(.cut, "The connection broke.", certainlyNotSent: false)

  func send(_ request: WireRequest) async throws -> WireResponse {
    let (profiles, isDown) = state.withLock { state in
      state.asked.append(request)
      return (state.profiles, state.directoryIsDown)
    }
    if !request.address.contains("getProfiles"), let answer = world.handle(request) {
      return answer
    }
    if isDown { throw WireError(.unreachable, "Nobody is there.", certainlyNotSent: true) }
    let fields = URLComponents(string: request.address)?.queryItems ?? []
    let found = fields.compactMap { $0.value.flatMap { profiles[$0] } }
    return WireResponse(
      status: 200, body: Array("{\"profiles\":[\(found.joined(separator: ","))]}".utf8),
      address: request.address)
  }

  func events(_: WireRequest) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    AsyncThrowingStream { $0.finish(throwing: Self.broken) }
  }

  func messages(_ request: WireRequest) -> AsyncThrowingStream<String, any Error> {
    let fields = URLComponents(string: request.address)?.queryItems ?? []
    let cursor = fields.first { $0.name == "cursor" }?.value.flatMap { Int64($0) } ?? .max
    return AsyncThrowingStream { queue in
      let isOver = state.withLock { state in
        state.asked.append(request)
        if let fault = state.fault {
          state.fault = nil
          queue.finish(throwing: fault)
          return true
        }
        let kept = state.told.filter { $0.at >= cursor }
        for one in kept.prefix(state.patience ?? .max) { queue.yield(one.message) }
        if let patience = state.patience, kept.count > patience {
          queue.finish(throwing: Self.broken)
          return true
        }
        // Whoever only looks does not wait for what will be said.
        if request.timeout <= .seconds(2) {
          queue.finish(throwing: WireError(.timeout, "Nothing came.", certainlyNotSent: false))
          return true
        }
        state.open.append(Open(queue: queue))
        return false
      }
      _ = isOver
    }
  }
}

/// Messages as the documentation of Jetstream writes them, version 1.
enum Written {
  static let did = "did:plc:eygmaihciaxprqvxpfvl6flk"

  static func json(_ text: String) -> String {
    let data = (try? JSONEncoder().encode(text)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  static func post(
    _ key: String, _ text: String, at: Int64, did: String = did, operation: String = "create",
    parent: String? = nil, more: String = ""
  ) -> String {
    let reply = parent.map {
      #","reply":{"root":{"cid":"bafyroot","uri":"\#($0)"},"parent":{"cid":"bafyparent","uri":"\#($0)"}}"#
    }
    return """
      {"did":"\(did)","time_us":\(at),"kind":"commit","commit":{"rev":"3l3qo2vutsw2b",\
      "operation":"\(operation)","collection":"app.bsky.feed.post","rkey":"\(key)",\
      "record":{"$type":"app.bsky.feed.post","createdAt":"2024-09-09T19:46:02.102Z",\
      "langs":["en"],"text":\(json(text))\(reply ?? "")\(more)},\
      "cid":"bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi"}}
      """
  }

  static func removal(_ key: String, at: Int64, did: String = did) -> String {
    """
    {"did":"\(did)","time_us":\(at),"kind":"commit","commit":{"rev":"3l3f6nzl3cv2s",\
    "operation":"delete","collection":"app.bsky.feed.post","rkey":"\(key)"}}
    """
  }
}
