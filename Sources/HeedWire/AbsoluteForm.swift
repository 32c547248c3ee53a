import NIOCore
import NIOHTTP1

/// Writes the whole address into the request line, as proxies want it for plain HTTP
/// (RFC 9112, section 3.2.2).
///
/// AsyncHTTPClient would open a tunnel instead, and many proxies open tunnels to port 443 alone.
final class AbsoluteForm: ChannelOutboundHandler, Sendable {
  typealias OutboundIn = HTTPClientRequestPart
  typealias OutboundOut = HTTPClientRequestPart

  private let origin: String
  private let credentials: String?

  init(origin: String, credentials: String?) {
    self.origin = origin
    self.credentials = credentials
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .head(var head) = unwrapOutboundIn(data) else {
      return context.write(data, promise: promise)
    }
    head.uri = origin + head.uri
    if let credentials {
      head.headers.replaceOrAdd(name: "Proxy-Authorization", value: credentials)
    }
    context.write(wrapOutboundOut(.head(head)), promise: promise)
  }
}
