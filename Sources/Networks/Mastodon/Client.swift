import Foundation
import HeedModel
import HeedNetwork

/// One server, asked as one account or as nobody.
struct Client: Sendable {
  let wire: any Wire
  let clock: any DeskClock
  let server: Server
  let token: String?

  /// What came back, read.
  struct Answer<Value: Sendable>: Sendable {
    var value: Value
    var response: WireResponse
  }

  enum Body {
    case none
    case json([String: any Sendable])
    case form([(String, String)])
    case parts(Multipart)
  }

  /// Asks and reads the answer.
  /// - Parameter key: goes along as `Idempotency-Key`.
  /// - Throws: `NetworkError`. `certainlyNotSent` is what was sure of this one exchange.
  func ask<T: Decodable & Sendable>(
    _ method: WireRequest.Method, _ path: String, _ query: [(String, String)] = [],
    body: Body = .none, key: String? = nil, timeout: Duration = .seconds(30)
  ) async throws -> Answer<T> {
    let response = try await send(method, path, query, body: body, key: key, timeout: timeout)
    return Answer(value: try read(response), response: response)
  }

  func get<T: Decodable & Sendable>(
    _ path: String, _ query: [(String, String)] = [], timeout: Duration = .seconds(30)
  ) async throws -> Answer<T> {
    try await ask(.get, path, query, timeout: timeout)
  }

  /// Asks and takes any answer but a fault.
  @discardableResult
  func send(
    _ method: WireRequest.Method, _ path: String, _ query: [(String, String)] = [],
    body: Body = .none, key: String? = nil, timeout: Duration = .seconds(30)
  ) async throws -> WireResponse {
    let response = try await exchange(
      request(method, path, query, body: body, key: key, timeout: timeout))
    guard (200..<300).contains(response.status) else { throw await fault(of: response, path) }
    return response
  }

  /// The exchange alone, whatever its status.
  func exchange(_ request: WireRequest) async throws -> WireResponse {
    do {
      return try await wire.send(request)
    } catch let error as WireError {
      throw Fault.of(error, server: server)
    } catch let error as CancellationError {
      throw error
    } catch {
      throw NetworkError(.temporary, "\(server.host) could not be asked.", cause: error)
    }
  }

  func request(
    _ method: WireRequest.Method, _ path: String, _ query: [(String, String)] = [],
    body: Body = .none, key: String? = nil, timeout: Duration = .seconds(30)
  ) -> WireRequest {
    var headers: [(name: String, value: String)] = [("Accept", "application/json")]
    if let token { headers.append(("Authorization", "Bearer " + token)) }
    if let key { headers.append(("Idempotency-Key", key)) }
    var bytes: [UInt8] = []
    switch body {
    case .none: break
    case .json(let object):
      headers.append(("Content-Type", "application/json"))
      // Keys in order, so that the same message is the same bytes in every attempt.
      let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
      bytes = data.map(Array.init) ?? []
    case .form(let fields):
      headers.append(("Content-Type", "application/x-www-form-urlencoded"))
      bytes = Array(Query.encode(fields).utf8)
    case .parts(let parts):
      headers.append(("Content-Type", parts.type))
      bytes = parts.bytes
    }
    let address = server.base + path + (query.isEmpty ? "" : "?" + Query.encode(query))
    return WireRequest(
      method, address, headers: headers, body: bytes, maximumBytes: 16 << 20, timeout: timeout)
  }

  func read<T: Decodable>(_ response: WireResponse) throws -> T {
    do {
      return try JSONDecoder().decode(T.self, from: Data(response.body))
    } catch {
      throw NetworkError(
        .malformed, "\(server.host) answered with something that is not the Mastodon API.",
        cause: error)
    }
  }

  /// A refused token is believed only if the server says so twice: proxies under maintenance say
  /// 401 as well.
  private func fault(of response: WireResponse, _ path: String) async -> NetworkError {
    let fault = Fault.of(response, server: server, hasToken: token != nil, now: clock.now())
    guard fault.kind == .signedOut, path != Path.credentials else { return fault }
    let check = try? await exchange(request(.get, Path.credentials))
    if let check,
      Fault.of(check, server: server, hasToken: true, now: clock.now()).kind
        == .signedOut, !(200..<300).contains(check.status)
    {
      return fault
    }
    return NetworkError(
      .temporary, "\(server.host) refused once, and not when asked again. The desk tries again.",
      certainlyNotSent: fault.certainlyNotSent)
  }
}

enum Path {
  static let credentials = "/api/v1/accounts/verify_credentials"
  static let statuses = "/api/v1/statuses"
  static func status(_ id: String) -> String { statuses + "/" + Query.segment(id) }
  static func posts(of account: String) -> String {
    "/api/v1/accounts/" + Query.segment(account) + "/statuses"
  }
}

/// The fields of addresses and forms.
typealias Query = WebQuery
/// Where listening to one list goes on.
typealias Cursor = WalkCursor
