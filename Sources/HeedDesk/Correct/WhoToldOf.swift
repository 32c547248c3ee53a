public import HeedModel

extension Desk {
  private static let mostQuotesAsked = 50

  /// Who told us first that a post of ours is wrong: below it, where nothing else of ours stands between, or quoting it.
  /// - Returns: `nil` where nobody did, or nobody whose words the viewer may see.
  public func whoTold(of post: PostRow, for viewer: Viewer) async throws -> PostRow? {
    try await record.read { tx in
      let thread = try tx.thread(post.post.conversation, for: viewer)
      let below = Self.hanging(on: post.id, in: thread) { $0.post.direction != .ours }
      let quotes = try tx.quotes(of: post.id, limit: Self.mostQuotesAsked, for: viewer)
      return (below + quotes).filter {
        $0.isSaidByPeople && $0.post.isTheirWords && $0.post.removedAt == nil
          && $0.post.reading.kinds.contains(.correction)
      }.min { ($0.post.publishedAt, $0.id) < ($1.post.publishedAt, $1.id) }
    }
  }
}
