import HeedModel
import HeedTopics

extension Desk {
  /// A page of the stored search a transaction; the stream goes on in between.
  private static let pastPage = 200
  private static let pastPatience = Duration.milliseconds(50)
  /// So many pages at a time, then whatever else waits has its turn.
  private static let pastPages = 25

  /// Goes on with the pasts that are still looked for: where they were cut off they begin again there.
  public func findPasts() async throws {
    for var past in try await record.read({ try $0.pasts() }) {
      var pages = 0
      while pages < Self.pastPages, let next = try await findPast(past) {
        past = next
        pages += 1
      }
    }
  }

  /// Looks at one page. Doing so twice is harmless.
  /// - Returns: where it goes on; `nil` once it is over, or the query changed meanwhile.
  func findPast(_ past: TopicPast) async throws -> TopicPast? {
    guard let topic = try await record.read({ try $0.topic(past.topic) }),
      topic.removedAt == nil, topic.version == past.version
    else {
      try await record.write { tx in
        // Another version's own search stays.
        guard try tx.past(of: past.topic)?.version == past.version else { return }
        try tx.deletePast(of: past.topic)
      }
      return nil
    }
    // For nobody in particular: what is private is caught too, and shown to those who answer it.
    let found = try await search(
      topic.query, PageRequest(limit: Self.pastPage, after: past.after), for: nil,
      patience: Self.pastPatience)
    let since = clock.now() - Self.looksBack
    let matches = found.rows.filter { $0.post.publishedAt >= since }
    let reached = found.next.flatMap { ID<Post>($0) }
    let isOver =
      matches.count < found.rows.count || reached.map { $0.instant < since } ?? true
    let query = try Self.read(topic.query)
    var next = past
    next.after = found.next
    next.found += matches.count
    let ended = event(.postsHeard)
    return try await record.write { [next] tx in
      guard let now = try tx.topic(topic.id), now.removedAt == nil, now.version == topic.version,
        try tx.past(of: topic.id) == past
      else { return nil }
      try tx.save(
        try Self.still(matches, query, tx).map {
          TopicMatch(topic: topic.id, post: $0, version: topic.version)
        })
      guard isOver else {
        try tx.save(next)
        return next
      }
      try tx.deletePast(of: topic.id)
      // Pages that show it are told, where somebody may have waited.
      if past.after != nil { try tx.append(ended) }
      return nil
    }
  }

  /// Which of them the query still finds: some may have changed or gone since they were looked at.
  private static func still(
    _ rows: [PostRow], _ query: TopicQuery, _ tx: any RecordReading
  ) throws -> [ID<Post>] {
    let names = SourceNames(tx)
    let authors = Dictionary(
      try tx.handles(Array(Set(rows.compactMap(\.post.author)))).map { ($0.id, $0) }
    ) { $1 }
    let told = Dictionary(rows.map { ($0.id, $0) }) { $1 }
    return try tx.posts(rows.map(\.id)).filter { post in
      let author = post.author.flatMap { authors[$0] }
      let row = told[post.id]
      if row?.post == post, row?.author?.address == author?.address { return true }
      return try post.removedAt == nil
        && query.matches(
          TopicDocuments.prepared(post, author: author, source: try names[post.source]))
    }.map(\.id)
  }
}
