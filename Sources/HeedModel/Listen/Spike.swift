/// Far more was said in an hour than is usual for it. Holds no words: what it is about is read from the posts while they
/// stand.
public struct Spike: Sendable, Hashable {
  public var id: ID<Spike>
  /// `nil` for all that is heard.
  public var topic: ID<Topic>?
  /// The hour in which it began.
  public var beganAt: Instant
  /// The most that an hour of it held so far.
  public var posts: Int
  /// What is usual for the hour in which it began.
  public var usual: Double
  /// What an hour had to reach.
  public var bound: Double
  public var closedAt: Instant?

  public var raisedAt: Instant { id.instant }

  public init(
    id: ID<Spike>, topic: ID<Topic>?, beganAt: Instant, posts: Int, usual: Double, bound: Double,
    closedAt: Instant? = nil
  ) {
    self.id = id
    self.topic = topic
    self.beganAt = beganAt
    self.posts = posts
    self.usual = usual
    self.bound = bound
    self.closedAt = closedAt
  }
}

/// A public post of somebody else, as its words are counted: terms of the search index.
public struct SpokenTerms: Sendable, Hashable {
  public var post: ID<Post>
  public var author: ID<Handle>
  public var terms: [String]

  public init(post: ID<Post>, author: ID<Handle>, terms: [String]) {
    self.post = post
    self.author = author
    self.terms = terms
  }
}

/// How much a topic was said in an hour; `nil` for all that is heard.
public struct HourCount: Sendable, Hashable {
  public var topic: ID<Topic>?
  public var posts: Int

  public init(topic: ID<Topic>?, posts: Int) {
    self.topic = topic
    self.posts = posts
  }
}
