import HTTPTypes
public import HeedDesk
import HeedModel
import HeedNetwork
public import Hummingbird
public import Logging
public import NIOCore

/// What the web interface needs to know from the configuration.
public struct WebConfiguration: Sendable {
  public var host: String
  public var port: Int
  /// Headers of a proxy in front are believed: `X-Forwarded-For` and `-Proto`.
  public var trustsProxy: Bool
  /// Cookies are for HTTPS only.
  public var isSecure: Bool
  /// Names that the desk answers to besides the one of its address.
  public var names: [String]

  public init(
    host: String, port: Int, trustsProxy: Bool, isSecure: Bool, names: [String] = []
  ) {
    self.host = host
    self.port = port
    self.trustsProxy = trustsProxy
    self.isSecure = isSecure
    self.names = names
  }
}

/// What is known of a request before anything of it is read.
public struct WebContext: RequestContext, RemoteAddressRequestContext {
  public var coreContext: CoreRequestContextStorage
  public let remoteAddress: SocketAddress?

  public init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    remoteAddress = source.channel.remoteAddress
  }

  /// A request that came by no connection.
  init(logger: Logger) {
    coreContext = .init(source: Unconnected(logger: logger))
    remoteAddress = nil
  }

  private struct Unconnected: RequestContextSource {
    let logger: Logger
  }

  /// A page of people's words and the largest picture that networks take.
  public var maxUploadSize: Int { 20 << 20 }
}

/// The screens, the actions and the live stream: every address of `Route`, and no other.
public struct WebServer: Sendable {
  let desk: Desk
  let live: LiveFeed
  let configuration: WebConfiguration
  let logger: Logger

  public init(desk: Desk, live: LiveFeed, configuration: WebConfiguration, logger: Logger) {
    self.desk = desk
    self.live = live
    self.configuration = configuration
    self.logger = logger
  }

  public func router() -> Router<WebContext> {
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: HeadAlone())
    router.add(
      middleware: OnlyOurNames(
        known: KnownHosts(base: desk.address.base, names: configuration.names)))
    router.add(middleware: OurErrors(server: self))
    for pattern in Route.Pattern.allCases {
      let path = RouterPath(
        pattern.path.split(separator: "/").map {
          $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0)
        }.joined(separator: "/"))
      router.on(path, method: pattern.method == .get ? .get : .post) { request, context in
        await respond(to: pattern, request, context)
      }
    }
    return router
  }
}

/// What the router itself refuses (an address or a method that it does not know) is told like every other refusal: as
/// our page, with our headers.
private struct OurErrors: RouterMiddleware {
  let server: WebServer

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch is any HTTPResponseError {
      return await server.respond(to: nil, request, context)
    }
  }
}
