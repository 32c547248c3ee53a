import HeedModel
import HeedNetwork

/// Posts that bear an id which another post has.
extension Weave {
  /// The post under the name that it has here: its own, or the other one where its own is taken by different words.
  func named(_ read: ReadPost) throws -> ReadPost {
    guard let besides = read.remote.besides, let known = posts[read.remote.reference.remoteID],
      !known.isPlaceholder, try !isSame(known, read.remote)
    else { return read }
    var read = read
    read.remote.reference.remoteID = besides
    return read
  }

  /// A copy of the same has the same author, and the same time or the same words. What lost its words here is known by its
  /// time alone; what we said ourselves is itself.
  private func isSame(_ known: Post, _ remote: RemotePost) throws -> Bool {
    if known.removedAt != nil, known.direction != .ours {
      return known.publishedAt == remote.publishedAt
    }
    let author = try known.author.flatMap { try tx.handles([$0]).first }
    if known.direction == .ours {
      return handles[remote.author.remoteID]?.isOurs == true
        || author?.address == remote.author.address
    }
    guard author?.address == address(of: remote.author) else { return false }
    return known.publishedAt == remote.publishedAt
      || known.text == remote.text && known.title == remote.title
  }
}
