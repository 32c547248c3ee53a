import Foundation
import HeedModel
import HeedNetwork

/// Speaks the practice protocol over a wire, and turns what goes wrong into `NetworkError`.
struct Client: Sendable {
  static let token = "token"

  let wire: any Wire
  let base: String

  static func query(of source: ListeningSource) -> String {
    var parts = URLComponents()
    parts.queryItems = [URLQueryItem(name: "kind", value: source.kind)]
    if !source.target.isEmpty {
      parts.queryItems?.append(URLQueryItem(name: "target", value: source.target))
    }
    if let cursor = source.cursor {
      parts.queryItems?.append(URLQueryItem(name: "after", value: cursor))
    }
    return parts.percentEncodedQuery ?? ""
  }

  func get<Shape: Decodable>(
    _ path: String, as account: AccountAccess?, _ shape: Shape.Type
  ) async throws -> Shape {
    try await exchange(request(.get, path, account), shape)
  }

  func send<Shape: Decodable>(
    _ method: WireRequest.Method, _ path: String, _ body: some Encodable,
    as account: AccountAccess?, key: String? = nil, _ shape: Shape.Type
  ) async throws -> Shape {
    var request = request(method, path, account)
    do { request.body = Array(try JSONEncoder().encode(body)) } catch {
      throw NetworkError(
        .malformed, "This cannot be written for the practice network.", certainlyNotSent: true,
        cause: error)
    }
    request.headers.append((name: "content-type", value: "application/json"))
    if let key { request.headers.append((name: "idempotency-key", value: key)) }
    return try await exchange(request, shape)
  }

  func request(
    _ method: WireRequest.Method, _ path: String, _ account: AccountAccess?
  ) -> WireRequest {
    var request = WireRequest(method, base + path)
    if let token = account?.credentials[Self.token] {
      request.headers.append((name: "authorization", value: "Bearer \(token)"))
    }
    return request
  }

  private func exchange<Shape: Decodable>(
    _ request: WireRequest, _ shape: Shape.Type
  ) async throws -> Shape {
    let response: WireResponse
    do { response = try await wire.send(request) } catch let error as WireError {
      throw Self.error(error)
    }
    guard (200..<300).contains(response.status) else { throw Self.error(response) }
    do { return try JSONDecoder().decode(shape, from: Data(response.body)) } catch {
      throw NetworkError(
        .malformed, "The practice network answered something that makes no sense.", cause: error)
    }
  }

  static func error(_ error: WireError) -> NetworkError {
    let kind: NetworkError.Kind =
      switch error.kind {
      case .forbidden, .untrusted: .refused
      case .malformed, .tooLarge: .malformed
      case .unreachable, .timeout, .cut, .resting: .temporary
      }
    return NetworkError(
      kind, "The practice network did not answer: \(error.text)",
      certainlyNotSent: error.certainlyNotSent, cause: error)
  }

  static func error(_ response: WireResponse) -> NetworkError {
    let told = try? JSONDecoder().decode(Told.Failure.self, from: Data(response.body))
    let notSent = told?.accepted == false
    switch response.status {
    case 401:
      return NetworkError(
        .signedOut, "The practice network withdrew the right to speak there. Sign in again.",
        certainlyNotSent: notSent)
    case 404, 410:
      return NetworkError(
        .gone, "It is no longer there on the practice network.", certainlyNotSent: notSent)
    case 429:
      return NetworkError(
        .rateLimited, "The practice network asks to wait before the next try.",
        certainlyNotSent: notSent, retryAfter: Patience.told(by: response) ?? .seconds(60))
    case 400..<500:
      return NetworkError(
        .refused, told.map { Message(verbatim: $0.error) } ?? "The practice network refuses this.",
        certainlyNotSent: notSent)
    default:
      return NetworkError(
        .temporary, "The practice network has trouble of its own. It is worth trying again.",
        certainlyNotSent: notSent)
    }
  }
}
