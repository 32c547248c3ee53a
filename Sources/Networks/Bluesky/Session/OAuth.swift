import Crypto
import Foundation
import HeedModel
import HeedNetwork

/// Sign-in by the account's own server, as the AT Protocol profiles OAuth (https://atproto.com/specs/oauth): pushed
/// requests (RFC 9126), PKCE with S256 (RFC 7636), proofs of possession (RFC 9449), rotating refresh tokens.
struct OAuth: Sendable {
  static let rights = "atproto transition:generic transition:chat.bsky"

  let network: BlueskyNetwork

  /// How the desk introduces itself: the address of its description, or the form for programs at home.
  struct Presentation: Sendable {
    var id: String
    var redirect: String

    /// - Returns: `nil` where no server could send anybody back: neither a public address nor this very machine.
    init?(_ desk: DeskAddress) {
      redirect = desk.base + BlueskyNetwork.callbackPath
      if desk.isPublic, desk.base.hasPrefix("https://") {
        id = desk.base + BlueskyNetwork.descriptionPath
      } else if ["http://127.0.0.1", "http://[::1]"].contains(where: {
        desk.base == $0 || desk.base.hasPrefix($0 + ":")
      }) {
        // https://atproto.com/specs/oauth#localhost-client-development
        id =
          "http://localhost?redirect_uri=" + Web.escaped(redirect) + "&scope="
          + Web.escaped(OAuth.rights)
      } else {
        return nil
      }
    }
  }

  /// The server that signs people in, as it describes itself (RFC 8414).
  struct Authority: Decodable, Sendable {
    var issuer: String
    var authorizationEndpoint: String
    var tokenEndpoint: String
    var pushEndpoint: String
    var scopes: [String]?
    var methods: [String]?
    var algorithms: [String]?

    enum CodingKeys: String, CodingKey {
      case issuer
      case authorizationEndpoint = "authorization_endpoint"
      case tokenEndpoint = "token_endpoint"
      case pushEndpoint = "pushed_authorization_request_endpoint"
      case scopes = "scopes_supported"
      case methods = "code_challenge_methods_supported"
      case algorithms = "dpop_signing_alg_values_supported"
    }

    /// What the AT Protocol demands of it, and what keeps secrets off plain connections.
    func isSound(_ asked: String) -> Bool {
      issuer == asked && (methods ?? []).contains("S256") && (algorithms ?? []).contains("ES256")
        && (scopes ?? []).contains("atproto")
        && [issuer, authorizationEndpoint, tokenEndpoint, pushEndpoint].allSatisfy {
          $0.hasPrefix("https://")
        }
    }
  }

  private struct Resource: Decodable {
    var servers: [String]
    enum CodingKeys: String, CodingKey { case servers = "authorization_servers" }
  }

  /// - Returns: `nil` when the server has no such sign-in: an app password is the way then.
  /// - Throws: `NetworkError` when it could not be asked.
  func authority(of server: String) async throws -> Authority? {
    guard
      let resource: Resource = try await get(
        "https://\(server)/.well-known/oauth-protected-resource"),
      resource.servers.count == 1, let issuer = resource.servers.first,
      issuer.hasPrefix("https://"), !issuer.hasSuffix("/"),
      let authority: Authority = try await get(issuer + "/.well-known/oauth-authorization-server")
    else { return nil }
    return authority.isSound(issuer) ? authority : nil
  }

  /// What stands there itself: a redirect is not believed.
  private func get<T: Decodable>(_ address: String) async throws -> T? {
    let response = try await exchange(
      WireRequest(
        .get, address, headers: [("Accept", "application/json")], maximumBytes: 1 << 18,
        timeout: .seconds(15)))
    guard response.status == 200, response.address == address else { return nil }
    return try? JSON.read(response)
  }

  /// Pushes the request and makes the address of the page.
  func begin(
    _ identity: Identity, _ authority: Authority, _ presentation: Presentation
  ) async throws -> (page: String, notes: [String: String]) {
    let verifier = Base64URL.text(network.randomness.bytes(32))
    let state = network.randomness.token(bytes: 16)
    let key = ProofKey()
    let known = Set(authority.scopes ?? [])
    let rights = Self.rights.split(separator: " ").filter { known.contains(String($0)) }
    let response = try await post(
      authority.pushEndpoint,
      [
        ("client_id", presentation.id), ("response_type", "code"),
        ("redirect_uri", presentation.redirect), ("scope", rights.joined(separator: " ")),
        ("state", state), ("code_challenge", Self.challenge(verifier)),
        ("code_challenge_method", "S256"), ("login_hint", identity.handle ?? identity.did),
      ], key)
    guard [200, 201].contains(response.status), let pushed: Pushed = try? JSON.read(response) else {
      throw refusal(response, authority)
    }
    let page =
      authority.authorizationEndpoint + (authority.authorizationEndpoint.contains("?") ? "&" : "?")
      + "client_id=" + Web.escaped(presentation.id) + "&request_uri="
      + Web.escaped(pushed.address)
    return (
      page,
      [
        Key.way: "oauth", "verifier": verifier, "state": state, Key.proofKey: key.text,
        Key.issuer: authority.issuer, Key.tokenEndpoint: authority.tokenEndpoint,
        Key.clientID: presentation.id, "redirect": presentation.redirect,
      ]
    )
  }

  private struct Pushed: Decodable {
    var address: String
    enum CodingKeys: String, CodingKey { case address = "request_uri" }
  }

  /// Exchanges the code for tokens of the account that was asked for, and of no other.
  func finish(_ code: String, _ notes: Credentials) async throws -> Credentials {
    let key = try ProofKey(notes[Key.proofKey])
    let endpoint = notes[Key.tokenEndpoint] ?? ""
    let response = try await post(
      endpoint,
      [
        ("grant_type", "authorization_code"), ("code", code),
        ("redirect_uri", notes["redirect"] ?? ""), ("client_id", notes[Key.clientID] ?? ""),
        ("code_verifier", notes["verifier"] ?? ""),
      ], key)
    guard response.status == 200, let tokens: Tokens = try? JSON.read(response) else {
      if (400..<500).contains(response.status), response.status != 429 {
        throw NetworkError(
          .refused,
          "\(Self.host(endpoint)) does not take this code any more. Begin the sign-in again.")
      }
      throw Fault.of(
        response, server: Self.host(endpoint), hasAccount: true, now: network.clock.now())
    }
    guard tokens.isBound, tokens.subject == notes["did"], tokens.rights.contains("atproto"),
      let refresh = tokens.refresh
    else {
      throw NetworkError(
        .refused,
        "\(Self.host(endpoint)) signed in another account than the one that you named. Begin again with its handle."
      )
    }
    var credentials = [
      Key.way: "oauth", Key.access: tokens.access, Key.refresh: refresh,
      Key.messages: tokens.rights.contains("transition:chat.bsky") ? "yes" : "no",
    ]
    for name in [Key.proofKey, Key.issuer, Key.tokenEndpoint, Key.clientID] {
      credentials[name] = notes[name]
    }
    return Credentials(credentials)
  }

  /// Exchanges a refresh token, which is worth nothing afterwards.
  func renew(_ old: Credentials, did: String) async throws -> Credentials {
    let endpoint = old[Key.tokenEndpoint] ?? ""
    let response = try await post(
      endpoint,
      [
        ("grant_type", "refresh_token"), ("refresh_token", old[Key.refresh] ?? ""),
        ("client_id", old[Key.clientID] ?? ""),
      ], try ProofKey(old[Key.proofKey]))
    if response.status == 200, let tokens: Tokens = try? JSON.read(response) {
      guard tokens.isBound, tokens.subject == did else {
        throw NetworkError(
          .signedOut, "\(Self.host(endpoint)) answered for another account. Sign in again.")
      }
      return old.with([
        Key.access: tokens.access, Key.refresh: tokens.refresh ?? old[Key.refresh],
      ])
    }
    if [400, 401].contains(response.status), Fault.complaint(response)?.error == "invalid_grant" {
      throw NetworkError(
        .signedOut,
        "\(Self.host(endpoint)) ended this sign-in: it was taken back, or was not used for long. Sign in again."
      )
    }
    throw refusal(response, nil, host: Self.host(endpoint))
  }

  private struct Tokens: Decodable {
    var access: String
    var refresh: String?
    var subject: String?
    var kind: String?
    var scope: String?

    enum CodingKeys: String, CodingKey {
      case access = "access_token"
      case refresh = "refresh_token"
      case subject = "sub"
      case kind = "token_type"
      case scope
    }

    var isBound: Bool { kind?.lowercased() == "dpop" }
    var rights: Set<String> { Set((scope ?? "").split(separator: " ").map(String.init)) }
  }

  private func refusal(
    _ response: WireResponse, _ authority: Authority?, host: String? = nil
  ) -> NetworkError {
    let host = host ?? Self.host(authority?.issuer ?? "")
    if response.status == 429 || response.status >= 500 {
      return Fault.of(response, server: host, hasAccount: true, now: network.clock.now())
    }
    let complaint = Fault.complaint(response)
    let said = (complaint?.error).map { text -> Message in " It says: “\(text)”." } ?? ""
    return NetworkError(
      .refused,
      "\(host) does not let this desk sign people in.\(said) An app password works all the same.")
  }

  private func post(
    _ address: String, _ fields: [(String, String)], _ key: ProofKey
  ) async throws -> WireResponse {
    let form = fields.map { Web.escaped($0.0) + "=" + Web.escaped($0.1) }.joined(separator: "&")
    let request = WireRequest(
      .post, address,
      headers: [
        ("Accept", "application/json"), ("Content-Type", "application/x-www-form-urlencoded"),
      ], body: Array(form.utf8), maximumBytes: 1 << 18, timeout: .seconds(30))
    return try await network.proofs.send(request, key: key, exchange: exchange)
  }

  @Sendable private func exchange(_ request: WireRequest) async throws -> WireResponse {
    do {
      return try await network.wire.send(request)
    } catch {
      throw Fault.of(error, host: Self.host(request.address))
    }
  }

  /// RFC 7636, section 4.2.
  static func challenge(_ verifier: String) -> String {
    Base64URL.text(SHA256.hash(data: Data(verifier.utf8)))
  }

  static func host(_ address: String) -> String {
    String(address.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" && $0 != "?" })
  }
}
