import HeedModel

/// What a legal hold has stay of words that their author changes or takes away.
extension Weave {
  /// Keeps the wording that goes, and earlier ones that go with it. In the thread it is gone for everybody: they said so.
  func keepWhatIsHeld(_ id: ID<Post>, isRemoved: Bool) throws {
    guard let post = try tx.posts([id]).first, post.removedAt == nil, post.direction != .ours,
      let author = post.author, try isHeld(author)
    else { return }
    let known = try tx.heldWords(of: [id])
    var going: [HeldWording] = []
    if isRemoved {
      going = try tx.revisions(of: [id]).map { revision in
        HeldWording(
          id: desk.newID(), post: id, keptAt: revision.replacedAt, isRemoved: false,
          title: revision.title, warning: revision.warning, text: revision.text)
      }.filter { earlier in !known.contains { $0.says(earlier) } }
    }
    going.append(
      HeldWording(
        id: desk.newID(), post: id, keptAt: now, isRemoved: isRemoved, title: post.title,
        warning: post.warning, text: post.text,
        alternatives: post.media.compactMap(\.alternative)))
    for wording in going { try tx.insert(wording) }
  }

  private func isHeld(_ author: ID<Handle>) throws -> Bool {
    if let known = held[author] { return known }
    let found = try tx.held([author], at: now).contains(author)
    held[author] = found
    return found
  }
}
