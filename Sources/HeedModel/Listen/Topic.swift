/// A standing query over all that is heard.
public struct Topic: Sendable, Hashable {
  public var id: ID<Topic>
  public var name: String
  /// In the language of `Docs/topics.md`.
  public var query: String
  /// Grows by one each time the query changes.
  public var version: Int
  public var addedBy: ID<Member>?
  public var addedAt: Instant
  public var changedAt: Instant
  public var removedAt: Instant?

  public init(
    id: ID<Topic>, name: String, query: String, version: Int = 1, addedBy: ID<Member>?,
    addedAt: Instant, changedAt: Instant, removedAt: Instant? = nil
  ) {
    self.id = id
    self.name = name
    self.query = query
    self.version = version
    self.addedBy = addedBy
    self.addedAt = addedAt
    self.changedAt = changedAt
    self.removedAt = removedAt
  }
}

/// A post that a topic caught.
public struct TopicMatch: Sendable, Hashable {
  public var topic: ID<Topic>
  public var post: ID<Post>
  /// The version of the query that caught it.
  public var version: Int

  public init(topic: ID<Topic>, post: ID<Post>, version: Int) {
    self.topic = topic
    self.post = post
    self.version = version
  }
}

/// What an earlier version of a topic's query had caught in public when it was replaced.
public struct EarlierCount: Sendable, Hashable {
  public var version: Int
  public var posts: Int
  /// The hours of its oldest and of its newest post.
  public var from: Instant
  public var to: Instant

  public init(version: Int, posts: Int, from: Instant, to: Instant) {
    self.version = version
    self.posts = posts
    self.from = from
    self.to = to
  }
}

/// How far a topic's past was looked for in what is stored.
public struct TopicPast: Sendable, Hashable {
  public var topic: ID<Topic>
  /// Of the query that it is looked for by.
  public var version: Int
  /// The key of the next page; `nil` before the first.
  public var after: String?
  /// Matches so far.
  public var found: Int

  /// When the oldest post that was looked at was said.
  public var reachedAt: Instant? { after.flatMap { ID<Post>($0)?.instant } }

  public init(topic: ID<Topic>, version: Int, after: String? = nil, found: Int = 0) {
    self.topic = topic
    self.version = version
    self.after = after
    self.found = found
  }
}
