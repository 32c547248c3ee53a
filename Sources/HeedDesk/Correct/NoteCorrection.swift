import HeedModel
import HeedNetwork

/// How corrections are noted by the use cases that carry them through.
extension Desk {
  /// In the transaction that puts its reply into the outbox, or before the place is asked.
  func begin(_ correction: Correction, _ tx: any RecordWriting) throws {
    try tx.insert(correction)
    try tx.append(
      event(
        .correctionBegun, by: correction.member, in: try place(of: correction, tx),
        subject: correction.mistake.value))
  }

  func begin(_ correction: Correction?) async throws {
    guard let correction else { return }
    try await record.write { [self] in try begin(correction, $0) }
  }

  /// Our words were changed, by us or as their place told: edits begun before, of which nobody knew the outcome, are done,
  /// and so is the one that the place just confirmed. Words that were marked wrong, stood there and stand there still are
  /// not mended by what else was changed.
  /// - Parameter own: the edit that was confirmed, whatever time the place's clock gives it.
  func settleEdits(
    of post: Post, before: RichText, confirming own: ID<Correction>? = nil, now: Instant,
    _ tx: any RecordWriting
  ) throws {
    guard let editedAt = post.editedAt else { return }
    for (correction, said) in try tx.unsettled(.edit, of: post.id)
    where correction.id == own || correction.begunAt <= editedAt {
      guard Self.stands(said, in: before.plain), Self.stands(said, in: post.text.plain) else {
        try settle(correction, at: correction.id == own ? now : min(editedAt, now), tx)
        continue
      }
      try fail(
        correction.id, "It was changed, and the words that were marked wrong still stand in it.",
        tx)
    }
  }

  /// The same of our words that were taken away, by us or as their place told.
  func settleDeletions(of post: ID<Post>, now: Instant, _ tx: any RecordWriting) throws {
    for (correction, _) in try tx.unsettled(.delete, of: post) {
      try settle(correction, at: now, tx)
    }
  }

  private func settle(_ correction: Correction, at doneAt: Instant, _ tx: any RecordWriting) throws
  {
    var done = correction
    done.doneAt = doneAt
    try tx.update(done)
    try freeze(done.id, at: clock.now(), tx)
    try tx.append(
      event(
        .correctionMade, by: done.member, in: try place(of: done, tx), subject: done.mistake.value))
  }

  private func fail(_ id: ID<Correction>, _ why: Message, _ tx: any RecordWriting) throws {
    // The place may have told of it before it answered.
    guard var begun = try tx.correction(id), begun.doneAt == nil else { return }
    begun.trouble = why
    try tx.update(begun)
    try tx.append(
      event(
        .correctionFailed, by: begun.member, in: try place(of: begun, tx),
        subject: begun.mistake.value))
  }

  /// Who saw the wrong words is counted at once where this correction really mended them: not one that was only asked for,
  /// nor a second one of what stands mended. What was taken away was counted before.
  func freeze(_ id: ID<Correction>, at now: Instant, _ tx: any RecordWriting) throws {
    guard let correction = try tx.correction(id), correction.way != .delete,
      correction.doneSince != nil, let post = correction.post
    else { return }
    let reopened = try tx.reopenings(of: [correction.mistake]).map(\.id.value).max()
    let opened = reopened ?? correction.mistake.value
    guard correction.id.value > opened else { return }
    let mended = try tx.corrections(of: [correction.mistake]).contains {
      $0.id != id && $0.post == post && $0.id.value > opened && $0.doneSince != nil
    }
    if !mended { try tx.freezeCounts(of: post, as: .fixed, at: now) }
  }

  /// The same once the reply that mends it is there.
  func freeze(deliveredAs post: ID<Post>, at now: Instant, _ tx: any RecordWriting) throws {
    for correction in try tx.corrections(deliveredAs: [post]) {
      try freeze(correction.id, at: now, tx)
    }
  }

  /// Asks a place to change our words. What it refuses is noted; where nobody can know whether it took it, the correction
  /// stays under way until the place tells, or somebody asks again, which is harmless.
  func carrying<T: Sendable>(_ correction: Correction?, _ work: () async throws -> T) async throws
    -> T
  {
    do {
      return try await work()
    } catch let problem as Problem {
      let isCertain = (problem.cause as? NetworkError)?.certainlyNotSent ?? false
      if let correction, isCertain || problem.code != .unavailable {
        try await record.write { [self] in try fail(correction.id, problem.text, $0) }
      }
      throw problem
    }
  }

  private func place(of correction: Correction, _ tx: any RecordReading) throws
    -> ID<Conversation>?
  {
    guard let post = try correction.post.flatMap({ try tx.posts([$0]).first }) else { return nil }
    return try tx.conversation(post.conversation)?.id
  }
}
