import Crypto
import Foundation
import HeedModel
import HeedNetwork

/// Sign-in by the account's own server, as the AT Protocol profiles OAuth (https://atproto.com/specs/oauth): pushed
/// requests (RFC 9126), PKCE with S256 (RFC 7636), proofs of possession (RFC 9449), rotating refresh tokens.
struct OAuth: Sendable {
  static let rights = "atproto transition:generic transition:chat.bsky"
  /// Without these nothing can be said: everything else is asked for as far as the server has it.
  static let needed = ["atproto", "transition:generic"]

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
          "http://localhost?redirect_uri=" + WebQuery.segment(redirect) + "&scope="
          + WebQuery.segment(OAuth.rights)
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
        && OAuth.needed.allSatisfy((scopes ?? []).contains)
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
      + "client_id=" + WebQuery.segment(presentation.id) + "&request_uri="
      + WebQuery.segment(pushed.address)
    return (
      page,
      [
        Key.way: "oauth", "verifier": verifier, "state": state, Key.proofKey: key.text,
        Key.issuer: authority.issuer, Key.tokenEndpoint: authority.tokenEndpoint,
        Key.clientID: presentation.id, "redirect": presentation.redirect,
        "scope": rights.joined(separator: " "),
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
    guard tokens.isBound, let subject = tokens.subject, let refresh = tokens.refresh,
      !refresh.isEmpty
    else {
      throw NetworkError(
        .malformed,
        "\(Self.host(endpoint)) answered with something that the desk cannot read.")
    }
    guard subject == notes["did"] else {
      throw NetworkError(
        .refused,
        "\(Self.host(endpoint)) signed in another account than the one that you named. Begin again with its handle."
      )
    }
    // What was asked for is given where nothing else is said (RFC 6749, section 5.1).
    let rights = Set((tokens.scope ?? notes["scope"] ?? "").split(separator: " ").map(String.init))
    if let missing = Self.needed.first(where: { !rights.contains($0) }) {
      throw NetworkError(
        .refused,
        """
        \(Self.host(endpoint)) did not give the right “\(missing)”, without which the desk cannot speak for you. \
        Begin again and allow it, or use an app password.
        """)
    }
    var credentials = [
      Key.way: "oauth", Key.access: tokens.access, Key.refresh: refresh,
      Key.messages: rights.contains("transition:chat.bsky") ? "yes" : "no",
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
    let host = Self.host(endpoint)
    if response.status == 200 {
      guard let tokens: Tokens = try? JSON.read(response), tokens.isBound,
        let subject = tokens.subject
      else { throw Self.noToken(.malformed, host) }
      guard subject == did else {
        throw NetworkError(.signedOut, "\(host) answered for another account. Sign in again.")
      }
      return old.with([
        Key.access: tokens.access, Key.refresh: tokens.refresh ?? old[Key.refresh],
      ])
    }
    if [400, 401].contains(response.status), Fault.complaint(response)?.error == "invalid_grant" {
      throw NetworkError(
        .signedOut,
        "\(host) ended this sign-in: it was taken back, or was not used for long. Sign in again."
      )
    }
    if response.status == 429 || response.status >= 500 {
      throw Fault.of(response, server: host, hasAccount: true, now: network.clock.now())
    }
    // Of the desk, of the request or of what stands between: nothing of it says that the right is over.
    throw Self.noToken(.temporary, host)
  }

  static func noToken(_ kind: NetworkError.Kind, _ host: String) -> NetworkError {
    NetworkError(kind, "\(host) gave no new token for this account. The desk tries again.")
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
  }

  private func refusal(_ response: WireResponse, _ authority: Authority) -> NetworkError {
    let host = Self.host(authority.issuer)
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
    let form = WebQuery.encode(fields)
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
