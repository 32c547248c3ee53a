public import HeedModel

/// One wish or cause with all that stands beside it.
public struct WishView: Sendable {
  public var row: WishRow
  /// What counts with it, itself left out, each with the join by which it does.
  public var joined: [(wish: Wish, join: WishJoin)]
  /// The join by which it counts with another, and that one.
  public var into: (wish: Wish, join: WishJoin)?
  public var changes: [WishChange]
  public var voices: Page<VoiceRow>
  /// Of those who said so, whoever wishes not to be written to.
  public var leftAlone: Set<ID<Person>> = []
  public var members: [Member]
  /// Who said themselves that they did not ask for this, oldest first.
  public var denials: [(word: TheirWord, handle: Handle?)] = []
  /// Others that it could be joined to, the most said first.
  public var others: [WishRow]
  /// What the public is told of it.
  public var deeds: PublicDeeds
}

extension Desk {
  public func wishes(_ filter: WishFilter, _ page: PageRequest, for viewer: Viewer) async throws
    -> Page<WishRow>
  {
    try await record.read { try $0.wishes(filter, page, for: viewer) }
  }

  /// - Throws: `Problem(.notFound)` for what is not there or not theirs to see, without telling which.
  public func wish(_ id: ID<Wish>, _ page: PageRequest, for viewer: Viewer) async throws -> WishView
  {
    try await record.read { [self] tx in
      guard let row = try tx.wish(id, for: viewer) else { throw Self.noSuchWish }
      // What counts with it may be known by private words alone.
      let counted = try tx.counted(with: id).filter { try tx.wish($0.id, for: viewer) != nil }
      let joins = try tx.wishJoins(into: counted.map(\.id))
      let names = Dictionary(counted.map { ($0.id, $0) }) { $1 }
      let standing = try tx.wishJoin(standing: id)
      let denials = try tx.theirWords(of: counted.map(\.id) + [id], for: viewer)
      let handles = Dictionary(
        try tx.handles(Array(Set(denials.map(\.handle)))).map { ($0.id, $0) }
      ) { $1 }
      let voices = try tx.voices(of: id, toldSince: row.wish.changedAt, page, for: viewer)
      let leftAlone = try Set(voices.rows.compactMap { $0.author?.person }).filter {
        try tx.person($0, for: viewer)?.doNotContact ?? false
      }
      return WishView(
        row: row,
        joined: joins.compactMap { join in names[join.wish].map { ($0, join) } },
        into: try standing.flatMap { join in
          try tx.wish(join.into, for: viewer).map { ($0.wish, join) }
        },
        changes: try tx.changes(of: id),
        voices: voices, leftAlone: leftAlone,
        members: try tx.members(),
        denials: Self.eachOnce(denials).map { ($0, handles[$0.handle]) },
        others: try tx.wishes(
          WishFilter(isOpen: true), PageRequest(limit: 200), for: viewer
        ).rows.filter { $0.wish.root != row.wish.root },
        deeds: try publicDeeds(of: row.wish, viewer, tx))
    }
  }

  /// Of several posts of one handle it was said at once.
  private static func eachOnce(_ denials: [TheirWord]) -> [TheirWord] {
    var seen: Set<[Int64]> = []
    return denials.filter { seen.insert([$0.handle.value, $0.saidAt.milliseconds]).inserted }
  }

  /// “You said, we did”: what was settled and may be said in public, the latest first. Counts public voices alone.
  public func saidAndDone(limit: Int = 50) async throws -> [WishRow] {
    try await record.read { try $0.saidAndDone(limit: limit) }
  }

  static let noSuchWish = Problem(.notFound, "This wish is not here, or it is not yours to see.")
}

extension Desk {
  /// Where the words of a voice are gone: the last others of whoever said them, in the same conversation, that still stand
  /// and can be answered.
  public func answerable(for voice: VoiceRow, by viewer: Viewer) async throws -> ID<Post>? {
    guard let author = voice.author else { return nil }
    return try await record.read { tx in
      try tx.thread(voice.post.conversation, for: viewer).last { row in
        row.post.isTheirWords && row.post.removedAt == nil
          && (row.author?.id == author.id
            || (author.person != nil && row.author?.person == author.person))
      }?.id
    }
  }
}
