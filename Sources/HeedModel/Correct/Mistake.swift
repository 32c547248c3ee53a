/// Something wrong that we said: in a post of ours, or on a page.
///
/// Where it stands follows from its corrections and reopenings (`MistakeStory`); nothing sets it.
public struct Mistake: Sendable, Hashable {
  /// Who noticed it.
  public enum Noticer: Sendable, Hashable {
    /// One of us, which is to one's credit: whoever marked it.
    case ourselves
    /// Somebody who told us, in this post of theirs.
    case person(ID<Post>)
    /// Somebody whose words are not on the record.
    case somebody
  }

  public var id: ID<Mistake>
  /// Who marked it.
  public var member: ID<Member>
  /// The post of ours that is wrong; `nil` when it stands on a page alone.
  public var post: ID<Post>?
  /// The page that is wrong; `nil` when it is a post.
  public var page: String?
  /// What was wrong, in the words of whoever marked it.
  public var words: String
  /// The wrong words as they stood there: by them it is looked for elsewhere. Empty when nobody gave any.
  public var said: String
  public var noticedBy: Noticer
  /// Since when it stands; `nil` for a page of which nobody knows.
  public var saidAt: Instant?
  public var noticedAt: Instant

  public var markedAt: Instant { id.instant }

  public init(
    id: ID<Mistake>, member: ID<Member>, post: ID<Post>?, page: String?, words: String,
    said: String, noticedBy: Noticer, saidAt: Instant?, noticedAt: Instant
  ) {
    self.id = id
    self.member = member
    self.post = post
    self.page = page
    self.words = words
    self.said = said
    self.noticedBy = noticedBy
    self.saidAt = saidAt
    self.noticedAt = noticedAt
  }
}

/// A member found that a fix did not mend it, or that the fix is wrong itself.
public struct MistakeReopening: Sendable, Hashable {
  public var id: ID<MistakeReopening>
  public var mistake: ID<Mistake>
  public var member: ID<Member>
  /// What is still wrong, in their words.
  public var words: String

  public var at: Instant { id.instant }

  public init(id: ID<MistakeReopening>, mistake: ID<Mistake>, member: ID<Member>, words: String) {
    self.id = id
    self.mistake = mistake
    self.member = member
    self.words = words
  }
}

/// What was said of a mistake in public: added to, never changed. Our own words alone.
public struct PublishedCorrection: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case corrected
    /// What had been published as corrected was found wrong once more.
    case reopened
  }

  public var id: ID<PublishedCorrection>
  public var mistake: ID<Mistake>
  public var member: ID<Member>
  public var kind: Kind
  /// What was wrong, as the public reads it; empty for what was reopened.
  public var wrong: String
  /// What is right.
  public var right: String
  /// Where it was said.
  public var address: String?
  /// From wrong to right: not kept with it but looked up for its readers.
  public var stood: Duration?

  public var at: Instant { id.instant }

  public init(
    id: ID<PublishedCorrection>, mistake: ID<Mistake>, member: ID<Member>, kind: Kind,
    wrong: String, right: String, address: String?
  ) {
    self.id = id
    self.mistake = mistake
    self.member = member
    self.kind = kind
    self.wrong = wrong
    self.right = right
    self.address = address
  }
}
