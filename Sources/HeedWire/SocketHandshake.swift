import NIOCore
import NIOHTTP1
import NIOTLS
import Synchronization

/// Set once, from anywhere.
final class Mark: Sendable {
  private let flag = Atomic(false)
  var isSet: Bool { flag.load(ordering: .relaxed) }
  func set() { flag.store(true, ordering: .relaxed) }
}

/// Notices when the request itself leaves.
///
/// It stands above TLS, which holds the request back until the handshake is done.
final class MarkSent: ChannelDuplexHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundIn = ByteBuffer
  private let mark: Mark
  private let isSecure: Bool

  init(_ mark: Mark, isSecure: Bool) {
    self.mark = mark
    self.isSecure = isSecure
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if !isSecure { mark.set() }
    context.write(data, promise: promise)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted? = event as? TLSUserEvent { mark.set() }
    context.fireUserInboundEventTriggered(event)
  }
}

/// Reads the head of an answer that is no consent.
final class Refused: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  private let promise: EventLoopPromise<HTTPResponseHead?>

  init(_ promise: EventLoopPromise<HTTPResponseHead?>) { self.promise = promise }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if case .head(let head) = unwrapInboundIn(data) { promise.succeed(head) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { promise.fail(error) }
  func channelInactive(context: ChannelHandlerContext) { promise.fail(ChannelError.eof) }
  func handlerRemoved(context: ChannelHandlerContext) { promise.fail(ChannelError.eof) }
}
