public import HeedModel

/// Where the desk listens, and who we are there.
public struct SourcesScreen: Screen {
  public var sources: [SourceRow]
  public var accounts: [AccountRow]

  public init(sources: [SourceRow], accounts: [AccountRow] = []) {
    self.sources = sources
    self.accounts = accounts
  }

  public var room: Room? { .sources }
  public var layout: ScreenLayout { .wide }
  public var live: [LiveTopic] { [.sources, .heard] }

  public func title(in page: PageContext) -> String { page.words.source.title }
}

/// Something that is listened to.
public struct SourceRow: Sendable {
  public var id: ID<Source>
  public var name: Message
  public var network: NetworkName
  /// The account it belongs to.
  public var account: String?
  public var pausedAt: Instant?
  public var askedAt: Instant?
  public var heardAt: Instant?
  /// What is wrong and how to mend it.
  public var trouble: Message?
  public var troubleSince: Instant?
  /// What is there and could not be heard, while all else is.
  public var setAside: Message?
  /// It is a place that somebody runs, and whether that is us.
  public var canBeOurs: Bool
  public var isOurs: Bool

  public init(
    id: ID<Source>, name: Message, network: NetworkName, account: String? = nil,
    pausedAt: Instant? = nil, askedAt: Instant? = nil, heardAt: Instant? = nil,
    trouble: Message? = nil, troubleSince: Instant? = nil, setAside: Message? = nil,
    canBeOurs: Bool = false, isOurs: Bool = false
  ) {
    self.setAside = setAside
    self.canBeOurs = canBeOurs
    self.isOurs = isOurs
    self.id = id
    self.name = name
    self.network = network
    self.account = account
    self.pausedAt = pausedAt
    self.askedAt = askedAt
    self.heardAt = heardAt
    self.trouble = trouble
    self.troubleSince = troubleSince
  }
}

/// An identity of ours on a network.
public struct AccountRow: Sendable {
  public var id: ID<Account>
  public var network: NetworkName
  public var address: String
  public var server: String
  /// The member who lends it.
  public var owner: String?
  public var custom: SignatureCustom
  /// What is wrong and how to mend it.
  public var trouble: Message?
  /// The member who looks may change or remove it.
  public var isYours: Bool
  /// What is typed to sign in with it again; `nil` where that cannot be done.
  public var signsInAt: String?

  public init(
    id: ID<Account>, network: NetworkName, address: String, server: String, owner: String? = nil,
    custom: SignatureCustom = .initials, trouble: Message? = nil, isYours: Bool = false,
    signsInAt: String? = nil
  ) {
    self.signsInAt = signsInAt
    self.id = id
    self.network = network
    self.address = address
    self.server = server
    self.owner = owner
    self.custom = custom
    self.trouble = trouble
    self.isYours = isYours
  }
}
