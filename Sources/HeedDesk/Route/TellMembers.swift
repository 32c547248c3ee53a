import HeedModel

extension Desk {
  /// So many events are looked at in one transaction.
  static let mostEventsAtOnce = 300

  /// Finds whom the events since the last look concern, each event once: what was found and how far was looked are one
  /// commit, so that a crash repeats nothing and skips nothing, and of two machines one is first.
  /// - Returns: whether there may be more.
  @discardableResult
  public func tellMembers() async throws -> Bool {
    let isNews = try await record.read { tx in
      guard let last = try tx.toldUntil() else { return true }
      return try !tx.events(after: last, limit: 1, for: nil).isEmpty
    }
    guard isNews else { return false }
    let now = clock.now()
    return try await record.write { [self] tx in
      guard let last = try tx.toldUntil() else {
        // What was before the desk told anybody is past.
        _ = try tx.setToldUntil(try tx.lastEvent() ?? ID(0), from: nil)
        return false
      }
      let events = try tx.events(after: last, limit: Self.mostEventsAtOnce, for: nil)
      guard let end = events.last?.id, try tx.setToldUntil(end, from: last) else { return false }
      let team = try tx.members().filter { $0.leftAt == nil }
      let viewers = Dictionary(
        team.map { ($0.id, Viewer(member: $0.id, role: $0.role)) }
      ) { $1 }
      var touched: Set<Int64> = []
      var isTold = false
      for event in events {
        if event.kind == .memberLeft, let left = event.subject { try forget(ID(left), now, tx) }
        if let conversation = event.conversation { touched.insert(conversation.value) }
        if let promise = event.promise { touched.insert(promise.value) }
        if event.kind == .spikeClosed, let id = event.subject, let spike = try tx.spike(ID(id)) {
          touched.insert(spike.topic?.value ?? 0)
        }
        for concern in try tx.concerns(event, team)
        where concern.member != event.member && viewers[concern.member] != nil {
          isTold = try tell(concern, now, tx) || isTold
          touched.insert(concern.about)
        }
      }
      for about in touched.sorted() {
        for var telling in try tx.openTellings(about: about) {
          let viewer = viewers[telling.member]
          guard try viewer.map({ try !tx.holds(telling, for: $0) }) ?? true else { continue }
          telling.settledAt = now
          try tx.update(telling)
          isTold = true
        }
      }
      if isTold { try tx.append(event(.membersTold)) }
      return events.count == Self.mostEventsAtOnce
    }
  }

  /// The same thing again before it was told is the same telling; after that, a new one in its place.
  /// - Returns: whether anything is new.
  private func tell(_ concern: Concern, _ now: Instant, _ tx: any RecordWriting) throws -> Bool {
    let standing = try tx.openTellings(about: concern.about).first {
      $0.member == concern.member && $0.kind == concern.kind
    }
    if var standing {
      if let subject = concern.subject, standing.subject == subject { return false }
      if standing.isUntold {
        standing.times += 1
        standing.lastAt = concern.at
        standing.subject = concern.subject
        standing.other = concern.other
        try tx.update(standing)
        return true
      }
      standing.settledAt = now
      try tx.update(standing)
    }
    try tx.insert(
      Telling(
        id: newID(), member: concern.member, kind: concern.kind, about: concern.about,
        conversation: concern.conversation, subject: concern.subject, other: concern.other,
        lastAt: concern.at))
    return true
  }

  /// Whoever left is told nothing any more.
  private func forget(_ member: ID<Member>, _ now: Instant, _ tx: any RecordWriting) throws {
    try tx.deleteTellings(of: member)
    try tx.deletePushSubscriptions(of: member)
    if var choices = try tx.tellingChoices(of: member) {
      choices.mail = .never
      try tx.save(choices)
    }
  }
}

extension RecordReading {
  /// Whether a member may be disturbed now: within the hours that they gave and not away. Who gave none is told as
  /// things happen.
  func mayBeTold(_ member: Member, now: Instant) throws -> Bool {
    guard member.leftAt == nil else { return false }
    let profile = try profile(of: member.id)
    switch Availability(of: member, profile, isSeen: false, now: now) {
    case .here, .unknown: return true
    case .later, .away: return false
    }
  }

  /// Whole minutes until the hours that they gave end, 0 outside of them; `nil` where they gave none, or none that end.
  func minutesLeft(_ member: Member, now: Instant) throws -> Int? {
    guard let shifts = Shifts(try profile(of: member.id), in: Zone(member.timeZone)) else {
      return nil
    }
    guard shifts.contain(now) else { return 0 }
    return shifts.change(after: now).map { Int(($0.milliseconds - now.milliseconds) / 60_000) }
  }
}

extension Event {
  /// That it is about.
  fileprivate var promise: ID<Promise>? {
    switch kind {
    case .promiseDue, .promiseLate, .promiseKept, .promiseBroken, .promiseTakenBack,
      .promiseReopened, .promiseRedated:
      subject.map { ID($0) }
    default: nil
    }
  }
}
