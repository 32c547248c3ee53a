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
    var seen: [RemoteHandle] = []
    var named: Set<RemoteID> = []
    for event in events {
      switch event {
      case .post(let read):
        authors.insert(read.remote.author.remoteID)
        seen.append(read.remote.author)
        named.formUnion(
          [read.remote.reference.remoteID, read.remote.parent, read.remote.quoted].compactMap { $0 }
        )
      case .other(.reaction(let reaction)):
        authors.insert(reaction.by.remoteID)
        seen.append(reaction.by)
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
    try loadErasedByAddress(seen, digests, record)
    let byName = Dictionary(
      named.filter { posts[$0] == nil }.map { (digests.post(network, $0), $0) }
    ) { $1 }
    for post in try record.posts(network, remoteIDs: Array(byName.keys)) {
      if let id = byName[post.remoteID] { posts[id] = post }
    }
  }

  /// Who was erased before they were heard is known by an address or a page alone.
  private func loadErasedByAddress(
    _ seen: [RemoteHandle], _ digests: Digests, _ record: any RecordReading
  ) throws {
    let pairs = seen.flatMap { handle in
      [handle.address, handle.page].compactMap { $0 }.map {
        (digests.address(AskedAddress($0).bare), handle.remoteID)
      }
    }
    let byAddress = Dictionary(pairs) { $1 }
    for (digest, at) in try record.erased(Array(byAddress.keys)) {
      if let author = byAddress[digest] { erasedAt[author] = max(erasedAt[author] ?? at, at) }
    }
  }

  /// Whether words that come back would bring somebody back who was erased since they were said: they name them, or stand
  /// where they spoke, and nobody can tell any more what they were called there.
  func bringsBackErased(_ post: Post, _ remote: RemotePost) throws -> Bool {
    let saidAt = remote.editedAt ?? remote.publishedAt
    guard let last = try tx.lastErasedAt(), saidAt <= last else { return false }
    if try tx.anyErased(in: post.conversation) { return true }
    // Whoever cannot recognise them takes no chance.
    guard let digests = try openDigests(tx) else { return true }
    let texts =
      [
        remote.text.encoded, remote.title, remote.warning, remote.reference.address,
        remote.reference.remoteID.rawValue,
      ].compactMap { $0 } + remote.media.flatMap { [$0.address, $0.alternative ?? ""] }
    guard let names = Forgetting.addresses(in: texts) else { return true }
    let asked =
      names.map { digests.name($0) } + remote.mentions.map { digests.handle(network, $0) }
    return try tx.erased(asked).values.contains { saidAt <= $0 }
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
