public import HeedModel

extension Desk {
  /// The law has what passed with somebody stay for a while. They are told so when they ask, with the reason.
  /// - Parameter days: at most ten years.
  public func hold(_ id: ID<Person>, reason: String, days: Int, by viewer: Viewer) async throws {
    try requireLead(viewer)
    let reason = try Self.holdReason(reason, days: days)
    let now = clock.now()
    try await record.write { [self] tx in
      let id = try tx.currentPerson(id) ?? id
      guard let person = try tx.person(id, for: viewer), person.erasedAt == nil else {
        throw Problem(.notFound, "There is nobody of this number here.")
      }
      guard try !tx.holds(of: id).contains(where: { $0.stands(at: now) }) else {
        throw Self.holdStands
      }
      // With each of the people that their handles began as, so that it stands with all once they are parted.
      for one in Set(try tx.handles(of: id).compactMap(\.ownPerson) + [id]).sorted() {
        try tx.insert(
          LegalHold(
            id: newID(), concerned: one, reason: reason, by: viewer.member, beginsAt: now,
            endsAt: now + .days(Int64(days))))
      }
      try tx.append(event(.holdSet, by: viewer.member, subject: id.value))
    }
  }

  static let holdStands = Problem(
    .conflict, "A legal hold stands already. Lift it first to set another.")

  /// - Returns: the reason, trimmed.
  static func holdReason(_ typed: String, days: Int) throws -> String {
    let reason = trimmed(typed)
    guard (10...2000).contains(reason.count) else {
      throw Problem(
        .invalid, "Say which law or claim it is, in a sentence. They read it when they ask.",
        field: "word")
    }
    guard (1...3650).contains(days) else {
      throw Problem(.invalid, "Give a number of days, between 1 and 3650.", field: "days")
    }
    return reason
  }

  /// Lifting what does not stand changes nothing.
  public func liftHold(of id: ID<Person>, by viewer: Viewer) async throws {
    try requireLead(viewer)
    let now = clock.now()
    try await record.write { [self] tx in
      let id = try tx.currentPerson(id) ?? id
      guard try tx.person(id, for: viewer) != nil
      else {
        throw Problem(.notFound, "There is nobody of this number here.")
      }
      let standing = try tx.holds(of: id).filter { $0.stands(at: now) }
      guard !standing.isEmpty else { return }
      for hold in standing { try tx.lift(hold.id, by: viewer.member, at: now) }
      try tx.letHeldWordsGo(at: now)
      try tx.append(event(.holdLifted, by: viewer.member, subject: id.value))
    }
  }
}
