import AsyncHTTPClient
import HeedModel
import HeedNetwork
import NIOCore
import NIOHTTP1

extension HTTPWire {
  static func host(of request: WireRequest) -> String {
    (try? WebAddress(request.address))?.host.bare ?? "the host"
  }

  /// Opens a stream, across redirects.
  func openEvents(_ request: WireRequest) async throws -> EventConnection {
    var hop = Hop(address: try Self.address(of: request, isWebSocket: false), request: request)
    hop.request.headers.removeAll { $0.name.lowercased() == "accept" }
    hop.request.headers.append((name: "Accept", value: "text/event-stream"))
    while true {
      do {
        let (connection, head) = try await openEvents(hop)
        if head.status == .ok { return connection }
        connection.close(because: CancellationError())
        let location = head.headers.first(name: "location")
        guard
          let next = try hop.next(
            status: Int(head.status.code), location: location,
            limit: configuration.limits.redirects)
        else { throw refusal(head, of: hop.address) }
        hop = gate.following(hop, by: next)
      } catch var error as WireError {
        error.certainlyNotSent = error.certainlyNotSent && hop.count == 0
        throw error
      }
    }
  }

  /// What a host said instead of opening a stream.
  func refusal(_ head: HTTPResponseHead, of address: WebAddress) -> WireError {
    let hints = PaceHints(AnswerHead.headers(head), at: configuration.clock.now())
    let status = Int(head.status.code)
    let text: Message =
      status == 200
      ? "What \(address.host.bare) sends there is no stream of events."
      : "\(address.host.bare) would not open a stream (\(status))."
    return WireError(
      status >= 500 || status == 429 ? .unreachable : .malformed, text, certainlyNotSent: false,
      cause: StreamRefusal(status: status, retryAt: hints.retryAt ?? hints.resetsAt))
  }

  private func openEvents(_ hop: Hop) async throws -> (EventConnection, HTTPResponseHead) {
    let visit = try paces.begin(hop.request, at: hop.address)
    let connection: EventConnection
    let head: HTTPResponseHead
    do {
      let route = try await gate.approve(
        hop.address, isNamedByOthers: hop.request.isNamedByOthers, within: hop.request.timeout)
      (connection, head) = try await connect(hop, by: Self.ways(route, to: hop.address))
    } catch {
      paces.end(visit, Self.isFailure(error) ? .failed : .neither)
      throw error
    }
    let hints = PaceHints(AnswerHead.headers(head), at: configuration.clock.now())
    paces.end(visit, .answered(status: Int(head.status.code), hints: hints))
    let type = head.headers.first(name: "content-type")?.lowercased() ?? ""
    guard head.status != .ok || type.hasPrefix("text/event-stream") else {
      let error = refusal(head, of: hop.address)
      connection.close(because: error)
      throw error
    }
    return (connection, head)
  }

  private func connect(
    _ hop: Hop, by ways: [Clients.Way]
  ) async throws -> (EventConnection, HTTPResponseHead) {
    var last: any Error = CancellationError()
    for way in ways.prefix(configuration.limits.addresses) {
      let request = try hop.prepared(
        way: way, userAgent: configuration.userAgent, encodings: "identity")
      let host = hop.address.host.bare
      let key = Clients.Key(
        host: host, port: hop.address.port, way: way, sizeClass: nil, isFresh: true)
      let client = try clients.take(key).client
      let connection = EventConnection(host: host, limits: configuration.limits)
      let id = streams.add { [weak connection] in
        connection?.close(
          because: WireError(.cut, Clients.stopped.text, certainlyNotSent: false))
      }
      connection.start(request, with: client, silence: hop.request.timeout) {
        [clients, streams] in
        clients.giveBack(key)
        streams.remove(id)
      }
      guard id != nil else {
        connection.close(because: Clients.stopped)
        throw Clients.stopped
      }
      do {
        guard case .head(let head) = try await connection.next() else { throw CancellationError() }
        return (connection, head)
      } catch let error as WireError {
        last = error
        guard error.certainlyNotSent, Self.isFailure(error) else { throw error }
      }
    }
    throw last
  }
}
