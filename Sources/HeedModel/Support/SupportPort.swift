/// Members, sessions, settings and events, as they are read.
public protocol SupportReading {
  /// What leads set; the standard of each thing that they did not.
  func settings() throws -> Settings
  /// Whether the first lead exists.
  func isSetUp() throws -> Bool
  /// Those who left included, in order of name.
  func members() throws -> [Member]
  /// Those who left included; `nil` where there is none.
  func member(_ id: ID<Member>) throws -> Member?
  /// Compared without regard to case; those who left excluded.
  func member(email: String) throws -> Member?
  /// What a member signs in with; `nil` where there is no such member.
  func secrets(of member: ID<Member>) throws -> MemberSecrets?
  /// Also one that is over: whoever asks looks at its end. `nil` where there is none.
  func session(tokenHash: [UInt8]) throws -> Session?
  /// The one seen last first, those that are over included until they are deleted.
  func sessions(of member: ID<Member>) throws -> [Session]
  /// Machines that serve the desk and were there since then.
  func machines(since: Instant) throws -> [String]
  /// Who has which conversation open on one of them.
  func presences(since: Instant) throws -> [Presence]
  /// Also one that was used or is over; `nil` where there is none.
  func invitation(tokenHash: [UInt8]) throws -> Invitation?
  /// Unused ones that have not expired.
  func invitations(now: Instant) throws -> [Invitation]
  /// Events in order, after one, at most `limit`: what live updates and webhooks follow. Those of conversations that
  /// the viewer may not see are left out; `nil` is the desk itself.
  func events(after: ID<Event>?, limit: Int, for viewer: Viewer?) throws -> [Event]
  /// The newest of all; `nil` before anything happened.
  func lastEvent() throws -> ID<Event>?
  /// Newest first: the audit page. Leads only; others get nothing.
  func audit(_ page: PageRequest, kinds: Set<EventKind>, for viewer: Viewer) throws -> Page<Event>
  /// The same of what members did, and of these kinds also what nobody of them did: without all that was only heard.
  func audit(ofMembersAnd kinds: Set<EventKind>, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<Event>
  /// The newest of a kind that concern a member besides whoever did them, in order. Only of kinds that belong to no
  /// conversation.
  func events(concerning member: ID<Member>, kind: EventKind, limit: Int) throws -> [Event]
  /// The newest 500 of a conversation, in order: its timeline.
  /// - Parameter kinds: empty for all.
  func events(of conversation: ID<Conversation>, kinds: Set<EventKind>, for viewer: Viewer) throws
    -> [Event]
}

/// Members, sessions, settings and events, as they are written.
public protocol SupportWriting {
  /// In order: whatever is appended later has a higher id, so an id that is not above the last one moves up.
  func append(_ event: Event) throws
  /// All of them, in place of those before.
  func save(_ settings: Settings) throws
  /// - Throws: `Problem(.conflict)` when the address is taken.
  func insert(_ member: Member, secrets: MemberSecrets) throws
  /// Everything but its secrets. Of one that is not there, nothing.
  func update(_ member: Member) throws
  /// In place of those before.
  func update(_ secrets: MemberSecrets, of member: ID<Member>) throws
  /// Its token is nobody else's.
  func insert(_ session: Session) throws
  /// Its token, when it was seen, until when it holds, and whether it waits for a code. Of one that is gone, nothing.
  func update(_ session: Session) throws
  /// Deleting what is not there is harmless.
  func deleteSession(_ id: ID<Session>) throws
  /// All but one, which stays signed in.
  func deleteSessions(of member: ID<Member>, except: ID<Session>?) throws
  /// Of all members.
  func deleteSessions(expiredAt now: Instant) throws
  /// Adds it where it is new.
  func setSeen(machine: String, at now: Instant) throws
  /// Deleting what is not there is harmless.
  func deleteMachine(_ name: String) throws
  /// Those that are gone without saying so.
  func deleteMachines(seenBefore: Instant) throws
  /// In place of what the member did there before.
  func save(_ presence: Presence) throws
  /// Deleting what is not there is harmless.
  func deletePresence(of member: ID<Member>, in conversation: ID<Conversation>) throws
  /// Of those whose browser asks no more.
  func deletePresences(seenBefore: Instant) throws
  /// Its token is nobody else's.
  func insert(_ invitation: Invitation) throws
  /// - Returns: false when it was used already: one winner.
  func use(_ invitation: ID<Invitation>, at now: Instant) throws -> Bool
  /// Only while nobody used it; deleting what is not there is harmless.
  func deleteInvitation(_ id: ID<Invitation>) throws
}
