import HeedModel
public import HeedNetwork

extension MastodonNetwork: Counting {
  /// A server shows one post a call, and who passed it on in another.
  public var countsAtOnce: Int { 20 }

  /// Likes, boosts, answers and quotes as the post's own server counts them
  /// (https://docs.joinmastodon.org/entities/Status/); nobody counts readers. Of those who passed it on the first eighty
  /// are asked for how many follow them, and nothing else of them is kept
  /// (https://docs.joinmastodon.org/methods/statuses/#reblogged_by).
  public func counts(
    of posts: [RemoteReference], as account: AccountAccess?
  ) async throws -> [RemoteCounts] {
    guard let account else { return [] }
    let client = try client(account)
    var counts: [RemoteCounts] = []
    for post in posts {
      do {
        guard let id = post.id(on: client.server) else { continue }
        let status: Status = try await client.get(Path.status(id)).value
        guard RemoteIDs.post(status, on: client.server) == post.remoteID else { continue }
        var told = RemoteCounts(
          post: post.remoteID, liked: status.liked, shared: status.shared,
          answered: status.replies, quoted: status.quotes, followers: status.account.followers)
        told.sharerFollowers = told.shared == 0 ? 0 : try await sharers(of: id, client)
        counts.append(told)
      } catch let error as NetworkError
        where [.gone, .refused, .malformed].contains(error.kind)
      {
        // One that cannot be read now says nothing about the others.
        continue
      }
    }
    return counts
  }

  /// - Returns: `nil` where the server does not say who it was.
  private func sharers(of id: String, _ client: Client) async throws -> Int? {
    do {
      let people: Lenient<Profile> =
        try await client.get(Path.status(id) + "/reblogged_by", [("limit", "80")]).value
      return RemoteCounts.sum(people.items.compactMap(\.followers))
    } catch let error as NetworkError where [.gone, .refused, .malformed].contains(error.kind) {
      return nil
    }
  }
}

extension RemoteReference {
  /// What a server calls it: as it told, else as its own address says.
  fileprivate func id(on server: Server) -> String? {
    [LocalID(local), LocalID(home: remoteID.rawValue), LocalID(home: address)].lazy
      .compactMap { $0?.id(on: server) }.first
  }
}
