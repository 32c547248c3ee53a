public import HeedModel
public import HeedNetwork

/// Forums that run Discourse: topics, answers, private messages.
///
/// `Docs/networks/discourse.md` says what is asked of whom, and with which right (https://docs.discourse.org).
public struct DiscourseNetwork: Network {
  public static let name = NetworkName("discourse")

  var wire: any Wire
  let clock: any DeskClock
  let randomness: any Randomness
  let settling: Duration

  public var name: NetworkName { Self.name }
  public var title: Message { "Discourse" }
  public var replyReach: ReplyReach { .page }

  /// - Parameter settling: how long after its first attempt a message that is not found may still be on its way inside
  ///   the forum, which keeps no keys.
  public init(
    wire: any Wire, clock: any DeskClock, randomness: any Randomness,
    settling: Duration = .seconds(60)
  ) {
    self.randomness = randomness
    self.wire = wire
    self.clock = clock
    self.settling = settling
  }

  public func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    guard account != nil else { return Capabilities(reply: .handOff, seen: .counter) }
    // The usual setting of `max_post_length`; a forum with another says so itself.
    return Capabilities(
      reply: .always, length: .scalars(limit: 32_000, address: nil), canEdit: true,
      editTells: "The forum shows that it was changed, and keeps the earlier wording.",
      canDelete: true, seen: .counter)
  }

  func forum(_ server: PlaceServer, as account: AccountAccess? = nil) -> Forum {
    Forum(server: server, account: account, wire: wire, clock: clock)
  }

  /// The account's own forum, asked with its right.
  func forum(_ account: AccountAccess) throws -> Forum {
    guard let server = PlaceServer(account.server) else {
      throw NetworkError(
        .refused, "This account's server is no address. Add the account anew.",
        certainlyNotSent: true)
    }
    guard account.credentials["key"] != nil else {
      throw NetworkError(
        .signedOut, "This account is not signed in on \(server.host). Sign in again.",
        certainlyNotSent: true)
    }
    return forum(server, as: account)
  }
}

/// Whoever speaks there is signed in as the handle that its server tells of.
extension DiscourseNetwork: VouchingForAuthors {}
