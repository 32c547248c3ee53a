public import HeedModel

extension Desk {
  /// The fix did not mend it, or is wrong itself: it is open again. What was published is added to, not changed.
  public func reopen(_ id: ID<Mistake>, words: String, by viewer: Viewer) async throws {
    try requireVoice(viewer)
    let words = Self.trimmed(words)
    guard !words.isEmpty, words.count <= 2_000 else {
      throw Problem(.invalid, "Say in a sentence what is still wrong.", field: "word")
    }
    let now = clock.now()
    try await record.write { [self] tx in
      let mistake = try kept(id, for: viewer, tx)
      let story = try tx.story(of: mistake)
      guard story.state == .fixed else {
        throw Problem(.conflict, "It is open already. Nothing was changed.")
      }
      try reopen(mistake, words: words, by: viewer.member, now: now, tx)
    }
  }

  /// - Parameter words: what is still wrong; empty where the desk saw the wrong words stand there again.
  func reopen(
    _ mistake: Mistake, words: String, by member: ID<Member>, now: Instant,
    _ tx: any RecordWriting
  ) throws {
    try tx.insert(
      MistakeReopening(id: newID(), mistake: mistake.id, member: member, words: words))
    // Somebody noticed once more.
    if let post = mistake.post { try tx.freezeCounts(of: post, as: .noticed, at: now) }
    try tx.append(
      event(
        .mistakeReopened, by: member, in: try tx.conversation(of: mistake),
        subject: mistake.id.value))
    if let last = try tx.publishedCorrections(of: mistake.id).last, last.kind == .corrected {
      try tx.insert(
        PublishedCorrection(
          id: newID(), mistake: mistake.id, member: member, kind: .reopened, wrong: last.wrong,
          right: "", address: last.address))
      try tx.append(event(.correctionPublished, by: member, subject: mistake.id.value))
    }
  }
}

extension RecordReading {
  func story(of mistake: Mistake) throws -> MistakeStory {
    MistakeStory(
      mistake, corrections: try corrections(of: [mistake.id]),
      reopenings: try reopenings(of: [mistake.id]))
  }

  func stories(of mistakes: [Mistake]) throws -> [MistakeStory] {
    let ids = mistakes.map(\.id)
    let corrections = Dictionary(grouping: try corrections(of: ids), by: \.mistake)
    let reopenings = Dictionary(grouping: try reopenings(of: ids), by: \.mistake)
    return mistakes.map {
      MistakeStory($0, corrections: corrections[$0.id] ?? [], reopenings: reopenings[$0.id] ?? [])
    }
  }

  /// The kept conversation of its post.
  func conversation(of mistake: Mistake) throws -> ID<Conversation>? {
    guard let post = try mistake.post.flatMap({ try posts([$0]).first }) else { return nil }
    return try conversation(post.conversation)?.id
  }
}
