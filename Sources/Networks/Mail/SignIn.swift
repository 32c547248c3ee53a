import HeedModel
public import HeedNetwork

extension MailNetwork: SigningIn {
  /// Finds out where a mailbox stands. Only the address, or what was typed with it, is used; no password leaves yet.
  ///
  /// Typed is an address, `help@shop.example`; or with its hosts and its name there, in this order and with commas:
  /// `help@shop.example, imap.shop.example, smtp.shop.example:587, user`.
  public func begin(at typed: String, desk: DeskAddress) async throws -> SignInStep {
    let parts = typed.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    guard let address = parts.first, MailAddress.isUsable(address),
      !MailAddress.domain(address).isEmpty
    else {
      throw NetworkError(
        .refused,
        "“\(MailFault.Words.shown(typed))” is no mail address. Type one, such as help@shop.example."
      )
    }
    let mailbox: MailSettings
    if parts.count > 1 {
      mailbox = try Self.byHand(parts, address: address)
    } else {
      mailbox = try await MailDiscovery(wire: wire, connections: connections, records: records)
        .settings(for: address)
    }
    return SignInStep(
      page: nil, pastesCode: false, asksPassword: true,
      explanation: """
        Mail of \(address) is fetched from \(mailbox.incoming.text) and sent through \(mailbox.outgoing.text), both \
        encrypted. Give its password; where the provider has app passwords, make one for this desk. Where it wants OAuth, \
        paste the JSON that its tools write: client_id, client_secret, refresh_token and token_uri.
        """,
      notes: Credentials([
        "address": MailAddress.canonical(address), "incoming": mailbox.incoming.text,
        "incomingStartsPlain": mailbox.incoming.startsPlain ? "yes" : "no",
        "outgoing": mailbox.outgoing.text,
        "outgoingStartsPlain": mailbox.outgoing.startsPlain ? "yes" : "no", "user": mailbox.user,
      ]))
  }

  /// Signs in to both halves, so that nobody learns at the first answer that one of them refuses.
  public func finish(_ step: SignInStep, with answer: SignInAnswer) async throws -> SignedIn {
    guard case .token(let password) = answer, let address = step.notes["address"],
      let user = step.notes["user"],
      var incoming = step.notes["incoming"].flatMap({ MailPlace($0, port: 993) }),
      var outgoing = step.notes["outgoing"].flatMap({ MailPlace($0, port: 465) })
    else { throw NetworkError(.malformed, "This sign-in was not begun here. Begin again.") }
    incoming.startsPlain = step.notes["incomingStartsPlain"] == "yes"
    outgoing.startsPlain = step.notes["outgoingStartsPlain"] == "yes"
    var mailbox = Mailbox(
      address: address, name: Self.organisation(of: address), incoming: incoming,
      outgoing: outgoing, secret: Self.secret(user: user, password))
    let token = try await token(password)
    if let token { mailbox.secret = .token(user: user, token.access) }
    do {
      try await with(mailbox) { client in _ = try await client.examine("INBOX") }
      let server = try await SmtpClient.open(
        outgoing, as: mailbox.secret, name: MailAddress.domain(address), through: connections)
      await server.leave()
    } catch let error as NetworkError where error.kind == .signedOut {
      throw NetworkError(
        .refused,
        """
        The mailbox does not take this name and password. Many providers want an app password here, and IMAP switched on \
        in the mailbox's settings. Nothing was kept.
        """, cause: error)
    }
    return SignedIn(
      server: incoming.host,
      handle: RemoteHandle(
        remoteID: RemoteIDs.person(address), address: address, name: mailbox.name),
      credentials: token.map(mailbox.credentials.with) ?? mailbox.credentials,
      offers: offers(of: address, at: incoming.host),
      custom: .name)
  }

  public func typed(toSignInAt server: String, as address: String) -> String { address }

  /// What was pasted renews tokens: the first one is asked for at once, so that nobody learns later that it does not work.
  private func token(_ pasted: String) async throws -> TokenGrant.Token? {
    guard let grant = try TokenGrant(pasted: pasted) else { return nil }
    do {
      return try await grant.renewed(by: wire, now: clock.now())
    } catch let error as NetworkError where error.kind == .signedOut {
      throw NetworkError(.refused, "\(error.text) Nothing was kept.", cause: error)
    }
  }

  /// `Bearer …` is an access token, anything else a password.
  private static func secret(user: String, _ text: String) -> MailSecret {
    guard text.lowercased().hasPrefix("bearer "), text.count > 20 else {
      return .password(user: user, text)
    }
    return .token(user: user, text.dropFirst(7).trimmed)
  }

  /// What stands behind a member's name until somebody chooses better: `shop.example` of `help@shop.example`.
  private static func organisation(of address: String) -> String { MailAddress.domain(address) }

  private static func byHand(_ parts: [String], address: String) throws -> MailSettings {
    guard let incoming = MailPlace(parts[1], port: 993) else {
      throw NetworkError(
        .refused,
        "“\(MailFault.Words.shown(parts[1]))” is no host. Type one, such as imap.shop.example.")
    }
    let second = parts.count > 2 && !parts[2].isEmpty ? parts[2] : incoming.host
    guard let outgoing = MailPlace(second, port: 465) else {
      throw NetworkError(
        .refused,
        "“\(MailFault.Words.shown(second))” is no host. Type one, such as smtp.shop.example.")
    }
    let user = parts.count > 3 && !parts[3].isEmpty ? parts[3] : address
    return MailSettings(incoming: incoming, outgoing: outgoing, user: user)
  }

  private func offers(of address: String, at host: String) -> [Offer] {
    let asks: Message = "\(host) is asked as this mailbox."
    return [
      Offer(
        network: name, kind: Kind.inbox, target: address, name: "Mail to \(address)", asks: asks,
        can: """
          What people write, at once where the server tells it. Newsletters are kept only where a topic catches them.
          """, isBroad: true),
      Offer(
        network: name, kind: Kind.sent, target: address, name: "Mail from \(address)", asks: asks,
        can: "What is answered from elsewhere, so that no answer is missed."),
    ]
  }
}

/// Where a mailbox stands, before anybody signed in.
struct MailSettings: Sendable, Hashable {
  var incoming: MailPlace
  var outgoing: MailPlace
  var user: String
}
