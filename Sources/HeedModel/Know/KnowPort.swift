/// Those who spoke to us, as they are read.
public protocol KnowReading {
  /// Also one that was erased; `nil` where there is none.
  func person(_ id: ID<Person>) throws -> Person?
  /// In the order in which they were first heard.
  func handles(of people: [ID<Person>]) throws -> [Handle]
  /// Those with whom something passed that the viewer may see, in the order of the list.
  func people(_ list: PeopleList, _ search: String, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<PersonRow>
  /// What passed between us, in facts; `nil` when the viewer may see none of it.
  func facts(of person: ID<Person>, for viewer: Viewer) throws -> PersonFacts?
  func conversations(of person: ID<Person>, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<WaitingRow>
  /// Plain words of what passed with somebody in private conversations, whoever wrote them, newest first.
  func privateWords(with person: ID<Person>, newest limit: Int, for viewer: Viewer) throws
    -> [String]
  /// Plain words of what somebody said where all may read it, outside of one conversation, in no order: of each of their
  /// handles the newest so many that were said to us, and what else there is among the newest so many of all.
  func publicWords(
    of person: ID<Person>, besides conversation: ID<Conversation>, newest limit: Int,
    for viewer: Viewer
  ) throws -> [String]
  /// What their own pages said, oldest first.
  func evidence(of handles: [ID<Handle>]) throws -> [Evidence]

  /// `nil` where there is none.
  func promise(_ id: ID<Promise>) throws -> Promise?
  /// Begun and not, in the order in which they were made; what the viewer may see.
  func promises(in conversations: [ID<Conversation>], for viewer: Viewer) throws -> [PromiseRow]
  /// All that a reply makes, begun or not.
  func promises(of reply: ID<Reply>) throws -> [Promise]
  /// Only what began.
  func promises(_ list: PromiseList, _ page: PageRequest, for viewer: Viewer) throws
    -> Page<PromiseRow>
  /// Open ones that are due before an instant and whose day was not told, the first due first.
  func promisesDue(before: Instant, limit: Int) throws -> [Promise]
  /// Open ones whose hour is not over and comes within this time, which was not told since, the first due first.
  func promisesSoon(at now: Instant, within: Duration, limit: Int) throws -> [Promise]
  /// To whom each reply in a conversation speaks: who said what it answers, or with whom the conversation is.
  func receivers(in conversation: ID<Conversation>) throws -> [ID<Reply>: Handle]
  /// How many of the viewer's own promises are open and due today or late: what Today shows, counted.
  func promisesDueCount(at now: Instant, for viewer: Viewer) throws -> Int
  /// Open ones that are late and were not told so.
  func promisesLate(at now: Instant, limit: Int) throws -> [Promise]
  /// Every ending there was, undone ones too.
  func endings(of promise: ID<Promise>) throws -> [PromiseEnding]
}

/// Those who spoke to us, as they are written.
public protocol KnowWriting {
  func insert(_ person: Person) throws
  func update(_ person: Person) throws
  /// Of these people alone, as each of their handles began: a wish stays with the one that said it.
  func setContact(_ allowed: Bool, of people: [ID<Person>]) throws
  /// In place of all that was kept of this handle; gone with the handle.
  func save(_ evidence: [Evidence], of handle: ID<Handle>) throws

  func insert(_ promise: Promise) throws
  /// When it began and what was told; its words and its time stay as they were made.
  func update(_ promise: Promise) throws
  /// Its day or hour was noted wrongly: another is, and nothing of it is told yet.
  func setDue(_ dueAt: Instant?, isDay: Bool, of promise: ID<Promise>) throws
  /// - Returns: false when another ending stands already: one winner. One that has not begun stands for nothing yet.
  @discardableResult
  func insert(_ ending: PromiseEnding) throws -> Bool
  /// The reply is there: what it promises begins, what it keeps is kept, unless that ended meanwhile.
  /// - Returns: what began, and what it ended.
  func beginPromises(of reply: ID<Reply>, at now: Instant) throws -> (
    begun: [Promise], ended: [PromiseEnding]
  )
  /// The reply will not be: what it would have promised and kept is forgotten.
  func forgetPromises(of reply: ID<Reply>) throws
  /// Undoing what is undone changes nothing.
  func undoEnding(of promise: ID<Promise>, at now: Instant) throws
}

/// People by what matters: each a list of its own, never a score.
public enum PeopleList: Sendable, Hashable {
  /// The last heard from first.
  case all
  /// Somebody of us owes them an answer; in the order of the waiting.
  case waiting
  /// Somebody of us promised them something that is still open; in the order in which it is due.
  case promised
  /// Told something wrong by us, or they told us of it, or they spoke below it; the newest mistake first.
  case wronged
  /// Nothing passed either way since then, the latest of them first. Those who wish not to be contacted are left alone.
  case quiet(before: Instant)
}

public struct PersonRow: Sendable, Hashable {
  public var person: Person
  public var handles: [Handle]
  public var lastWordsAt: Instant
  public var conversations: Int
  /// Since when they wait, on the list of those who do.
  public var waitingSince: Instant?
  /// The conversation that puts them where they stand on that list.
  public var waitsIn: ID<Conversation>?
  /// What is due to them first, on the list of those who were promised something.
  public var promise: Promise?
  /// The newest that touched them, on the list of those whom we wronged.
  public var mistake: Mistake?
  public var id: ID<Person> { person.id }

  public init(
    person: Person, handles: [Handle], lastWordsAt: Instant, conversations: Int,
    waitingSince: Instant? = nil, promise: Promise? = nil, mistake: Mistake? = nil
  ) {
    self.waitingSince = waitingSince
    self.promise = promise
    self.mistake = mistake
    self.person = person
    self.handles = handles
    self.lastWordsAt = lastWordsAt
    self.conversations = conversations
  }
}

/// What passed between us and one person: facts, never a score.
public struct PersonFacts: Sendable, Hashable {
  public var conversations: Int
  public var firstWordsAt: Instant?
  public var lastWordsAt: Instant?
  /// When we last answered, and who.
  public var answeredAt: Instant?
  public var answeredBy: ID<Member>?
  public var waiting: Int
  public var languages: [String]
  /// How often they spoke in conversations with us, and how often we answered in them.
  public var spoke: Int
  public var answered: Int

  public init(
    conversations: Int, firstWordsAt: Instant?, lastWordsAt: Instant?, answeredAt: Instant?,
    answeredBy: ID<Member>?, waiting: Int, languages: [String], spoke: Int = 0, answered: Int = 0
  ) {
    self.spoke = spoke
    self.answered = answered
    self.conversations = conversations
    self.firstWordsAt = firstWordsAt
    self.lastWordsAt = lastWordsAt
    self.answeredAt = answeredAt
    self.answeredBy = answeredBy
    self.waiting = waiting
    self.languages = languages
  }
}

extension KnowReading {
  public func people(_ search: String, _ page: PageRequest, for viewer: Viewer) throws -> Page<
    PersonRow
  > {
    try people(.all, search, page, for: viewer)
  }
}

extension KnowReading {
  /// Those of one human.
  public func handles(of person: ID<Person>) throws -> [Handle] { try handles(of: [person]) }

  /// Those of one conversation.
  public func promises(in conversation: ID<Conversation>, for viewer: Viewer) throws
    -> [PromiseRow]
  {
    try promises(in: [conversation], for: viewer)
  }
}
