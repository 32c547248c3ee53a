/// Two handles that one human holds, as it was confirmed on what they gave themselves.
///
/// A person is the handles that standing joins connect; `Handle.person` holds the result. A join moves nothing: posts,
/// notes and voices stay with the handle that they came from, so that parting loses nothing, whatever happened since.
public struct HandleJoin: Sendable, Hashable {
  public var id: ID<HandleJoin>
  /// The handle with the smaller number.
  public var one: ID<Handle>
  public var other: ID<Handle>
  public var evidence: JoinEvidence
  /// `nil` where the network itself vouched for both ends: an account that moved.
  public var joinedBy: ID<Member>?
  public var joinedAt: Instant
  public var partedBy: ID<Member>?
  /// Set once it no longer holds. One that was declined ended in the moment that it began.
  public var partedAt: Instant?

  public var isStanding: Bool { partedAt == nil }

  /// - Parameters:
  ///   - one: either of the two; which is which does not matter.
  public init(
    id: ID<HandleJoin>, _ one: ID<Handle>, _ other: ID<Handle>, evidence: JoinEvidence,
    joinedBy: ID<Member>?, joinedAt: Instant, partedBy: ID<Member>? = nil,
    partedAt: Instant? = nil
  ) {
    self.id = id
    self.one = min(one, other)
    self.other = max(one, other)
    self.evidence = evidence
    self.joinedBy = joinedBy
    self.joinedAt = joinedAt
    self.partedBy = partedBy
    self.partedAt = partedAt
  }

  /// The other end of it.
  public func end(beside handle: ID<Handle>) -> ID<Handle> { handle == one ? other : one }

  public func connects(_ a: ID<Handle>, _ b: ID<Handle>) -> Bool {
    one == min(a, b) && other == max(a, b)
  }
}

/// On what two handles are taken to be one human's: always something that they gave themselves.
public struct JoinEvidence: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// The page of each points to the other's (https://microformats.org/wiki/rel-me).
    case links
    /// Both have links both ways with the same page.
    case site
    /// They gave the same mail address.
    case mailAddress
    /// They said so, as a member heard it.
    case word
    /// The account moved, and the network vouches for both ends.
    case moved
  }

  public var kind: Kind
  /// Where it stands, and where it points; empty where there is no page to look at.
  public var here: String
  public var there: String
  /// The post in which they said so, where it was found.
  public var post: ID<Post>?

  public init(_ kind: Kind, here: String = "", there: String = "", post: ID<Post>? = nil) {
    self.kind = kind
    self.here = here
    self.there = there
    self.post = post
  }
}

/// Joins of handles, as they are read.
public protocol JoinReading {
  /// Of any of these, those that ended included, oldest first.
  func joins(of handles: [ID<Handle>]) throws -> [HandleJoin]
  func join(_ id: ID<HandleJoin>) throws -> HandleJoin?
  /// Whose handles these are now: itself, or the one that they were joined to. Without regard to who looks.
  func currentPerson(_ id: ID<Person>) throws -> ID<Person>?
  /// As the viewer may know them: by a name of a handle that they may see words of. `nil` where there is none.
  func person(_ id: ID<Person>, for viewer: Viewer) throws -> Person?
  /// Those with words that the viewer may see, oldest first.
  func handles(of person: ID<Person>, for viewer: Viewer) throws -> [Handle]
  /// Of people who spoke to us, those whose page is one of these, spelled alike.
  func handles(withPages pages: [String]) throws -> [Handle]
  /// Of people who spoke to us, those that are called so where they speak, without regard to case.
  func handles(addressed addresses: [String]) throws -> [Handle]
  /// Those that went to one of these.
  func handles(movedTo handles: [ID<Handle>]) throws -> [Handle]
  /// What was seen that points to one of these, spelled alike.
  func evidence(pointingTo there: [String]) throws -> [Evidence]
  /// With whom a member spoke, the newest first: the person, and when and where each reply went out.
  func meetings(of member: ID<Member>, limit: Int, for viewer: Viewer) throws -> [Meeting]
  /// What they said to us that the viewer may see, newest first.
  func words(of handles: [ID<Handle>], limit: Int, for viewer: Viewer) throws -> [Post]
}

/// Joins of handles, as they are written. Each keeps `Handle.person` true in the same transaction.
public protocol JoinWriting {
  /// - Returns: false where these two are joined already; of ten at once one wins.
  func insert(_ join: HandleJoin) throws -> Bool
  /// Ending what is ended changes nothing.
  func end(_ join: ID<HandleJoin>, by member: ID<Member>?, at now: Instant) throws
  /// Derives anew whose a handle is, and all that standing joins connect to it: the oldest person among them.
  func regroup(_ handle: ID<Handle>) throws
}

/// A reply of a member that went out to somebody.
public struct Meeting: Sendable, Hashable {
  public var person: ID<Person>
  public var conversation: ID<Conversation>
  /// What of theirs was answered; `nil` where that is gone.
  public var post: ID<Post>?
  public var at: Instant

  public init(
    person: ID<Person>, conversation: ID<Conversation>, post: ID<Post>? = nil, at: Instant
  ) {
    self.person = person
    self.conversation = conversation
    self.post = post
    self.at = at
  }
}
