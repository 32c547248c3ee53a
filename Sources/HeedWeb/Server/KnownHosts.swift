import HTTPTypes
import Hummingbird
import NIOCore

/// The names that the desk answers to.
///
/// Against DNS rebinding: a page elsewhere may let its own name point at this machine, and would then count as the same
/// origin as the desk. Its name still stands in `Host`, and is none of ours.
struct KnownHosts: Sendable {
  private let names: Set<String>

  /// - Parameters:
  ///   - base: the desk's configured address.
  ///   - names: further ones, from the configuration.
  init(base: String, names: [String]) {
    let address = base.firstRange(of: "://").map { String(base[$0.upperBound...]) } ?? base
    let own = Self.name(address.prefix { $0 != "/" })
    self.names = Set([own, "localhost"] + names.map { Self.name($0[...]) }).subtracting([""])
  }

  /// A literal address cannot be rebound: there is no name whose meaning somebody could change. So all are admitted,
  /// also those that a port is passed on from.
  func admits(_ authority: String?) -> Bool {
    guard let authority else { return false }
    let name = Self.name(authority[...])
    return names.contains(name) || name.hasSuffix(".localhost")
      || (try? SocketAddress(ipAddress: name, port: 0)) != nil
  }

  /// Without its port, in small letters, without the dot of the root.
  private static func name(_ authority: Substring) -> String {
    var name = authority.lowercased()[...]
    if name.hasPrefix("[") {
      return String(name.prefix { $0 != "]" && $0 != "%" }.dropFirst())
    }
    if let colon = name.lastIndex(of: ":") { name = name[..<colon] }
    return String(name.hasSuffix(".") ? name.dropLast() : name)
  }
}

/// Turns away whoever calls the desk by a name that is not its own. Whether it lives may be asked by any name.
struct OnlyOurNames: RouterMiddleware {
  let known: KnownHosts

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let path = request.uri.path
    if path == Route.health.path || path == Route.ready.path
      || known.admits(request.head.authority)
    {
      return try await next(request, context)
    }
    var headers = HTTPFields()
    Headers.secure(&headers, isSecure: false, type: "text/plain; charset=utf-8")
    return Response(
      status: .misdirectedRequest, headers: headers,
      body: ResponseBody(
        byteBuffer: ByteBuffer(
          string:
            "This desk does not answer to that name. Whoever runs it can add one: listen.names.\n"))
    )
  }
}
