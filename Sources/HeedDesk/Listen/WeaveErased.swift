import HeedModel
import HeedNetwork

extension Weave {
  /// Learns which authors of these events were erased, and finds what is left of posts of theirs: nothing that they said
  /// before comes back by being heard a second time.
  func loadErased(_ events: [Desk.ReadEvent], _ record: any RecordReading) throws {
    guard try record.hasErased() else { return }
    if let digests = try openDigests(record) { try loadErased(events, digests, record) }
    blankedAt = try record.blanked(posts.values.map(\.id))
  }

  /// `nil` where the desk's key is another now: who was erased cannot be recognised, and listening goes on.
  private func openDigests(_ record: any RecordReading) throws -> Digests? {
    do { return try desk.digests(in: record) } catch is VaultError { return nil }
  }

  private func loadErased(
    _ events: [Desk.ReadEvent], _ digests: Digests, _ record: any RecordReading
  ) throws {
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
      case .other(.moved(let from, let to)): authors.formUnion([from.remoteID, to.remoteID])
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

  /// Whether what is told of a post is from before an erasure that took something out of it: the blanked words stand.
  func isBlanked(_ post: Post, _ remote: RemotePost) -> Bool {
    blankedAt[post.id].map { (remote.editedAt ?? remote.publishedAt) <= $0 } ?? false
  }

  /// Whether it was said or done by somebody who was erased since.
  func isErased(_ author: RemoteID, at instant: Instant) -> Bool {
    erasedAt[author].map { instant <= $0 } ?? false
  }
}
