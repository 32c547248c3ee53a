public import HeedModel

extension Desk {
  /// Says how far a wish came, and why; each change stays in its history. From then on those who said so are to be told,
  /// one by one.
  /// - Throws: `Problem(.invalid)` for a no without its reason.
  public func change(
    _ id: ID<Wish>, to status: Wish.Status, reason: String, by viewer: Viewer
  ) async throws {
    let reason = Self.trimmed(reason)
    guard status != .no || !reason.isEmpty else {
      throw Problem(.invalid, "A no is owed its reason to those who asked.", field: "text")
    }
    guard reason.count <= 2_000 else {
      throw Problem(.invalid, "That is longer than 2000 letters. Say it shorter.", field: "text")
    }
    try await change(id, by: viewer) { [self] wish, now, tx in
      guard wish.status != status || wish.reason != reason else { return false }
      wish.status = status
      wish.reason = reason
      wish.changedAt = now
      try tx.insert(
        WishChange(
          id: newID(), wish: id, status: status, reason: reason, member: viewer.member, at: now))
      return true
    }
  }

  /// Names a wish anew, or says that it is a cause.
  public func rename(_ id: ID<Wish>, title: String, kind: Wish.Kind, by viewer: Viewer) async throws
  {
    let title = try Self.checkedTitle(title)
    try await change(id, by: viewer) { wish, _, _ in
      guard wish.title != title || wish.kind != kind else { return false }
      wish.title = title
      wish.kind = kind
      return true
    }
  }

  private func change(
    _ id: ID<Wish>, by viewer: Viewer,
    _ body: @escaping @Sendable (inout Wish, Instant, any RecordWriting) throws -> Bool
  ) async throws {
    try requireVoice(viewer)
    let now = clock.now()
    try await record.write { [self] tx in
      guard var wish = try tx.wish(id, for: viewer)?.wish else { throw Self.noSuchWish }
      guard try body(&wish, now, tx) else { return }
      try tx.update(wish)
      try tx.append(event(.wishChanged, by: viewer.member, subject: id.value))
    }
  }

  /// Counts one wish with another from now on; each keeps its own voices, title and history.
  public func joinWish(_ id: ID<Wish>, into other: ID<Wish>, by viewer: Viewer) async throws {
    try requireVoice(viewer)
    let now = clock.now()
    try await record.write { [self] tx in
      guard let one = try tx.wish(id, for: viewer)?.wish,
        let into = try tx.wish(other, for: viewer)?.wish
      else { throw Self.noSuchWish }
      guard try one.root == into.root || tx.wishJoin(standing: id) == nil else {
        throw Problem(
          .conflict, "It counts with another already. Part these first.", field: "wish")
      }
      let join = WishJoin(
        id: newID(), wish: id, into: other, joinedBy: viewer.member, joinedAt: now)
      guard try tx.insert(join) else {
        throw Problem(
          .conflict, "These two count together already. Nothing was changed.", field: "wish")
      }
      try tx.append(event(.wishesJoined, by: viewer.member, subject: join.id.value))
    }
  }

  /// Ends that: both are as if they had never been joined, with what came to each meanwhile.
  /// - Returns: the wish that counts for itself again.
  @discardableResult
  public func partWish(_ join: ID<WishJoin>, by viewer: Viewer) async throws -> ID<Wish> {
    try requireVoice(viewer)
    let now = clock.now()
    return try await record.write { [self] tx in
      guard let standing = try tx.wishJoin(join), try tx.wish(standing.wish, for: viewer) != nil
      else { throw Self.noSuchWish }
      guard standing.isStanding else { return standing.wish }
      try tx.end(join, by: viewer.member, at: now)
      try tx.append(event(.wishesParted, by: viewer.member, subject: join.value))
      return standing.wish
    }
  }
}
