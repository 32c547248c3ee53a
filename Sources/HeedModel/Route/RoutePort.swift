/// Conversations and the work on them, as they are read.
public protocol RouteReading {
  /// Follows a signpost to the conversation that it was joined to. Without regard to who looks: for the desk's own rules.
  func conversation(_ id: ID<Conversation>) throws -> Conversation?
  /// Those of the ids that are conversations, in no order, signposts as they stand.
  func conversations(among ids: [ID<Conversation>]) throws -> [Conversation]
  /// What the viewer may see of it; also of a thread that the desk keeps no conversation of.
  func conversation(_ id: ID<Conversation>, for viewer: Viewer) throws -> Conversation?
  /// In order of time, placeholders included.
  func thread(_ id: ID<Conversation>, for viewer: Viewer) throws -> [PostRow]
  /// All that its state follows from.
  func records(of conversation: ID<Conversation>) throws -> ConversationRecords

  /// The waiting line: smallest rank first.
  func waiting(_ page: PageRequest, for viewer: Viewer) throws -> Page<WaitingRow>
  func waitingCount(for viewer: Viewer) throws -> Int
  /// Conversations in a state, the last spoken in first.
  func conversations(_ state: ConversationState, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<WaitingRow>
  /// Talk about us that asks and that nobody took up or left, newest first.
  func asksAboutUs(since: Instant, _ page: PageRequest, for viewer: Viewer) throws -> Page<PostRow>
  func claim(of conversation: ID<Conversation>) throws -> Claim?
  func notes(of conversation: ID<Conversation>, for viewer: Viewer) throws -> [TeamNote]
  func note(_ id: ID<TeamNote>) throws -> TeamNote?
  func handOvers(of conversation: ID<Conversation>, for viewer: Viewer) throws -> [HandOver]
  /// The newest hand-overs to the viewer that they have neither claimed nor seen closed.
  func handedTo(_ viewer: Viewer) throws -> [HandOver]
  func closures(of conversation: ID<Conversation>) throws -> [Closure]
  func snoozes(of conversation: ID<Conversation>) throws -> [Snooze]
  /// Snoozed ones whose time has come.
  func snoozesEnded(at now: Instant, limit: Int) throws -> [ID<Conversation>]
}

/// Conversations and the work on them, as they are written.
public protocol RouteWriting {
  func insert(_ conversation: Conversation) throws
  /// The projection: written only with a `Standing`.
  func update(_ conversation: Conversation) throws
  func setTakenUp(_ conversation: ID<Conversation>, by: ID<Member>, at now: Instant) throws
  /// - Returns: the claim that stands: this one, or that of whoever was first. The database decides.
  func claim(_ claim: Claim) throws -> Claim
  func release(_ claim: ID<Claim>, at now: Instant) throws
  /// All that a member holds.
  func releaseClaims(of member: ID<Member>, at now: Instant) throws
  func insert(_ handOver: HandOver) throws
  func insert(_ snooze: Snooze) throws
  func wake(_ conversation: ID<Conversation>, at now: Instant) throws
  func insert(_ closure: Closure) throws
  func reopen(_ conversation: ID<Conversation>, at now: Instant) throws
  func insert(_ note: TeamNote) throws
  func deleteNote(_ id: ID<TeamNote>) throws
}

/// A conversation as the line shows it.
public struct WaitingRow: Sendable, Hashable {
  public var conversation: Conversation
  public var handle: Handle?
  /// The post that waits; where none does, the last one.
  public var post: Post?
  public var claimedBy: ID<Member>?
  public var id: ID<Conversation> { conversation.id }

  public init(
    conversation: Conversation, handle: Handle?, post: Post?, claimedBy: ID<Member>?
  ) {
    self.conversation = conversation
    self.handle = handle
    self.post = post
    self.claimedBy = claimedBy
  }
}
