/// Posts, handles, sources, accounts and topics, as they are read.
public protocol ListenReading {
  /// Those of them that are stored, placeholders and removed ones included, in no order.
  func posts(_ network: NetworkName, remoteIDs: [RemoteID]) throws -> [Post]
  /// The same by our own ids.
  func posts(_ ids: [ID<Post>]) throws -> [Post]
  /// What somebody wrote, newest first.
  func posts(by author: ID<Handle>, before: ID<Post>?, limit: Int) throws -> [Post]
  /// One post, if the viewer may see it.
  func post(_ id: ID<Post>, for viewer: Viewer) throws -> PostRow?
  /// What answers it, in order of time.
  func children(of post: ID<Post>) throws -> [Post]
  /// What they said before, each post's in order of time.
  func revisions(of posts: [ID<Post>]) throws -> [Revision]
  /// How often edits of a post were followed whose time nobody told, since the last one whose time was told; 0 for one
  /// whose `editedAt` was told.
  func untoldEdits(of post: ID<Post>) throws -> Int
  /// What an account's server calls a post, where it told.
  func localReference(of post: ID<Post>, account: ID<Account>) throws -> String?
  /// Those of them that are stored, in no order.
  func handles(_ network: NetworkName, remoteIDs: [RemoteID]) throws -> [Handle]
  /// The same by our own ids.
  func handles(_ ids: [ID<Handle>]) throws -> [Handle]
  /// One handle, if it is ours or the viewer may see words of theirs.
  func handle(_ id: ID<Handle>, for viewer: Viewer) throws -> Handle?
  /// Ids among these that are taken already.
  func taken(_ ids: [ID<Post>]) throws -> Set<ID<Post>>

  /// Removed ones excluded, in the order in which they were added.
  func sources() throws -> [Source]
  /// Those that are to be asked by now: neither paused nor removed, in the order in which they were added.
  func dueSources(at now: Instant) throws -> [Source]
  /// How many things are wrong with what is listened to: an account that is signed out is one, however many sources it
  /// has; paused sources are none.
  func troubleCount() throws -> Int
  /// Also a removed one; `nil` where there is none.
  func source(_ id: ID<Source>) throws -> Source?
  /// Removed ones excluded, in the order in which they were added.
  func accounts() throws -> [Account]
  /// Also a removed one; `nil` where there is none.
  func account(_ id: ID<Account>) throws -> Account?
  /// Sealed; opened by the desk's vault only.
  func credentials(of account: ID<Account>) throws -> [UInt8]?
  /// Members who answer private messages of this account.
  func answerers(of account: ID<Account>) throws -> [ID<Member>]

  /// All, in the order in which they were made.
  func noteSubscriptions() throws -> [NoteSubscription]
  /// The same of one source.
  func noteSubscriptions(of source: ID<Source>) throws -> [NoteSubscription]
  /// `nil` for an address that nobody was given.
  func noteSubscription(tokenHash: [UInt8]) throws -> NoteSubscription?

  /// `nil` where nobody told of it.
  func mention(key: [UInt8]) throws -> Mention?
  /// Those whose last look found this, a hundred at most.
  func mentions(found: String) throws -> [Mention]
  /// `nil` where it was let go.
  func mention(_ id: ID<Mention>) throws -> Mention?
  /// Hosts with pages that are to be looked at now, the one that waits longest first.
  func hostsDue(at now: Instant, limit: Int) throws -> [String]
  /// How many wait to be looked at, now or later.
  func mentionsWaiting() throws -> Int
  /// Removed ones excluded, in order of name.
  func topics() throws -> [Topic]
  /// The last change of a topic: tells whether a copy of them is still true.
  func lastTopicEvent() throws -> ID<Event>?
  /// Also a removed one; `nil` where there is none.
  func topic(_ id: ID<Topic>) throws -> Topic?
  /// Topics whose past is still looked for.
  func pasts() throws -> [TopicPast]
  /// How far its past was looked for; `nil` once all of it was.
  func past(of topic: ID<Topic>) throws -> TopicPast?
  /// Posts that a topic caught, newest first.
  func matches(of topic: ID<Topic>, _ page: PageRequest, for viewer: Viewer) throws -> Page<PostRow>
  /// How many posts each topic caught since then, of what the viewer may see; topics that caught nothing are left out.
  func topicCounts(since: Instant, for viewer: Viewer) throws -> [ID<Topic>: Int]

  /// Corrections that stand, the oldest first.
  func standingCorrections() throws -> [ReadingCorrection]
  /// The one that stands.
  func correction(of post: ID<Post>) throws -> ReadingCorrection?
  /// The last event that changed how posts are read: tells whether a reader is still the one that was taught.
  func lastReadingEvent() throws -> ID<Event>?

  /// Everything heard, newest first.
  func heard(_ filter: HeardFilter, _ page: PageRequest, for viewer: Viewer) throws -> Page<PostRow>
  /// Posts a bucket of time, oldest first, empty buckets left out.
  func volume(_ filter: HeardFilter, from: Instant, bucket: Duration, for viewer: Viewer) throws
    -> [VolumePoint]
  /// The same of public talk alone, whoever asks, from counts by the hour that are kept in every transaction: they equal
  /// a recount. Whole hours only; `source` narrows nothing. Of a topic, what its present query caught.
  func tally(_ filter: HeardFilter, from: Instant, bucket: Duration) throws -> [VolumePoint]
  /// How the same posts are shared out; empty shares left out, an unknown language is empty.
  func tally(_ filter: HeardFilter, by part: TallyPart, from: Instant) throws -> [String: Int]
  /// How much others said in public that each topic caught, spam left out; topics that caught nothing are left out.
  func voices(from: Instant) throws -> [ID<Topic>: Int]
  /// What earlier versions of a topic's query caught in public, the last one first: as it was counted while they stood.
  func earlier(of topic: ID<Topic>) throws -> [EarlierCount]
  /// How much others said in public in an hour, spam left out: of all, and of each topic with at least so much.
  func busy(in hour: Instant, least: Int) throws -> [HourCount]
  /// The same of one topic, or of all, hour by hour; empty hours left out.
  func hours(of topic: ID<Topic>?, from: Instant) throws -> [Instant: Int]
  /// Spikes that nobody's silence closed yet, the oldest first.
  func standingSpikes() throws -> [Spike]
  /// Newest first.
  func spikes(of topic: ID<Topic>?, limit: Int) throws -> [Spike]
  /// Public posts of others with their terms, newest first; spam and programs left out.
  func spoken(of topic: ID<Topic>?, from: Instant, before: Instant, limit: Int) throws
    -> [SpokenTerms]
  /// The first of these posts, oldest first.
  func firstSpoken(of topic: ID<Topic>?, from: Instant, before: Instant, limit: Int) throws
    -> [ID<Post>]
  /// How many of these posts each topic caught.
  func caught(among posts: [ID<Post>]) throws -> [ID<Topic>: Int]
  /// Candidates of the stored search, newest first: every post that it allows and perhaps others. The desk verifies them
  /// with the evaluator that topics use, so that past and future agree. Ends early, perhaps with nothing, where much would
  /// have to be looked through.
  /// - Parameter viewer: `nil` for the desk itself, which hears everything.
  func candidates(
    _ search: StoredSearch, before: ID<Post>?, limit: Int, for viewer: Viewer?
  ) throws -> Candidates
  /// Posts of sources that are asked, not streamed, which are due to be looked at again by `RecheckAges`, counted from
  /// the last look or from when they came: oldest look first.
  func postsToRecheck(of source: ID<Source>, at now: Instant, limit: Int) throws -> [Post]
  /// Posts whose words are due to go, oldest first.
  func postsExpired(at now: Instant, limit: Int) throws -> [ID<Post>]
}

/// Posts, handles, sources, accounts and topics, as they are written.
public protocol ListenWriting {
  /// With their terms and matches. Their ids and remote ids are nobody else's.
  func insert(_ posts: [NewPost]) throws
  /// All columns but the id; its terms replace those stored. Matches are set anew.
  func update(_ post: NewPost) throws
  /// A parent that was only known by its id arrived: what hung on the placeholder hangs on it, the placeholder goes.
  func replace(placeholder: ID<Post>, by post: NewPost) throws
  /// They spoke to us in this thread: what was said about us in it is now said beside us.
  func setAside(in conversation: ID<Conversation>) throws
  /// Blanks words, media, terms and matches at once; the fact stays.
  func blank(_ posts: [ID<Post>], at now: Instant) throws
  /// What a post said before it is written anew.
  func insert(_ revision: Revision) throws
  /// What an account's own server calls a post; saving it twice is harmless.
  func save(localReference: String, of post: ID<Post>, account: ID<Account>) throws
  /// Their ids and remote ids are nobody else's.
  func insert(_ handles: [Handle]) throws
  /// All of it. The next cleaning looks whether anything still keeps it.
  func update(_ handle: Handle) throws
  /// Handles without a person, a post with words, or an account: law 7 lets them go.
  /// - Parameter limit: how many are looked at, whether they go or not.
  /// - Returns: whether more may be left to look at.
  func deleteForgottenHandles(limit: Int) throws -> Bool
  /// Saving one twice is harmless.
  func save(_ reactions: [Reaction]) throws
  /// Deleting what is not there is harmless.
  func delete(_ reaction: Reaction) throws
  /// Posts and records of `from` go to `into`; `from` stays as a signpost.
  func join(_ from: ID<Conversation>, into: ID<Conversation>) throws
  /// Of all its posts but our own.
  func setWordsUntil(_ until: Instant?, conversation: ID<Conversation>) throws
  /// - Parameter times: 0 once a time was told.
  func save(untoldEdits times: Int, of post: ID<Post>) throws
  /// When they were last asked for again.
  func setRechecked(_ posts: [ID<Post>], at now: Instant) throws

  func insert(_ source: Source) throws
  func update(_ source: Source) throws
  func insert(_ account: Account, credentials: [UInt8], answerers: [ID<Member>]) throws
  func update(_ account: Account) throws
  func setCredentials(_ sealed: [UInt8], of account: ID<Account>) throws
  func setAnswerers(_ members: [ID<Member>], of account: ID<Account>) throws
  func insert(_ subscription: NoteSubscription) throws
  /// All but the secret, the place and what it is about.
  func update(_ subscription: NoteSubscription) throws
  func setSecret(_ sealed: [UInt8], of subscription: ID<NoteSubscription>) throws
  /// With all that was taken in by it. Deleting what is not there is harmless.
  func delete(_ subscription: ID<NoteSubscription>) throws
  /// - Returns: false when this note was taken in before: of ten copies at once one wins.
  func take(note digest: [UInt8], of subscription: ID<NoteSubscription>, at now: Instant) throws
    -> Bool
  /// A row a pair of pages. Told again, it is due again: at once, or a minute after it was looked at last.
  /// - Returns: false when it was known.
  func take(_ mention: Mention, key: [UInt8]) throws -> Bool
  /// The page of a host that waits longest, taken for a while: it is due again at `until` if nobody comes back.
  func lease(mentionOf host: String, now: Instant, until: Instant) throws -> Mention?
  /// When it was told stays.
  func update(_ mention: Mention) throws
  /// Nothing of this host is looked at before `until`.
  func rest(host: String, until: Instant) throws
  /// Rows about pages that were looked at long ago and are no longer wanted.
  func deleteMentions(lookedAtBefore: Instant, limit: Int) throws -> Int
  /// One a post stands at a time: end the earlier one first.
  func insert(_ correction: ReadingCorrection) throws
  /// Ending what is ended changes nothing.
  func end(_ correction: ID<ReadingCorrection>, at now: Instant) throws
  /// One that was ended by another that is ended itself: end that one first.
  /// - Returns: as it stands again; `nil` where it was erased.
  func letStandAgain(_ correction: ID<ReadingCorrection>) throws -> ReadingCorrection?
  /// One that nothing is caught by yet.
  func insert(_ topic: Topic) throws
  func update(_ topic: Topic) throws
  /// Saving one twice is harmless.
  func save(_ matches: [TopicMatch]) throws
  /// Its counts go with them; those of an earlier version of its query stay until the topic is removed.
  func deleteMatches(of topic: ID<Topic>) throws
  /// In place of what was noted before.
  func save(_ past: TopicPast) throws
  func deletePast(of topic: ID<Topic>) throws
  /// One a topic stands at a time.
  func insert(_ spike: Spike) throws
  func update(_ spike: Spike) throws
}

/// A post with what is stored beside it.
public struct NewPost: Sendable {
  public var post: Post
  /// What the search index holds of it, from `HeedTopics`.
  public var terms: [String]
  public var matches: [TopicMatch]

  public init(post: Post, terms: [String], matches: [TopicMatch] = []) {
    self.post = post
    self.terms = terms
    self.matches = matches
  }
}

/// A post as lists show it.
public struct PostRow: Sendable, Hashable {
  public var post: Post
  /// `nil` for a placeholder, and once law 7 let the handle go.
  public var author: Handle?
  /// The state of its conversation; `nil` while the desk keeps none.
  public var state: ConversationState?
  /// The member who wrote it, if it is ours and went out from here.
  public var member: ID<Member>?
  public var id: ID<Post> { post.id }

  public init(
    post: Post, author: Handle?, state: ConversationState? = nil, member: ID<Member>? = nil
  ) {
    self.post = post
    self.author = author
    self.state = state
    self.member = member
  }
}

/// What the Heard page shows; `nil` shows all.
public struct HeardFilter: Sendable, Hashable {
  public var network: NetworkName?
  public var direction: Direction?
  public var language: String?
  public var kind: Reading.Kind?
  public var tone: Reading.Tone?
  public var topic: ID<Topic>?
  public var source: ID<Source>?
  /// Spam is put aside, never deleted: shown only when asked for.
  public var spam: Bool

  public init(
    network: NetworkName? = nil, direction: Direction? = nil, language: String? = nil,
    kind: Reading.Kind? = nil, tone: Reading.Tone? = nil, topic: ID<Topic>? = nil,
    source: ID<Source>? = nil, spam: Bool = false
  ) {
    self.network = network
    self.direction = direction
    self.language = language
    self.kind = kind
    self.tone = tone
    self.topic = topic
    self.source = source
    self.spam = spam
  }
}

/// How much was heard in a bucket of time, and in which tone.
public struct VolumePoint: Sendable, Hashable {
  public var from: Instant
  public var count: Int
  public var negative: Int
  public var positive: Int

  public init(from: Instant, count: Int, negative: Int, positive: Int) {
    self.from = from
    self.count = count
    self.negative = negative
    self.positive = positive
  }
}

/// By what counted posts are told apart.
public enum TallyPart: Sendable, Hashable {
  case network, language
  /// A post of several kinds counts for each of them.
  case kind
}

/// What the record is asked by a search: words for the index, and what every match must have; `nil` leaves it open.
public struct StoredSearch: Sendable, Hashable {
  public var terms: SearchTerms
  public var networks: Set<String>?
  /// Codes in small ASCII letters; each also stands for those that go on with a hyphen.
  public var languages: Set<String>?
  public var kinds: Set<Reading.Kind>?
  public var tones: Set<Reading.Tone>?
  /// Handles of whom alone it can be; `nil` for everybody.
  public var authors: Set<ID<Handle>>? = nil

  public init(
    _ terms: SearchTerms, networks: Set<String>? = nil, languages: Set<String>? = nil,
    kinds: Set<Reading.Kind>? = nil, tones: Set<Reading.Tone>? = nil
  ) {
    self.terms = terms
    self.networks = networks
    self.languages = languages
    self.kinds = kinds
    self.tones = tones
  }
}

/// Posts that a search may have meant.
public struct Candidates: Sendable {
  public var rows: [PostRow]
  /// What is older was not looked through; `nil` once everything was.
  public var reached: ID<Post>?

  public init(rows: [PostRow], reached: ID<Post>?) {
    self.rows = rows
    self.reached = reached
  }
}

/// What the search index is asked: a superset of a query's matches over the terms stored with each post.
public indirect enum SearchTerms: Sendable, Hashable {
  case term(String)
  case prefix(String)
  case and([SearchTerms])
  case or([SearchTerms])
  /// The index cannot narrow it: every post is a candidate.
  case all
}
