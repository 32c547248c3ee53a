import HeedModel
public import HeedNetwork
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS
import Synchronization

extension HTTPWire: Connecting {
  /// Connects to an address that the guard approved. No proxy is asked, and nothing is written by itself.
  public func connect(
    to host: String, port: Int, isSecure: Bool
  ) async throws -> any WireConnection {
    let place = try await approve(host, port: port)
    var last: any Error = CancellationError()
    for address in place.addresses.prefix(configuration.limits.addresses) {
      do {
        return try await connect(to: place, address, isSecure: isSecure)
      } catch {
        if Task.isCancelled { throw CancellationError() }
        last = Faults.translate(error, host: place.host, isSent: false)
        guard Self.isFailure(last) else { throw last }
      }
    }
    throw last
  }

  private func connect(
    to place: ResolvedAddress, _ address: IPAddress, isSecure: Bool
  ) async throws -> any WireConnection {
    let limit = configuration.limits.connecting
    let inbox = ByteInbox()
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .connectTimeout(TimeAmount(limit))
      .channelInitializer { channel in channel.pipeline.addHandler(ByteCollector(inbox)) }
      .connect(to: SocketAddress(ipAddress: "\(address)", port: place.port)).get()
    let id = streams.add { channel.close(promise: nil) }
    channel.closeFuture.whenComplete { [streams] _ in streams.remove(id) }
    let connection = PlainConnection(
      channel: channel, inbox: inbox, host: place.host, trust: trust, limit: limit)
    do {
      guard id != nil else { throw Clients.stopped }
      if isSecure { try await connection.secure() }
      return connection
    } catch {
      connection.close()
      throw error
    }
  }
}

/// A connection that others speak their own protocol on.
final class PlainConnection: WireConnection {
  private let channel: any Channel
  private let inbox: ByteInbox
  private let host: String
  private let trust: Trust
  private let limit: Duration
  private let secured = Mutex(false)

  init(channel: any Channel, inbox: ByteInbox, host: String, trust: Trust, limit: Duration) {
    self.channel = channel
    self.inbox = inbox
    self.host = host
    self.trust = trust
    self.limit = limit
  }

  deinit { channel.close(promise: nil) }

  var isSecure: Bool { secured.withLock { $0 } }

  func read(within limit: Duration) async throws -> [UInt8] {
    let timer = channel.eventLoop.scheduleTask(in: TimeAmount(limit)) { [inbox, host] in
      inbox.answer(with: Faults.silent(host))
    }
    defer { timer.cancel() }
    do {
      let bytes = try await withTaskCancellationHandler {
        try await inbox.next()
      } onCancel: {
        inbox.answer(with: CancellationError())
      }
      // A reader that fell behind holds the other side back; now there is room again.
      if inbox.resumes() { resume() }
      return bytes
    } catch {
      throw Faults.translate(error, host: host, isSent: true)
    }
  }

  private func resume() {
    channel.setOption(.autoRead, value: true).whenComplete { [channel] _ in channel.read() }
  }

  func write(_ bytes: [UInt8], within limit: Duration) async throws {
    let timer = channel.eventLoop.scheduleTask(in: TimeAmount(limit)) { [channel] in
      channel.close(promise: nil)
    }
    defer { timer.cancel() }
    do {
      try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
    } catch {
      throw Faults.translate(error, host: host, isSent: true)
    }
  }

  func secure() async throws {
    do {
      let context = try trust.mail.get()
      let name = IPAddress(host) == nil ? host : nil
      let done = channel.eventLoop.makePromise(of: Void.self)
      inbox.awaitTLS(done)
      let timer = channel.eventLoop.scheduleTask(in: TimeAmount(limit)) { [channel] in
        done.fail(ChannelError.connectTimeout(TimeAmount.zero))
        channel.close(promise: nil)
      }
      defer { timer.cancel() }
      try await channel.eventLoop.submit { [channel] in
        try channel.pipeline.syncOperations.addHandler(
          NIOSSLClientHandler(context: context, serverHostname: name), position: .first)
      }.get()
      try await done.futureResult.get()
      secured.withLock { $0 = true }
    } catch {
      close()
      throw Faults.translate(error, host: host, isSent: false)
    }
  }

  func close() { channel.close(promise: nil) }
}

/// What came and was not read yet, and whoever waits for it.
final class ByteInbox: Sendable {
  /// More is not taken in before somebody reads.
  private static let room = 1 << 20

  private struct State {
    var bytes: [UInt8] = []
    var end: Result<Void, any Error>?
    var reader: CheckedContinuation<[UInt8], any Error>?
    var isHeldBack = false
    var tls: EventLoopPromise<Void>?
  }

  private let state = Mutex(State())

  func next() async throws -> [UInt8] {
    try await withCheckedThrowingContinuation { continuation in
      let ready = state.withLock { state -> Result<[UInt8], any Error>? in
        if Task.isCancelled { return .failure(CancellationError()) }
        if !state.bytes.isEmpty {
          defer { state.bytes = [] }
          return .success(state.bytes)
        }
        if let end = state.end { return end.map { [] } }
        state.reader = continuation
        return nil
      }
      if let ready { continuation.resume(with: ready) }
    }
  }

  /// Whoever waits is told so; whoever does not, is not.
  func answer(with error: any Error) {
    let reader = state.withLock { state in
      defer { state.reader = nil }
      return state.reader
    }
    reader?.resume(throwing: error)
  }

  /// - Returns: whether there is room for more.
  func put(_ bytes: [UInt8]) -> Bool {
    let (reader, given, hasRoom) = state.withLock {
      state -> (CheckedContinuation<[UInt8], any Error>?, [UInt8], Bool) in
      state.bytes += bytes
      if let reader = state.reader {
        defer {
          state.reader = nil
          state.bytes = []
        }
        return (reader, state.bytes, true)
      }
      state.isHeldBack = state.bytes.count > Self.room
      return (nil, [], !state.isHeldBack)
    }
    reader?.resume(returning: given)
    return hasRoom
  }

  func resumes() -> Bool {
    state.withLock { state in
      defer { state.isHeldBack = false }
      return state.isHeldBack
    }
  }

  func finish(_ end: Result<Void, any Error>) {
    let (reader, tls) = state.withLock { state in
      if state.end == nil { state.end = end }
      defer {
        state.reader = nil
        state.tls = nil
      }
      return (state.reader, state.tls)
    }
    reader?.resume(with: end.map { [] })
    if case .failure(let error) = end { tls?.fail(error) } else { tls?.fail(ChannelError.eof) }
  }

  /// What came in plain before is thrown away.
  func awaitTLS(_ promise: EventLoopPromise<Void>) {
    let isOver = state.withLock { state in
      state.bytes = []
      state.tls = promise
      return state.end != nil
    }
    if isOver { promise.fail(ChannelError.eof) }
  }

  func tlsStands() {
    let tls = state.withLock { state in
      // Whatever came in plain while both were agreeing.
      state.bytes = []
      defer { state.tls = nil }
      return state.tls
    }
    tls?.succeed()
  }
}

private final class ByteCollector: ChannelInboundHandler, Sendable {
  typealias InboundIn = ByteBuffer

  private let inbox: ByteInbox

  init(_ inbox: ByteInbox) { self.inbox = inbox }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if !inbox.put(Array(unwrapInboundIn(data).readableBytesView)) {
      context.channel.setOption(.autoRead, value: false).whenFailure { _ in }
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case .handshakeCompleted? = event as? TLSUserEvent { inbox.tlsStands() }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // Mail servers close without the goodbye of TLS; an answer that is cut is found by what it lacks.
    if case .uncleanShutdown? = error as? NIOSSLError { return }
    inbox.finish(.failure(error))
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) {
    inbox.finish(.success(()))
    context.fireChannelInactive()
  }
}
