import Foundation
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import NIOSSL
import ServiceLifecycle
import Testing

@testable import HeedWeb

/// A desk behind a real socket on 127.0.0.1, for as long as a test needs it.
enum OpenDoor {
  /// - Parameter make: the door, told where to say that it is open.
  static func with(
    _ make: (@escaping @Sendable (any Channel) async -> Void) throws -> any Service,
    _ body: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    let (ports, open) = AsyncStream.makeStream(of: Int.self)
    let door = try make { open.yield($0.localAddress?.port ?? 0) }
    let group = ServiceGroup(
      services: [door], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      let port = try #require(await ports.first { _ in true })
      do {
        try await body(port)
      } catch {
        await group.triggerGracefulShutdown()
        throw error
      }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }
}

/// Asks by raw bytes, as no browser would.
enum Raw {
  static func get(_ path: String, host: String, more: String = "") -> String {
    "GET \(path) HTTP/1.1\r\nHost: \(host)\r\n\(more)Connection: close\r\n\r\n"
  }

  /// All that comes back until the other side ends.
  /// - Parameter root: the only certificate that is trusted; by plain HTTP without.
  static func ask(_ port: Int, _ text: String, trusting root: NIOSSLCertificate? = nil) async throws
    -> String
  {
    let collected = Collected()
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let root {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.trustRoots = .certificates([root])
            let context = try NIOSSLContext(configuration: configuration)
            try channel.pipeline.syncOperations.addHandler(
              NIOSSLClientHandler(context: context, serverHostname: "localhost"))
          }
          try channel.pipeline.syncOperations.addHandler(collected.handler())
        }
      }
      .connect(host: "127.0.0.1", port: port).get()
    try? await channel.writeAndFlush(ByteBuffer(string: text)).get()
    try? await channel.closeFuture.get()
    if let error = collected.error { throw error }
    return collected.text
  }

  static func status(_ answer: String) -> String {
    String(answer.dropFirst("HTTP/1.1 ".count).prefix(3))
  }
}

/// What came over a connection.
final class Collected: Sendable {
  private let state = NIOLockedValue()

  var text: String { state.with { String(decoding: $0.bytes, as: UTF8.self) } }
  var error: (any Error)? { state.with { $0.error } }

  func handler() -> some ChannelInboundHandler { Handler(state: state) }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    let state: NIOLockedValue
    init(state: NIOLockedValue) { self.state = state }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let bytes = Array(unwrapInboundIn(data).readableBytesView)
      state.with { $0.bytes += bytes }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      // A peer that ends without saying so in TLS did all the same say all that it had to.
      if !(error is NIOSSLError) || state.with({ $0.bytes.isEmpty }) {
        state.with { $0.error = error }
      }
      context.close(promise: nil)
    }
  }
}

final class NIOLockedValue: @unchecked Sendable {
  struct State {
    var bytes: [UInt8] = []
    var error: (any Error)?
  }
  private var state = State()
  private let lock = NSLock()
  func with<T>(_ body: (inout State) -> T) -> T { lock.withLock { body(&state) } }
}

/// A certificate and its key in files of their own, made for one test.
struct MadeCertificate {
  static var canBeMade: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl") }

  let folder: URL
  let files: Certificate.Files

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "heed-door-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    files = Certificate.Files(
      certificate: folder.appending(path: "desk.pem").path,
      key: folder.appending(path: "desk.key").path)
    try renew()
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Another certificate and key in the same place.
  func renew() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days", "30", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
      "-keyout", files.key, "-out", files.certificate,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  var root: NIOSSLCertificate {
    get throws {
      try NIOSSLCertificate(
        bytes: Array(Data(contentsOf: URL(filePath: files.certificate))), format: .pem)
    }
  }
}
