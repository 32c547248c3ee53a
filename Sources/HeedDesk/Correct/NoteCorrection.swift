import HeedModel

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

  /// In the transaction that notes the change of our words.
  func settle(_ correction: Correction?, at now: Instant, _ tx: any RecordWriting) throws {
    guard let correction, var begun = try tx.correction(correction.id) else { return }
    begun.doneAt = now
    begun.trouble = nil
    try tx.update(begun)
    try tx.append(
      event(
        .correctionMade, by: begun.member, in: try place(of: begun, tx),
        subject: begun.mistake.value))
  }

  /// Asks a place to change our words. What it refuses is noted; where nobody can know whether it took it, the correction
  /// stays under way until the place tells, or somebody asks again, which is harmless.
  func carrying<T: Sendable>(_ correction: Correction?, _ work: () async throws -> T) async throws
    -> T
  {
    do {
      return try await work()
    } catch let problem as Problem {
      if let correction, problem.code != .unavailable {
        try await record.write { [self] tx in
          guard var begun = try tx.correction(correction.id) else { return }
          begun.trouble = problem.text
          try tx.update(begun)
          try tx.append(
            event(
              .correctionFailed, by: begun.member, in: try place(of: begun, tx),
              subject: begun.mistake.value))
        }
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
