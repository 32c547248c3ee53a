import Foundation
import HeedModel
public import HeedNetwork

extension MastodonNetwork: Streaming {
  /// Hears by server-sent events or by WebSocket, whichever the server has. Throws `unsupported`
  /// where it has neither for this source: the desk then asks instead.
  ///
  /// A stream does not say what went by before it was open, and tells strangers' first words,
  /// held back by filters, not at all. So the list itself is read soon after the start and every
  /// few minutes; only that moves the cursor.
  public func stream(of source: ListeningSource) -> AsyncThrowingStream<Heard, any Error> {
    let flow = Flow(Stream(network: self, source: source))
    return AsyncThrowingStream { try await flow.next() }
  }
}

/// An open stream and what it told so far: a task of its own reads on while the desk makes durable what came before, but
/// not further than a basket ahead of it. Behind a full basket the server has to wait.
private final class Flow: Sendable {
  private let basket = Basket<Heard>(most: 200)
  private let reading: Task<Void, Never>

  init(_ stream: Stream) {
    // It lives as long as this flow, which ends it: nobody waits for it otherwise.
    reading = Task { [basket] in
      do {
        try await stream.run { await basket.put($0) }
        basket.end(CancellationError())
      } catch {
        basket.end(error)
      }
    }
  }

  deinit {
    reading.cancel()
    basket.end(CancellationError())
  }

  func next() async throws -> Heard? { try await basket.take(most: 1).first }
}

/// One open stream.
private struct Stream: Sendable {
  let network: MastodonNetwork
  let source: ListeningSource

  private static let firstLook = Duration.seconds(15)
  private static let looks = Duration.minutes(5)

  func run(_ put: @escaping @Sendable (Heard) async -> Void) async throws {
    let ear = try Ear(source, network: network)
    let intake = try await network.intake(ear.client, account: ear.account)
    guard let channel = Channel(ear), !intake.knowledge.hasNoStreams else {
      throw Self.unsupported(ear.client.server)
    }
    let hearer = Hearer(kind: ear.kind, intake: intake)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await follow(channel, hearer, put) }
      group.addTask { try await look(put) }
      // Either ends only by throwing; the other is cancelled then.
      _ = try await group.next()
      group.cancelAll()
    }
  }

  private func look(_ put: @Sendable (Heard) async -> Void) async throws {
    var source = source
    var wait = Self.firstLook
    while true {
      try await network.clock.sleep(for: wait)
      wait = Self.looks
      do {
        let heard = try await network.listen(to: source)
        source.cursor = heard.cursor
        wait = min(max(heard.next ?? Self.looks, .seconds(1)), Self.looks)
        await put(heard)
      } catch let error as NetworkError where error.kind != .signedOut {
        // The stream itself still brings what comes; the next look brings what was missed.
        continue
      }
    }
  }

  private func follow(
    _ channel: Channel, _ hearer: Hearer, _ put: @Sendable (Heard) async -> Void
  ) async throws {
    let server = hearer.intake.server
    let roads: [Road] =
      hearer.intake.knowledge.streamsByEventsFirst ? [.events, .socket] : [.socket, .events]
    for road in roads {
      var hasBegun = false
      do {
        let request = channel.request(road, hearer.intake)
        switch road {
        case .events:
          for try await event in network.wire.events(request) {
            hasBegun = true
            if let heard = await hearer.hear(event.event, event.data) { await put(heard) }
          }
        case .socket:
          for try await message in network.wire.messages(request) {
            hasBegun = true
            guard let (event, payload) = hearer.open(message) else { continue }
            if let heard = await hearer.hear(event, payload) { await put(heard) }
          }
        }
        throw NetworkError(.temporary, "\(server.host) ended the stream.")
      } catch let error as WireError {
        switch error.kind {
        case .malformed where !hasBegun: continue
        default: throw Fault.of(error, server: server)
        }
      }
    }
    throw Self.unsupported(server)
  }

  private static func unsupported(_ server: Server) -> NetworkError {
    NetworkError(.unsupported, "\(server.host) has no stream for this. The desk asks instead.")
  }
}

private enum Road { case events, socket }

/// Which of a server's streams, by both of its names
/// (https://docs.joinmastodon.org/methods/streaming/).
private struct Channel: Sendable {
  let path: String
  let name: String
  let tag: String?

  init?(_ ear: Ear) {
    tag = ear.kind == .tag ? ear.word : nil
    switch ear.kind {
    case .mentions, .home: (path, name) = ("user", "user")
    case .tag: (path, name) = ("hashtag", "hashtag")
    case .local: (path, name) = ("public/local", "public:local")
    case .own, .profile: return nil
    }
  }

  func request(_ road: Road, _ intake: Intake) -> WireRequest {
    let client = intake.client
    var query: [(String, String)] = tag.map { [("tag", $0)] } ?? []
    let base = StreamHost.of(intake.knowledge.streaming, client.server)
    let scheme: String
    var path = "/api/v1/streaming"
    switch road {
    case .events:
      scheme = client.server.isPlain ? "http://" : "https://"
      path += "/" + self.path
    case .socket:
      scheme = client.server.isPlain ? "ws://" : "wss://"
      query.insert(("stream", name), at: 0)
    }
    var headers: [(name: String, value: String)] = []
    if let token = client.token {
      headers.append(("Authorization", "Bearer " + token))
      // Pleroma reads the right of a WebSocket only here; an address with the token in it would
      // end in logs.
      if road == .socket, intake.knowledge.software != .mastodon {
        headers.append(("Sec-WebSocket-Protocol", token))
      }
    }
    let suffix = query.isEmpty ? "" : "?" + Query.encode(query)
    return WireRequest(
      .get, scheme + base + path + suffix, headers: headers, timeout: .seconds(120))
  }
}

/// Understands what a stream brings.
private struct Hearer: Sendable {
  let kind: Kind
  let intake: Intake

  /// - Returns: `nil` for what is no talk, unknown, or cannot be understood: the next look at the
  ///   list brings it.
  func hear(_ event: String, _ payload: String) async -> Heard? {
    let events: [RemoteEvent]
    do {
      switch event {
      case "update" where kind != .mentions, "status.update":
        events = try await intake.events([try read(payload)])
      case "notification" where kind == .mentions:
        let notification: Notification = try read(payload)
        events = try await NotificationList(intake: intake).events([Notice(notification)])
      case "delete":
        let id = payload.trimmingPrefix("\"").prefix { $0 != "\"" && !$0.isWhitespace }
        let post = await intake.servers.post(String(id), on: intake.server)
        events = post.map { [.removed($0)] } ?? []
      default: return nil
      }
    } catch {
      return nil
    }
    return events.isEmpty ? nil : Heard(events: events)
  }

  /// A message of a WebSocket: the event's name and its payload, which is JSON inside a string.
  func open(_ message: String) -> (event: String, payload: String)? {
    guard let envelope = try? Envelope.read(message) else { return nil }
    return (envelope.event, envelope.payload)
  }

  private func read<T: Decodable>(_ payload: String) throws -> T {
    try intake.client.read(
      WireResponse(status: 200, body: Array(payload.utf8), address: intake.server.base))
  }
}
