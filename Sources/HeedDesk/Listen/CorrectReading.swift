public import HeedModel
import HeedTopics

extension Desk {
  /// A member says better what a post is. Their reading outranks any program's, topics match it anew at once, and this
  /// desk's reader learns from it.
  public func correctReading(
    of id: ID<Post>, language: String?, tone: Reading.Tone?, kinds: Set<Reading.Kind>,
    by viewer: Viewer
  ) async throws {
    try requireVoice(viewer)
    let now = clock.now()
    try await record.write { [self] tx in
      guard let row = try tx.post(id, for: viewer), row.post.removedAt == nil else {
        throw Problem(.notFound, "That post is gone.")
      }
      var post = row.post
      let earlier = try tx.correction(of: id)
      // What a reader had made of it stays known when a second member says it better still.
      let was = earlier.map(\.was) ?? post.reading
      post.reading = Reading(
        language: language, tone: tone, kinds: kinds, by: Reading.member, sureness: 1)
      if let earlier { try tx.end(earlier.id, at: now) }
      try tx.insert(
        ReadingCorrection(
          id: newID(), post: id, member: viewer.member, correctedAt: now, reading: post.reading,
          was: was))
      try settleReading(of: post, author: row.author, as: .readingCorrected, viewer, now, tx)
    }
    try await reloadReader()
  }

  /// Takes a member's correction back: the post is read as though nobody had said anything, and what was learnt from it
  /// is forgotten. Undoing what does not stand changes nothing.
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
      let reader = try readers.reader(in: tx, besides: correction.id)
      post.reading = reader.read(post.wordsToRead, declaredLanguage: post.language)
      try settleReading(of: post, author: row.author, as: .readingUndone, viewer, now, tx)
    }
    try await reloadReader()
  }

  /// A correction holds for the words that were corrected: it ends where these change or go.
  func endCorrection(of post: Post, _ now: Instant, _ tx: any RecordWriting) throws {
    guard let correction = try tx.correction(of: post.id) else { return }
    try tx.end(correction.id, at: now)
    let kept = try tx.conversation(post.conversation)
    try tx.append(event(.readingUndone, in: kept?.id, subject: post.id.value))
  }

  private func settleReading(
    of post: Post, author: Handle?, as kind: EventKind, _ viewer: Viewer, _ now: Instant,
    _ tx: any RecordWriting
  ) throws {
    let snapshot = try book.snapshot(in: tx)
    let document = TopicDocuments.prepared(
      post, author: author, source: try SourceNames(tx)[post.source])
    try tx.update(
      NewPost(
        post: post, terms: document.indexTerms, matches: snapshot.matches(document, post: post.id)))
    let kept = try tx.conversation(post.conversation)
    try tx.append(event(kind, by: viewer.member, in: kept?.id, subject: post.id.value))
    if let kept { try restand(kept.id, settings: try tx.settings(), now: now, tx) }
  }
}
