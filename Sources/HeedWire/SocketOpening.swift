import AsyncHTTPClient
import HeedModel
import HeedNetwork
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket

/// An open WebSocket.
struct SocketConnection: Sendable {
  let channel: any Channel
  let inbox: Inbox<String>
  let onClose: @Sendable () -> Void

  func close() {
    inbox.end(CancellationError())
    channel.close(promise: nil)
    onClose()
  }
}

extension HTTPWire {
  /// What became of the handshake: the answer's head if it was refused.
  typealias Refusal = HTTPResponseHead

  /// Opens a WebSocket. Redirects are not followed: RFC 6455 leaves that open, and browsers do not.
  func openMessages(_ request: WireRequest) async throws -> SocketConnection {
    let hop = Hop(address: try Self.address(of: request, isWebSocket: true), request: request)
    let visit = try paces.begin(request, at: hop.address)
    do {
      let route = try await gate.approve(hop.address, within: request.timeout)
      let (connection, refusal) = try await connect(hop, by: route)
      guard let head = refusal else {
        paces.end(
          visit, .answered(status: 101, hints: PaceHints([], at: configuration.clock.now())))
        return connection
      }
      connection.close()
      let hints = PaceHints(AnswerHead.headers(head), at: configuration.clock.now())
      paces.end(visit, .answered(status: Int(head.status.code), hints: hints))
      throw self.refusal(head, of: hop.address)
    } catch let error as WireError where error.cause is StreamRefusal {
      throw error
    } catch {
      paces.end(visit, Self.isFailure(error) ? .failed : .neither)
      throw error
    }
  }

  private func connect(
    _ hop: Hop, by route: AddressGuard.Route
  ) async throws -> (SocketConnection, Refusal?) {
    var last: any Error = CancellationError()
    for way in Self.ways(route, to: hop.address).prefix(configuration.limits.addresses) {
      let sent = Mark()
      do {
        return try await connect(hop, by: way, sent: sent)
      } catch {
        last = Faults.translate(error, host: hop.address.host.bare, isSent: sent.isSet)
        guard !sent.isSet, Self.isFailure(last) else { throw last }
      }
    }
    throw last
  }

  private func connect(
    _ hop: Hop, by way: Clients.Way, sent: Mark
  ) async throws -> (SocketConnection, Refusal?) {
    let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connectTimeout(TimeAmount(min(configuration.limits.connecting, hop.request.timeout)))
    let channel: any Channel
    switch way {
    case .direct(let address):
      let target = try SocketAddress(ipAddress: "\(address)", port: hop.address.port)
      channel = try await bootstrap.connect(to: target).get()
    case .proxy(let server, _):
      channel = try await bootstrap.connect(host: server.host, port: server.port).get()
    }
    let id = streams.add { channel.close(promise: nil) }
    let connection = SocketConnection(channel: channel, inbox: Inbox()) { [streams] in
      streams.remove(id)
    }
    guard id != nil else {
      connection.close()
      throw Clients.stopped
    }
    let isLate = Mark()
    let timer = channel.eventLoop.scheduleTask(in: TimeAmount(hop.request.timeout)) {
      isLate.set()
      channel.close(promise: nil)
    }
    defer { timer.cancel() }
    do {
      let refusal = try await withTaskCancellationHandler {
        if case .proxy(let server, _) = way {
          try await channel.openTunnel(
            to: "\(hop.address.host.text):\(hop.address.port)", credentials: server.credentials
          ).get()
        }
        return try await shake(hop, over: channel, inbox: connection.inbox, sent: sent)
      } onCancel: {
        channel.close(promise: nil)
      }
      return (connection, refusal)
    } catch {
      connection.close()
      if Task.isCancelled { throw CancellationError() }
      // The pipeline tells that it ended; the timer knows why.
      throw isLate.isSet ? HTTPClientError.deadlineExceeded : error
    }
  }

  private func shake(
    _ hop: Hop, over channel: any Channel, inbox: Inbox<String>, sent: Mark
  ) async throws -> Refusal? {
    let head = HTTPRequestHead(
      version: .http1_1, method: .GET, uri: hop.address.target,
      headers: try hop.headers(userAgent: configuration.userAgent, encodings: "identity"))
    let tls = hop.address.scheme.isSecure ? try trust.context : nil
    let limit = hop.request.maximumBytes
    let host = hop.address.host
    let timeout = hop.request.timeout
    let upgrader = NIOTypedWebSocketClientUpgrader<EventLoopFuture<Refusal?>>(
      maxFrameSize: min(limit, Int(UInt32.max)), enableAutomaticErrorHandling: false
    ) { channel, _ in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHandler(
          SocketFrames(inbox: inbox, host: host.bare, maximumBytes: limit, silence: timeout))
        return channel.eventLoop.makeSucceededFuture(nil)
      }
    }
    // The answer is handed on only after this returned, so it returns what will be known then.
    let configuration = NIOTypedHTTPClientUpgradeConfiguration<EventLoopFuture<Refusal?>>(
      upgradeRequestHead: head, upgraders: [upgrader]
    ) { channel in
      channel.eventLoop.makeCompletedFuture {
        let refusal = channel.eventLoop.makePromise(of: Refusal?.self)
        do {
          try channel.pipeline.syncOperations.addHandler(Refused(refusal))
        } catch {
          refusal.fail(error)
        }
        return refusal.futureResult
      }
    }
    var pipeline = NIOUpgradableHTTPClientPipelineConfiguration(upgradeConfiguration: configuration)
    // A host may send its first frames in the same packet as its consent.
    pipeline.leftOverBytesStrategy = .forwardBytes
    let prepared = pipeline
    let outcome = channel.eventLoop.flatSubmit {
      do {
        let handlers = channel.pipeline.syncOperations
        if let tls {
          var name: String?
          if case .name(let text) = host.form { name = text }
          try handlers.addHandler(NIOSSLClientHandler(context: tls, serverHostname: name))
        }
        try handlers.addHandler(MarkSent(sent, isSecure: tls != nil))
        return try handlers.configureUpgradableHTTPClientPipeline(configuration: prepared)
      } catch {
        return channel.eventLoop.makeFailedFuture(error)
      }
    }
    return try await outcome.flatMap { $0 }.get()
  }
}
