import Foundation
import HeedModel
import HeedNetwork

/// One server, asked by XRPC (https://atproto.com/specs/xrpc) as one account or as nobody.
struct Client: Sendable {
  let network: BlueskyNetwork
  /// Host, with its port where that is not 443.
  let server: String
  let account: AccountAccess?
  /// Whether a token that ended is exchanged: not while an account is only being signed in, for nobody keeps it yet.
  var renews = true

  enum Body: Sendable {
    case none
    case json([String: any Sendable])
    case bytes([UInt8], type: String)
  }

  /// Who answers in the server's place, by the `atproto-proxy` header
  /// (https://atproto.com/specs/xrpc#service-proxying).
  enum Service: String, Sendable {
    case view = "did:web:api.bsky.app#bsky_appview"
    case chat = "did:web:api.bsky.chat#bsky_chat"
  }

  /// Asks for something.
  func query(
    _ method: String, _ fields: [(String, String)] = [], of service: Service? = nil
  ) async throws -> WireResponse {
    let query = WebQuery.encode(fields)
    return try await send(
      .get, method + (query.isEmpty ? "" : "?" + query), .none, service, timeout: .seconds(30))
  }

  /// Does something.
  func procedure(
    _ method: String, _ body: Body, of service: Service? = nil, timeout: Duration = .seconds(60)
  ) async throws -> WireResponse {
    try await send(.post, method, body, service, timeout: timeout)
  }

  /// Asks and reads the answer.
  func read<T: Decodable>(_ response: WireResponse, as _: T.Type = T.self) throws -> T {
    do {
      return try JSON.read(response)
    } catch {
      throw NetworkError(
        .malformed, "\(server) answered with something that the desk cannot read.", cause: error)
    }
  }

  private func send(
    _ method: WireRequest.Method, _ path: String, _ body: Body, _ service: Service?,
    timeout: Duration
  ) async throws -> WireResponse {
    var headers: [(name: String, value: String)] = [("Accept", "application/json")]
    var bytes: [UInt8] = []
    switch body {
    case .none: break
    case .json(let object):
      headers.append(("Content-Type", "application/json"))
      bytes = JSON.bytes(object)
    case .bytes(let content, let type):
      headers.append(("Content-Type", type))
      bytes = content
    }
    // Without an account the service itself is asked: nobody hands anything on.
    if let service, account != nil { headers.append(("atproto-proxy", service.rawValue)) }
    let request = WireRequest(
      method, "https://\(server)/xrpc/\(path)", headers: headers, body: bytes,
      maximumBytes: 8 << 20, timeout: timeout)
    guard let account else { return try await plain(request) }
    do {
      return try await authorized(request, account)
    } catch let error as NetworkError {
      throw await network.followed(error, of: account, on: server)
    }
  }

  private func plain(_ request: WireRequest) async throws -> WireResponse {
    let response = try await exchange(request)
    guard !(200..<300).contains(response.status) else { return response }
    throw Fault.of(response, server: server, hasAccount: false, now: network.clock.now())
  }

  /// A token that ended is exchanged, and the question asked once more. Only a server that takes neither the token nor
  /// its exchange ends the sign-in.
  private func authorized(
    _ request: WireRequest, _ account: AccountAccess
  ) async throws -> WireResponse {
    var credentials = account.credentials
    if credentials[Key.access] == nil, let keeper = account.keeper {
      credentials = try await keeper.current()
    }
    // What is kept may have ended, too, since somebody else exchanged it: then once more.
    for attempt in 0..<3 {
      let response = try await signed(request, credentials)
      if (200..<300).contains(response.status) { return response }
      guard Fault.isTokenOver(response), attempt < 2, renews else {
        var fault = Fault.of(response, server: server, hasAccount: true, now: network.clock.now())
        if Fault.isTokenOver(response) {
          fault = NetworkError(
            .temporary,
            "\(server) refused a token that it gave a moment before. The desk tries again.",
            certainlyNotSent: true)
        }
        throw fault
      }
      do {
        credentials = try await network.renewed(after: credentials, of: account)
      } catch var error as NetworkError {
        error.certainlyNotSent = true
        throw error
      }
    }
    throw NetworkError(.temporary, "\(server) could not be asked. The desk tries again.")
  }

  private func signed(
    _ request: WireRequest, _ credentials: Credentials
  ) async throws -> WireResponse {
    guard let token = credentials[Key.access] else {
      throw NetworkError(
        .signedOut, "This account is not signed in on \(server). Sign in again.",
        certainlyNotSent: true)
    }
    guard credentials.isOAuth else {
      var request = request
      request.headers.append(("Authorization", "Bearer " + token))
      return try await exchange(request)
    }
    return try await network.proofs.send(
      request, token: token, key: try ProofKey(credentials[Key.proofKey]), exchange: exchange)
  }

  /// The exchange alone, whatever its status.
  @Sendable func exchange(_ request: WireRequest) async throws -> WireResponse {
    do {
      return try await network.wire.send(request)
    } catch {
      throw Fault.of(error, host: server)
    }
  }
}
