import ArgumentParser
import Foundation
import HTTPTypes
import HeedModel
import HeedNetwork
import HeedTesting
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a made-up server of the AT Protocol on 127.0.0.1.")

  @Option(help: "Port for HTTPS on 127.0.0.1.") var port: Int
  @Option(help: "Port for its control, plain HTTP on 127.0.0.1.") var control: Int
  @Option(help: "File with its certificate, as PEM.") var certificate: String
  @Option(help: "File with the certificate's key, as PEM.") var key: String

  func run() async throws {
    let double = BlueskyDouble(host: "127.0.0.1:\(port)", clock: RealClock())
    let tls = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
    let world = try Application(
      responder: responder { request in double.handle(request) },
      server: .tls(.http1(), tlsConfiguration: tls),
      configuration: ApplicationConfiguration(
        address: .hostname("127.0.0.1", port: port), serverName: nil), logger: quiet)
    let hand = Application(
      responder: responder { request in
        let answer: (status: Int, value: JSONValue)
        do {
          let order = try JSONDecoder().decode(Order.self, from: Data(request.body))
          answer = (200, try order.obey(double))
        } catch {
          answer = (400, ["error": .text("\(error)")])
        }
        return WireResponse(
          status: answer.status, headers: [("Content-Type", "application/json")],
          body: Array(answer.value.rendered.utf8), address: "")
      },
      configuration: ApplicationConfiguration(
        address: .hostname("127.0.0.1", port: control), serverName: nil), logger: quiet)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await world.runService() }
      group.addTask { try await hand.runService() }
      try await group.next()
      group.cancelAll()
    }
  }

  private var quiet: Logger { Logger(label: "double") { _ in SwiftLogNoOpLogHandler() } }

  private func responder(
    _ answer: @escaping @Sendable (WireRequest) -> WireResponse?
  ) -> CallbackResponder<BasicRequestContext> {
    CallbackResponder { request, _ in
      let body = try await request.body.collect(upTo: 8 << 20)
      let asked = WireRequest(
        WireRequest.Method(rawValue: request.method.rawValue) ?? .get,
        "https://" + (request.head.authority ?? "127.0.0.1") + request.uri.string,
        headers: request.headers.map { ($0.name.rawName, $0.value) },
        body: Array(body.readableBytesView))
      // No answer: the connection ends here, without a word.
      guard let answer = answer(asked) else { throw CancellationError() }
      var headers = HTTPFields()
      for (name, value) in answer.headers {
        if let name = HTTPField.Name(name) { headers[name] = value }
      }
      return Response(
        status: .init(code: answer.status), headers: headers,
        body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
  }
}

/// What a test wants; which fields count depends on `act`. One `POST` an order, JSON in and out.
private struct Order: Decodable {
  struct Unknown: Error, CustomStringConvertible {
    var description: String
  }

  var act: String
  var handle: String?
  var name: String?
  var person: String?
  var text: String?
  var parent: String?
  var to: String?

  func obey(_ double: BlueskyDouble) throws -> JSONValue {
    switch act {
    case "person": return ["id": .text(double.person(try needed(handle), name: name ?? ""))]
    case "password": return ["password": .text(double.appPassword(of: try needed(person)))]
    case "say":
      return [
        "uri": .text(double.post(by: try needed(person), try needed(text), inReplyTo: parent))
      ]
    case "message":
      double.message(from: try needed(person), to: try needed(to), try needed(text))
      return [:]
    case "accepted":
      return .list(
        double.journal.map { message in
          [
            "uri": .text(message.address), "text": .text(message.text),
            "private": .flag(message.isPrivate), "parent": JSONValue(message.parent),
            "root": JSONValue(message.root),
            "languages": .list(message.languages.map { .text($0) }),
          ]
        })
    case "requests":
      return .list(double.requests.map { .text("\($0.method.rawValue) \($0.address)") })
    default: throw Unknown(description: "“\(act)” is nothing that can be asked for.")
    }
  }

  private func needed(_ value: String?) throws -> String {
    guard let value else { throw Unknown(description: "\(act) needs more.") }
    return value
  }
}
