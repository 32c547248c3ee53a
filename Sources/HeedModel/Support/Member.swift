/// A human on the team.
public struct Member: Sendable, Hashable {
  public var id: ID<Member>
  public var name: String
  /// What signs a reply where the account's custom asks for initials; at most four letters.
  public var initials: String
  /// What they sign in with; compared without regard to case.
  public var email: String
  public var role: Role
  /// IANA name, for example `Europe/Lisbon`.
  public var timeZone: String
  /// BCP 47 tag of the interface.
  public var language: String
  /// Until when they are here, as they said last; over where it has passed, `nil` if they did not say.
  public var hereUntil: Instant?
  /// Single-letter keys can be switched off (WCAG 2.1.4).
  public var keys: Bool
  public var secondFactor: Bool
  public var joinedAt: Instant
  public var leftAt: Instant?

  /// - Returns: until when they are here, while that is still to come.
  public func stillHereUntil(at now: Instant) -> Instant? {
    hereUntil.flatMap { $0 > now ? $0 : nil }
  }

  public init(
    id: ID<Member>, name: String, initials: String, email: String, role: Role,
    timeZone: String = "UTC", language: String = "en", hereUntil: Instant? = nil, keys: Bool = true,
    secondFactor: Bool = false, joinedAt: Instant, leftAt: Instant? = nil
  ) {
    self.id = id
    self.name = name
    self.initials = initials
    self.email = email
    self.role = role
    self.timeZone = timeZone
    self.language = language
    self.hereUntil = hereUntil
    self.keys = keys
    self.secondFactor = secondFactor
    self.joinedAt = joinedAt
    self.leftAt = leftAt
  }
}

/// What somebody on the team may do. Everyone but an observer may speak.
public enum Role: String, Sendable, CaseIterable {
  /// Answers people.
  case member
  /// Answers too; adds members, accounts and sources; changes settings.
  case lead
  /// Reads public talk and exports; says nothing.
  case observer

  public var maySpeak: Bool { self != .observer }
  public var mayLead: Bool { self == .lead }
}

/// Who is looking: goes into the WHERE clause of every query that shows something.
public struct Viewer: Sendable, Hashable {
  public var member: ID<Member>
  public var role: Role

  public init(member: ID<Member>, role: Role) {
    self.member = member
    self.role = role
  }
}

/// A signed-in browser. The cookie holds a token, the record only its SHA-256.
public struct Session: Sendable, Hashable {
  public var id: ID<Session>
  public var member: ID<Member>
  public var tokenHash: [UInt8]
  public var createdAt: Instant
  public var seenAt: Instant
  public var expiresAt: Instant
  /// Whether the second factor is still to be given.
  public var awaitsSecondFactor: Bool
  /// What its member knows the browser by: "Firefox on Linux". Empty where it did not say.
  public var device: String

  public init(
    id: ID<Session>, member: ID<Member>, tokenHash: [UInt8], createdAt: Instant, seenAt: Instant,
    expiresAt: Instant, awaitsSecondFactor: Bool = false, device: String = ""
  ) {
    self.id = id
    self.member = member
    self.tokenHash = tokenHash
    self.createdAt = createdAt
    self.seenAt = seenAt
    self.expiresAt = expiresAt
    self.awaitsSecondFactor = awaitsSecondFactor
    self.device = device
  }
}

/// What a member proves themselves with. Never leaves the rooms that check it.
public struct MemberSecrets: Sendable {
  /// Argon2id in its encoded form, with its salt and costs.
  public var passwordHash: String
  /// The TOTP key, sealed with the desk's key; `nil` without a second factor.
  public var sealedTOTPKey: [UInt8]?
  /// The last time step that was accepted, so that a code works once.
  public var lastTOTPStep: Int64

  public init(passwordHash: String, sealedTOTPKey: [UInt8]? = nil, lastTOTPStep: Int64 = 0) {
    self.passwordHash = passwordHash
    self.sealedTOTPKey = sealedTOTPKey
    self.lastTOTPStep = lastTOTPStep
  }
}

/// A link that makes one person a member, once.
public struct Invitation: Sendable, Hashable {
  public var id: ID<Invitation>
  public var tokenHash: [UInt8]
  public var role: Role
  /// `nil` for the first lead's set-up link.
  public var invitedBy: ID<Member>?
  public var expiresAt: Instant
  public var usedAt: Instant?

  public init(
    id: ID<Invitation>, tokenHash: [UInt8], role: Role, invitedBy: ID<Member>?,
    expiresAt: Instant, usedAt: Instant? = nil
  ) {
    self.id = id
    self.tokenHash = tokenHash
    self.role = role
    self.invitedBy = invitedBy
    self.expiresAt = expiresAt
    self.usedAt = usedAt
  }
}
