public import Foundation
import HTTPTypes
public import HeedNetwork
import HeedTesting
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL

/// A double on real connections: its world by HTTPS, and a control by which a test holds it in its hand.
public struct DoubleServing: Sendable {
  public let port: Int
  public let control: Int
  /// Files, as PEM.
  public let certificate: String
  public let key: String

  public init(port: Int, control: Int, certificate: String, key: String) {
    (self.port, self.control) = (port, control)
    (self.certificate, self.key) = (certificate, key)
  }

  /// Serves until the process ends.
  /// - Parameters:
  ///   - answer: what the world says; `nil` ends the connection without a word.
  ///   - obey: what a test wants, as JSON; what it throws is told as a fault of the order.
  public func run(
    answer: @escaping @Sendable (WireRequest) -> WireResponse?,
    obey: @escaping @Sendable (_ order: Data) throws -> String
  ) async throws {
    let tls = TLSConfiguration.makeServerConfiguration(
      certificateChain: try NIOSSLCertificate.fromPEMFile(certificate).map { .certificate($0) },
      privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
    let world = try Application(
      responder: responder(answer), server: .tls(.http1(), tlsConfiguration: tls),
      configuration: ApplicationConfiguration(
        address: .hostname("127.0.0.1", port: port), serverName: nil), logger: quiet)
    let hand = Application(
      responder: responder { request in
        let status: Int
        let text: String
        do {
          text = try obey(Data(request.body))
          status = 200
        } catch {
          text = JSONValue.object([("error", .text("\(error)"))]).rendered
          status = 400
        }
        return WireResponse(
          status: status, headers: [("Content-Type", "application/json")], body: Array(text.utf8),
          address: "")
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
