public import HeedModel

/// The team.
public struct MembersScreen: Screen {
  public var members: [MemberRow]
  /// The link of an invitation just made; shown once.
  public var invitation: Invitation?
  public var problem: Problem?
  /// The link for a new password that was just made; shown once.
  public var passwordLink: PasswordLink?
  /// Whoever is not here any more, the last to leave first.
  public var left: [Colleague] = []

  /// Links that nobody used yet.
  public var open: [Open] = []

  /// A link that is out.
  public struct Open: Sendable {
    public var id: ID<HeedModel.Invitation>
    public var role: Role
    public var by: String
    public var expiresAt: Instant

    public init(id: ID<HeedModel.Invitation>, role: Role, by: String, expiresAt: Instant) {
      self.id = id
      self.role = role
      self.by = by
      self.expiresAt = expiresAt
    }
  }

  /// A link by which a member chooses a new password.
  public struct PasswordLink: Sendable {
    public var address: String
    public var name: String
    public var expiresAt: Instant

    public init(address: String, name: String, expiresAt: Instant) {
      self.address = address
      self.name = name
      self.expiresAt = expiresAt
    }
  }

  /// A link that makes one person a member.
  public struct Invitation: Sendable {
    public var address: String
    public var role: Role
    public var expiresAt: Instant

    public init(address: String, role: Role, expiresAt: Instant) {
      self.address = address
      self.role = role
      self.expiresAt = expiresAt
    }
  }

  public init(
    members: [MemberRow], invitation: Invitation? = nil, open: [Open] = [], problem: Problem? = nil
  ) {
    self.open = open
    self.members = members
    self.invitation = invitation
    self.problem = problem
  }

  public var room: Room? { .members }

  public func title(in page: PageContext) -> String { page.words.shell.members }
}

/// Somebody on the team.
public struct MemberRow: Sendable {
  public var colleague: Colleague
  public var role: Role
  public var joinedAt: Instant
  /// Until when they are here, where that is still to come.
  public var hereUntil: Instant?
  /// Their clock shows another time than that of whoever looks.
  public var isElsewhere = false
  /// The last lead can neither leave nor become something else.
  public var isLastLead: Bool
  /// A reason stands against their voice.
  public var isRestricted = false

  public init(
    colleague: Colleague, role: Role, joinedAt: Instant, hereUntil: Instant? = nil,
    isLastLead: Bool = false
  ) {
    self.colleague = colleague
    self.role = role
    self.joinedAt = joinedAt
    self.hereUntil = hereUntil
    self.isLastLead = isLastLead
  }
}
