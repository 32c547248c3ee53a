import HeedModel

extension Desk {
  /// So long before its hour it is told that something is due.
  private static let soon = Duration.hours(1)

  /// Tells who made a promise that its day has come, that its hour is near, and that it grew late: once each, as an event,
  /// and in the order of the waiting. Called by the janitor.
  func tellPromises() async throws {
    let now = clock.now()
    // No wall is a day ahead of another by more.
    let (due, late) = try await record.read { tx in
      (
        try tx.promisesDue(before: now + .hours(24), limit: 500)
          + tx.promisesSoon(at: now, within: Self.soon, limit: 500),
        try tx.promisesLate(at: now, limit: 500)
      )
    }
    guard !due.isEmpty || !late.isEmpty else { return }
    try await record.write { [self] tx in
      let settings = try tx.settings()
      var conversations: Set<ID<Conversation>> = []
      for id in due.map(\.id) {
        guard let promise = try tx.promise(id) else { continue }
        guard try comesDue(promise, now: now, tx) else { continue }
        try tx.append(
          event(.promiseDue, in: promise.conversation, subject: id.value, other: promise.member))
        conversations.insert(promise.conversation)
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

  /// Notes that a promise is due by now. Whoever makes one for the same day knows that it is, and is told of its hour alone.
  /// - Returns: whether its day has come, in the zone of who made it, or its hour is near, and that was not noted before.
  @discardableResult
  func comesDue(_ promise: Promise, now: Instant, _ tx: any RecordWriting) throws -> Bool {
    guard let dueAt = promise.dueAt else { return false }
    let zone = Zone(try tx.member(promise.member)?.timeZone ?? "UTC")
    let isItsDay = zone.wall(at: dueAt).dayNumber <= zone.wall(at: now).dayNumber
    let isItsHour = !promise.isDay && dueAt - Self.soon <= now
    let isNews =
      promise.dueToldAt.map { isItsHour && $0 < dueAt - Self.soon } ?? (isItsDay || isItsHour)
    guard isNews else { return false }
    var told = promise
    told.dueToldAt = now
    try tx.update(told)
    return true
  }
}
