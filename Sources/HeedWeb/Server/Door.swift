import HTTPTypes
public import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
public import NIOCore

/// The doors of the desk: where browsers come in.
public enum Door {
  /// A head that is not there after so long, or a body that stopped, ends its connection.
  public static let patience = TimeAmount.seconds(30)
  /// More than any browser sends us.
  static let headBytes = 32 * 1024
  static let headFields = 100

  /// What browsers may do on a connection before the desk ends it.
  static func limits(_ patience: TimeAmount) -> HTTP1Channel.Configuration {
    HTTP1Channel.Configuration(
      idleTimeout: patience,
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: headBytes, maxHeaderListSize: headBytes,
        maxHeaderFieldCount: headFields))
  }

  /// The desk itself; by HTTPS where there are certificates.
  public static func desk(
    _ server: WebServer, certificates: Certificates? = nil, patience: TimeAmount = Door.patience,
    onRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }
  ) throws -> some ApplicationProtocol {
    let plain = HTTPServerBuilder.http1(configuration: limits(patience))
    return Application(
      router: server.router(),
      server: try certificates.map { try .tls(plain, tlsConfiguration: $0.configuration) } ?? plain,
      configuration: ApplicationConfiguration(
        address: .hostname(server.configuration.host, port: server.configuration.port),
        serverName: nil),
      onServerRunning: onRunning, logger: server.logger)
  }

  /// Leads those who come without TLS to the address that has it, and takes nothing from them.
  /// - Parameter base: the desk's address; what the browser calls the host counts for nothing.
  public static func redirect(
    host: String, port: Int, to base: String, logger: Logger,
    onRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }
  ) -> some ApplicationProtocol {
    Application(
      responder: CallbackResponder<WebContext> { request, _ in
        // A path that does not begin with a slash would lengthen the host's name.
        let path = request.uri.string.hasPrefix("/") ? request.uri.string : "/"
        guard request.method == .get || request.method == .head else {
          return Response(
            status: .upgradeRequired, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: "Come by HTTPS: \(base)\n")))
        }
        return Response(status: .permanentRedirect, headers: [.location: base + path])
      },
      server: .http1(configuration: limits(patience)),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: nil),
      onServerRunning: onRunning, logger: logger)
  }
}
