public import HeedModel
public import HeedNetwork

/// Servers that run Lemmy: communities, their posts and comments, private messages.
///
/// Two APIs are spoken, `v3` (0.19) and `v4` (1.0); each server is asked which it has. `Docs/networks/lemmy.md` says what
/// is asked of whom, and with which right (https://join-lemmy.org/docs/contributors/04-api.html).
public struct LemmyNetwork: Network {
  public static let name = NetworkName("lemmy")

  var wire: any Wire
  let clock: any DeskClock
  let settling: Duration
  let knowledge: Knowledge

  public var name: NetworkName { Self.name }
  public var title: Message { "Lemmy" }

  /// - Parameter settling: how long after its first attempt a comment that is not found may still be on its way inside
  ///   the server, which keeps no keys.
  public init(wire: any Wire, clock: any DeskClock, settling: Duration = .seconds(60)) {
    self.wire = wire
    self.clock = clock
    self.settling = settling
    knowledge = Knowledge()
  }

  public func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    guard account != nil else { return Capabilities(reply: .handOff) }
    return Capabilities(
      reply: .always, length: .scalars(limit: 10_000, address: nil), canEdit: true,
      editTells: "The other servers are told of the new words; nobody is told by name.",
      canDelete: true, visibilities: [.public, .private])
  }

  /// A server, with the API that it has.
  func server(
    _ server: PlaceServer, token: String? = nil, personID: String? = nil
  ) async throws -> LemmyServer {
    let api = try await knowledge.api(of: server) { version in
      LemmyServer(
        server: server, version: version, token: token, personID: personID, wire: wire,
        clock: clock)
    }
    return LemmyServer(
      server: server, version: api, token: token, personID: personID, wire: wire, clock: clock)
  }

  /// The account's own server, asked with its right.
  func server(_ account: AccountAccess) async throws -> LemmyServer {
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
    return try await self.server(server, token: token, personID: account.credentials["person"])
  }

  func intake(_ server: LemmyServer) -> Intake {
    Intake(server: server, knowledge: knowledge, now: clock.now())
  }
}

/// Whoever speaks there is signed in as the handle that its server tells of.
extension LemmyNetwork: VouchingForAuthors {}
