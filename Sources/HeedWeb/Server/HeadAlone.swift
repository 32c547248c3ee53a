import HTTPTypes
import Hummingbird

/// `HEAD` is `GET` without the body (RFC 9110, 9.3.2), for every address (the router leads it to the same handlers) and
/// for every answer, refusals too.
///
/// Whoever watches whether the desk lives asks so, and so do readers of feeds and programs that look for a page's
/// webmention address. A body behind such an answer would be taken for the next answer on that connection: a proxy in
/// front would hand it to somebody else.
struct HeadAlone: RouterMiddleware {
  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let response = try await next(request, context)
    return request.method == .head ? response.createHeadResponse() : response
  }
}
