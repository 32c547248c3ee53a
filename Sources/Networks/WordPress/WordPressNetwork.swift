public import HeedModel
public import HeedNetwork

/// Comments on sites that run WordPress, by the interface that it brings along
/// (https://developer.wordpress.org/rest-api/reference/comments/).
///
/// Without an account, what a site shows to everybody; with one, also what is held, and answers.
/// `Docs/networks/wordpress.md` says what each role of WordPress may do.
public struct WordPressNetwork: Network {
  public static let name = NetworkName("wordpress")
  /// The kind of its sources: the comments of a whole site.
  public static let comments = "comments"

  let wire: any Wire
  let clock: any DeskClock
  let settling: Duration
  let sites = Sites()

  public var name: NetworkName { Self.name }
  public var title: Message { "WordPress" }
  public var replyReach: ReplyReach { .page }

  /// - Parameter settling: how long after its first attempt a comment that is not found may still be
  ///   on its way inside the site.
  public init(wire: any Wire, clock: any DeskClock, settling: Duration = .seconds(60)) {
    self.wire = wire
    self.clock = clock
    self.settling = settling
  }

  /// The site of an account, asked with its right.
  func client(_ account: AccountAccess) throws -> Client {
    guard let site = Site(account.server) else {
      throw NetworkError(
        .refused, "This account's site is no address. Add the account anew.",
        certainlyNotSent: true)
    }
    guard let key = account.credentials["key"] else {
      throw NetworkError(
        .signedOut, "This account is not signed in on \(site.host). Sign in again.",
        certainlyNotSent: true)
    }
    return Client(wire: wire, site: site, key: key)
  }

  func client(_ source: ListeningSource) throws -> Client {
    if let account = source.account { return try client(account) }
    guard let site = Site(source.target) else {
      throw NetworkError(.refused, "\(source.target) is no address of a site. Add it anew.")
    }
    sites.note(site)
    return Client(wire: wire, site: site, key: nil)
  }

  func incoming(_ client: Client, _ account: AccountAccess?) -> Incoming {
    Incoming(
      site: client.site, me: account.flatMap { RemoteIDs.user($0.remoteID) },
      isOurs: account != nil, now: clock.now())
  }
}

/// Runs what comes before a comment is handed over: whatever fails in there, nothing of it went
/// out.
func beforeSending<T>(_ body: () async throws -> T) async throws -> T {
  do {
    return try await body()
  } catch var error as NetworkError {
    error.certainlyNotSent = true
    throw error
  }
}
