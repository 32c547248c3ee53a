public import HeedModel

/// A word that is said more than usual.
public struct Rising: Sendable {
  public var word: String
  public var posts: Int
  /// In a day of the four weeks before, rounded.
  public var usual: Int

  public init(word: String, posts: Int, usual: Int) {
    self.word = word
    self.posts = posts
    self.usual = usual
  }
}

/// Far more is said than is usual for the hour.
public struct SpikeRow: Sendable {
  public var id: ID<Spike>
  /// The topic; `nil` for all that is heard.
  public var topic: TopicName?
  public var at: Instant
  public var posts: Int
  public var usual: Int
  public var words: [String]
  /// Its first posts.
  public var first: [HeardRow]

  public init(
    id: ID<Spike>, topic: TopicName? = nil, at: Instant, posts: Int, usual: Int,
    words: [String] = [], first: [HeardRow] = []
  ) {
    self.id = id
    self.topic = topic
    self.at = at
    self.posts = posts
    self.usual = usual
    self.words = words
    self.first = first
  }
}

/// One part of what was counted: a place, a language, a kind; never a person (law 7).
public struct Share: Sendable {
  public var name: String
  /// As the record has it.
  public var value: String
  public var posts: Int

  public init(name: String, value: String, posts: Int) {
    self.name = name
    self.value = value
    self.posts = posts
  }
}
