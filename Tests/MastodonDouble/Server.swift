import Foundation
import HeedNetwork
import HeedTesting
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket
import Synchronization

/// HTTPS with streams of both kinds, and the control beside it.
struct Server: Sendable {
  typealias Exchange = NIOAsyncChannel<
    HTTPServerRequestPart, HTTPPart<HTTPResponseHead, ByteBuffer>
  >
  typealias Socket = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

  /// What a connection turned out to be.
  enum Connection: Sendable {
    case exchanges(Exchange)
    case socket(Socket, AsyncStream<(event: String, payload: String)>)
    case nothing
  }

  let far: FarSide

  /// Serves until the process is ended.
  func run(
    port: Int, control: Int, certificate: String, key: String, isOpen: @Sendable () -> Void
  ) async throws {
    let tls = try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
        privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))))
    let world = try await bind(port, tls: tls)
    let hand = try await bind(control, tls: nil)
    isOpen()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await accept(world) { try await respond($0) } }
      group.addTask { try await accept(hand) { try await Control(far: far).respond($0) } }
      try await group.next()
      group.cancelAll()
    }
  }

  private typealias Listener = NIOAsyncChannel<EventLoopFuture<Connection>, Never>

  private func bind(_ port: Int, tls: NIOSSLContext?) async throws -> Listener {
    try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls))
          }
          return try upgradable(channel)
        }
      }
  }

  private func upgradable(_ channel: any Channel) throws -> EventLoopFuture<Connection> {
    let opened = Opened()
    let far = far
    let upgrader = NIOTypedWebSocketServerUpgrader<Connection>(
      shouldUpgrade: { channel, head in
        let stream = far.double.open(Self.request(head, body: []), asSocket: true)
        opened.put(stream)
        var headers = HTTPHeaders()
        if let asked = head.headers.first(name: "Sec-WebSocket-Protocol") {
          headers.add(name: "Sec-WebSocket-Protocol", value: asked)
        }
        if stream != nil { return channel.eventLoop.makeSucceededFuture(headers) }
        // A refused upgrade is not handed on as a request: it is answered here.
        let refusal = HTTPResponseHead(
          version: .http1_1, status: .notFound,
          headers: ["Content-Length": "0", "Connection": "close"])
        channel.write(HTTPServerResponsePart.head(refusal), promise: nil)
        return channel.writeAndFlush(HTTPServerResponsePart.end(nil)).flatMap {
          channel.close()
        }.map { nil }
      },
      upgradePipelineHandler: { channel, _ in
        channel.eventLoop.makeCompletedFuture {
          guard let stream = opened.take() else { return Connection.nothing }
          return .socket(try Socket(wrappingChannelSynchronously: channel), stream)
        }
      })
    let upgrade = NIOTypedHTTPServerUpgradeConfiguration<Connection>(
      upgraders: [upgrader],
      notUpgradingCompletionHandler: { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(PlainParts())
          return .exchanges(try Exchange(wrappingChannelSynchronously: channel))
        }
      })
    return try channel.pipeline.syncOperations.configureUpgradableHTTPServerPipeline(
      configuration: .init(upgradeConfiguration: upgrade))
  }

  private func accept(
    _ listener: Listener, _ serve: @escaping @Sendable (Connection) async throws -> Void
  ) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      try await listener.executeThenClose { connections in
        for try await connection in connections {
          // One that breaks is no matter of the others.
          group.addTask { try? await serve(try await connection.get()) }
        }
      }
    }
  }

  private func respond(_ connection: Connection) async throws {
    switch connection {
    case .nothing: break
    case .socket(let socket, let stream): try await tell(stream, over: socket)
    case .exchanges(let channel):
      try await channel.executeThenClose { parts, out in
        var asked = Asked()
        for try await part in parts {
          guard let (head, body) = asked.take(part) else { continue }
          let request = Self.request(head, body: body)
          if head.uri.hasPrefix("/api/v1/streaming") {
            if let stream = far.double.open(request, asSocket: false) {
              return try await tell(stream, over: out)
            }
            try await out.write(.error(404))
            continue
          }
          // No answer: the connection ends here, without a word.
          guard let answer = try await far.answer(request) else { return }
          try await out.write(.init(answer, isHead: head.method == .HEAD))
        }
      }
    }
  }

  static func request(_ head: HTTPRequestHead, body: [UInt8]) -> WireRequest {
    let host = head.headers.first(name: "host") ?? "127.0.0.1"
    return WireRequest(
      WireRequest.Method(rawValue: head.method.rawValue) ?? .get, "https://" + host + head.uri,
      headers: head.headers.map { (name: $0.name, value: $0.value) }, body: body)
  }
}

/// A stream on its way from the consent to the connection that was made of it.
private final class Opened: Sendable {
  private let stream = Mutex<AsyncStream<(event: String, payload: String)>?>(nil)
  func put(_ new: AsyncStream<(event: String, payload: String)>?) { stream.withLock { $0 = new } }
  func take() -> AsyncStream<(event: String, payload: String)>? { stream.withLock { $0 } }
}
