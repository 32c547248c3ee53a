public import HeedModel
public import HeedTopics

/// A query read while it is written.
public struct TriedQuery: Sendable {
  /// In plain words what it catches.
  public var explanation: String
  public var isExpensive: Bool
  public var error: TopicQueryError?
  /// What it would have caught, newest first.
  public var posts: Page<PostRow>
}

extension Desk {
  static let looksBack = Duration.days(30)

  /// Reads a query and shows what it matches in what is stored.
  public func tryTopic(
    _ query: String, for viewer: Viewer, page: PageRequest = PageRequest(limit: 20)
  ) async throws -> TriedQuery {
    do {
      let read = try TopicQuery(query)
      return TriedQuery(
        explanation: read.explanation, isExpensive: read.isExpensive, error: nil,
        posts: try await search(query, page, for: viewer))
    } catch let error as TopicQueryError {
      return TriedQuery(
        explanation: "", isExpensive: false, error: error, posts: Page(rows: []))
    }
  }

  /// The stored search: the same query as a topic, the same answer, newest first.
  /// - Throws: `Problem(.invalid)` with the place of the error when the query cannot be read.
  public func search(_ query: String, _ page: PageRequest, for viewer: Viewer) async throws
    -> Page<PostRow>
  {
    let read = try Self.read(query)
    let terms = SearchPlan(read).terms
    let after = page.after.flatMap { ID<Post>($0) }
    let clock = clock
    return try await record.read { tx in
      let began = clock.now()
      var rows: [PostRow] = []
      var before = after
      var seen = 0
      // Most queries are narrowed so well that little more than a page is looked at.
      var chunk = min(page.limit + page.limit / 4 + 5, Self.searchChunk)
      // One that the index narrows badly is cut off and continued by the next page.
      while seen < Self.searchMost, seen == 0 || clock.now() - began < Self.searchPatience {
        let candidates = try tx.candidates(terms, before: before, limit: chunk, for: viewer)
        seen += candidates.count
        for row in candidates {
          before = row.id
          let document = PreparedDocument(
            TopicDocuments.document(of: row.post, author: row.author))
          if read.matches(document) { rows.append(row) }
          if rows.count == page.limit { return Page(rows: rows, next: row.id.description) }
        }
        if candidates.count < chunk { return Page(rows: rows) }
        chunk = Self.searchChunk
      }
      return Page(rows: rows, next: before?.description)
    }
  }

  private static let searchChunk = 200
  private static let searchMost = 5_000
  /// Nobody waits longer for a page; what is not found by then, the next one finds.
  private static let searchPatience = Duration.milliseconds(15)

  /// - Parameter id: the topic that changes; `nil` makes one.
  public func saveTopic(_ id: ID<Topic>?, name: String, query: String, by viewer: Viewer)
    async throws -> ID<Topic>
  {
    try requireVoice(viewer)
    let query = query.split(whereSeparator: \.isNewline).joined(separator: " ")
    _ = try Self.read(query)
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let now = clock.now()
    let fresh: ID<Topic> = newID()
    let topic = try await record.write { [self] tx -> Topic in
      if let id {
        guard var topic = try tx.topic(id), topic.removedAt == nil else {
          throw Problem(.notFound, "This topic was removed.")
        }
        if topic.query != query { topic.version += 1 }
        topic.query = query
        topic.name = name.isEmpty ? query : name
        topic.changedAt = now
        try tx.update(topic)
        try tx.deleteMatches(of: id)
        try tx.append(event(.topicChanged, by: viewer.member, subject: id.value))
        return topic
      }
      let topic = Topic(
        id: fresh, name: name.isEmpty ? query : name, query: query, addedBy: viewer.member,
        addedAt: now, changedAt: now)
      try tx.insert(topic)
      try tx.append(event(.topicAdded, by: viewer.member, subject: fresh.value))
      return topic
    }
    // First the stream, then the past: a post that comes in between is found by both, which is harmless.
    try await reloadTopics()
    try await backfill(topic)
    return topic.id
  }

  /// Finds a topic's past in what is stored, a page a transaction.
  func backfill(_ topic: Topic) async throws {
    let everything = Viewer(member: topic.addedBy ?? ID(0), role: .lead)
    let since = clock.now() - Self.looksBack
    var page = PageRequest(limit: 200)
    while true {
      let found = try await search(topic.query, page, for: everything)
      let matches = found.rows.filter { $0.post.publishedAt >= since }.map {
        TopicMatch(topic: topic.id, post: $0.id, version: topic.version)
      }
      if !matches.isEmpty { try await record.write { try $0.save(matches) } }
      guard let next = found.next, matches.count == found.rows.count else { return }
      page.after = next
    }
  }

  public func removeTopic(_ id: ID<Topic>, by viewer: Viewer) async throws {
    try requireVoice(viewer)
    let now = clock.now()
    let happened = event(.topicRemoved, by: viewer.member, subject: id.value)
    try await record.write { tx in
      guard var topic = try tx.topic(id), topic.removedAt == nil else { return }
      topic.removedAt = now
      try tx.update(topic)
      try tx.deleteMatches(of: id)
      try tx.append(happened)
    }
    try await reloadTopics()
  }

  private static func read(_ query: String) throws -> TopicQuery {
    do {
      return try TopicQuery(query)
    } catch {
      throw Problem(.invalid, Message(error.wording), field: "query", cause: error)
    }
  }
}

extension Message {
  /// What is wrong with a query, to be said in the reader's language.
  public init(_ wording: Wording) {
    self.init(template: wording.template, arguments: wording.arguments.map { .words($0) })
  }
}
