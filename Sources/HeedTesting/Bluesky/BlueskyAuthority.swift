import Crypto
import Foundation
import HeedModel
import HeedNetwork
import Synchronization

/// What the part of the double remembers that signs people in.
struct BlueskyAuthority {
  struct Pushed {
    var clientID: String
    var redirect: String
    var challenge: String
    var state: String
    var scope: String
    var key: String
  }

  struct Code {
    var pushed: Pushed
    var did: String
  }

  struct Session {
    var did: String
    var clientID: String
    var scope: String
    var key: String
    var access: String
    var refresh: String
    var isOver = false
  }

  /// Descriptions by the address at which they stand.
  var clients: [String: String] = [:]
  var pushed: [String: Pushed] = [:]
  var codes: [String: Code] = [:]
  var sessions: [Session] = []
  /// Refresh tokens that were exchanged: a second time gives the whole sign-in away.
  var spent: [String: String] = [:]
  var proofs: Set<String> = []
  /// The one that is wanted, and the one before it.
  var nonces = ["nonce-1", "nonce-0"]
  var authorizes: String?

  mutating func end(_ did: String) { sessions.removeAll { $0.did == did } }

  mutating func endAccess() {
    for index in sessions.indices { sessions[index].isOver = true }
  }
}

extension BlueskyDouble {
  /// What stands at a program's address.
  public func publish(_ description: String, at address: String) {
    state.withLock { $0.authority.clients[address] = description }
  }

  /// Says who presses “Accept” on the page.
  public func authorizes(as did: String) { state.withLock { $0.authority.authorizes = did } }

  /// From now on another nonce is wanted, and none that was given before.
  public func changeNonce() {
    state.withLock { state in
      let fresh = "nonce-\(state.world.next() + 1)"
      state.authority.nonces = [fresh]
    }
  }

  var authorityDocument: JSONValue {
    [
      "issuer": .text(origin), "authorization_endpoint": .text(origin + "/oauth/authorize"),
      "token_endpoint": .text(origin + "/oauth/token"),
      "pushed_authorization_request_endpoint": .text(origin + "/oauth/par"),
      "require_pushed_authorization_requests": true, "code_challenge_methods_supported": ["S256"],
      "dpop_signing_alg_values_supported": ["ES256"], "response_types_supported": ["code"],
      "grant_types_supported": ["authorization_code", "refresh_token"],
      "token_endpoint_auth_methods_supported": ["none"],
      "scopes_supported": ["atproto", "transition:generic", "transition:chat.bsky"],
      "client_id_metadata_document_supported": true,
      "authorization_response_iss_parameter_supported": true,
    ]
  }

  /// Somebody opens the page and presses “Accept”.
  /// - Returns: what comes back; `nil` when the page shows an error.
  public func press(_ page: String) -> (code: String, state: String, issuer: String)? {
    let asked = BlueskyAsked(WireRequest(.get, page))
    return state.withLock { state in
      // Without a pushed request there is no page: RFC 9126, section 5.
      guard asked.path == "/oauth/authorize", let did = state.authority.authorizes,
        let pushed = state.authority.pushed.removeValue(forKey: asked.field("request_uri") ?? ""),
        pushed.clientID == asked.field("client_id")
      else { return nil }
      let code = "code-" + BlueskyWorld.letters(UInt64(state.world.next()) &* 0x9E37_79B9, 24)
      state.authority.codes[code] = .init(pushed: pushed, did: did)
      return (code, pushed.state, origin)
    }
  }

  func push(_ asked: BlueskyAsked, _ state: inout State) throws -> BlueskyAnswer {
    let key = try proof(asked, token: nil, &state)
    let form = asked.form
    let clientID = form["client_id"] ?? ""
    let redirect = form["redirect_uri"] ?? ""
    let scope = form["scope"] ?? ""
    try check(clientID, redirect, scope, state)
    guard form["response_type"] == "code", form["code_challenge_method"] == "S256",
      let challenge = form["code_challenge"], challenge.utf8.count == 43,
      let given = form["state"], !given.isEmpty
    else { throw refusal("invalid_request") }
    let address = "urn:ietf:params:oauth:request_uri:\(state.world.next())"
    state.authority.pushed[address] = .init(
      clientID: clientID, redirect: redirect, challenge: challenge, state: given, scope: scope,
      key: key)
    var answer = BlueskyAnswer(
      ["request_uri": .text(address), "expires_in": 300], status: 201)
    answer.headers = [("DPoP-Nonce", state.authority.nonces[0])]
    return answer
  }

  /// https://atproto.com/specs/oauth#clients
  private func check(
    _ id: String, _ redirect: String, _ scope: String, _ state: State
  ) throws {
    let rights = Set(scope.split(separator: " ").map(String.init))
    guard rights.contains("atproto") else { throw refusal("invalid_scope") }
    if id.hasPrefix("http://localhost") {
      let fields = BlueskyAsked.fields(String(id.drop { $0 != "?" }.dropFirst()))
      let declared = Set(
        fields.first { $0.0 == "scope" }?.1.split(separator: " ").map(String.init) ?? ["atproto"])
      guard fields.contains(where: { $0.0 == "redirect_uri" && $0.1 == redirect }),
        redirect.hasPrefix("http://127.0.0.1") || redirect.hasPrefix("http://[::1]"),
        rights.isSubset(of: declared)
      else { throw refusal("invalid_client_metadata") }
      return
    }
    guard let text = state.authority.clients[id],
      let client = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
      client["client_id"] as? String == id,
      client["dpop_bound_access_tokens"] as? Bool == true,
      client["token_endpoint_auth_method"] as? String == "none",
      (client["redirect_uris"] as? [String])?.contains(redirect) == true,
      (client["grant_types"] as? [String])?.contains("authorization_code") == true,
      rights.isSubset(
        of: (client["scope"] as? String ?? "").split(separator: " ").map(String.init))
    else { throw refusal("invalid_client_metadata") }
  }

  func exchange(_ asked: BlueskyAsked, _ state: inout State) throws -> BlueskyAnswer {
    let key = try proof(asked, token: nil, &state)
    let form = asked.form
    switch form["grant_type"] {
    case "authorization_code":
      // Taken away whatever comes of it: a code works once.
      guard let code = state.authority.codes.removeValue(forKey: form["code"] ?? ""),
        code.pushed.clientID == form["client_id"], code.pushed.redirect == form["redirect_uri"],
        code.pushed.key == key,
        Self.url(SHA256.hash(data: Data((form["code_verifier"] ?? "").utf8)))
          == code.pushed.challenge
      else { throw refusal("invalid_grant") }
      return tokens(
        .init(
          did: code.did, clientID: code.pushed.clientID, scope: code.pushed.scope, key: key,
          access: "", refresh: ""), &state)
    case "refresh_token":
      let given = form["refresh_token"] ?? ""
      if let did = state.authority.spent[given] {
        state.authority.end(did)
        throw refusal("invalid_grant")
      }
      guard let at = state.authority.sessions.firstIndex(where: { $0.refresh == given }),
        state.authority.sessions[at].clientID == form["client_id"],
        state.authority.sessions[at].key == key
      else { throw refusal("invalid_grant") }
      let old = state.authority.sessions.remove(at: at)
      state.authority.spent[given] = old.did
      return tokens(old, &state)
    default: throw refusal("unsupported_grant_type")
    }
  }

  private func tokens(
    _ session: BlueskyAuthority.Session, _ state: inout State
  ) -> BlueskyAnswer {
    var session = session
    session.access = "bound-" + BlueskyWorld.letters(UInt64(state.world.next()) &* 0x9E37_79B9, 24)
    session.refresh = "again-" + BlueskyWorld.letters(UInt64(state.world.next()) &* 0x9E37_79B9, 24)
    session.isOver = false
    state.authority.sessions.append(session)
    var answer = BlueskyAnswer([
      "access_token": .text(session.access), "token_type": "DPoP",
      "refresh_token": .text(session.refresh), "scope": .text(session.scope),
      "sub": .text(session.did), "expires_in": 3600,
    ])
    answer.headers = [("DPoP-Nonce", state.authority.nonces[0])]
    return answer
  }

  func refusal(_ error: String) -> BlueskyAnswer { BlueskyAnswer(400, error, error) }

  static func url(_ bytes: some Sequence<UInt8>) -> String {
    Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
