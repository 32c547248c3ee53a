public import HeedDesk
public import HeedModel

/// What a member decides for themselves.
public struct MeScreen: Screen {
  public var member: Member
  public var sessions: [SessionRow]
  /// Days without a visit, and at the latest, after which a sign-in is over.
  public var sessionDays: (idle: Int, most: Int)
  public var problem: Problem?
  /// Set where a reason stands or stood against their voice, or somebody looked at what stands beside it.
  public var voice: VoiceView?

  public init(
    member: Member, sessions: [SessionRow] = [], sessionDays: (idle: Int, most: Int) = (30, 90),
    problem: Problem? = nil
  ) {
    self.member = member
    self.sessions = sessions
    self.sessionDays = sessionDays
    self.problem = problem
  }

  public var room: Room? { .me }

  public func title(in page: PageContext) -> String { page.words.me.title }
}

/// A browser that the member is signed in with.
public struct SessionRow: Sendable {
  public var id: ID<Session>
  /// Empty where the browser did not say what it is.
  public var device: String
  public var signedInAt: Instant
  public var seenAt: Instant
  public var isThis: Bool

  public init(
    id: ID<Session>, device: String, signedInAt: Instant, seenAt: Instant, isThis: Bool = false
  ) {
    self.id = id
    self.device = device
    self.signedInAt = signedInAt
    self.seenAt = seenAt
    self.isThis = isThis
  }
}
