import Foundation
import HeedModel
import HeedNetwork
import HeedWire
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Testing

@Suite struct TLSTests {
  @Test(.enabled(if: Certificate.canBeMade, "needs the openssl command to make a certificate"))
  func theNameIsCheckedThoughTheConnectionGoesToTheAddress() async throws {
    let certificate = try Certificate(name: "secure.example.com")
    try await TLSServer.with(certificate) { server in
      let resolver = ScriptedResolver([["127.0.0.1"]])
      let names = ["secure.example.com", "other.example.com"]
      let trusting = Bench(allowed: names, resolver: resolver, certificates: certificate.text)
      try await Bench.with(trusting) { bench in
        let good = try await bench.wire.send(
          WireRequest(.get, "https://secure.example.com:\(server.port)/"))
        #expect(good.body == Array("secure.example.com".utf8), "the name the server was asked for")
        let fault = await bench.fault(
          WireRequest(.post, "https://other.example.com:\(server.port)/", body: [1]))
        #expect(fault?.kind == .untrusted)
        #expect(fault?.certainlyNotSent == true)
        let error = await #expect(throws: WireError.self) {
          let request = WireRequest(.get, "wss://other.example.com:\(server.port)/")
          for try await _ in bench.wire.messages(request) {}
        }
        #expect(error?.kind == .untrusted)
        #expect(error?.certainlyNotSent == true)
        let plain = await #expect(throws: WireError.self) {
          let request = WireRequest(.get, "wss://secure.example.com:\(server.port)/")
          for try await _ in bench.wire.messages(request) {}
        }
        #expect((plain?.cause as? StreamRefusal)?.status == 200, "TLS stood, HTTP answered")
      }
      try await Bench.with(Bench(allowed: names, resolver: resolver)) { bench in
        let fault = await bench.fault(
          WireRequest(.get, "https://secure.example.com:\(server.port)/"))
        #expect(fault?.kind == .untrusted, "nobody vouches for it")
      }
    }
  }

  @Test(.enabled(if: Certificate.canBeMade, "needs the openssl command to make a certificate"))
  func noSignInIsCarriedFromEncryptedToPlain() async throws {
    let certificate = try Certificate(name: "secure.example.com")
    try await PlainServer.answering { _, it in
      it.answer(text: "plain")
    } body: { plain in
      let location = "http://plain.example.com:\(plain.port)/"
      try await TLSServer.with(certificate, location: location) { server in
        let bench = Bench(
          allowed: ["secure.example.com", "plain.example.com"],
          resolver: ScriptedResolver([["127.0.0.1"]]), certificates: certificate.text)
        try await Bench.with(bench) { bench in
          let address = "https://secure.example.com:\(server.port)/"
          let fault = await bench.fault(
            WireRequest(.get, address, headers: [("Authorization", "Bearer a")]))
          #expect(fault?.kind == .forbidden)
          #expect(plain.connections == 0)
          let open = try await bench.wire.send(WireRequest(.get, address))
          #expect(open.body == Array("plain".utf8))
        }
      }
    }
  }
}

/// A certificate made for one run.
struct Certificate {
  let text: String
  let certificate: NIOSSLCertificate
  let key: NIOSSLPrivateKey

  static var canBeMade: Bool { FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl") }

  init(name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "heed-wire-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (cert, key) = (folder.appending(path: "c.pem"), folder.appending(path: "k.pem"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days", "2", "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:\(name)",
      "-keyout", key.path, "-out", cert.path,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    text = try String(contentsOf: cert, encoding: .utf8)
    certificate = try NIOSSLCertificate(bytes: Array(text.utf8), format: .pem)
    self.key = try NIOSSLPrivateKey(bytes: Array(Data(contentsOf: key)), format: .pem)
  }
}

/// Answers every request with the name that it was asked for, or leads elsewhere.
struct TLSServer {
  let port: Int

  static func with(
    _ certificate: Certificate, location: String? = nil, _ body: (TLSServer) async throws -> Void
  ) async throws {
    let context = try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: [.certificate(certificate.certificate)],
        privateKey: .privateKey(certificate.key)))
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let handlers = channel.pipeline.syncOperations
          try handlers.addHandler(NIOSSLServerHandler(context: context))
          try handlers.configureHTTPServerPipeline()
          try handlers.addHandler(Answer(location: location))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    do {
      try await body(TLSServer(port: channel.localAddress?.port ?? 0))
      try await channel.close()
    } catch {
      try await channel.close()
      throw error
    }
  }

  private final class Answer: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart
    private let location: String?
    private var name = ""

    init(location: String?) { self.location = location }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let request):
        name = request.headers.first(name: "host").map { String($0.prefix { $0 != ":" }) } ?? ""
      case .body: break
      case .end:
        var head = HTTPResponseHead(version: .http1_1, status: location == nil ? .ok : .found)
        if let location { head.headers.add(name: "Location", value: location) }
        head.headers.add(name: "Content-Length", value: "\(name.utf8.count)")
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: name)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
}
