/// That somebody was erased. Holds no name: it only says that something was there.
public struct Erasure: Sendable, Hashable {
  public var id: ID<Erasure>
  public var person: ID<Person>?
  /// `nil` when they did it themselves.
  public var by: ID<Member>?
  public var erasedAt: Instant
  /// Since when no file of the database holds anything of it.
  public var purgedAt: Instant?

  public init(
    id: ID<Erasure>, person: ID<Person>?, by: ID<Member>?, erasedAt: Instant,
    purgedAt: Instant? = nil
  ) {
    self.id = id
    self.person = person
    self.by = by
    self.erasedAt = erasedAt
    self.purgedAt = purgedAt
  }
}

/// What somebody said on their own side of the desk. Their word outranks every reading of ours.
public struct TheirWord: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// This conversation is solved.
    case solved
    /// Whatever was said in anger there, it is well between us.
    case fine
    /// They want no answer before a time.
    case notToday
    /// We broke a promise to them.
    case broken
    /// How they are called.
    case named
    /// They want no new talk from us, or take that back.
    case doNotWrite, mayWrite
    /// They want to be forgotten; stands for as long as a legal hold does.
    case forgetMe
    /// We read a post of theirs wrongly: it is what they say.
    case readWrongly
    /// They did not ask for what was gathered from their words.
    case notAsked
  }

  public var id: ID<TheirWord>
  public var handle: ID<Handle>
  public var conversation: ID<Conversation>?
  public var kind: Kind
  public var saidAt: Instant
  /// Of `notToday`.
  public var restsUntil: Instant?
  /// When it was done, or they said it anew in another way.
  public var endedAt: Instant?
  /// Their post, of `readWrongly` and `notAsked`.
  public var post: ID<Post>?
  /// What they did not ask for, as their words had been gathered to it: it may count with another.
  public var wish: ID<Wish>?
  /// How a post is to be read, of `readWrongly`.
  public var reading: Reading?

  /// They neither took it back nor said it anew.
  public var stands: Bool { endedAt == nil }

  public init(
    id: ID<TheirWord>, handle: ID<Handle>, conversation: ID<Conversation>?, kind: Kind,
    saidAt: Instant, restsUntil: Instant? = nil, endedAt: Instant? = nil, post: ID<Post>? = nil,
    wish: ID<Wish>? = nil, reading: Reading? = nil
  ) {
    self.id = id
    self.handle = handle
    self.conversation = conversation
    self.kind = kind
    self.saidAt = saidAt
    self.restsUntil = restsUntil
    self.endedAt = endedAt
    self.post = post
    self.wish = wish
    self.reading = reading
  }
}

/// A way in which somebody can show that a handle is theirs.
public enum ProofWay: String, Sendable, CaseIterable {
  /// They said a code there.
  case post
  /// They opened a link that was sent there.
  case mail
  /// Their page carries the code as a `rel=me` link (https://microformats.org/wiki/rel-me).
  case page
}

/// Somebody is about to prove a handle. Kept for half an hour; what they typed is sealed.
public struct Proof: Sendable, Hashable {
  public var id: ID<Proof>
  /// Of the browser that began it, and in which alone it is of use.
  public var tokenHash: [UInt8]
  public var codeDigest: [UInt8]
  public var claimDigest: [UInt8]
  public var sealedClaim: [UInt8]
  public var linkHash: [UInt8]?
  /// A letter with a link is to go out; nobody but the desk itself knows whether it does.
  public var letterDue: Instant?
  public var language: String
  public var madeAt: Instant
  public var endsAt: Instant
  public var provenAt: Instant?
  public var way: ProofWay?
  /// Those that were proven and that the desk knows.
  public var handles: [ID<Handle>]
  /// Digests of those that were proven, known or not, in hexadecimal.
  public var identities: [String]

  public init(
    id: ID<Proof>, tokenHash: [UInt8], codeDigest: [UInt8], claimDigest: [UInt8],
    sealedClaim: [UInt8], linkHash: [UInt8]? = nil, letterDue: Instant? = nil, language: String,
    madeAt: Instant, endsAt: Instant, provenAt: Instant? = nil, way: ProofWay? = nil,
    handles: [ID<Handle>] = [], identities: [String] = []
  ) {
    self.id = id
    self.tokenHash = tokenHash
    self.codeDigest = codeDigest
    self.claimDigest = claimDigest
    self.sealedClaim = sealedClaim
    self.linkHash = linkHash
    self.letterDue = letterDue
    self.language = language
    self.madeAt = madeAt
    self.endsAt = endsAt
    self.provenAt = provenAt
    self.way = way
    self.handles = handles
    self.identities = identities
  }
}

/// A browser of somebody outside who proved their handles. The cookie holds a token, the record its SHA-256.
public struct Visit: Sendable, Hashable {
  public var id: ID<Visit>
  public var tokenHash: [UInt8]
  public var way: ProofWay
  public var handles: [ID<Handle>]
  public var identities: [String]
  public var madeAt: Instant
  public var endsAt: Instant

  public init(
    id: ID<Visit>, tokenHash: [UInt8], way: ProofWay, handles: [ID<Handle>], identities: [String],
    madeAt: Instant, endsAt: Instant
  ) {
    self.id = id
    self.tokenHash = tokenHash
    self.way = way
    self.handles = handles
    self.identities = identities
    self.madeAt = madeAt
    self.endsAt = endsAt
  }
}
