public import HeedModel

/// What stands about an address that somebody asks about who need not have spoken to us: as far as the lead may see it.
public struct AskedAbout: Sendable {
  /// Somebody who is called so, on one network.
  public struct Called: Sendable {
    public var handle: Handle
    /// What they said, newest first, at most fifty.
    public var said: [PostRow]
    /// The hold that stands on a handle without a page; one with a page has it there.
    public var hold: HandleHold?
  }

  public var typed: String
  public var called: [Called]
  /// What others said that names the address, newest first, at most fifty.
  public var naming: [PostRow]
  /// How many rows of which tables name them or hang on them.
  public var rows: [(table: String, count: Int)]
  public var members: [Member]

  public init(
    typed: String, called: [Called], naming: [PostRow], rows: [(table: String, count: Int)],
    members: [Member]
  ) {
    self.typed = typed
    self.called = called
    self.naming = naming
    self.rows = rows
    self.members = members
  }
}

extension AskedAbout.Called {
  public init(_ handle: Handle, said: [PostRow], hold: HandleHold? = nil) {
    self.init(handle: handle, said: said, hold: hold)
  }
}

extension Desk {
  private static let shownAbout = 50

  /// - Parameter typed: a handle with its place, a mail address or the address of a page.
  /// - Throws: `Problem(.invalid)` for what tells nobody apart and is nobody's.
  public func askedAbout(_ typed: String, by viewer: Viewer) async throws -> AskedAbout {
    try requireLead(viewer)
    let now = clock.now()
    return try await record.read { [self] tx in
      let address = AskedAddress(typed)
      let places = try ListenedPlaces(tx, self)
      let handles = try Self.called(address, places, at: now, tx, viewer)
      let called = try handles.map { handle in
        AskedAbout.Called(
          handle: handle,
          said: try tx.posts(by: handle.id, before: nil, limit: Self.shownAbout)
            .filter { $0.removedAt == nil }.compactMap { try tx.post($0.id, for: viewer) },
          hold: try tx.holds(on: [handle.id]).last { $0.stands(at: now) })
      }
      let forgetting = places.telling(of: handles, called: [address.bare], in: networks)
        .forgetting
      let naming = try Self.naming(forgetting.needles, besides: handles.map(\.id), tx, viewer)
      let tables = try tx.rows(
        about: handles.map(\.id), person: nil, naming: forgetting.needles, for: viewer)
      return AskedAbout(
        typed: Self.trimmed(typed), called: called, naming: naming,
        rows: tables.map { ($0.name, $0.rows.count) }, members: try tx.members())
    }
  }

  /// The newest that the viewer may see.
  private static func naming(
    _ needles: [String], besides handles: [ID<Handle>], _ tx: any RecordReading, _ viewer: Viewer
  ) throws -> [PostRow] {
    var rows: [PostRow] = []
    for id in try tx.postsNaming(needles, conversationsOf: []).reversed() {
      guard let row = try tx.post(id, for: viewer),
        row.post.author.map({ !handles.contains($0) }) ?? true
      else { continue }
      rows.append(row)
      if rows.count == shownAbout { break }
    }
    return rows
  }

  /// Those who are called so and of whom the viewer may see something; also whoever took all away under a hold that stands,
  /// for what it keeps is asked for here, and lifted here.
  /// - Throws: `Problem(.invalid)` where nobody is and the address tells nobody apart, or is a whole place's.
  private static func called(
    _ address: AskedAddress, _ places: @autoclosure () throws -> ListenedPlaces, at now: Instant,
    _ tx: any RecordReading,
    _ viewer: Viewer
  ) throws -> [Handle] {
    let found = try tx.handles(called: address.spellings).filter {
      try tx.handle($0.id, for: viewer) != nil
        || tx.holds(on: [$0.id]).contains { $0.stands(at: now) }
    }
    guard !found.isEmpty || address.tellsWho else {
      throw Problem(
        .invalid,
        "Type the whole address: a handle with its place, a mail address or the address of a page.",
        field: "typed")
    }
    guard try !found.isEmpty || !places().contains(address.bare) else {
      throw Problem(
        .invalid,
        "That is the address of a place that you listen to or speak from, and nobody's own.",
        field: "typed")
    }
    return found
  }

  /// Whom something is to be done to: the handle that was chosen, the only one that is called so, or the address alone
  /// where nobody here is.
  func asked(
    _ typed: String, _ handle: ID<Handle>?, _ tx: any RecordReading, _ viewer: Viewer
  ) throws -> (address: AskedAddress, handle: Handle?) {
    let address = AskedAddress(typed)
    let found = try Self.called(address, ListenedPlaces(tx, self), at: clock.now(), tx, viewer)
    if found.isEmpty, handle == nil { return (address, nil) }
    guard handle != nil || found.count == 1 else {
      throw Problem(.invalid, "Choose which of those who are called so is meant.", field: "typed")
    }
    guard let chosen = found.first(where: { $0.id == handle ?? $0.id }) else {
      throw Problem(.notFound, "Nobody here is called so any more.")
    }
    guard chosen.person == nil else {
      throw Problem(.conflict, "They spoke to you and have a page. Do it there.")
    }
    return (address, chosen)
  }
}
