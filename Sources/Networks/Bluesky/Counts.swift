import HeedModel
public import HeedNetwork

extension BlueskyNetwork: Counting {
  /// https://docs.bsky.app/docs/api/app-bsky-feed-get-posts
  public var countsAtOnce: Int { 25 }

  /// Likes, reposts, answers and quotes as the view counts them; nobody counts readers. How many follow those who passed a
  /// post on is asked of the view, up to a hundred of them, and nothing else of them is kept
  /// (https://docs.bsky.app/docs/api/app-bsky-feed-get-reposted-by).
  public func counts(
    of posts: [RemoteReference], as account: AccountAccess?
  ) async throws -> [RemoteCounts] {
    let named = posts.filter { RemoteIDs.post($0.remoteID.rawValue) != nil }.prefix(countsAtOnce)
    guard !named.isEmpty else { return [] }
    let client = client(account)
    let response = try await client.query(
      "app.bsky.feed.getPosts", named.map { ("uris", $0.remoteID.rawValue) }, of: .view)
    let views = try CountView.list(response, from: client.server)
    let wanted = Set(named.map(\.remoteID.rawValue))
    var followers: Int?
    if let us = account?.remoteID.rawValue, !views.isEmpty {
      followers = try await self.followers(of: [us], client).first
    }
    var counts: [RemoteCounts] = []
    for view in views where wanted.contains(view.address) {
      counts.append(
        RemoteCounts(
          post: RemoteID(view.address), liked: view.likes, shared: view.reposts,
          answered: view.replies, quoted: view.quotes, followers: followers,
          sharerFollowers: view.reposts == 0 ? 0 : try await sharers(of: view.address, client)))
    }
    return counts
  }

  /// - Returns: `nil` where the view does not say.
  private func sharers(of address: String, _ client: Client) async throws -> Int? {
    do {
      let response = try await client.query(
        "app.bsky.feed.getRepostedBy", [("uri", address), ("limit", "100")], of: .view)
      let people = try CountView.reposters(response, from: client.server)
      return RemoteCounts.sum(try await followers(of: people, client))
    } catch let error as NetworkError where [.gone, .refused, .malformed].contains(error.kind) {
      return nil
    }
  }

  /// Twenty-five at a time (https://docs.bsky.app/docs/api/app-bsky-actor-get-profiles).
  private func followers(of people: [String], _ client: Client) async throws -> [Int] {
    var followers: [Int] = []
    for start in stride(from: 0, to: min(people.count, 100), by: 25) {
      let some = people[start..<min(start + 25, people.count)]
      let response = try await client.query(
        "app.bsky.actor.getProfiles", some.map { ("actors", $0) }, of: .view)
      followers += try CountView.followers(response, from: client.server)
    }
    return followers
  }
}
