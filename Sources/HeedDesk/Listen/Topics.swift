public import HeedModel
public import HeedTopics

/// A query read while it is written.
public struct TriedQuery: Sendable {
  /// In plain words what it catches.
  public var explanation: Message
  public var isExpensive: Bool
  public var error: TopicQueryError?
  /// What it would have caught, newest first.
  public var posts: FoundPosts
  /// Words that its posts have in common and other talk has not, besides those of the query.
  public var suggestions: [String] = []
  /// Topics that caught some of the same posts, and how many of them.
  public var overlaps: [(topic: Topic, posts: Int)] = []
}

extension Desk {
  static let looksBack = Duration.days(30)

  /// Reads a query and shows what it matches in what is stored.
  public func tryTopic(
    _ query: String, for viewer: Viewer, page: PageRequest = PageRequest(limit: 20),
    besides topic: ID<Topic>? = nil, isSuggesting: Bool = false
  ) async throws -> TriedQuery {
    do {
      let read = try TopicQuery(query)
      var tried = TriedQuery(
        explanation: Message(read.explanation), isExpensive: read.isExpensive, error: nil,
        posts: try await search(query, page, for: viewer))
      if isSuggesting { try await look(around: &tried, query, besides: topic) }
      return tried
    } catch let error as TopicQueryError {
      return TriedQuery(
        explanation: "", isExpensive: false, error: error, posts: FoundPosts())
    }
  }

  /// Compared with so many of the newest posts of others.
  private static let comparedWith = 2_000

  private func look(around tried: inout TriedQuery, _ query: String, besides topic: ID<Topic>?)
    async throws
  {
    let now = clock.now()
    let rows = tried.posts.rows
    let (others, caught, topics) = try await record.read { tx in
      (
        rows.count < RisingWords.leastPosts
          ? []
          : try tx.spoken(
            of: nil, from: now - Self.looksBack, before: now + .days(1), limit: Self.comparedWith),
        try tx.caught(among: rows.map(\.id)), try tx.topics()
      )
    }
    tried.overlaps = topics.compactMap { other in
      caught[other.id].flatMap { other.id == topic ? nil : (other, $0) }
    }.sorted { $0.posts > $1.posts }
    let own = rows.compactMap { row in
      row.post.author.map {
        SpokenTerms(
          post: row.id, author: $0,
          terms: TopicDocuments.prepared(row.post, author: row.author, source: nil).indexTerms)
      }
    }
    let matched = Set(rows.map(\.id))
    let asked = Set(PreparedDocument(TopicDocument(text: query)).indexTerms)
    tried.suggestions = RisingWords.find(
      in: own, past: others.filter { !matched.contains($0.post) }, limit: 12
    ).map(\.word).filter { !asked.contains($0) }.prefix(6).map { $0 }
  }

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
        let isNew = topic.query != query
        if isNew { topic.version += 1 }
        topic.query = query
        topic.name = name.isEmpty ? query : name
        topic.changedAt = now
        try tx.update(topic)
        // Another name catches nothing else. What an earlier query caught stays in the counts, apart.
        if isNew {
          try tx.deleteMatches(of: id)
          try tx.save(TopicPast(topic: id, version: topic.version))
        }
        try tx.append(event(.topicChanged, by: viewer.member, subject: id.value))
        return topic
      }
      let topic = Topic(
        id: fresh, name: name.isEmpty ? query : name, query: query, addedBy: viewer.member,
        addedAt: now, changedAt: now)
      try tx.insert(topic)
      try tx.save(TopicPast(topic: topic.id, version: topic.version))
      try tx.append(event(.topicAdded, by: viewer.member, subject: fresh.value))
      return topic
    }
    // First the stream, then the past: a post that comes in between is found by both, which is harmless.
    try await reloadTopics()
    // A page at once, so that most topics show all of it; the rest in the background.
    if let past = try await record.read({ try $0.past(of: topic.id) }) {
      _ = try await findPast(past)
    }
    return topic.id
  }

  /// It catches nothing any more, and what it caught is no more its own. Removing twice is harmless.
  /// - Throws: `Problem(.forbidden)` for observers.
  public func removeTopic(_ id: ID<Topic>, by viewer: Viewer) async throws {
    try requireVoice(viewer)
    let now = clock.now()
    let happened = event(.topicRemoved, by: viewer.member, subject: id.value)
    try await record.write { tx in
      guard var topic = try tx.topic(id), topic.removedAt == nil else { return }
      topic.removedAt = now
      try tx.update(topic)
      try tx.deleteMatches(of: id)
      try tx.deletePast(of: id)
      try tx.append(happened)
    }
    try await reloadTopics()
  }

  static func read(_ query: String) throws -> TopicQuery {
    do {
      return try TopicQuery(query)
    } catch {
      throw Problem(.invalid, Message(error.wording), field: "query", cause: error)
    }
  }
}

extension Message {
  /// What a query means or what is wrong with it, to be said in the reader's language.
  public init(_ wording: Wording) {
    self.init(
      template: wording.template,
      arguments: wording.arguments.map { argument in
        switch argument {
        case .words(let words): .words(words)
        case .number(let number): .number(number)
        case .wording(let part): .message(Message(part))
        case .language(let code, let english): .language(code, english: english)
        }
      })
  }
}
