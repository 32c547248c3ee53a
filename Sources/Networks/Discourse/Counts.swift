import HeedModel
public import HeedNetwork

extension DiscourseNetwork: Counting {
  /// A forum shows one post a call.
  public var countsAtOnce: Int { 5 }
  public var tellsFollowers: Bool { false }

  /// A forum counts who read each post (https://docs.discourse.org/#tag/Posts); those who follow somebody it does not
  /// tell.
  public func counts(
    of posts: [RemoteReference], as account: AccountAccess?
  ) async throws -> [RemoteCounts] {
    var counts: [RemoteCounts] = []
    for reference in posts {
      guard let (forum, name) = try? place(of: reference, account) else { continue }
      do {
        let post = try await find(reference, forum, name)
        guard !post.isGone else { continue }
        counts.append(
          RemoteCounts(
            post: reference.remoteID, views: post.readers, liked: post.likes,
            answered: post.answered, quoted: post.quotes))
      } catch let error as NetworkError
        where [.gone, .refused, .malformed].contains(error.kind)
      {
        continue
      }
    }
    return counts
  }
}
