/// What people may ask of what is kept about them, as it is read.
public protocol RightsReading: QuietReading {
  /// Sealed; opened by the desk's vault only.
  func deskSecret(_ name: String) throws -> [UInt8]?
  /// Whether anybody was ever erased: most desks need not look further.
  func hasErased() throws -> Bool
  /// When those of these digests were erased that were.
  func erased(_ digests: [[UInt8]]) throws -> [[UInt8]: Instant]
  /// Since when those of these posts stand without what an erasure took out of them that do.
  func blanked(_ posts: [ID<Post>]) throws -> [ID<Post>: Instant]
  /// Erasures of which a file of the database may still hold something, oldest first.
  func unpurged() throws -> [Erasure]
  /// Oldest first.
  func erasures(of person: ID<Person>) throws -> [Erasure]

  /// Also those that are over, oldest first; of whoever was joined to them, too, for it is one human.
  func holds(of person: ID<Person>) throws -> [LegalHold]
  /// Also those that are over, oldest first.
  func restrictions(of member: ID<Member>) throws -> [Restriction]
  /// Those that stand, of whomever.
  func restrictions(standingAt now: Instant) throws -> [Restriction]

  /// What a member wrote, newest first, that the viewer may see.
  func replies(by member: ID<Member>, limit: Int, for viewer: Viewer) throws -> [Reply]
  /// The team's words about a conversation, for whom it is about: without regard to who looks.
  func notes(of conversation: ID<Conversation>) throws -> [TeamNote]
  /// Who handed it to whom, oldest first: the same.
  func handOvers(of conversation: ID<Conversation>) throws -> [HandOver]
  /// What they liked or passed on, the newest first.
  func reactions(by handles: [ID<Handle>], limit: Int) throws -> [Reaction]
  func reactionCount(by handles: [ID<Handle>]) throws -> Int
  /// What they said about us, the newest first, where no conversation grew from it; without what they took away.
  func postsAboutUs(by handles: [ID<Handle>], limit: Int) throws -> [Post]
  func countAboutUs(by handles: [ID<Handle>]) throws -> Int

  /// Oldest first.
  func theirWords(of handles: [ID<Handle>]) throws -> [TheirWord]
  /// The same in one conversation.
  func theirWords(in conversation: ID<Conversation>) throws -> [TheirWord]
  /// Newest first, at most fifty: those about conversations that the viewer may see.
  func theirWords(since: Instant, for viewer: Viewer) throws -> [TheirWord]
  /// What was said of these wishes on their side, oldest first: those about what the viewer may see.
  func theirWords(of wishes: [ID<Wish>], for viewer: Viewer) throws -> [TheirWord]
  /// Wishes to be forgotten that wait for a hold to end.
  func wishesToBeForgotten() throws -> [TheirWord]

  /// By what the browser holds that asked for it; also one that is over. `nil` where there is none, or it was used.
  func proof(tokenHash: [UInt8]) throws -> Proof?
  /// By the link in its letter; also one that is over. `nil` where there is none, or it was used.
  func proof(linkHash: [UInt8]) throws -> Proof?
  /// Those with one of these codes that are not over, proven and used ones too.
  func proofs(codes: [[UInt8]], now: Instant) throws -> [Proof]
  /// Whether anybody waits to be proven or was just now: mostly nobody, and no words need to be looked at.
  func hasProofs(now: Instant) throws -> Bool
  /// Proofs whose letter has not gone out, those that end first in front.
  func lettersDue(now: Instant, limit: Int) throws -> [Proof]
  /// Also one that is over; `nil` where there is none.
  func visit(tokenHash: [UInt8]) throws -> Visit?

  /// Handles that show one of these pages as theirs.
  func handles(showing pages: [String]) throws -> [Handle]
  /// Conversations with them, and those in which they spoke.
  func conversations(with handles: [ID<Handle>]) throws -> [Conversation]
  /// Posts, not theirs, that were said in conversations with them, or that name them anywhere.
  /// - Parameter needles: in lower case.
  func postsNaming(_ needles: [String], conversationsOf handles: [ID<Handle>]) throws -> [ID<Post>]
  /// Every row of every table that tells of them, as it is stored: found by the columns that name a handle, a person, a
  /// post or a conversation, and by their addresses anywhere. Drafts are left out: they are seen by their writer alone;
  /// and what hangs on private talk that the viewer does not answer.
  func rows(
    about handles: [ID<Handle>], person: ID<Person>?, naming needles: [String], for viewer: Viewer
  ) throws -> [StoredTable]
  /// How many posts in conversations with them, or by them, are not the viewer's to see.
  func hiddenPosts(with handles: [ID<Handle>], from viewer: Viewer) throws -> Int
  /// Replies that “said before” knows, in conversations with them or naming them.
  /// - Parameter needles: in lower case.
  func repliesRemembered(naming needles: [String], conversationsOf handles: [ID<Handle>]) throws
    -> [ID<Reply>]

  /// What we promised in conversations with them, without regard to who looks: for those whom it was promised.
  func promises(madeTo handles: [ID<Handle>]) throws -> [PromiseRow]
  /// The newest of these that the viewer may see.
  func promises(madeTo handles: [ID<Handle>], for viewer: Viewer) throws -> [PromiseRow]
  /// What they asked for or what hurt them, newest first: the wishes that count, each once.
  func wishes(voicedBy handles: [ID<Handle>]) throws -> [Wish]
  /// Our mistakes that they told us of, or that stand in a post of ours to which they answered or reacted, newest first,
  /// and the post that is wrong. Only what was said in public or in a conversation with them.
  func mistakes(touching handles: [ID<Handle>]) throws -> [Mistake]
  /// In what a member said, newest first, that the viewer may see.
  func mistakes(by member: ID<Member>, limit: Int, for viewer: Viewer) throws -> [Mistake]
  /// The ids of uploads that hang on replies in conversations with them.
  func uploads(inConversationsOf handles: [ID<Handle>]) throws -> [ID<Upload>]
}

/// What people may ask of what is kept about them, as it is written.
public protocol RightsWriting: QuietWriting {
  func save(deskSecret sealed: [UInt8], named name: String) throws
  func save(erased digests: [[UInt8]], at now: Instant) throws
  /// Remembers that an erasure took something out of these posts.
  func save(blanked posts: [ID<Post>], at now: Instant) throws
  func insert(_ erasure: Erasure) throws
  /// No file of the database holds anything of it any more.
  func setPurged(_ erasure: ID<Erasure>, at now: Instant) throws

  /// Blanks posts of theirs, with every name that a network gave them.
  /// - Parameter names: what each is called from now on.
  func erase(_ posts: [ID<Post>], called names: [RemoteID], at now: Instant) throws
  /// Takes everything from handles that tells whose they are, and what hangs on them: what they gave us to know them by,
  /// joins with others, reactions, their voices in wishes, and the people that they began as. Their rows stay.
  /// - Parameter person: the human that all of them are, if these are all; handles that are left are somebody else from now
  ///   on.
  func erase(_ handles: [ID<Handle>], of person: ID<Person>?, at now: Instant) throws
  func erase(_ person: ID<Person>, at now: Instant) throws
  /// “Said before” knows these replies no more, until they are remembered anew.
  func forgetSaid(_ replies: [ID<Reply>]) throws
  /// As they stand now, with whom they were said to.
  func said(_ replies: [ID<Reply>]) throws -> [SaidReply]
  /// Team notes, words of hand-overs and drafts of conversations with them.
  /// - Returns: uploads that hung on the drafts.
  /// Makes whatever erases these handles at the same time, on another machine, happen before or after this transaction:
  /// what it keeps of them is then erased, or not kept.
  func keepBeside(erasureOf handles: [ID<Handle>]) throws
  func eraseTeamWords(inConversationsOf handles: [ID<Handle>]) throws -> [ID<Upload>]
  /// Pages elsewhere that told of themselves and name them.
  func deleteMentions(naming needles: [String]) throws
  /// Goes through every text of every table but posts, handles and people, later tables included, and puts another in
  /// its place where `rewrite` gives one.
  /// - Parameters:
  ///   - needles: in lower case; rows that hold one are looked at.
  ///   - handles: rows that belong to them or to a conversation with them are looked at as well.
  func rewriteTexts(
    naming needles: [String], of handles: [ID<Handle>], _ rewrite: (StoredText) -> String?) throws

  func insert(_ hold: LegalHold) throws
  func lift(_ hold: ID<LegalHold>, by member: ID<Member>, at now: Instant) throws
  func insert(_ restriction: Restriction) throws
  func lift(_ restriction: ID<Restriction>, by member: ID<Member>, at now: Instant) throws
  /// In place of all there were; words that are stored already go no later than the new times say.
  func save(_ rules: [RetentionRule]) throws
  /// Words of this kind go after so many days, if they would have stayed longer.
  func shorten(_ kind: RetentionKind, on network: NetworkName?, except: [NetworkName], days: Int)
    throws

  func insert(_ word: TheirWord) throws
  /// Ending what ended is harmless.
  func end(_ word: ID<TheirWord>, at now: Instant) throws

  func insert(_ proof: Proof) throws
  /// A letter's link is worth nothing from then on.
  /// - Returns: false when it was proven before, or is over.
  func setProven(
    _ proof: ID<Proof>, way: ProofWay, handles: [ID<Handle>], identities: [String], at now: Instant
  ) throws -> Bool
  /// - Returns: false when somebody else sends it, or sent it.
  func takeLetter(
    _ proof: ID<Proof>, linkHash: [UInt8], handles: [ID<Handle>], identities: [String]
  ) throws -> Bool
  /// Until it is over the digests of its code and its handle stay, so that the post with the code is known when it comes.
  /// - Returns: false when it was used already: of two who try at once one wins.
  func use(_ proof: ID<Proof>) throws -> Bool
  func insert(_ visit: Visit) throws
  /// Deleting what is not there is harmless.
  func deleteVisit(_ id: ID<Visit>) throws
  /// Whoever is erased is signed out everywhere.
  func deleteVisits(of handles: [ID<Handle>]) throws
  /// Those that are over.
  func deleteProofsAndVisits(endedAt now: Instant) throws
}

/// One text of the record, wherever it stands.
public struct StoredText: Sendable, Hashable {
  public var table: String
  public var column: String
  public var text: String
  /// Its row belongs to them or to a conversation with them.
  public var isTheirs: Bool

  public init(table: String, column: String, text: String, isTheirs: Bool) {
    self.table = table
    self.column = column
    self.text = text
    self.isTheirs = isTheirs
  }
}

/// Rows of a table as they are stored.
public struct StoredTable: Sendable, Hashable {
  public enum Value: Sendable, Hashable {
    case nothing
    case number(Int64)
    case real(Double)
    case text(String)
    /// Digests and sealed secrets: that they are there, never what they are.
    case bytes(Int)
  }

  public var name: String
  public var columns: [String]
  public var rows: [[Value]]

  public init(name: String, columns: [String], rows: [[Value]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}
