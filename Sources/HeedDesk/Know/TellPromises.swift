import HeedModel

extension Desk {
  /// Tells who made a promise that its day has come, and that it grew late: once each, as an event, and in the order of
  /// the waiting. Called by the janitor.
  func tellPromises() async throws {
    let now = clock.now()
    // No wall is a day ahead of another by more.
    let (due, late) = try await record.read { tx in
      (
        try tx.promisesDue(before: now + .hours(24), limit: 500),
        try tx.promisesLate(at: now, limit: 500)
      )
    }
    guard !due.isEmpty || !late.isEmpty else { return }
    try await record.write { [self] tx in
      let settings = try tx.settings()
      var conversations: Set<ID<Conversation>> = []
      for id in due.map(\.id) {
        guard let promise = try tx.promise(id) else { continue }
        if try tellIfDue(promise, now: now, tx) { conversations.insert(promise.conversation) }
      }
      for id in late.map(\.id) {
        guard var promise = try tx.promise(id), promise.lateToldAt == nil else { continue }
        promise.lateToldAt = now
        try tx.update(promise)
        try tx.append(
          event(
            .promiseLate, in: promise.conversation, subject: id.value, other: promise.member))
      }
      for conversation in conversations.sorted() {
        try restand(conversation, settings: settings, now: now, tx)
      }
    }
  }

  /// - Returns: whether its day has come, in the zone of who made it, and was not told before.
  @discardableResult
  func tellIfDue(_ promise: Promise, now: Instant, _ tx: any RecordWriting) throws -> Bool {
    guard promise.dueToldAt == nil, let dueAt = promise.dueAt else { return false }
    let zone = Zone(try tx.member(promise.member)?.timeZone ?? "UTC")
    guard zone.wall(at: dueAt).dayNumber <= zone.wall(at: now).dayNumber else { return false }
    var told = promise
    told.dueToldAt = now
    try tx.update(told)
    try tx.append(
      event(
        .promiseDue, in: promise.conversation, subject: promise.id.value, other: promise.member))
    return true
  }
}
