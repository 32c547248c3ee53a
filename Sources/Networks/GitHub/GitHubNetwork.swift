public import HeedModel
public import HeedNetwork

/// Issues, pull requests and discussions on GitHub, or on a GitHub Enterprise Server.
///
/// `Docs/networks/github.md` says what is asked of whom, and with which right (https://docs.github.com/rest).
public struct GitHubNetwork: Network {
  public static let name = NetworkName("github")

  var wire: any Wire
  let clock: any DeskClock
  let settling: Duration

  public var name: NetworkName { Self.name }
  public var title: Message { "GitHub" }
  public var replyReach: ReplyReach { .page }

  /// - Parameter settling: how long after its first attempt a comment that is not found may still be on its way inside
  ///   the place, which keeps no keys.
  public init(wire: any Wire, clock: any DeskClock, settling: Duration = .seconds(60)) {
    self.wire = wire
    self.clock = clock
    self.settling = settling
  }

  public func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    guard account != nil else { return Capabilities(reply: .handOff) }
    return Capabilities(
      reply: .always, length: .scalars(limit: 65_536, address: nil), canEdit: true,
      editTells: "GitHub marks it as edited; everybody can read the earlier wordings.",
      canDelete: true)
  }

  func place(_ server: PlaceServer, token: String? = nil, login: String? = nil) -> Place {
    Place(server: server, token: token, login: login, wire: wire, clock: clock)
  }

  /// The account's own place, asked with its right.
  func place(_ account: AccountAccess) throws -> Place {
    guard let server = PlaceServer(account.server) else {
      throw NetworkError(
        .refused, "This account's server is no address. Add the account anew.",
        certainlyNotSent: true)
    }
    guard let token = account.credentials["token"] else {
      throw NetworkError(
        .signedOut, "This account is not signed in on \(server.host). Sign in again.",
        certainlyNotSent: true)
    }
    return place(server, token: token, login: account.credentials["login"])
  }

  /// Whoever can be asked for a thread: the account where it is of this place, else nobody in particular.
  func place(of name: ThreadName, _ account: AccountAccess?) throws -> Place {
    if let account, PlaceServer(account.server) == name.server { return try place(account) }
    return place(name.server)
  }
}

/// Whoever speaks there is signed in as the handle that its server tells of.
extension GitHubNetwork: VouchingForAuthors {}
