import NIOCore
import NIOPosix
import Synchronization

/// One question to one name server.
struct DNSExchange: Sendable {
  let server: NameServer
  let question: DNSQuestion
  let id: UInt16

  enum Fault: Error { case silent, unreachable, malformed }

  /// What else may come before the true answer: more means that somebody is guessing.
  static let strangers = 64

  /// - Parameter isLong: over a connection, for answers that no datagram holds.
  func ask(isLong: Bool, within limit: Duration) async throws -> DNSAnswer {
    let address = try SocketAddress(ipAddress: "\(server.address)", port: server.port)
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let promise = loop.makePromise(of: DNSAnswer.self)
    let timer = loop.scheduleTask(in: TimeAmount(limit)) { promise.fail(Fault.silent) }
    promise.futureResult.whenComplete { _ in timer.cancel() }
    let opened =
      isLong
      ? connection(to: address, on: loop, within: limit, promise)
      : datagrams(to: address, on: loop, promise)
    let query = question.written(id: id)
    let length = [UInt8(query.count >> 8), UInt8(query.count & 255)]
    let bytes = ByteBuffer(bytes: isLong ? length + query : query)
    opened.whenFailure { _ in promise.fail(Fault.unreachable) }
    opened.whenSuccess { channel in
      promise.futureResult.whenComplete { _ in channel.close(promise: nil) }
      channel.writeAndFlush(bytes).whenFailure { _ in promise.fail(Fault.unreachable) }
    }
    return try await withTaskCancellationHandler {
      try await promise.futureResult.get()
    } onCancel: {
      promise.fail(CancellationError())
    }
  }

  /// The socket is connected: what comes from elsewhere never gets here, and the port is one that the system chose by
  /// chance (https://www.rfc-editor.org/rfc/rfc5452#section-9.2).
  private func datagrams(
    to address: SocketAddress, on loop: any EventLoop, _ promise: EventLoopPromise<DNSAnswer>
  ) -> EventLoopFuture<any Channel> {
    DatagramBootstrap(group: loop)
      .channelInitializer { $0.pipeline.addHandler(Datagrams(exchange: self, promise: promise)) }
      .connect(to: address)
  }

  private func connection(
    to address: SocketAddress, on loop: any EventLoop, within limit: Duration,
    _ promise: EventLoopPromise<DNSAnswer>
  ) -> EventLoopFuture<any Channel> {
    ClientBootstrap(group: loop)
      .connectTimeout(TimeAmount(limit))
      .channelInitializer { $0.pipeline.addHandler(Stream(exchange: self, promise: promise)) }
      .connect(to: address)
  }

  fileprivate func read(_ bytes: [UInt8]) -> DNSAnswer? {
    DNSAnswer.read(bytes, to: question, id: id)
  }
}

/// Passes over what answers another question, and waits for the one that is ours.
private final class Datagrams: ChannelInboundHandler, Sendable {
  typealias InboundIn = AddressedEnvelope<ByteBuffer>

  private let exchange: DNSExchange
  private let promise: EventLoopPromise<DNSAnswer>
  private let others = Mutex(0)

  init(exchange: DNSExchange, promise: EventLoopPromise<DNSAnswer>) {
    self.exchange = exchange
    self.promise = promise
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if let answer = exchange.read(Array(unwrapInboundIn(data).data.readableBytesView)) {
      return promise.succeed(answer)
    }
    let count = others.withLock { count in
      count += 1
      return count
    }
    if count >= DNSExchange.strangers { promise.fail(DNSExchange.Fault.malformed) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    promise.fail(DNSExchange.Fault.unreachable)
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    promise.fail(DNSExchange.Fault.unreachable)
    context.fireChannelInactive()
  }
}

/// The same answer behind its length (RFC 1035, section 4.2.2).
private final class Stream: ChannelInboundHandler, Sendable {
  typealias InboundIn = ByteBuffer

  private let exchange: DNSExchange
  private let promise: EventLoopPromise<DNSAnswer>
  private let come = Mutex<[UInt8]>([])

  init(exchange: DNSExchange, promise: EventLoopPromise<DNSAnswer>) {
    self.exchange = exchange
    self.promise = promise
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let whole = come.withLock { come -> [UInt8]? in
      come += unwrapInboundIn(data).readableBytesView
      guard come.count >= 2 else { return nil }
      let end = 2 + (Int(come[0]) << 8 | Int(come[1]))
      return come.count >= end ? Array(come[2..<end]) : nil
    }
    guard let whole else { return }
    if let answer = exchange.read(whole) {
      promise.succeed(answer)
    } else {
      promise.fail(DNSExchange.Fault.malformed)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    promise.fail(DNSExchange.Fault.unreachable)
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    promise.fail(DNSExchange.Fault.unreachable)
    context.fireChannelInactive()
  }
}
