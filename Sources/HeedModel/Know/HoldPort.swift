/// Legal holds on handles without a page, and what holds keep, as they are read.
public protocol HoldReading {
  /// Handles that are called so or show such a page, whoever they are and whether or not they spoke to us; ours and erased
  /// ones are left out.
  func handles(called addresses: [String]) throws -> [Handle]
  /// Oldest first, on handles themselves: those of a person are with the person.
  func holds(on handles: [ID<Handle>]) throws -> [HandleHold]
  /// Those of these on whom a hold stands, with a page or without.
  func held(_ handles: [ID<Handle>], at now: Instant) throws -> Set<ID<Handle>>
  /// Oldest first.
  func heldWords(of posts: [ID<Post>]) throws -> [HeldWording]
  /// Posts of theirs of which a hold keeps words.
  func postsHeld(by handle: ID<Handle>) throws -> [ID<Post>]
  /// What these were called before.
  func formerNames(of handles: [ID<Handle>]) throws -> [String]
  /// The addresses that these had before.
  func formerAddresses(of handles: [ID<Handle>]) throws -> [String]
  /// When somebody was last erased; `nil` where nobody was.
  func lastErasedAt() throws -> Instant?
  /// Whether somebody spoke there who was erased.
  func anyErased(in conversation: ID<Conversation>) throws -> Bool
}

/// The same as it is written.
public protocol HoldWriting {
  func insert(_ hold: HandleHold) throws
  func lift(_ hold: ID<HandleHold>, by member: ID<Member>, at now: Instant) throws
  func insert(_ held: HeldWording) throws
  /// Forgets what no hold keeps any more. Repeating it is harmless.
  func letHeldWordsGo(at now: Instant) throws
  /// Forgets holds on handles that are over, and has cleaning look whether anything still keeps these handles.
  func deleteHandleHolds(endedAt now: Instant) throws
  /// Remembers what somebody was called, if they have a page or spoke in a conversation of ours: only there a name tells
  /// who is meant. Repeating it is harmless.
  func save(formerName name: String, of handle: ID<Handle>) throws
  /// Remembers an address that somebody had, under the same condition. Repeating it is harmless.
  func save(formerAddress address: String, of handle: ID<Handle>) throws
  /// Somebody spoke to us in what others had begun; an earlier time changes nothing.
  func setAmongOthers(_ person: ID<Person>, at: Instant) throws
}
