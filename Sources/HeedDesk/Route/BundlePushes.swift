import HeedModel

extension Desk {
  private static let mostAtOnce = 100

  /// Puts what no push tells yet into one push for each member who may be told now. Doing so twice at once makes one.
  func bundlePushes() async throws {
    let now = clock.now()
    let waiting = try await record.read { tx in
      try tx.membersWithPush(now: now).filter { try !Self.toPush($0, now: now, tx).isEmpty }
    }
    for member in waiting {
      try await record.write { [self] tx in
        let tellings = try Self.toPush(member, now: now, tx)
        guard !tellings.isEmpty else { return }
        let bundle = newID(PushBundle.self)
        for var telling in tellings {
          telling.push = bundle
          try tx.update(telling)
        }
        for subscription in try tx.pushSubscriptions(of: member, now: now)
        where !Self.isRefused(subscription, now: now) {
          try tx.insert(
            Push(
              id: newID(), bundle: bundle, member: member, subscription: subscription.id,
              dueAt: max(now, subscription.restsUntil)))
        }
      }
    }
  }

  private static func toPush(_ id: ID<Member>, now: Instant, _ tx: any RecordReading) throws
    -> [Telling]
  {
    guard let member = try tx.member(id) else { return [] }
    let viewer = Viewer(member: id, role: member.role)
    // Mostly there is nothing, and hours need not be looked at.
    let untold = try tx.unpushedTellings(
      try tx.choices(of: id).pushKinds, for: viewer, limit: mostAtOnce)
    guard !untold.isEmpty, try tx.mayBeTold(member, now: now) else { return [] }
    return try untold.filter { try tx.holds($0, for: viewer) }
  }
}
