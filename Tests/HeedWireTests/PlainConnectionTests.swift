import HeedModel
import HeedNetwork
import HeedWire
import NIOCore
import NIOPosix
import NIOSSL
import Testing

@Suite struct PlainConnectionTests {
  @Test(.enabled(if: Certificate.canBeMade, "needs the openssl command to make a certificate"))
  func tlsBeginsLaterChecksTheNameAndForgetsWhatCameInPlain() async throws {
    let certificate = try Certificate(name: "mail.example.com")
    try await StartingServer.with(certificate) { port in
      let names = ["mail.example.com:\(port)", "other.example.com:\(port)"]
      let bench = Bench(
        allowed: names, resolver: ScriptedResolver([["127.0.0.1"]]), certificates: certificate.text)
      try await Bench.with(bench) { bench in
        let connection = try await bench.wire.connect(
          to: "mail.example.com", port: port, isSecure: false)
        #expect(!connection.isSecure)
        #expect(try await connection.read(within: .seconds(10)) == Array("hello\r\n".utf8))
        try await connection.write(Array("tls\r\n".utf8), within: .seconds(10))
        #expect(
          try await connection.read(within: .seconds(10)).starts(with: "go\r\n".utf8))
        try await connection.secure()
        #expect(connection.isSecure)
        try await connection.write(Array("ping\r\n".utf8), within: .seconds(10))
        #expect(try await connection.read(within: .seconds(10)) == Array("ping\r\n".utf8))
        connection.close()

        let wrong = try await bench.wire.connect(
          to: "other.example.com", port: port, isSecure: false)
        _ = try await wrong.read(within: .seconds(10))
        try await wrong.write(Array("tls\r\n".utf8), within: .seconds(10))
        _ = try await wrong.read(within: .seconds(10))
        let error = await #expect(throws: WireError.self) { try await wrong.secure() }
        #expect(error?.kind == .untrusted)
        #expect(!wrong.isSecure)
      }
    }
  }

  @Test func anAddressInsideIsNotConnectedTo() async throws {
    try await Bench.with(Bench(allowed: [], resolver: ScriptedResolver([["10.0.0.5"]]))) { bench in
      for (host, port) in [
        ("mail.example.com", 993), ("127.0.0.1", 993), ("::1", 465), ("mail.example.com", 22),
      ] {
        let error = await #expect(throws: WireError.self) {
          _ = try await bench.wire.connect(to: host, port: port, isSecure: true)
        }
        #expect(error?.kind == .forbidden, "\(host)")
        #expect(error?.certainlyNotSent == true)
      }
    }
  }

  @Test func whoeverIsSilentForTooLongIsLeftAndTheEndIsSeen() async throws {
    try await StartingServer.with(nil) { port in
      let bench = Bench(
        allowed: ["mail.example.com:\(port)"], resolver: ScriptedResolver([["127.0.0.1"]]))
      try await Bench.with(bench) { bench in
        let connection = try await bench.wire.connect(
          to: "mail.example.com", port: port, isSecure: false)
        _ = try await connection.read(within: .seconds(10))
        let error = await #expect(throws: WireError.self) {
          _ = try await connection.read(within: .milliseconds(20))
        }
        #expect(error?.kind == .timeout)
        // The connection is still good.
        try await connection.write(Array("end\r\n".utf8), within: .seconds(10))
        #expect(try await connection.read(within: .seconds(10)).isEmpty)
      }
    }
  }
}

/// Says hello, begins TLS when it is told to with something put behind its consent, and says everything else back.
private enum StartingServer {
  static func with(
    _ certificate: Certificate?, _ body: (Int) async throws -> Void
  ) async throws {
    let context = try certificate.map {
      try NIOSSLContext(
        configuration: .makeServerConfiguration(
          certificateChain: [.certificate($0.certificate)], privateKey: .privateKey($0.key)))
    }
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Talk(context))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    do {
      try await body(channel.localAddress?.port ?? 0)
      try await channel.close()
    } catch {
      try await channel.close()
      throw error
    }
  }

  private final class Talk: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private let tls: NIOSSLContext?

    init(_ tls: NIOSSLContext?) { self.tls = tls }

    func channelActive(context: ChannelHandlerContext) { say("hello\r\n", context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let text = String(buffer: unwrapInboundIn(data))
      switch text {
      case "tls\r\n":
        say("go\r\n* injected\r\n", context)
        guard let tls else { return }
        try? context.pipeline.syncOperations.addHandler(
          NIOSSLServerHandler(context: tls), position: .first)
      case "end\r\n": context.close(promise: nil)
      default: say(text, context)
      }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }

    private func say(_ text: String, _ context: ChannelHandlerContext) {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    }
  }
}
