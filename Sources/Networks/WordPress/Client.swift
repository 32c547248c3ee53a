import Foundation
import HeedModel
import HeedNetwork

/// One site, asked as one account or as nobody.
struct Client: Sendable {
  let wire: any Wire
  let site: Site
  /// `name:password`, as Basic authentication wants it.
  let key: String?

  static let me = "wp/v2/users/me"
  static let comments = "wp/v2/comments"

  struct Answer<Value: Sendable>: Sendable {
    var value: Value
    /// `X-WP-Total`: how many there are in all.
    var total: Int?
  }

  func get<T: Decodable & Sendable>(_ path: String, _ query: [(String, String)] = []) async throws
    -> Answer<T>
  {
    let response = try await send(.get, path, query)
    return Answer(
      value: try read(response), total: response.header("x-wp-total").flatMap { Int($0) })
  }

  /// Asks and takes any answer but a fault.
  @discardableResult
  func send(
    _ method: WireRequest.Method, _ path: String, _ query: [(String, String)] = [],
    body: [String: any Sendable]? = nil
  ) async throws -> WireResponse {
    let response = try await exchange(request(method, site.address(path, query), body: body))
    guard (200..<300).contains(response.status) else { throw await fault(of: response, path) }
    return response
  }

  func request(
    _ method: WireRequest.Method, _ address: String, body: [String: any Sendable]? = nil
  ) -> WireRequest {
    var headers: [(name: String, value: String)] = [("accept", "application/json")]
    if let key {
      headers.append(("authorization", "Basic " + Data(key.utf8).base64EncodedString()))
    }
    var bytes: [UInt8] = []
    if let body {
      headers.append(("content-type", "application/json"))
      bytes =
        (try? JSONSerialization.data(withJSONObject: body, options: [.sortedKeys]))
        .map(Array.init) ?? []
    }
    return WireRequest(method, address, headers: headers, body: bytes, timeout: .seconds(45))
  }

  func exchange(_ request: WireRequest) async throws -> WireResponse {
    do {
      return try await wire.send(request)
    } catch let error as WireError {
      throw Fault.of(error, site)
    }
  }

  func read<T: Decodable>(_ response: WireResponse) throws -> T {
    do {
      return try JSONDecoder().decode(T.self, from: Data(response.body))
    } catch {
      throw NetworkError(
        .malformed,
        """
        \(site.host) answered with something that is not WordPress's interface. A plugin may have \
        written into it. What was heard before is kept.
        """, cause: error)
    }
  }

  /// A refused password is believed only if WordPress itself says so, and says so twice: servers and
  /// firewalls in front of it say 401 as well. WordPress takes whoever comes with a password that was
  /// withdrawn for a stranger, and says 401 to strangers where it says 403 to those whom it knows: so
  /// that is asked, too, before an account goes on as a stranger without saying so.
  private func fault(of response: WireResponse, _ path: String) async -> NetworkError {
    let fault = Fault.of(response, site, hasKey: key != nil)
    let isStranger = fault.kind == .refused && response.status == 401 && key != nil
    guard fault.kind == .signedOut || isStranger, path != Self.me else { return fault }
    if let check = try? await exchange(request(.get, site.address(Self.me))), check.status >= 400 {
      let confirmed = Fault.of(check, site, hasKey: true)
      if confirmed.kind == .signedOut { return confirmed }
    }
    if isStranger { return fault }
    return NetworkError(
      .temporary, "\(site.host) refused once, and not when asked again. The desk tries again.",
      certainlyNotSent: true)
  }
}
