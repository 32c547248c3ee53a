import HeedModel
public import HeedNetwork

extension PracticeNetwork: Counting {
  public var countsAtOnce: Int { 100 }

  public func counts(
    of posts: [RemoteReference], as account: AccountAccess?
  ) async throws -> [RemoteCounts] {
    let ids = posts.compactMap { RemoteIDs.post($0.remoteID) }
    guard !ids.isEmpty, account != nil else { return [] }
    let told = try await client.send(
      .post, "/v1/counts", Told.Ids(ids: ids), as: account, Told.Counts.self)
    return told.counts.map {
      RemoteCounts(
        post: RemoteIDs.post($0.id), views: $0.views, liked: $0.liked, shared: $0.shared,
        answered: $0.answered, followers: $0.followers, sharerFollowers: $0.sharerFollowers)
    }
  }
}
