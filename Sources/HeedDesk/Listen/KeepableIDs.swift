import HeedModel
import HeedNetwork

/// What a place calls something becomes a key of the record. PostgreSQL takes none beyond 2,704 bytes into an index
/// (https://www.postgresql.org/docs/15/btree-implementation.html), and would refuse all that came with it; no place has
/// names nearly as long, unless it is broken or means harm.
extension RemoteEvent {
  private static let longest = 2_000

  var isKeepable: Bool {
    ids.allSatisfy { $0.rawValue.utf8.count <= Self.longest && !$0.rawValue.isEmpty }
  }

  private var ids: [RemoteID] {
    switch self {
    case .post(let post):
      [post.reference.remoteID, post.author.remoteID]
        + [post.parent, post.quoted].compactMap { $0 }
        + post.mentions
    case .removed(let id), .gone(let id): [id]
    case .reaction(let reaction), .reactionTakenBack(let reaction):
      [reaction.post, reaction.by.remoteID]
    case .moved(let from, let to): [from.remoteID, to.remoteID]
    }
  }
}
