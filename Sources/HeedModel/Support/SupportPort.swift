/// Members, sessions, settings and events, as they are read.
public protocol SupportReading {
  func settings() throws -> Settings
  /// Whether the first lead exists.
  func isSetUp() throws -> Bool
  /// Those who left included, in order of name.
  func members() throws -> [Member]
  func member(_ id: ID<Member>) throws -> Member?
  /// Compared without regard to case; those who left excluded.
  func member(email: String) throws -> Member?
  func secrets(of member: ID<Member>) throws -> MemberSecrets?
  func session(tokenHash: [UInt8]) throws -> Session?
  func sessions(of member: ID<Member>) throws -> [Session]
  /// Machines that serve the desk and were there since then.
  func machines(since: Instant) throws -> [String]
  /// Who has which conversation open on one of them.
  func presences(since: Instant) throws -> [Presence]
  func invitation(tokenHash: [UInt8]) throws -> Invitation?
  /// Unused ones that have not expired.
  func invitations(now: Instant) throws -> [Invitation]
  /// Events in order, after one, at most `limit`: what live updates and webhooks follow. Those of conversations that
  /// the viewer may not see are left out; `nil` is the desk itself.
  func events(after: ID<Event>?, limit: Int, for viewer: Viewer?) throws -> [Event]
  func lastEvent() throws -> ID<Event>?
  /// Newest first: the audit page. Leads only; others get nothing.
  func audit(_ page: PageRequest, kinds: Set<EventKind>, for viewer: Viewer) throws -> Page<Event>
  /// The same of what members did, and of these kinds also what nobody of them did: without all that was only heard.
  func audit(ofMembersAnd kinds: Set<EventKind>, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<Event>
  /// In order: the timeline of a conversation.
  func events(of conversation: ID<Conversation>, for viewer: Viewer) throws -> [Event]
}

/// Members, sessions, settings and events, as they are written.
public protocol SupportWriting {
  func append(_ event: Event) throws
  func save(_ settings: Settings) throws
  /// - Throws: `Problem(.conflict)` when the address is taken.
  func insert(_ member: Member, secrets: MemberSecrets) throws
  func update(_ member: Member) throws
  func update(_ secrets: MemberSecrets, of member: ID<Member>) throws
  func insert(_ session: Session) throws
  func update(_ session: Session) throws
  /// Deleting what is not there is harmless.
  func deleteSession(_ id: ID<Session>) throws
  /// All but one, which stays signed in.
  func deleteSessions(of member: ID<Member>, except: ID<Session>?) throws
  func deleteSessions(expiredAt now: Instant) throws
  func setSeen(machine: String, at now: Instant) throws
  /// Deleting what is not there is harmless.
  func deleteMachine(_ name: String) throws
  func deleteMachines(seenBefore: Instant) throws
  func save(_ presence: Presence) throws
  func deletePresence(of member: ID<Member>, in conversation: ID<Conversation>) throws
  func deletePresences(seenBefore: Instant) throws
  func insert(_ invitation: Invitation) throws
  /// - Returns: false when it was used already: one winner.
  func use(_ invitation: ID<Invitation>, at now: Instant) throws -> Bool
  func deleteInvitation(_ id: ID<Invitation>) throws
}
