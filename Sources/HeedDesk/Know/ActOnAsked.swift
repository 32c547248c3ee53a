public import HeedModel

/// What is done for somebody who never spoke to us, and asks by letter or mail.
extension Desk {
  /// Everything that stands about one handle, or where nobody here is called so, about the address.
  public func exportAsked(_ typed: String, _ handle: ID<Handle>?, by viewer: Viewer) async throws
    -> PersonExport
  {
    try requireLead(viewer)
    let now = clock.now()
    return try await record.write { [self] tx in
      let asked = try self.asked(typed, handle, tx, viewer)
      let export = try self.export(
        nil, asked.handle.map { [$0] } ?? [], called: [asked.address.bare], now, viewer, tx)
      try tx.append(event(.personExported, by: viewer.member))
      return export
    }
  }

  /// Erases one handle, or an address that others name: as `erase(_:by:)` does it with a person.
  /// - Throws: `Problem(.conflict)` while a legal hold stands.
  public func eraseAsked(_ typed: String, _ handle: ID<Handle>?, by viewer: Viewer) async throws {
    try requireLead(viewer)
    let now = clock.now()
    let uploads = try await record.write { [self] tx in
      let asked = try self.asked(typed, handle, tx, viewer)
      let erasing = Erasing(desk: self, tx: tx, now: now)
      guard let handle = asked.handle else {
        // Whoever is called so and stays out of this lead's sight is held as well.
        let hidden = try tx.handles(called: asked.address.spellings)
        if let hold = try erasing.hold(on: hidden) { throw Erasing.held(hold, now) }
        let digests = try digestsMade(in: tx)
        return try erasing.erase(
          [], person: nil, unknown: [digests.address(asked.address.bare)],
          called: [asked.address.bare], by: viewer.member)
      }
      return try erasing.erase(
        [handle], person: nil, called: [asked.address.bare], by: viewer.member)
    }
    try await cleanAfterErasing(uploads)
  }

  /// The law has what somebody said stay who has no page. They are told so when they ask, with the reason.
  public func holdAsked(
    _ typed: String, _ handle: ID<Handle>?, reason: String, days: Int, by viewer: Viewer
  ) async throws {
    try requireLead(viewer)
    let reason = try Self.holdReason(reason, days: days)
    let now = clock.now()
    try await record.write { [self] tx in
      guard let handle = try self.asked(typed, handle, tx, viewer).handle else {
        throw Problem(.notFound, "Nobody here is called so any more.")
      }
      guard try !tx.holds(on: [handle.id]).contains(where: { $0.stands(at: now) }) else {
        throw Self.holdStands
      }
      try tx.insert(
        HandleHold(
          id: newID(), concerned: handle.id, reason: reason, by: viewer.member, beginsAt: now,
          endsAt: now + .days(Int64(days))))
      try tx.append(event(.holdSet, by: viewer.member))
    }
  }

  /// Lifting what does not stand changes nothing.
  public func liftAsked(_ typed: String, _ handle: ID<Handle>?, by viewer: Viewer) async throws {
    try requireLead(viewer)
    let now = clock.now()
    try await record.write { [self] tx in
      guard let handle = try self.asked(typed, handle, tx, viewer).handle else { return }
      let standing = try tx.holds(on: [handle.id]).filter { $0.stands(at: now) }
      guard !standing.isEmpty else { return }
      for hold in standing { try tx.lift(hold.id, by: viewer.member, at: now) }
      try tx.letHeldWordsGo(at: now)
      try tx.append(event(.holdLifted, by: viewer.member))
    }
  }
}
