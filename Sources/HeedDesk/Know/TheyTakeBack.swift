public import HeedModel

extension Desk {
  /// They take back what they said on their side: it stands no more, and what followed from it alone is as though they
  /// had not said it. That they said it stays on the record. Taking back what does not stand changes nothing.
  public func theyTakeBack(_ id: ID<TheirWord>, _ visit: Visit) async throws {
    let now = clock.now()
    try await proofThrottle.admitWord(of: visit.id, now: now)
    try await record.write { [self] tx in
      let handles = try tx.handles(visit.handles).filter { !$0.isErased && !$0.isOurs }.map(\.id)
      let words = try tx.theirWords(of: handles)
      guard let word = words.first(where: { $0.id == id }) else {
        throw Problem(.notFound, "This is not here, or it was not said by you.")
      }
      guard word.stands else { return }
      guard word.kind.mayBeTakenBack else {
        throw Problem(.invalid, "This is not taken back like that. Nothing was changed.")
      }
      let same = words.filter { $0.isSaidAlong(with: word) }
      for one in same { try tx.end(one.id, at: now) }
      switch word.kind {
      case .solved: try reopen(same, now, tx)
      case .broken: try letStand(word, handles, now, tx)
      case .readWrongly:
        // What follows says itself that something changed.
        if try readAnew(word, now, tx) { return }
      case .fine, .notToday, .forgetMe, .named, .doNotWrite, .mayWrite, .notAsked: break
      }
      try tx.append(event(.theyTookBack, in: word.conversation, subject: word.id.value))
      if let conversation = word.conversation {
        try restand(conversation, settings: try tx.settings(), now: now, tx)
      }
    }
  }

  private func reopen(_ said: [TheirWord], _ now: Instant, _ tx: any RecordWriting) throws {
    guard let conversation = said.first?.conversation else { return }
    for closure in try tx.closures(of: conversation)
    where closure.reopenedAt == nil && said.contains(where: { closure.isTheirs($0) }) {
      try tx.reopen(closure.id, at: now)
    }
  }

  /// Whatever we had said of the promise's end before stands again.
  private func letStand(
    _ word: TheirWord, _ handles: [ID<Handle>], _ now: Instant, _ tx: any RecordWriting
  ) throws {
    guard let row = try tx.promises(madeTo: handles).first(where: { $0.isBroken(by: word) })
    else { return }
    try tx.undoEnding(of: row.id, at: now)
    let before = try tx.endings(of: row.id).last {
      $0.undoneAt == word.saidAt && $0.beganAt != nil && !$0.isTheirWord
    }
    guard var before else { return }
    before.id = newID()
    before.undoneAt = nil
    _ = try tx.insert(before)
  }

  /// The post is read as though they had said nothing.
  /// - Returns: false where somebody else said since what it is, or it is gone.
  private func readAnew(_ word: TheirWord, _ now: Instant, _ tx: any RecordWriting) throws -> Bool {
    guard let id = word.post, var post = try tx.posts([id]).first, post.removedAt == nil,
      post.reading.isByThem
    else { return false }
    post.reading = try readers.reader(in: tx).read(
      post.wordsToRead, declaredLanguage: post.language)
    try settleReading(
      of: post, author: try post.author.flatMap { try tx.handles([$0]).first },
      as: .theyTookBack, nil, now, tx)
    return true
  }
}

extension [TheirWord] {
  /// Without what was taken back. What they said anew in another way stays: it happened.
  var notTakenBack: [TheirWord] {
    var gone: Set<ID<TheirWord>> = []
    for word in sorted(by: { $0.id > $1.id }) where !word.stands {
      let anew = first { word.isSaidAnew(as: $0) }
      if anew.map({ gone.contains($0.id) }) ?? true { gone.insert(word.id) }
    }
    return filter { !gone.contains($0.id) }
  }
}

extension TheirWord {
  /// What ended this one, if it was not taken back.
  fileprivate func isSaidAnew(as other: TheirWord) -> Bool {
    other.id > id && other.kind == kind && other.conversation == conversation
      && other.post == post && other.saidAt == endedAt
  }

  /// What they said with several handles, or said again, they take back at once.
  fileprivate func isSaidAlong(with other: TheirWord) -> Bool {
    guard stands, kind == other.kind, conversation == other.conversation,
      post == other.post, wish == other.wish
    else { return false }
    // Of one conversation each promise is a word of its own.
    return kind != .broken || saidAt == other.saidAt
  }
}
