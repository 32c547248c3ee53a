public import HeedModel

extension Desk {
  /// They say that a conversation is solved, as far as it is theirs: their word alone makes it so. Others who wait there wait
  /// on.
  public func theySay(solved id: ID<Conversation>, _ visit: Visit) async throws {
    try await theySay(.solved, .theySaidSolved, in: id, visit) { [self] conversation, _, now, tx in
      try tx.insert(
        Closure(
          id: newID(), conversation: conversation.id, member: nil, reason: .solved, closedAt: now))
    }
  }

  /// They say that it is well between us: what we read as anger in what they said before gives nobody a head start.
  public func theySay(fine id: ID<Conversation>, _ visit: Visit) async throws {
    try await theySay(.fine, .theySaidFine, in: id, visit) { _, _, _, _ in }
  }

  /// They want no answer for some days. Their own words end it sooner.
  public func theySay(notToday id: ID<Conversation>, days: Int, _ visit: Visit) async throws {
    guard (1...90).contains(days) else {
      throw Problem(.invalid, "Give a number of days, between 1 and 90.", field: "days")
    }
    let until = clock.now() + .days(Int64(days))
    try await theySay(.notToday, .theySaidNotToday, in: id, until: until, visit) {
      conversation, theirs, now, tx in
      for word in try tx.theirWords(in: conversation.id)
      where word.kind == .notToday && word.endedAt == nil && theirs.contains(word.handle) {
        try tx.end(word.id, at: now)
      }
    }
  }

  /// They say that we broke a promise to them: their word outranks whatever we say of its end.
  public func theySay(broken id: ID<Promise>, _ visit: Visit) async throws {
    let now = clock.now()
    try await proofThrottle.admitWord(of: visit.id, now: now)
    try await record.write { [self] tx in
      let handles = try tx.handles(visit.handles).filter { !$0.isErased && !$0.isOurs }
      guard let row = try tx.promises(madeTo: handles.map(\.id)).first(where: { $0.id == id }),
        let handle = row.handle
      else { throw Problem(.notFound, "This promise is not here, or it was not made to you.") }
      let ending = PromiseEnding(
        id: newID(), promise: id, kind: .broken, member: nil, saidAt: now, beganAt: now)
      guard try end(row, ending, by: nil, now, tx) else { return }
      try tx.insert(
        TheirWord(
          id: newID(), handle: handle.id, conversation: row.promise.conversation, kind: .broken,
          saidAt: now))
    }
  }

  private func theySay(
    _ kind: TheirWord.Kind, _ happened: EventKind, in id: ID<Conversation>,
    until: Instant? = nil, _ visit: Visit,
    _ body:
      @escaping @Sendable (Conversation, Set<ID<Handle>>, Instant, any RecordWriting) throws
      -> Void
  ) async throws {
    let now = clock.now()
    try await proofThrottle.admitWord(of: visit.id, now: now)
    try await record.write { [self] tx in
      // Only of what they said themselves: what is not theirs is not there, without telling which.
      guard let conversation = try tx.conversation(id) else { throw Self.notTheirs }
      let theirs = try tx.speakers(among: visit.handles, in: conversation)
      guard !theirs.isEmpty else { throw Self.notTheirs }
      // A form that is sent again says nothing new.
      if try stands(kind, until: until, by: theirs, in: conversation, tx) { return }
      try body(conversation, theirs, now, tx)
      // It holds for each handle that they proved and spoke with here.
      let words = theirs.sorted().map { handle in
        TheirWord(
          id: newID(), handle: handle, conversation: conversation.id, kind: kind, saidAt: now,
          restsUntil: until)
      }
      for word in words { try tx.insert(word) }
      if kind == .solved { try letGo(of: conversation, now: now, tx) }
      try tx.append(event(happened, in: conversation.id, subject: words.first?.id.value))
      try restand(conversation.id, settings: try tx.settings(), now: now, tx)
    }
  }

  private static let notTheirs = Problem(
    .notFound, "This conversation is not here, or it is not yours.")

  /// Nobody works on what is solved, and nothing there rests; as long as nobody else waits there.
  private func letGo(
    of conversation: Conversation, now: Instant, _ tx: any RecordWriting
  ) throws {
    guard try recordsToStand(conversation, tx).unanswered().waiting.isEmpty else { return }
    if let claim = try tx.claim(of: conversation.id) { try tx.release(claim.id, at: now) }
    try tx.wake(conversation.id, at: now)
  }

  /// Whether they said so already, and nothing happened since that would make saying it again mean something.
  private func stands(
    _ kind: TheirWord.Kind, until: Instant?, by theirs: Set<ID<Handle>>,
    in conversation: Conversation, _ tx: any RecordReading
  ) throws -> Bool {
    let last = try tx.theirWords(in: conversation.id).last {
      $0.kind == kind && $0.endedAt == nil && theirs.contains($0.handle)
    }
    // What they wrote since makes each of them mean something again.
    guard let last,
      try !tx.records(of: conversation.id).posts.contains(where: { post in
        post.at > last.saidAt && post.by.map(theirs.contains) ?? false
      })
    else { return false }
    switch kind {
    case .solved:
      return try conversation.state != .done
        && tx.closures(of: conversation.id).contains { closure in
          closure.member == nil && closure.reopenedAt == nil && closure.closedAt == last.saidAt
        }
    case .notToday:
      // Sent twice, not said for a day more.
      return until.map {
        $0 - (last.restsUntil ?? $0) < .hours(1) && $0 >= last.restsUntil ?? $0
      } ?? false
    default: return true
    }
  }

  /// How they are called, by their own word.
  public func theyAreCalled(_ name: String, _ visit: Visit) async throws {
    let name = Self.trimmed(name)
    guard (1...100).contains(name.count), !name.contains(where: \.isNewline) else {
      throw Problem(.invalid, "A name has between 1 and 100 letters.", field: "name")
    }
    let now = clock.now()
    try await proofThrottle.admitWord(of: visit.id, now: now)
    try await record.write { [self] tx in
      // Of what they proved, and of nothing that was only joined to it.
      let proven = try tx.handles(visit.handles).filter { !$0.isErased && $0.ownPerson != nil }
      guard let first = proven.first else { throw Self.nobodyKept }
      let called = try proven.compactMap { try $0.ownPerson.flatMap { try tx.person($0) } }
        .filter { $0.name != name }
      let hasSaid = try tx.theirWords(of: [first.id]).contains { $0.kind == .named }
      if called.isEmpty, hasSaid { return }
      for var person in called {
        for handle in proven where handle.ownPerson == person.id {
          try tx.save(formerName: person.name, of: handle.id)
        }
        person.name = name
        try tx.update(person)
      }
      for handle in proven {
        try tx.insert(
          TheirWord(id: newID(), handle: handle.id, conversation: nil, kind: .named, saidAt: now))
      }
      try tx.append(event(.theyNamedThemselves, subject: first.person?.value))
    }
  }

  /// They want no new talk from us, or take that back. Answers to what they write stay possible.
  public func theyWish(contact allowed: Bool, _ visit: Visit) async throws {
    let kind: TheirWord.Kind = allowed ? .mayWrite : .doNotWrite
    let now = clock.now()
    try await proofThrottle.admitWord(of: visit.id, now: now)
    try await record.write { [self] tx in
      // Of what they proved, and of nothing that was only joined to it.
      let proven = try tx.handles(visit.handles).filter { !$0.isErased && $0.ownPerson != nil }
      guard let first = proven.first, let id = first.person, let before = try tx.person(id),
        before.erasedAt == nil
      else { throw Self.nobodyKept }
      let own = Set(proven.compactMap(\.ownPerson)).sorted()
      let said = try tx.theirWords(of: [first.id]).last {
        [.mayWrite, .doNotWrite].contains($0.kind)
      }
      try tx.setContact(allowed, of: own)
      if try tx.person(id) == before, said?.kind == kind { return }
      try tx.insert(
        TheirWord(id: newID(), handle: first.id, conversation: nil, kind: kind, saidAt: now))
      try tx.append(event(.contactChanged, subject: id.value))
    }
  }

  private static let nobodyKept = Problem(
    .notFound, "Nothing is kept here under a name of yours.")

  /// They want to be forgotten. What is proven goes at once; under a legal hold the wish is kept, and done when it ends.
  /// - Throws: `Problem(.conflict)` when a hold stands: it says until when.
  public func forgetThem(_ visit: Visit) async throws {
    let now = clock.now()
    let (uploads, held) = try await record.write { [self] tx -> ([ID<Upload>], Problem?) in
      let handles = try tx.handles(visit.handles).filter { !$0.isOurs && !$0.isErased }
      let erasing = Erasing(desk: self, tx: tx, now: now)
      if let hold = try erasing.hold(on: handles) {
        let waiting = Set(try tx.wishesToBeForgotten().map(\.handle))
        for handle in handles where !waiting.contains(handle.id) {
          try tx.insert(
            TheirWord(
              id: newID(), handle: handle.id, conversation: nil, kind: .forgetMe, saidAt: now))
          try tx.append(event(.theyAskedToBeForgotten, subject: handle.person?.value))
        }
        return ([], Erasing.wishKept(hold, now))
      }
      try tx.append(event(.theyAskedToBeForgotten, subject: handles.first?.person?.value))
      let uploads = try erasing.erase(
        handles, person: nil, unknown: visit.identities.map { Hex.bytes($0) }, by: nil)
      try tx.deleteVisit(visit.id)
      return (uploads, nil)
    }
    if let held { throw held }
    try await cleanAfterErasing(uploads)
  }
}

extension Erasing {
  static func wishKept(_ hold: Hold, _ now: Instant) -> Problem {
    let days = Int((hold.endsAt - now).milliseconds / 86_400_000) + 1
    return Problem(
      .conflict,
      """
      The law has the desk keep what passed between you for another \(days) days: “\(hold.reason)” \
      Your wish is noted. Everything goes when that is over, and nobody needs to be asked again.
      """)
  }
}
