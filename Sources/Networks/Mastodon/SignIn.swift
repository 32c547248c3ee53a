import Crypto
import Foundation
import HeedModel
public import HeedNetwork

extension MastodonNetwork: SigningIn {
  /// Registers the desk with the server and makes the address of its page
  /// (https://docs.joinmastodon.org/methods/apps/, https://docs.joinmastodon.org/methods/oauth/).
  ///
  /// `notes` holds `state`: what comes back to `callbackPath` counts only with the same one.
  public func begin(at typed: String, desk: DeskAddress) async throws -> SignInStep {
    guard var server = Self.server(inTyped: typed) else {
      throw NetworkError(
        .refused, "“\(typed)” is no server. Type its name, such as mastodon.example.")
    }
    var client = client(server)
    var knowledge = try await servers.knowledge(through: client)
    if let home = knowledge.home {
      // `example.org` may lead to `social.example.org`. Writing never follows, so it is asked there.
      server = home
      client = self.client(home)
      knowledge = try await servers.knowledge(through: client)
    }
    let registered = try await register(client, knowledge, desk)
    let verifier = randomness.token(bytes: 32)
    let state = randomness.token(bytes: 16)
    let page =
      server.base + "/oauth/authorize?"
      + Query.encode([
        ("response_type", "code"), ("client_id", registered.application.clientID),
        ("redirect_uri", registered.redirect), ("scope", registered.rights), ("state", state),
        ("code_challenge", Self.challenge(verifier)), ("code_challenge_method", "S256"),
      ])
    let pastes = registered.redirect == Self.outOfBand
    return SignInStep(
      page: page, pastesCode: pastes,
      explanation: pastes
        ? "\(server.host) shows you a code. Paste it here."
        : "\(server.host) asks you whether the desk may read and write for this account.",
      notes: Credentials([
        "server": server.description, "clientID": registered.application.clientID,
        "clientSecret": registered.application.clientSecret, "redirect": registered.redirect,
        "rights": registered.rights, "verifier": verifier, "state": state,
      ]))
  }

  public func finish(_ step: SignInStep, with answer: SignInAnswer) async throws -> SignedIn {
    guard let server = step.notes["server"].flatMap({ Server($0) }) else {
      throw NetworkError(.malformed, "This sign-in was not begun here. Begin again.")
    }
    switch answer {
    case .token(let token):
      return try await signedIn(server, token.trimmed, step.notes)
    case .code(let code):
      return try await signedIn(server, token(for: code.trimmed, server, step.notes), step.notes)
    }
  }

  private static let outOfBand = "urn:ietf:wg:oauth:2.0:oob"
  /// The least that reading and answering needs. A server that does not know these gets the two
  /// great ones.
  private static let smallRights =
    "read:accounts read:statuses read:notifications read:search write:statuses write:media"
  private static let greatRights = "read write"

  /// Reads `mastodon.example`, an address, or `@user@mastodon.example`.
  private static func server(inTyped typed: String) -> Server? {
    let text = typed.trimmed
    if !text.contains("://"), let at = text.lastIndex(of: "@") {
      return Server(String(text[text.index(after: at)...]))
    }
    return Server(text)
  }

  /// RFC 7636, section 4.2.
  static func challenge(_ verifier: String) -> String {
    Base64URL.text(SHA256.hash(data: Data(verifier.utf8)))
  }

  private struct Registered {
    var application: Application
    var redirect: String
    var rights: String
  }

  /// Asks for the small rights first where they are known, and for a redirect to the desk first;
  /// a server that refuses either is asked for the plainer form.
  private func register(
    _ client: Client, _ knowledge: Knowledge, _ desk: DeskAddress
  ) async throws -> Registered {
    let rights = (knowledge.hasSmallRights ? [Self.smallRights] : []) + [Self.greatRights]
    var refusal: NetworkError?
    for redirect in [desk.base + Self.callbackPath, Self.outOfBand] {
      for rights in rights {
        let form = [
          ("client_name", "Heed"), ("redirect_uris", redirect), ("scopes", rights),
          ("website", desk.base),
        ]
        let response = try await client.exchange(
          client.request(.post, "/api/v1/apps", body: .form(form)))
        if (200..<300).contains(response.status) {
          let application: Application = try client.read(response)
          return Registered(application: application, redirect: redirect, rights: rights)
        }
        let fault = Fault.of(response, server: client.server, hasToken: true, now: clock.now())
        guard [400, 403, 422].contains(response.status) else { throw fault }
        refusal = fault
      }
    }
    throw refusal
      ?? NetworkError(.refused, "\(client.server.host) does not let programs sign in.")
  }

  private func token(
    for code: String, _ server: Server, _ notes: Credentials
  ) async throws -> String {
    let client = client(server)
    let form = [
      ("grant_type", "authorization_code"), ("code", code),
      ("client_id", notes["clientID"] ?? ""), ("client_secret", notes["clientSecret"] ?? ""),
      ("redirect_uri", notes["redirect"] ?? Self.outOfBand),
      ("code_verifier", notes["verifier"] ?? ""), ("scope", notes["rights"] ?? Self.greatRights),
    ]
    let response = try await client.exchange(
      client.request(.post, "/oauth/token", body: .form(form)))
    switch response.status {
    case 200..<300:
      let token: Token = try client.read(response)
      return token.token
    case 400, 401, 403, 422:
      throw NetworkError(
        .refused, "\(server.host) does not take this code any more. Begin the sign-in again.")
    default:
      throw Fault.of(response, server: server, hasToken: true, now: clock.now())
    }
  }

  private func signedIn(
    _ server: Server, _ token: String, _ notes: Credentials
  ) async throws -> SignedIn {
    let client = client(server, token: token)
    let response = try await client.exchange(client.request(.get, Path.credentials))
    switch response.status {
    case 200..<300: break
    case 401, 422:
      throw NetworkError(.refused, "\(server.host) does not take this token. Sign in again.")
    default: throw Fault.of(response, server: server, hasToken: true, now: clock.now())
    }
    let me: Profile = try client.read(response)
    let knowledge = try await servers.knowledge(through: client)
    let incoming = Incoming(
      server: server, domain: knowledge.domain, now: clock.now(), isOpen: false)
    let handle = incoming.handle(me)
    var credentials = ["token": token, "id": me.id]
    for name in ["clientID", "clientSecret"] { credentials[name] = notes[name] }
    return SignedIn(
      server: server.description, handle: handle, credentials: Credentials(credentials),
      houseRules: Message(verbatim: knowledge.houseRules), offers: offers(of: handle, on: server))
  }

  private func offers(of handle: RemoteHandle, on server: Server) -> [Offer] {
    let place = server.host
    let asks: Message = "\(place) is asked as this account."
    return [
      Offer(
        network: name, kind: Kind.mentions.rawValue, target: handle.address,
        name: "What people say to \(handle.address)", asks: asks,
        can: "Mentions, answers and private messages, and who liked or passed on a post."),
      Offer(
        network: name, kind: Kind.own.rawValue, target: handle.address,
        name: "What \(handle.address) writes", asks: asks,
        can: "Our own posts, also those written elsewhere, so that no answer is missed."),
      Offer(
        network: name, kind: Kind.home.rawValue, target: handle.address,
        name: "Posts of those whom \(handle.address) follows", asks: asks,
        can: "Posts of the people whom this account follows."),
    ]
  }
}

extension Knowledge {
  /// One rule a line, in the server's own words.
  var houseRules: String {
    rules.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
