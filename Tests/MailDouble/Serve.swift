import ArgumentParser
import Foundation
import HeedModel
import HeedTesting
import NIOCore
import NIOPosix
import NIOSSL

/// The double of a mailbox as a process of its own: what a desk talks to over real connections, held in a test's hand by
/// lines of JSON on its input, each answered by one line.
@main
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail-double",
    abstract: "Run a made-up IMAP and SMTP server on 127.0.0.1. For tests alone.")

  @Option(help: "The mailbox's address.") var address = "help@shop.example"
  @Option(help: "Its password.") var password: String
  @Option(help: "Port for IMAP over TLS on 127.0.0.1.") var imap: Int
  @Option(help: "Port for SMTP over TLS on 127.0.0.1.") var smtp: Int
  @Option(help: "File with its certificate, as PEM.") var certificate: String
  @Option(help: "File with the certificate's key, as PEM.") var key: String

  func run() async throws {
    let double = MailDouble(address: address, password: password, clock: RealClock())
    let tls = try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
        privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem))))
    for (port, kind) in [(imap, 993), (smtp, 465)] {
      _ = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            guard let session = double.session(atPort: kind) else { return }
            try channel.pipeline.syncOperations.addHandlers([
              NIOSSLServerHandler(context: tls), Talk(session),
            ])
          }
        }
        .bind(host: "127.0.0.1", port: port).get()
    }
    print("open")
    fflush(nil)
    while let line = readLine() {
      print(try Order(line).obey(double))
      fflush(nil)
    }
  }
}

/// One connection of the world.
private final class Talk: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer
  private let session: any MailSession

  init(_ session: any MailSession) { self.session = session }

  func channelActive(context: ChannelHandlerContext) {
    let channel = context.channel
    session.listen { bytes in channel.writeAndFlush(ByteBuffer(bytes: bytes), promise: nil) }
    answer(session.begin(), context)
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    answer(session.take(Array(unwrapInboundIn(data).readableBytesView)), context)
  }

  func channelInactive(context: ChannelHandlerContext) { session.end() }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func answer(_ answer: MailAnswer, _ context: ChannelHandlerContext) {
    if !answer.bytes.isEmpty {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: answer.bytes)), promise: nil)
    }
    if answer.closes { context.close(promise: nil) }
  }
}

/// What a test wants.
private struct Order {
  private let wish: [String: String]

  init(_ line: String) throws {
    wish = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
  }

  func obey(_ double: MailDouble) throws -> String {
    var answer: [String: [String]] = [:]
    switch wish["act"] {
    case "deliver":
      double.deliver(Array(Data(base64Encoded: wish["mail"] ?? "") ?? Data()))
    case "fill": double.fill(Int(wish["count"] ?? "") ?? 0)
    case "taken": answer["mails"] = double.taken.map { Data($0).base64EncodedString() }
    case "cut": double.fail(.cutAfterTaking)
    default: throw ValidationError("Nothing is done at “\(wish["act"] ?? "")”.")
    }
    return String(decoding: try JSONEncoder().encode(answer), as: UTF8.self)
  }
}

/// The machine's clock.
private struct RealClock: DeskClock {
  func now() -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
  func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}

extension MailDouble {
  /// So many mails of nine hundred people, a third of them answers, for a bench.
  func fill(_ count: Int) {
    let date = Date(timeIntervalSince1970: Double(RealClock().now().milliseconds / 1000 - 86_400))
      .formatted(
        Date.VerbatimFormatStyle(
          format: """
            \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
            \(second: .twoDigits) +0000
            """,
          locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
          calendar: Calendar(identifier: .gregorian)))
    for number in 1...max(count, 1) {
      let parent =
        number > 3 && number % 3 == 0 ? "In-Reply-To: <m\(number - 2)@a.example>\r\n" : ""
      deliver(
        Array(
          """
          From: Ana \(number % 900) <ana\(number % 900)@a.example>\r
          To: \(address)\r
          Subject: =?utf-8?Q?Gl=C3=B6ckchen?= \(number)\r
          Date: \(date)\r
          Message-ID: <m\(number)@a.example>\r
          \(parent)Content-Type: text/plain; charset=utf-8\r
          \r
          My bell number \(number) does not ring. Can you help?\r
          \r
          Ana\r
          \r
          On Mon, 2 Mar 2026 at 10:00, Widget Shop <help@shop.example> wrote:\r
          > Does it ring?\r
          > Yours, the shop\r

          """.utf8))
    }
  }
}
