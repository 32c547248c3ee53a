public import HeedModel
public import HeedNetwork

/// Hacker News: heard by its search and by its open list of items, answered by hand on its own pages.
///
/// It takes nothing from programs. What is said there comes from two places that both are open to everybody: the search
/// of Algolia (https://hn.algolia.com/api) and the items themselves (https://github.com/HackerNews/API).
public struct HackerNewsNetwork: Network {
  public static let name = NetworkName("hackernews")
  static let page = "https://news.ycombinator.com"

  let search: PlaceClient
  let items: PlaceClient
  let clock: any DeskClock

  public var name: NetworkName { Self.name }
  public var title: Message { "Hacker News" }

  public init(wire: any Wire, clock: any DeskClock) {
    self.clock = clock
    search = PlaceClient(
      wire: wire, clock: clock, base: "https://hn.algolia.com/api/v1", host: "hn.algolia.com",
      hasRight: false)
    items = PlaceClient(
      wire: wire, clock: clock, base: "https://hacker-news.firebaseio.com/v0",
      host: "hacker-news.firebaseio.com", hasRight: false)
  }

  public func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    Capabilities(reply: .handOff)
  }
}

/// Whoever speaks there is signed in as the handle that its server tells of.
extension HackerNewsNetwork: VouchingForAuthors {}
