public import HeedModel

/// Writing a topic, with what it would have caught.
public struct TopicFormScreen: Screen {
  /// `nil` for a new one.
  public var id: ID<Topic>?
  public var name: String
  public var query: String
  public var preview: TopicPreview
  public var problem: Problem?

  public init(
    id: ID<Topic>? = nil, name: String = "", query: String = "",
    preview: TopicPreview = TopicPreview(), problem: Problem? = nil
  ) {
    self.id = id
    self.name = name
    self.query = query
    self.preview = preview
    self.problem = problem
  }

  public var room: Room? { .topics }

  public func title(in page: PageContext) -> String {
    id == nil ? page.words.topic.new : page.words.topic.change(name)
  }
}

/// What a query means and what it finds in what is stored; sent alone while somebody types.
public struct TopicPreview: Sendable {
  /// The query in a sentence; `nil` while it is empty or wrong.
  public var explanation: Message?
  public var error: QueryError?
  /// The newest matches.
  public var rows: [HeardRow]
  /// Matches in the last 30 days; `nil` while nothing can be counted.
  public var matches: Amount?
  /// Where looking was cut off, how many there are since then.
  public var since: (at: Instant, posts: Int, next: String?)?
  public var volume: Volume?
  /// The query as it was tried.
  public var asked = ""
  /// Words that its posts have in common, besides those of the query.
  public var suggestions: [String] = []
  /// Other topics that caught some of the same posts, the most first.
  public var overlaps: [(topic: TopicName, posts: Int)] = []

  public init(
    explanation: Message? = nil, error: QueryError? = nil, rows: [HeardRow] = [],
    matches: Amount? = nil, volume: Volume? = nil
  ) {
    self.explanation = explanation
    self.error = error
    self.rows = rows
    self.matches = matches
    self.volume = volume
  }
}

/// Where a query is wrong, and how to mend it.
public struct QueryError: Sendable {
  /// The query as it was read.
  public var query: String
  /// In characters from its beginning: what is wrong begins here.
  public var offset: Int
  /// In characters; 0 at the end of the query.
  public var length: Int
  public var text: Message
  /// The whole query as it was probably meant.
  public var repair: String?

  public init(query: String, offset: Int, length: Int, text: Message, repair: String? = nil) {
    self.query = query
    self.offset = offset
    self.length = length
    self.text = text
    self.repair = repair
  }
}
