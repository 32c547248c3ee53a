import HeedModel
import HeedNetwork
import NIOCore
import NIOHTTP1

/// Asks a proxy for a tunnel (`CONNECT`, RFC 9110, section 9.3.6), for WebSockets.
final class ProxyTunnel: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundOut = HTTPClientRequestPart

  private let authority: String
  private let credentials: String?
  private let opened: EventLoopPromise<Void>

  init(to authority: String, credentials: String?, opened: EventLoopPromise<Void>) {
    self.authority = authority
    self.credentials = credentials
    self.opened = opened
  }

  func handlerAdded(context: ChannelHandlerContext) {
    var head = HTTPRequestHead(version: .http1_1, method: .CONNECT, uri: authority)
    head.headers.add(name: "Host", value: authority)
    if let credentials {
      head.headers.add(
        name: "Proxy-Authorization", value: "Basic " + Clients.base64(credentials))
    }
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(let head) = unwrapInboundIn(data) else { return }
    if (200..<300).contains(head.status.code) {
      opened.succeed()
    } else {
      let text: Message =
        head.status == .proxyAuthenticationRequired
        ? "The proxy wants a name and a password that it knows."
        : "The proxy does not lead to \(authority)."
      opened.fail(WireError(.unreachable, text, certainlyNotSent: true))
      context.close(promise: nil)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    opened.fail(error)
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    opened.fail(ChannelError.eof)
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { opened.fail(ChannelError.eof) }
}

extension Channel {
  /// Opens the tunnel and leaves the pipeline as it was.
  func openTunnel(to authority: String, credentials: String?) -> EventLoopFuture<Void> {
    let opened = eventLoop.makePromise(of: Void.self)
    return eventLoop.submit {
      let pipeline = self.pipeline.syncOperations
      let encoder = HTTPRequestEncoder()
      let decoder = ByteToMessageHandler(
        HTTPResponseDecoder(leftOverBytesStrategy: .forwardBytes))
      let tunnel = ProxyTunnel(to: authority, credentials: credentials, opened: opened)
      do {
        try pipeline.addHandlers([encoder, decoder, tunnel])
      } catch {
        opened.fail(error)
      }
    }.flatMap {
      opened.futureResult
    }.flatMap {
      self.eventLoop.submit {
        let pipeline = self.pipeline.syncOperations
        let tunnel = try pipeline.context(handlerType: ProxyTunnel.self)
        let decoder = try pipeline.context(
          handlerType: ByteToMessageHandler<HTTPResponseDecoder>.self)
        let encoder = try pipeline.context(handlerType: HTTPRequestEncoder.self)
        return pipeline.removeHandler(context: tunnel)
          .and(pipeline.removeHandler(context: decoder))
          .and(pipeline.removeHandler(context: encoder))
          .map { _ in }
      }.flatMap { $0 }
    }
  }
}
