public import HeedModel
import HeedTopics

extension Desk {
  /// A member says better what a post is. Their reading outranks any program's, and topics match it anew at once.
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
      let snapshot = try book.snapshot(in: tx)
      var post = row.post
      post.reading = Reading(
        language: language, tone: tone, kinds: kinds, by: "member", sureness: 1)
      let document = TopicDocuments.prepared(
        post, author: row.author, source: try SourceNames(tx)[post.source])
      try tx.update(
        NewPost(
          post: post, terms: document.indexTerms,
          matches: snapshot.matches(document, post: id)))
      let kept = try tx.conversation(post.conversation)
      try tx.append(
        event(.readingCorrected, by: viewer.member, in: kept?.id, subject: id.value))
      if let kept {
        try restand(kept.id, settings: try tx.settings(), now: now, tx)
      }
    }
  }
}
