public import HeedModel
public import HeedNetwork

/// The open web: pages anywhere that answer, like, pass on or point to pages of ours, and say so by
/// Webmention or Pingback. `Docs/networks/web.md` says what is read of them.
public struct WebNetwork: Network {
  public static let name = NetworkName("web")
  /// The kind of its sources: a site of ours.
  public static let mentions = "mentions"

  let pages: Pages
  let ownPages: OwnPages
  let clock: any DeskClock
  let desk: DeskAddress
  /// Where the desk takes mentions, below its own address.
  let paths: [MentionWay: String]

  public var name: NetworkName { Self.name }
  public var title: Message { "The web" }

  public init(
    wire: any Wire, clock: any DeskClock, desk: DeskAddress, paths: [MentionWay: String]
  ) {
    pages = Pages(wire: wire, clock: clock)
    ownPages = OwnPages(clock: clock)
    self.clock = clock
    self.desk = desk
    self.paths = paths
  }

  /// Who wants to answer opens the page, and answers there or on a page of their own.
  public func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    Capabilities(reply: .handOff)
  }

  /// Mentions come by themselves. What is asked now and then is our own page: whether it tells where
  /// the desk takes them.
  public func listen(to source: ListeningSource) async throws -> Heard {
    let page = try await pages.get(source.target, checksRobots: false, isOurs: true)
    let endpoint = Endpoint.find(in: page)
    guard let endpoint, endpoint == address(.webmention) else {
      throw NetworkError(
        .refused,
        """
        \(source.target) does not say that this desk takes its webmentions. Add to the head of its \
        pages a link with the rel “webmention” to \(address(.webmention)), and one with the rel \
        “pingback” to \(address(.pingback)). Mentions that come are taken all the same.
        """, retryAfter: .hours(1))
    }
    return Heard(next: .days(1))
  }

  func address(_ way: MentionWay) -> String { desk.base + (paths[way] ?? "/") }
}
