import AsyncHTTPClient
import HeedModel
import HeedNetwork
import NIOCore

extension HTTPWire {
  /// One hop: pace, guard, connection, answer.
  func exchange(_ hop: Hop, until deadline: NIODeadline) async throws -> WireResponse {
    let visit = try paces.begin(hop.request, at: hop.address)
    do {
      let route = try await gate.approve(
        hop.address, isNamedByOthers: hop.request.isNamedByOthers,
        within: Duration(deadline - NIODeadline.now()))
      let response = try await attempt(hop, by: Self.ways(route, to: hop.address), until: deadline)
      let hints = PaceHints(response.headers, at: configuration.clock.now())
      paces.end(visit, .answered(status: response.status, hints: hints))
      return response
    } catch {
      paces.end(visit, Self.isFailure(error) ? .failed : .neither)
      throw error
    }
  }

  static func isFailure(_ error: any Error) -> Bool {
    guard let error = error as? WireError else { return false }
    return [.unreachable, .timeout, .cut].contains(error.kind)
  }

  static func ways(_ route: AddressGuard.Route, to address: WebAddress) -> [Clients.Way] {
    switch route {
    case .direct(let addresses): addresses.map { .direct($0) }
    case .proxy(let server): [.proxy(server, isSecure: address.scheme.isSecure)]
    }
  }

  /// Tries the addresses of a host in turn, as long as not a byte has left.
  private func attempt(
    _ hop: Hop, by ways: [Clients.Way], until deadline: NIODeadline
  ) async throws -> WireResponse {
    let isSafe = hop.request.method == .get || hop.request.method == .head
    var last: any Error = WireError(
      .unreachable, "\(hop.address.host.bare) cannot be reached at the moment.",
      certainlyNotSent: true)
    for way in ways.prefix(configuration.limits.addresses) {
      // A kept connection may just have been closed by the other side. For reading that is mended
      // by asking once more; for writing nobody could tell, so it never takes a kept connection.
      for isFresh in isSafe ? [false, true] : [true] {
        let collector = Collector(
          host: hop.address.host.bare, method: hop.request.method,
          maximumBytes: hop.request.maximumBytes, limits: configuration.limits)
        var wasUsed = false
        do {
          return try await run(
            hop, by: way, isFresh: isFresh, collector: collector, wasUsed: &wasUsed,
            until: deadline)
        } catch let error as WireError {
          last = error
          let isStale = error.kind == .cut && wasUsed && !collector.hasHead
          if !isFresh, isStale { continue }
          guard error.certainlyNotSent, Self.isFailure(error), NIODeadline.now() < deadline else {
            throw error
          }
          break
        }
      }
    }
    throw last
  }

  private func run(
    _ hop: Hop, by way: Clients.Way, isFresh: Bool, collector: Collector, wasUsed: inout Bool,
    until deadline: NIODeadline
  ) async throws -> WireResponse {
    let host = hop.address.host.bare
    let request = try hop.prepared(
      way: way, userAgent: configuration.userAgent, encodings: "gzip")
    let key = Clients.Key(
      host: host, port: hop.address.port, way: way,
      sizeClass: Self.sizeClass(hop.request.maximumBytes), isFresh: isFresh)
    let taken = try clients.take(key)
    wasUsed = taken.isUsed
    defer { clients.giveBack(key) }
    let task = taken.client.execute(
      request: request, delegate: collector, deadline: deadline)
    do {
      try await withTaskCancellationHandler {
        try await task.futureResult.get()
      } onCancel: {
        task.cancel()
      }
    } catch {
      guard collector.isWhole, !(error is WireError) else {
        throw Faults.translate(error, host: host, isSent: collector.isSent)
      }
    }
    let answer = collector.answer()
    return WireResponse(
      status: answer.status, headers: answer.headers, body: answer.body,
      address: hop.address.description,
      movedForGood: hop.count > 0 && hop.isMovedForGood)
  }

  /// A client is made for a power of two, so that requests with like limits share connections; what
  /// a bomb unpacks to is bounded by it, and what is kept by `maximumBytes` itself.
  private static func sizeClass(_ bytes: Int) -> Int {
    var size = 64 << 10
    while size < bytes, size < 1 << 40 { size <<= 1 }
    return size
  }
}
