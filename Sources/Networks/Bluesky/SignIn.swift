import Foundation
import HeedModel
public import HeedNetwork

extension BlueskyNetwork: SigningIn {
  /// Finds out whose handle was typed and where it is kept. Where its server signs people in itself and could send them
  /// back here, that is the way; an app password always is one.
  ///
  /// `notes` holds `state` and `issuer`: what comes back counts only with the same ones.
  public func begin(at typed: String, desk: DeskAddress) async throws -> SignInStep {
    guard let name = Identities.named(typed) else {
      throw NetworkError(
        .refused, "“\(typed)” is no handle. Type the account's handle, such as ana.bsky.social.")
    }
    let identity = try await identities.identity(of: name)
    let notes = [
      "did": identity.did, "handle": identity.handle ?? "", "server": identity.server,
      Key.way: "password",
    ]
    let oauth = OAuth(network: self)
    if let presentation = OAuth.Presentation(desk) {
      do {
        if let authority = try await oauth.authority(of: identity.server) {
          let (page, more) = try await oauth.begin(identity, authority, presentation)
          return SignInStep(
            page: page, pastesCode: false, takesToken: true,
            explanation:
              """
              \(OAuth.host(authority.issuer)) asks you whether the desk may read and write for \(name). \
              An app password made there works as well: paste it here.
              """,
            notes: Credentials(notes.merging(more) { $1 }))
        }
      } catch is NetworkError {
        // It cannot read who we are, does not want us, or has a fault: the other way stands open.
      }
    }
    return SignInStep(
      page: nil, pastesCode: false,
      explanation:
        """
        Make an app password for \(name) in its settings, under privacy and security, and paste it here. \
        Allow it private messages if the desk shall answer those. Never paste the account's own password.
        """,
      notes: Credentials(notes))
  }

  public func finish(_ step: SignInStep, with answer: SignInAnswer) async throws -> SignedIn {
    guard let did = step.notes["did"], let server = step.notes["server"] else {
      throw NetworkError(.malformed, "This sign-in was not begun here. Begin again.")
    }
    let credentials =
      switch answer {
      case .code(let code): try await OAuth(network: self).finish(code.trimmed, step.notes)
      case .token(let password): try await session(of: did, on: server, password.trimmed)
      }
    return try await signedIn(did, server, credentials, step.notes["handle"] ?? "")
  }

  /// `com.atproto.server.createSession`: 30 in five minutes and 300 a day for an account.
  private func session(
    of did: String, on server: String, _ password: String
  ) async throws -> Credentials {
    guard !password.isEmpty else {
      throw NetworkError(.refused, "Paste the app password first.")
    }
    try points.signIn(of: did, now: clock.now())
    let client = client(server)
    let request = WireRequest(
      .post, "https://\(server)/xrpc/com.atproto.server.createSession",
      headers: [("Accept", "application/json"), ("Content-Type", "application/json")],
      body: JSON.bytes(["identifier": did, "password": password]), maximumBytes: 1 << 18)
    let response = try await client.exchange(request)
    switch (response.status, Fault.complaint(response)?.error) {
    case (200, _): break
    case (_, "AuthFactorTokenRequired"?):
      throw NetworkError(
        .refused,
        "That is the account's own password. Make an app password in its settings and paste that one."
      )
    case (401, .some), (400, "AuthenticationRequired"?), (400, "InvalidRequest"?),
      (501, "AuthenticationRequired"?):
      throw NetworkError(
        .refused,
        "\(server) does not take this app password. Look for a missing letter, or make a new one.")
    default:
      throw Fault.of(response, server: server, hasAccount: true, now: clock.now())
    }
    let session: SessionAnswer = try client.read(response)
    guard session.did == did, let tokens = session.tokens else {
      throw NetworkError(
        .refused, "\(server) signed in another account than the one that you named. Begin again.")
    }
    return Credentials([
      Key.way: "password", Key.access: tokens.access, Key.refresh: tokens.refresh,
      Key.messages: "no",
    ])
  }

  private func signedIn(
    _ did: String, _ server: String, _ fresh: Credentials, _ handle: String
  ) async throws -> SignedIn {
    var credentials = fresh
    let address = handle.isEmpty ? did : "@" + handle
    let access = AccountAccess(
      id: ID(0), server: server, remoteID: RemoteID(did), address: address,
      credentials: credentials)
    let mayTalk = await mayTalkInPrivate(access)
    if !credentials.isOAuth || !mayTalk {
      credentials = credentials.with([Key.messages: mayTalk ? "yes" : "no"])
    }
    // What it is called is worth a question, and no failure.
    let known = await profile(of: did, through: access)
    return SignedIn(
      server: server,
      handle: RemoteHandle(
        remoteID: RemoteID(did), address: address, name: known?.name ?? "",
        page: Page.person(did), picture: known?.picture),
      credentials: credentials, offers: offers(of: address, on: server, mayTalk: mayTalk))
  }

  private func offers(of address: String, on server: String, mayTalk: Bool) -> [Offer] {
    let asks: Message = "\(server) is asked as this account."
    var offers = [
      Offer(
        network: name, kind: Kind.mentions.rawValue, target: address,
        name: "What people say to \(address)", asks: asks,
        can: "Mentions, answers and quotations, and who liked or passed on a post."),
      Offer(
        network: name, kind: Kind.own.rawValue, target: address,
        name: "What \(address) writes", asks: asks,
        can: "Our own posts, also those written elsewhere, so that no answer is missed."),
    ]
    if mayTalk {
      offers.append(
        Offer(
          network: name, kind: Kind.messages.rawValue, target: address,
          name: "Private messages to \(address)", asks: asks,
          can: "What people write to this account alone; only those who answer it here see them."))
    }
    return offers
  }
}

extension BlueskyNetwork {
  /// Exchanges the account's tokens, once for all who wait for it.
  func renewed(after used: Credentials, of account: AccountAccess) async throws -> Credentials {
    let did = account.remoteID.rawValue
    let server = account.server
    return try await sessions.renewed(
      after: used, of: account, clock: clock, randomness: randomness
    ) { old in
      if old.isOAuth { return try await OAuth(network: self).renew(old, did: did) }
      return try await renew(old, did: did, server: server)
    }
  }

  /// `com.atproto.server.refreshSession`.
  private func renew(
    _ old: Credentials, did: String, server: String
  ) async throws -> Credentials {
    let client = client(server)
    let response = try await client.exchange(
      WireRequest(
        .post, "https://\(server)/xrpc/com.atproto.server.refreshSession",
        headers: [
          ("Accept", "application/json"), ("Authorization", "Bearer " + (old[Key.refresh] ?? "")),
        ], maximumBytes: 1 << 18))
    if response.status == 200 {
      let session: SessionAnswer = try client.read(response)
      guard session.did == did, let tokens = session.tokens else {
        throw OAuth.noToken(.malformed, server)
      }
      return old.with([Key.access: tokens.access, Key.refresh: tokens.refresh])
    }
    let error = Fault.complaint(response)?.error
    if [400, 401].contains(response.status),
      ["ExpiredToken", "InvalidToken", "AuthenticationRequired"].contains(error)
    {
      throw NetworkError(
        .signedOut,
        "\(server) ended this sign-in: the app password was removed, or it was not used for long. Sign in again."
      )
    }
    let fault = Fault.of(response, server: server, hasAccount: true, now: clock.now())
    // Only what is said of the account itself is about it.
    let isOfAccount = fault.kind != .refused || fault.cause is SwitchedOff
    throw isOfAccount ? fault : OAuth.noToken(.temporary, server)
  }
}

/// What `createSession` and `refreshSession` answer.
private struct SessionAnswer: Decodable {
  var did: String
  var accessJwt: String?
  var refreshJwt: String?

  /// Both, and neither of them empty.
  var tokens: (access: String, refresh: String)? {
    guard let accessJwt, let refreshJwt, !accessJwt.isEmpty, !refreshJwt.isEmpty else { return nil }
    return (accessJwt, refreshJwt)
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension BlueskyNetwork: Presenting {
  /// Where a sign-in comes back to, behind the desk's own address.
  public static let callbackPath = "/accounts/callback"
  /// Where servers read who the desk is: its address is the desk's name there
  /// (https://atproto.com/specs/oauth#client-id-metadata-document).
  public static let descriptionPath = "/clients/bluesky.json"

  public func presentation(of desk: DeskAddress) -> String {
    let document: [String: any Sendable] = [
      "client_id": desk.base + Self.descriptionPath, "client_name": "Heed",
      "client_uri": desk.base, "application_type": "web",
      "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"],
      "redirect_uris": [desk.base + Self.callbackPath], "scope": OAuth.rights,
      "token_endpoint_auth_method": "none", "dpop_bound_access_tokens": true,
    ]
    return String(decoding: JSON.bytes(document), as: UTF8.self)
  }
}
