public import HeedModel

/// One topic: its query, what it caught, how much of it there is.
public struct TopicScreen: Screen {
  public var id: ID<Topic>
  public var name: String
  public var query: String
  /// The query in a sentence.
  public var explanation: Message
  public var addedBy: String?
  public var addedAt: Instant
  /// Its newest matches.
  public var rows: [HeardRow]
  /// Of the last 30 days.
  public var volume: Volume?
  public var rising: [Rising]
  public var spikes: [SpikeRow]
  /// The same posts by where they were said, the most first.
  public var places: [Share]
  public var languages: [Share]
  public var kinds: [Share]
  /// To which of these the plots are narrowed.
  public var narrowed = HeardFilter()
  /// What earlier versions of its query caught, the last one first.
  public var earlier: [EarlierCount] = []
  public var matches: Int
  /// Set while its past is still looked for.
  public var past: TopicPast? = nil
  /// Whether more was caught than stands here.
  public var hasOlder = true

  public init(
    id: ID<Topic>, name: String, query: String, explanation: Message, addedBy: String? = nil,
    addedAt: Instant, rows: [HeardRow], volume: Volume? = nil, rising: [Rising] = [],
    spikes: [SpikeRow] = [], places: [Share] = [], languages: [Share] = [], kinds: [Share] = [],
    matches: Int
  ) {
    self.id = id
    self.name = name
    self.query = query
    self.explanation = explanation
    self.addedBy = addedBy
    self.addedAt = addedAt
    self.rows = rows
    self.volume = volume
    self.rising = rising
    self.spikes = spikes
    self.places = places
    self.languages = languages
    self.kinds = kinds
    self.matches = matches
  }

  public var room: Room? { .topics }
  public var layout: ScreenLayout { .wide }
  public var live: [LiveTopic] { [.heard] }

  public func title(in page: PageContext) -> String { name }
}
