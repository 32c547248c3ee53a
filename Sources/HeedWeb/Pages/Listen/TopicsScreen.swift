public import HeedModel

/// The standing queries.
public struct TopicsScreen: Screen {
  public var rows: [TopicRow]

  public init(rows: [TopicRow]) {
    self.rows = rows
  }

  public var room: Room? { .topics }

  public func title(in page: PageContext) -> String { page.words.shell.topics }
}

/// A topic in the list.
public struct TopicRow: Sendable {
  public var id: ID<Topic>
  public var name: String
  public var query: String
  /// Posts that it caught in the last 30 days.
  public var matches: Int
  public var lastAt: Instant?
  /// What part of all that topics caught it caught, in hundredths; `nil` where that is withheld.
  public var share: Double?

  public init(
    id: ID<Topic>, name: String, query: String, matches: Int, lastAt: Instant? = nil,
    share: Double? = nil
  ) {
    self.share = share
    self.id = id
    self.name = name
    self.query = query
    self.matches = matches
    self.lastAt = lastAt
  }
}
