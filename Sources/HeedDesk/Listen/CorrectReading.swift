public import HeedModel
import HeedTopics

extension Desk {
  /// A member says better what a post is. Their reading outranks any program's, topics match it anew at once, and this
  /// desk's reader learns from it.
  /// - Parameter language: see `LanguageTag`; `nil` where it has none, or nobody can tell.
  /// - Throws: `Problem(.invalid)` for a language that can be none: nothing is changed; `Problem(.conflict)` where whoever
  ///   wrote it said themselves what it is: then a member can only put it aside as spam.
  public func correctReading(
    of id: ID<Post>, language: String?, tone: Reading.Tone?, kinds: Set<Reading.Kind>,
    by viewer: Viewer
  ) async throws {
    try requireVoice(viewer)
    guard language.map(LanguageTag.isOne) ?? true else {
      throw Problem(
        .invalid, "That is no language. Nothing was changed; choose one of the list.",
        field: "language")
    }
    let now = clock.now()
    try await record.write { [self] tx in
      guard let row = try tx.post(id, for: viewer), row.post.removedAt == nil else {
        throw Problem(.notFound, "That post is gone.")
      }
      guard !row.post.reading.isByThem || kinds.contains(.spam) else {
        throw Self.theySaidWhatItIs
      }
      try correct(
        row,
        to: Reading(language: language, tone: tone, kinds: kinds, by: Reading.member, sureness: 1),
        viewer, now, tx)
    }
    try await reloadReader()
  }

  /// What was put aside waits again: a member says that it is no spam, so that the reader learns it and who wrote it is put
  /// aside by no machine any more. Doing so twice is harmless.
  public func bringBack(_ id: ID<Conversation>, by viewer: Viewer) async throws {
    try requireVoice(viewer)
    let now = clock.now()
    try await record.write { [self] tx in
      guard let conversation = try tx.conversation(id, for: viewer) else {
        throw Problem(.notFound, "This conversation is not here, or it is not yours to see.")
      }
      let reader = try readers.reader(in: tx)
      for row in try tx.thread(conversation.id, for: viewer)
      where row.post.direction == .toUs && row.post.removedAt == nil
        && row.post.reading.kinds.contains(.spam)
      {
        var reading = row.post.reading
        reading.kinds = reader.kindsUnlessSpam(
          row.post.wordsToRead, declaredLanguage: row.post.language)
        reading.by = Reading.member
        reading.sureness = 1
        try correct(row, to: reading, viewer, now, tx)
      }
    }
    try await reloadReader()
  }

  private func correct(
    _ row: PostRow, to reading: Reading, _ viewer: Viewer, _ now: Instant, _ tx: any RecordWriting
  ) throws {
    var post = row.post
    let earlier = try tx.correction(of: post.id)
    // What a reader had made of it stays known when a second member says it better still.
    let was = earlier.map(\.was) ?? post.reading
    post.reading = reading
    if let earlier { try tx.end(earlier.id, at: now) }
    try tx.insert(
      ReadingCorrection(
        id: newID(), post: post.id, member: viewer.member, correctedAt: now, reading: reading,
        was: was, insteadOf: earlier?.id))
    try settleReading(of: post, author: row.author, as: .readingCorrected, viewer.member, now, tx)
  }

  /// Takes the correction that stands back, and what was learnt from it: what an earlier correction said stands again, and
  /// without one the post is read as though nobody had said anything. Undoing what does not stand changes nothing.
  public func undoReading(of id: ID<Post>, by viewer: Viewer) async throws {
    try requireVoice(viewer)
    let now = clock.now()
    try await record.write { [self] tx in
      guard let row = try tx.post(id, for: viewer), row.post.removedAt == nil else {
        throw Problem(.notFound, "That post is gone.")
      }
      guard let correction = try tx.correction(of: id) else { return }
      try tx.end(correction.id, at: now)
      var post = row.post
      // Only for these words: an edit ends what stood, and a correction made after it stands instead of none.
      let earlier = try correction.insteadOf.flatMap { try tx.letStandAgain($0) }
      let reader = try readers.reader(in: tx, besides: correction.id)
      post.reading =
        try Self.saidByThem(of: post, tx) ?? earlier?.reading
        ?? reader.read(post.wordsToRead, declaredLanguage: post.language)
      try settleReading(of: post, author: row.author, as: .readingUndone, viewer.member, now, tx)
    }
    try await reloadReader()
  }

  private static let theySaidWhatItIs = Problem(
    .conflict,
    "Whoever wrote this said themselves what it is. Their word stands; nothing was changed.")

  /// What they said that it is, where the words are still those of which they said it.
  private static func saidByThem(of post: Post, _ tx: any RecordReading) throws -> Reading? {
    try post.author.flatMap { author in
      try tx.theirWords(of: [author]).last { word in
        word.kind == .readWrongly && word.endedAt == nil && word.post == post.id
          && post.editedAt.map { word.saidAt > $0 } ?? true
      }?.reading
    }
  }

  /// A correction holds for the words that were corrected: it ends where these change or go.
  func endCorrection(of post: Post, _ now: Instant, _ tx: any RecordWriting) throws {
    guard let correction = try tx.correction(of: post.id) else { return }
    try tx.end(correction.id, at: now)
    let kept = try tx.conversation(post.conversation)
    try tx.append(event(.readingUndone, in: kept?.id, subject: post.id.value))
  }

  /// What follows from another reading: topics, where the conversation stands, and the event that says so.
  /// - Parameter member: `nil` where they said it themselves.
  func settleReading(
    of post: Post, author: Handle?, as kind: EventKind, _ member: ID<Member>?, _ now: Instant,
    _ tx: any RecordWriting
  ) throws {
    let snapshot = try book.snapshot(in: tx)
    let document = TopicDocuments.prepared(
      post, author: author, source: try SourceNames(tx)[post.source])
    try tx.update(
      NewPost(
        post: post, terms: document.indexTerms, matches: snapshot.matches(document, post: post.id)))
    let kept = try tx.conversation(post.conversation)
    try tx.append(event(kind, by: member, in: kept?.id, subject: post.id.value))
    if let kept { try restand(kept.id, settings: try tx.settings(), now: now, tx) }
  }
}
