import Crypto
import HeedModel
import HeedNetwork

extension Desk {
  /// Pages elsewhere that one reply of ours tells.
  static let mostTold = 5

  /// A reply of ours that stands on a page of our own site and links to pages elsewhere: they are told of it, as rows
  /// that wait beside the mentions (decision 11). What is not public tells nobody.
  /// - Parameter before: what it said until now, where it was changed or taken away: who was told is told again, and looks
  ///   again.
  func tellPages(of post: Post, before: RichText? = nil, now: Instant, _ tx: any RecordWriting)
    throws
  {
    guard post.visibility == .public, let page = post.address, page.utf8.count <= 2_000 else {
      return
    }
    let ours = try tx.sources().first { source in
      guard source.pausedAt == nil, source.removedAt == nil,
        networks[source.network] is any TellingPages,
        let network = networks[source.network] as? any TakingMentions
      else { return false }
      return network.covers(page, ListeningSource(source))
    }
    guard let ours, let network = networks[ours.network] as? any TakingMentions else { return }
    var told: Set<String> = []
    for link in post.text.links + (before?.links ?? []) where told.count < Self.mostTold {
      guard link.hasPrefix("http"), link.utf8.count <= 2_000,
        !network.covers(link, ListeningSource(ours)), told.insert(link).inserted
      else { continue }
      let mention = Mention(
        id: newID(), source: ours.id, page: page, target: link, host: Self.host(of: link),
        toldAt: now, dueAt: now, found: Self.toTell)
      let key = Array(SHA256.hash(data: Array("tell\n\(page)\n\(link)".utf8)))
      if try !tx.take(mention, key: key), before != nil, var row = try tx.mention(key: key) {
        row.found = Self.toTell
        row.tries = 0
        try tx.update(row)
      }
    }
  }

  /// What stands in `Mention.found` of a row that is ours to tell, and of one that was told.
  static let toTell = "tell"
  static let wasTold = "told"
}
