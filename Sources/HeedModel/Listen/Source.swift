/// Something that is listened to.
public struct Source: Sendable, Hashable {
  public var id: ID<Source>
  public var network: NetworkName
  /// What kind of listening, in the network's own words: `mentions`, `tag`, `local`, `feed`.
  public var kind: String
  /// The word, server or address that it listens to.
  public var target: String
  /// What it is called on screen.
  public var name: Message
  public var account: ID<Account>?
  /// It carries everything said there: only what a topic catches or what speaks to us is kept.
  public var isBroad: Bool
  /// The place is ours to run: whoever begins a thread there at this time or later speaks to us. `nil` where it is not.
  public var oursSince: Instant?
  /// Where to go on; opaque, the network's own.
  public var cursor: String?
  public var addedBy: ID<Member>?
  public var addedAt: Instant
  public var pausedAt: Instant?
  public var removedAt: Instant?
  /// When it last answered, and when it last brought something.
  public var askedAt: Instant?
  public var heardAt: Instant?
  public var nextAt: Instant
  /// What is wrong, in words that say how to mend it; `nil` when all is well.
  public var trouble: Message?
  public var troubleSince: Instant?
  /// How often it failed in a row.
  public var failures: Int
  /// Why the desk listens here and on which ground; said on the notice page.
  public var purpose: Message

  public init(
    id: ID<Source>, network: NetworkName, kind: String, target: String, name: Message,
    account: ID<Account>? = nil, isBroad: Bool = false, oursSince: Instant? = nil,
    cursor: String? = nil,
    addedBy: ID<Member>? = nil,
    addedAt: Instant, pausedAt: Instant? = nil, removedAt: Instant? = nil,
    askedAt: Instant? = nil, heardAt: Instant? = nil, nextAt: Instant, trouble: Message? = nil,
    troubleSince: Instant? = nil, failures: Int = 0,
    purpose: Message = "To hear what people say to us and about us, and to answer."
  ) {
    self.id = id
    self.network = network
    self.kind = kind
    self.target = target
    self.name = name
    self.account = account
    self.isBroad = isBroad
    self.oursSince = oursSince
    self.cursor = cursor
    self.addedBy = addedBy
    self.addedAt = addedAt
    self.pausedAt = pausedAt
    self.removedAt = removedAt
    self.askedAt = askedAt
    self.heardAt = heardAt
    self.nextAt = nextAt
    self.trouble = trouble
    self.troubleSince = troubleSince
    self.failures = failures
    self.purpose = purpose
  }
}

/// An identity of the organisation on a network, or a member's own handle, lent by its owner.
public struct Account: Sendable, Hashable {
  public var id: ID<Account>
  public var network: NetworkName
  /// The server's address, where the network has servers.
  public var server: String
  public var handle: ID<Handle>
  /// The member who lends it; `nil` for the organisation's own.
  public var owner: ID<Member>?
  /// How replies are signed here.
  public var custom: SignatureCustom
  /// The network's and the server's own rules, shown before the first reply there.
  public var houseRules: Message
  public var addedAt: Instant
  public var removedAt: Instant?
  /// What is wrong, in words that say how to mend it.
  public var trouble: Message?

  public init(
    id: ID<Account>, network: NetworkName, server: String, handle: ID<Handle>,
    owner: ID<Member>? = nil, custom: SignatureCustom = .initials, houseRules: Message = "",
    addedAt: Instant, removedAt: Instant? = nil, trouble: Message? = nil
  ) {
    self.id = id
    self.network = network
    self.server = server
    self.handle = handle
    self.owner = owner
    self.custom = custom
    self.houseRules = houseRules
    self.addedAt = addedAt
    self.removedAt = removedAt
    self.trouble = trouble
  }
}

/// How a reply says who wrote it.
public enum SignatureCustom: String, Sendable, CaseIterable {
  /// `^AL` at the end.
  case initials
  /// `– Alicia` at the end.
  case name
  /// Nothing is added: the handle is the member's own.
  case none

  /// The text as it goes out.
  public func signed(_ text: String, by member: Member) -> String {
    switch self {
    case .initials: text + " ^" + member.initials
    case .name: text + "\n– " + member.name
    case .none: text
    }
  }
}
