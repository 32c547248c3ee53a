import HeedModel
import HeedNetwork

/// Who speaks to us, beside those who answer us.
extension Weave {
  /// The network says so, or they mention us or call us by our name, or they begin a thread at a place of ours, or they go on below their own words
  /// to us.
  func speaksToUs(_ remote: RemotePost, below parent: Post?) -> Bool {
    remote.toUs || speaksToOurs(remote) || speaksToHost(remote) || goesOn(remote, below: parent)
      || callsUs(remote)
  }

  /// Where somebody was heard who asked not to be followed, a name alone is no address.
  private func callsUs(_ remote: RemotePost) -> Bool {
    !remote.author.isBot && !remote.author.optedOut && !remote.byHost
      && !(handles[remote.author.remoteID]?.isOurs ?? false) && ourNames.calls(remote.text)
  }

  private func speaksToOurs(_ remote: RemotePost) -> Bool {
    remote.mentions.contains { handles[$0]?.isOurs ?? false }
  }

  /// Machines and those who run the place with us do not.
  private func speaksToHost(_ remote: RemotePost) -> Bool {
    guard remote.isOpening, let since = source?.oursSince else { return false }
    return remote.publishedAt >= since && !remote.byHost && !remote.author.isBot
  }

  private func goesOn(_ remote: RemotePost, below parent: Post?) -> Bool {
    guard let parent, parent.direction == .toUs, let author = handles[remote.author.remoteID]
    else { return false }
    return parent.author == author.id && !remote.author.isBot && !remote.author.optedOut
  }

  /// What they said further below was heard before it was known to be to us.
  func goOnToUs(below post: Post) throws {
    guard let author = post.author, try tx.handles([author]).first?.isBot == false else { return }
    for child in try tx.children(of: post.id)
    where child.author == author && !child.isPlaceholder && child.direction != .toUs {
      try turnToUs(child, parent: post)
    }
  }
}
