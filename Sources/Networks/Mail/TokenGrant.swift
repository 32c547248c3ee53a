import Foundation
import HeedModel
import HeedNetwork

/// What a mailbox's access token is renewed with (RFC 6749, section 6).
///
/// It is pasted as the tools of providers write it (“authorized user”): JSON with `client_id`, `refresh_token`,
/// `token_uri`, and `client_secret` where the program has one. Who asks for mail is a program that somebody registered
/// with their own provider; the desk brings none of its own.
struct TokenGrant: Sendable, Hashable {
  var client: String
  var clientSecret: String?
  var refresh: String
  /// Where it is exchanged: HTTPS alone.
  var endpoint: String

  /// So long before its end a token is renewed.
  static let early = Duration.minutes(5)

  /// A text in place of a password that is such JSON.
  /// - Returns: `nil` when it is none, and so a password.
  /// - Throws: `NetworkError(.refused)` when something needed is missing.
  init?(pasted text: String) throws {
    let trimmed = text.trimmed
    guard trimmed.hasPrefix("{"), trimmed.hasSuffix("}"),
      let read = try? JSONSerialization.jsonObject(with: Data(trimmed.utf8)),
      let fields = read as? [String: Any]
    else { return nil }
    func word(_ name: String) -> String? {
      (fields[name] as? String).map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let client = word("client_id"), let refresh = word("refresh_token"),
      let endpoint = word("token_uri"), endpoint.lowercased().hasPrefix("https://")
    else {
      throw NetworkError(
        .refused,
        """
        This JSON renews nothing: it needs client_id, refresh_token and token_uri, an address that begins with https://. \
        Nothing was kept.
        """)
    }
    self.client = client
    self.refresh = refresh
    self.endpoint = endpoint
    clientSecret = word("client_secret")
  }

  /// As an account keeps it.
  init?(_ kept: Credentials) {
    guard let client = kept["clientID"], let refresh = kept["refresh"],
      let endpoint = kept["tokenEndpoint"]
    else { return nil }
    (self.client, self.refresh, self.endpoint) = (client, refresh, endpoint)
    clientSecret = kept["clientSecret"]
  }

  /// An access token, what renews the next one, and when it ends.
  struct Token: Sendable {
    var access: String
    var grant: TokenGrant
    var ends: Instant
  }

  /// Asks for a new access token. Nothing is changed by a failure.
  /// - Throws: `NetworkError`: `signedOut` only where the provider says in its own words that the right is gone.
  func renewed(by wire: any Wire, now: Instant) async throws -> Token {
    var form = [
      ("grant_type", "refresh_token"), ("refresh_token", refresh), ("client_id", client),
    ]
    if let clientSecret { form.append(("client_secret", clientSecret)) }
    let response: WireResponse
    do {
      response = try await wire.send(
        WireRequest(
          .post, endpoint,
          headers: [
            ("Accept", "application/json"),
            ("Content-Type", "application/x-www-form-urlencoded"),
          ], body: Array(WebQuery.encode(form).utf8), maximumBytes: 1 << 18, timeout: .seconds(30)))
    } catch let error as WireError {
      throw PlaceFault.of(error, at: host)
    }
    guard response.status == 200 else { throw refusal(response, now: now) }
    guard let told = try? JSONDecoder().decode(Told.self, from: Data(response.body)) else {
      throw NetworkError(
        .temporary,
        "\(host) answered without a token. The one that is kept stays, and the desk asks again.")
    }
    var grant = self
    // Some exchange it for a new one; others leave it out, and the old one stays good.
    if let refresh = told.refresh { grant.refresh = refresh }
    let life = min(max(told.life ?? 3600, 60), 7 * 86_400)
    return Token(access: told.access, grant: grant, ends: now + .seconds(Int64(life)))
  }

  var host: String {
    let bare = endpoint.range(of: "://").map { endpoint[$0.upperBound...] } ?? endpoint[...]
    return String(bare.prefix { $0 != "/" && $0 != "?" && $0 != ":" })
  }

  /// RFC 6749, 5.2: only these say that no try will ever succeed again.
  private func refusal(_ response: WireResponse, now: Instant) -> NetworkError {
    if response.status == 429 { return PlaceFault.patience(response, at: host, now: now) }
    let said =
      Complaints.text(of: response).map { " It says: “\(Complaints.shown($0))”." as Message } ?? ""
    let isRefusal = response.status == 400 || response.status == 401
    switch isRefusal ? Complaints.code(of: response) : nil {
    case "invalid_grant":
      return NetworkError(
        .signedOut,
        "\(host) no longer renews the token of this mailbox.\(said) Sign in again with a new one.",
        certainlyNotSent: true)
    case "invalid_client", "unauthorized_client":
      return NetworkError(
        .signedOut,
        """
        \(host) no longer knows the program that renews the token of this mailbox.\(said) Look at its client id and \
        secret there, and sign in again.
        """, certainlyNotSent: true)
    default:
      return NetworkError(
        .temporary, "\(host) could not renew the token of this mailbox. The desk tries again.",
        certainlyNotSent: true,
        retryAfter: response.header("Retry-After") == nil
          ? nil : Patience.asked(by: response, now: now))
    }
  }

  private struct Told: Decodable {
    var access: String
    var refresh: String?
    var life: Int?

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      access = try fields.neededText("access_token")
      guard !access.trimmed.isEmpty else { throw Empty() }
      refresh = fields.word("refresh_token")
      life = fields.number("expires_in")
    }
    private struct Empty: Error {}
  }
}

extension Credentials {
  /// The same mailbox with another token.
  func with(_ token: TokenGrant.Token) -> Credentials {
    var values = all
    (values["password"], values["mechanism"]) = (token.access, "xoauth2")
    values["clientID"] = token.grant.client
    values["clientSecret"] = token.grant.clientSecret
    values["refresh"] = token.grant.refresh
    values["tokenEndpoint"] = token.grant.endpoint
    values["tokenEnds"] = String(token.ends.milliseconds)
    return Credentials(values)
  }

  var tokenEnds: Instant? {
    self["tokenEnds"].flatMap { Int64($0) }.map { Instant(milliseconds: $0) }
  }
}
