import HeedModel
import HeedNetwork
import NIOCore
import NIOWebSocket

/// Puts frames together to text messages and answers what the protocol wants answered
/// (RFC 6455, sections 5.4-5.5 and 7).
final class SocketFrames: ChannelDuplexHandler {
  typealias InboundIn = WebSocketFrame
  typealias OutboundIn = Never
  typealias OutboundOut = WebSocketFrame

  private let inbox: Inbox<String>
  private let host: String
  private let maximumBytes: Int
  private let limit: TimeAmount
  private var text: ByteBuffer?
  private var isHeld = false
  private var wantsRead = false
  private var silence: Silence?
  private var ping: RepeatedTask?

  /// - Parameter limit: the longest silence; half of it brings a ping, whose answer counts as a
  ///   sign of life.
  init(inbox: Inbox<String>, host: String, maximumBytes: Int, silence limit: Duration) {
    self.inbox = inbox
    self.host = host
    self.maximumBytes = maximumBytes
    self.limit = TimeAmount(limit)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let channel = context.channel
    let inbox = inbox
    let host = host
    silence = Silence(Duration(limit), on: context.eventLoop) {
      inbox.end(Faults.silent(host))
      channel.close(promise: nil)
    }
    let half = TimeAmount.nanoseconds(limit.nanoseconds / 2)
    ping = context.eventLoop.scheduleRepeatedTask(initialDelay: half, delay: half) { _ in
      channel.writeAndFlush(
        WebSocketFrame(fin: true, opcode: .ping, maskKey: .random(), data: ByteBuffer()),
        promise: nil)
    }
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    silence?.touch()
    let frame = unwrapInboundIn(data)
    guard frame.maskKey == nil, !frame.rsv1, !frame.rsv2, !frame.rsv3 else {
      return fail(.protocolError, context: context)
    }
    if frame.opcode.isControl {
      guard frame.fin, frame.length <= 125 else { return fail(.protocolError, context: context) }
    }
    switch frame.opcode {
    case .text:
      guard text == nil else { return fail(.protocolError, context: context) }
      text = ByteBuffer()
      append(frame, context: context)
    case .continuation:
      guard text != nil else { return fail(.protocolError, context: context) }
      append(frame, context: context)
    case .ping:
      let pong = WebSocketFrame(
        fin: true, opcode: .pong, maskKey: .random(), data: frame.unmaskedData)
      context.writeAndFlush(wrapOutboundOut(pong), promise: nil)
    case .pong: break
    case .connectionClose:
      inbox.end(WireError(.cut, "\(host) closed the stream.", certainlyNotSent: false))
      close(.normalClosure, context: context)
    case .binary: fail(.unacceptableData, context: context)
    default: fail(.protocolError, context: context)
    }
  }

  func read(context: ChannelHandlerContext) {
    // The reader is busy: what the host sends now waits in the network, not in our memory.
    if isHeld { wantsRead = true } else { context.read() }
  }

  func channelInactive(context: ChannelHandlerContext) {
    inbox.end(
      WireError(
        .cut, "The connection to \(host) broke. The desk opens it again.", certainlyNotSent: false))
    stop()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if case .invalidFrameLength? = error as? NIOWebSocketError {
      fail(.messageTooLarge, context: context)
    } else {
      inbox.end(Faults.translate(error, host: host, isSent: true))
      context.close(promise: nil)
    }
  }

  private func append(_ frame: WebSocketFrame, context: ChannelHandlerContext) {
    var data = frame.unmaskedData
    guard (text?.readableBytes ?? 0) + data.readableBytes <= maximumBytes else {
      return fail(.messageTooLarge, context: context)
    }
    text?.writeBuffer(&data)
    guard frame.fin, let whole = text else { return }
    text = nil
    guard let message = String(validating: whole.readableBytesView, as: UTF8.self) else {
      return fail(.dataInconsistentWithMessage, context: context)
    }
    let loop = context.eventLoop
    let bound = NIOLoopBound((self, context), eventLoop: loop)
    let isFree = inbox.put(message) {
      loop.execute { bound.value.0.release(context: bound.value.1) }
    }
    if !isFree {
      isHeld = true
      silence?.pause()
    }
  }

  private func release(context: ChannelHandlerContext) {
    guard isHeld else { return }
    isHeld = false
    silence?.resume()
    if wantsRead {
      wantsRead = false
      context.read()
    }
  }

  private func fail(_ code: WebSocketErrorCode, context: ChannelHandlerContext) {
    switch code {
    case .messageTooLarge: inbox.end(Faults.tooLarge(host, maximumBytes))
    default:
      inbox.end(
        WireError(
          .malformed, "What \(host) sends is no stream of texts.", certainlyNotSent: false))
    }
    close(code, context: context)
  }

  private func close(_ code: WebSocketErrorCode, context: ChannelHandlerContext) {
    stop()
    var data = context.channel.allocator.buffer(capacity: 2)
    data.write(webSocketErrorCode: code)
    let frame = WebSocketFrame(
      fin: true, opcode: .connectionClose, maskKey: .random(), data: data)
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(frame)).whenComplete { _ in
      bound.value.close(promise: nil)
    }
  }

  private func stop() {
    silence?.stop()
    ping?.cancel()
    silence = nil
    ping = nil
  }
}

extension WebSocketOpcode {
  fileprivate var isControl: Bool { self == .ping || self == .pong || self == .connectionClose }
}
