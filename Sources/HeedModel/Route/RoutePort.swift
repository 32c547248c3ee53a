/// Conversations and the work on them, as they are read.
public protocol RouteReading: TellingReading {
  /// Follows a signpost to the conversation that it was joined to. Without regard to who looks: for the desk's own rules.
  func conversation(_ id: ID<Conversation>) throws -> Conversation?
  /// Those of the ids that are conversations, in no order, signposts as they stand.
  func conversations(among ids: [ID<Conversation>]) throws -> [Conversation]
  /// What the viewer may see of it; also of a thread that the desk keeps no conversation of.
  func conversation(_ id: ID<Conversation>, for viewer: Viewer) throws -> Conversation?
  /// In order of time, placeholders included.
  func thread(_ id: ID<Conversation>, for viewer: Viewer) throws -> [PostRow]
  /// Who answered whom in several, in order of time.
  func threads(_ ids: [ID<Conversation>], for viewer: Viewer) throws -> [WordlessPost]
  /// All that its state follows from, beside whom replies there answer and whether these are somebody's first words.
  func records(of conversation: ID<Conversation>) throws -> ConversationRecords
  /// Whether a handle, or another of the same person, had spoken to us before this conversation.
  func spokeBefore(_ handle: ID<Handle>, than conversation: ID<Conversation>) throws -> Bool

  /// First answers given since then, in public and by humans, the newest first.
  func firstAnswers(since: Instant, limit: Int) throws -> [FirstAnswer]
  /// As last measured, in the order of the networks' names.
  func paces() throws -> [Pace]
  /// Those who wait there, in no order.
  func waitingOn(_ network: NetworkName) throws -> [ID<Conversation>]

  /// Whether anybody here knows who has this handle, by any handle of theirs: we answered them
  /// from here or elsewhere, a member said how something of theirs is to be read and that it is no spam, or a member joined
  /// their handles.
  func isAcquainted(_ handle: ID<Handle>) throws -> Bool

  /// The waiting line: smallest rank first.
  func waiting(_ page: PageRequest, for viewer: Viewer) throws -> Page<WaitingRow>
  /// How many wait, of those that the viewer may see.
  func waitingCount(for viewer: Viewer) throws -> Int
  /// By how many people these were said; somebody with several handles counts once.
  func waitingPeople(for viewer: Viewer) throws -> Int
  /// How many are in a state, of those that the viewer may see.
  func conversationCount(_ state: ConversationState, for viewer: Viewer) throws -> Int
  /// Conversations in a state, the last spoken in first.
  func conversations(_ state: ConversationState, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<WaitingRow>
  /// Talk about us that asks and that nobody took up or left, newest first.
  func asksAboutUs(since: Instant, _ page: PageRequest, for viewer: Viewer) throws -> Page<PostRow>
  /// The one that stands; `nil` where nobody has it.
  func claim(of conversation: ID<Conversation>) throws -> Claim?
  /// In order of time, what the viewer may see.
  func notes(of conversation: ID<Conversation>, for viewer: Viewer) throws -> [TeamNote]
  /// `nil` where it was taken away.
  func note(_ id: ID<TeamNote>) throws -> TeamNote?
  /// In order of time, what the viewer may see.
  func handOvers(of conversation: ID<Conversation>, for viewer: Viewer) throws -> [HandOver]
  /// The newest hand-overs to the viewer that they have neither claimed nor seen closed.
  func handedTo(_ viewer: Viewer) throws -> [HandOver]
  /// When somebody took up what was said about us there; `nil` where nobody did, or there is no such conversation.
  func takenUpAt(of conversation: ID<Conversation>) throws -> Instant?
  /// Who spoke to us first there, by when they said it; `nil` where nobody did.
  func firstToUs(in conversation: ID<Conversation>) throws -> ID<Handle>?
  /// In order of time, those that were undone included.
  func closures(of conversations: [ID<Conversation>]) throws -> [Closure]
  /// In order of time, those that are over included.
  func snoozes(of conversation: ID<Conversation>) throws -> [Snooze]
  /// Snoozed ones whose time has come, and those in which somebody wanted no answer until now while others wait.
  func snoozesEnded(at now: Instant, limit: Int) throws -> [ID<Conversation>]

  /// Of those who filled one in, in order of member.
  func profiles() throws -> [MemberProfile]
  /// `nil` where they filled in none.
  func profile(of member: ID<Member>) throws -> MemberProfile?
  /// Who has the desk open: those whose browser asked since then.
  func membersSeen(since: Instant) throws -> [ID<Member>]
  /// Delivered replies with the words they answered, in the order they went out. For the desk's own rules: what is
  /// private is marked so.
  func answers(after last: (at: Instant, reply: ID<Reply>), limit: Int) throws -> [AnsweredWords]
  /// The delivered reply after which only so many went out; `nil` where fewer did.
  func answer(before newest: Int) throws -> (at: Instant, reply: ID<Reply>)?
  /// What was asked in each conversation with us, the one spoken in longest ago first, of those spoken in after a place. For
  /// the desk's own rules: what is private is marked so.
  func asked(after last: (at: Instant, conversation: ID<Conversation>), limit: Int) throws
    -> [AskedWords]
  /// The same of those spoken in before a place, the one spoken in last first.
  func asked(before first: (at: Instant, conversation: ID<Conversation>), limit: Int) throws
    -> [AskedWords]
  /// Who of us and this person answered each other, and when, at most 500 each way; what the viewer may see.
  func exchanges(with person: ID<Person>, since: Instant, for viewer: Viewer) throws -> [Exchange]
  /// How many replies each member wrote; for what a member gives of a day, never shown.
  func answersWritten(since: Instant) throws -> [ID<Member>: Int]
}

/// Conversations and the work on them, as they are written.
public protocol RouteWriting: TellingWriting {
  func insert(_ conversation: Conversation) throws
  /// The projection: written only with a `Standing`.
  func update(_ conversation: Conversation) throws
  /// Orders all who wait or rest anew, by their reasons.
  func rerank(headStarts: [WaitingReason: Int]) throws
  /// Replaces what was measured before.
  func save(_ paces: [Pace]) throws
  /// Taking up twice keeps the first time.
  func setTakenUp(_ conversation: ID<Conversation>, by: ID<Member>, at now: Instant) throws
  /// - Returns: the claim that stands: this one, or that of whoever was first. The database decides.
  func claim(_ claim: Claim) throws -> Claim
  /// Releasing what is released is harmless.
  func release(_ claim: ID<Claim>, at now: Instant) throws
  /// All that a member holds.
  func releaseClaims(of member: ID<Member>, at now: Instant) throws
  func insert(_ handOver: HandOver) throws
  func insert(_ snooze: Snooze) throws
  /// Ends its snoozes; of one that has none, nothing.
  func wake(_ conversation: ID<Conversation>, at now: Instant) throws
  func insert(_ closure: Closure) throws
  /// Undoes its closures; of one that has none, nothing.
  func reopen(_ conversation: ID<Conversation>, at now: Instant) throws
  /// Undoes one of them; undoing it twice keeps the first time.
  func reopen(_ closure: ID<Closure>, at now: Instant) throws
  /// The same of what members closed alone: what somebody said on their own side stands.
  func reopenOurs(_ conversation: ID<Conversation>, at now: Instant) throws
  func insert(_ note: TeamNote) throws
  /// Deleting what is not there is harmless.
  func deleteNote(_ id: ID<TeamNote>) throws
  /// Replaces what the member said before.
  func save(_ profile: MemberProfile) throws
}

/// What was asked and what we answered, as the search index has it.
public struct AnsweredWords: Sendable, Hashable {
  public var reply: ID<Reply>
  /// When it was delivered.
  public var at: Instant
  public var member: ID<Member>
  public var account: ID<Account>
  public var isPrivate: Bool
  /// Of what was asked and of what was answered.
  public var terms: [String]
  /// Of what was asked alone.
  public var asked: [String]
  /// What came back to it until now.
  public var outcome: AnswerOutcome

  public init(
    reply: ID<Reply>, at: Instant, member: ID<Member>, account: ID<Account>, isPrivate: Bool,
    terms: [String], asked: [String], outcome: AnswerOutcome = .open
  ) {
    self.outcome = outcome
    self.reply = reply
    self.at = at
    self.member = member
    self.account = account
    self.isPrivate = isPrivate
    self.terms = terms
    self.asked = asked
  }
}

/// A member answered somebody, or they answered the member.
public struct Exchange: Sendable, Hashable {
  public var member: ID<Member>
  public var at: Instant

  public init(member: ID<Member>, at: Instant) {
    self.member = member
    self.at = at
  }
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

extension RouteReading {
  /// Those of one conversation.
  public func closures(of conversation: ID<Conversation>) throws -> [Closure] {
    try closures(of: [conversation])
  }
}
