public import HeedModel

/// Everything heard, newest first, live.
public struct HeardScreen: Screen {
  public var rows: [HeardRow]
  public var filter: HeardFilter
  /// What the list can be narrowed to; only what occurs is offered.
  public var choices: Choices
  public var volume: Volume?
  public var rising: [Rising]
  /// Those that stand, newest first.
  public var spikes: [SpikeRow]
  /// The key of the next page.
  public var next: String?
  public var hasSources: Bool

  public init(
    rows: [HeardRow], filter: HeardFilter = HeardFilter(), choices: Choices = Choices(),
    volume: Volume? = nil, rising: [Rising] = [], spikes: [SpikeRow] = [], next: String? = nil,
    hasSources: Bool = true
  ) {
    self.rows = rows
    self.filter = filter
    self.choices = choices
    self.volume = volume
    self.rising = rising
    self.spikes = spikes
    self.next = next
    self.hasSources = hasSources
  }

  public var room: Room? { .heard }
  public var layout: ScreenLayout { .wide }
  public var live: [LiveTopic] { [.heard] }

  public func title(in page: PageContext) -> String { page.words.shell.heard }
}

/// What a list of heard posts can be narrowed to.
public struct Choices: Sendable {
  public var networks: [NetworkName]
  public var topics: [TopicName]
  /// BCP 47.
  public var languages: [String]

  public init(networks: [NetworkName] = [], topics: [TopicName] = [], languages: [String] = []) {
    self.networks = networks
    self.topics = topics
    self.languages = languages
  }
}

/// A topic as a list names it.
public struct TopicName: Sendable {
  public var id: ID<Topic>
  public var name: String

  public init(id: ID<Topic>, name: String) {
    self.id = id
    self.name = name
  }
}
