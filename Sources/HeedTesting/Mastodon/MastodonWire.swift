import HeedModel
public import HeedNetwork

/// Leads to doubles by their hosts; nothing leaves the process.
public final class MastodonWire: Wire {
  private let doubles: [String: MastodonDouble]

  public init(_ doubles: [MastodonDouble]) {
    self.doubles = Dictionary(doubles.map { ($0.host, $0) }) { first, _ in first }
  }

  public func send(_ request: WireRequest) async throws -> WireResponse {
    guard let double = double(for: request) else { throw Self.unreachable }
    guard let response = double.handle(Self.named(request)) else { throw Self.cut }
    return response
  }

  public func events(
    _ request: WireRequest
  ) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    stream(request, asSocket: false) { ServerSentEvent(event: $0, data: $1) }
  }

  public func messages(_ request: WireRequest) -> AsyncThrowingStream<String, any Error> {
    stream(request, asSocket: true) { event, payload in
      let message: JSONValue = [
        "stream": ["user"], "event": .text(event), "payload": .text(payload),
      ]
      return message.rendered
    }
  }

  private func stream<T: Sendable>(
    _ request: WireRequest, asSocket: Bool, _ make: @escaping @Sendable (String, String) -> T
  ) -> AsyncThrowingStream<T, any Error> {
    let open = double(for: request)?.open(Self.named(request), asSocket: asSocket)
    return AsyncThrowingStream { continuation in
      guard let open else {
        continuation.finish(throwing: Self.refused)
        return
      }
      // The stream is read until its reader or the far side ends it.
      let task = Task {
        for await (event, payload) in open { continuation.yield(make(event, payload)) }
        continuation.finish(throwing: Self.cut)
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  private func double(for request: WireRequest) -> MastodonDouble? {
    doubles.first { request.address.contains("://\($0.key)/") }?.value
  }

  /// As the desk's own way out names itself.
  private static func named(_ request: WireRequest) -> WireRequest {
    var request = request
    request.headers.append(("User-Agent", "Heed (+https://desk.example/notice)"))
    return request
  }

  private static let unreachable = WireError(
    .unreachable, "Nobody listens there.", certainlyNotSent: true)
  private static let cut = WireError(.cut, "The connection broke.", certainlyNotSent: false)
  private static let refused = WireError(
    .malformed, "The other side did not open a stream.", certainlyNotSent: true)
}
