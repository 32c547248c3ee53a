public import HeedModel
public import HeedNetwork

/// The servers that speak the Mastodon API: Mastodon, GoToSocial, snac, Pleroma, Akkoma, Takahē,
/// Pixelfed, Friendica.
///
/// Each speaks a part of it; what a server can do is asked of it, never assumed.
/// `Docs/networks/mastodon.md` says what is asked of whom, with which rights, and what works
/// where.
public struct MastodonNetwork: Network {
  public static let name = NetworkName("mastodon")
  /// Where a sign-in comes back to, behind the desk's own address.
  public static let callbackPath = "/accounts/callback"

  let wire: any Wire
  let clock: any DeskClock
  let publicServers: [Server]
  let randomness: any Randomness
  let settling: Duration
  let servers: Servers

  public var name: NetworkName { Self.name }
  public var title: Message { "Mastodon" }

  /// - Parameters:
  ///   - publicServers: hosts that are asked for public posts when somebody types a word; what is
  ///     no host is left out.
  ///   - settling: how long after its first attempt a message that is not found may still be on
  ///     its way inside a server that keeps no keys.
  public init(
    wire: any Wire, clock: any DeskClock, publicServers: [String], randomness: any Randomness,
    settling: Duration = .seconds(60)
  ) {
    self.wire = wire
    self.clock = clock
    self.publicServers = publicServers.compactMap { Server($0) }
    self.randomness = randomness
    self.settling = settling
    servers = Servers()
  }

  func client(_ server: Server, token: String? = nil) -> Client {
    Client(wire: wire, clock: clock, server: server, token: token)
  }

  /// The account's own server, asked with its right.
  func client(_ account: AccountAccess) throws -> Client {
    guard let server = Server(account.server) else {
      throw NetworkError(
        .refused, "This account's server is no address. Add the account anew.",
        certainlyNotSent: true)
    }
    guard let token = account.credentials["token"] else {
      throw NetworkError(
        .signedOut, "This account is not signed in on \(server.host). Sign in again.",
        certainlyNotSent: true)
    }
    return client(server, token: token)
  }

  func intake(_ client: Client, account: AccountAccess?) async throws -> Intake {
    Intake(
      client: client, servers: servers,
      knowledge: try await servers.knowledge(through: client),
      me: account.map { Intake.Me(remoteID: $0.remoteID, id: $0.credentials["id"]) })
  }
}

/// Runs what comes before a message is handed over: whatever fails in there, nothing of it went
/// out.
func beforeSending<T>(_ body: () async throws -> T) async throws -> T {
  do {
    return try await body()
  } catch var error as NetworkError {
    error.certainlyNotSent = true
    throw error
  }
}

/// Whoever speaks there is signed in as the handle that its server tells of.
extension MastodonNetwork: VouchingForAuthors {
  /// One on the host behind the `@` of its account, or below it (https://docs.joinmastodon.org/admin/config/#web_domain).
  ///
  /// An account's server tells its page, and other servers repeat that: one that means harm names the page of somebody
  /// elsewhere. Whose account it is they ask at the host behind the `@`, so that one cannot be made up.
  public func isOwn(_ page: String, of handle: RemoteID) -> Bool {
    let account = handle.rawValue
    guard account.hasPrefix("acct:"), page.contains("://"), let host = PlaceServer(page)?.host,
      let at = account.lastIndex(of: "@"),
      let domain = PlaceServer(String(account[account.index(after: at)...]))?.host
    else { return false }
    return host == domain || host.hasSuffix("." + domain)
  }
}
