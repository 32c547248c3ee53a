import HeedModel
import HeedNetwork

extension Weave {
  /// Learns which authors of these events were erased, and finds what is left of posts of theirs: nothing that they said
  /// before comes back by being heard a second time.
  func loadErased(_ events: [Desk.ReadEvent], _ record: any RecordReading) throws {
    guard try record.hasErased() else { return }
    let digests: Digests
    do {
      guard let known = try desk.digests(in: record) else { return }
      digests = known
    } catch is VaultError {
      // The desk's key is another now: what was erased cannot be recognised, and listening goes on.
      return
    }
    var authors: Set<RemoteID> = []
    var named: Set<RemoteID> = []
    for event in events {
      switch event {
      case .post(let read):
        authors.insert(read.remote.author.remoteID)
        named.formUnion(
          [read.remote.reference.remoteID, read.remote.parent, read.remote.quoted].compactMap { $0 }
        )
      case .other(.reaction(let reaction)):
        authors.insert(reaction.by.remoteID)
        named.insert(reaction.post)
      case .other(.removed(let id)): named.insert(id)
      default: continue
      }
    }
    let byDigest = Dictionary(authors.map { (digests.handle(network, $0), $0) }) { $1 }
    for (digest, at) in try record.erased(Array(byDigest.keys)) {
      if let author = byDigest[digest] { erasedAt[author] = at }
    }
    let byName = Dictionary(
      named.filter { posts[$0] == nil }.map { (digests.post(network, $0), $0) }
    ) { $1 }
    for post in try record.posts(network, remoteIDs: Array(byName.keys)) {
      if let id = byName[post.remoteID] { posts[id] = post }
    }
  }

  /// Whether it was said or done by somebody who was erased since.
  func isErased(_ author: RemoteID, at instant: Instant) -> Bool {
    erasedAt[author].map { instant <= $0 } ?? false
  }
}
