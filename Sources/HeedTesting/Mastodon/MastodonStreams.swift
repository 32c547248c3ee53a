public import HeedNetwork
import Synchronization

struct MastodonStream: Sendable {
  var name: String
  var tag: String?
  var person: String?
  var continuation: AsyncStream<(event: String, payload: String)>.Continuation
}

extension MastodonDouble {
  /// Opens a stream of events.
  /// - Returns: `nil` where this server has no such stream, or not for whoever asks.
  public func open(
    _ request: WireRequest, asSocket: Bool
  ) -> AsyncStream<(event: String, payload: String)>? {
    guard asSocket ? manner.hasSockets : manner.hasEvents else { return nil }
    let asked = MastodonAsked(request)
    let name: String
    if asSocket {
      guard asked.path == "/api/v1/streaming" else { return nil }
      name = asked.query["stream"] ?? ""
    } else {
      name = String(asked.path.dropFirst("/api/v1/streaming/".count)).replacing("/", with: ":")
    }
    let (stream, continuation) = AsyncStream.makeStream(
      of: (event: String, payload: String).self)
    let number: UInt64? = state.withLock { state in
      state.requests.append(request)
      let token =
        asked.token
        ?? request.headers.first {
          $0.name.lowercased() == "sec-websocket-protocol"
        }?.value
      // Every stream wants to know who asks, the public ones too.
      guard let person = token.flatMap({ state.world.tokens[$0] }) else { return nil }
      let number = state.world.next()
      state.streams[number] = MastodonStream(
        name: name, tag: asked.query["tag"], person: person, continuation: continuation)
      return number
    }
    guard let number else { return nil }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { $0.streams[number] = nil }
    }
    return stream
  }

  /// How many streams are open.
  public var openStreams: Int { state.withLock { $0.streams.count } }

  /// Breaks every open stream, unannounced.
  public func cutStreams() {
    let streams = state.withLock { state in
      defer { state.streams = [:] }
      return Array(state.streams.values)
    }
    for stream in streams { stream.continuation.finish() }
  }

  /// Sends something that no documentation knows.
  public func say(_ event: String, _ payload: String) {
    state.withLock { publish(event, payload: payload, to: { _ in true }, &$0) }
  }

  func publish(_ event: String, _ post: MastodonWorld.Post, _ state: inout State) {
    guard !state.streams.isEmpty else { return }
    let world = state.world
    let payload = world.json(post).rendered
    publish(
      event, payload: payload,
      to: { stream in
        guard world.mayRead(post, stream.person) else { return false }
        switch stream.name {
        case "user": return true
        case "hashtag":
          return post.tags.contains { $0.lowercased() == stream.tag?.lowercased() }
        case "public:local": return world.people[post.author]?.isLocal == true
        default: return false
        }
      }, &state)
  }

  func publish(_ notice: MastodonWorld.Notice, _ state: inout State) {
    guard !state.streams.isEmpty else { return }
    publish(
      "notification", payload: state.world.json(notice).rendered,
      to: { $0.name.hasPrefix("user") && $0.person == notice.to }, &state)
  }

  func publish(
    _ event: String, payload: String, to fits: (MastodonStream) -> Bool, _ state: inout State
  ) {
    for stream in state.streams.values where fits(stream) {
      stream.continuation.yield((event, payload))
    }
  }
}
