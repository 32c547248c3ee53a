public import HeedModel

/// A feed as it was written, whatever its format, before it becomes posts.
public struct ParsedFeed: Sendable, Hashable {
  public enum Format: String, Sendable, CaseIterable { case rss, atom, json }

  public var format: Format
  /// As the feed says it: `2.0`, `1.0`, `0.3`, `1.1`; empty when it does not say.
  public var version: String
  public var id: String?
  public var title: FeedText?
  public var subtitle: FeedText?
  /// The site's page.
  public var link: String?
  /// Where the feed says that it stands itself.
  public var selfLink: String?
  /// WebSub hubs, in the order of the feed.
  public var hubs: [String] = []
  public var authors: [FeedPerson] = []
  public var categories: [FeedCategory] = []
  public var published: Instant?
  public var updated: Instant?
  /// BCP 47, as written.
  public var language: String?
  public var image: String?
  public var pace = FeedPace()
  /// The feed itself asks programs not to index it.
  public var asksNotToIndex = false
  public var entries: [ParsedEntry] = []
  /// Ids of entries that were taken back (RFC 6721), with the time where it is told.
  public var deletions: [FeedDeletion] = []
  /// Entries past the limit, or a document cut short: what stands here is not all of it.
  public var isPartial = false
  /// The document ended in its middle.
  public var wasCut = false

  public init(format: Format, version: String) {
    self.format = format
    self.version = version
  }
}

/// One entry of a feed.
public struct ParsedEntry: Sendable, Hashable {
  public var id: String?
  /// What RDF calls it (RSS 1.0, 5.5): usually its page.
  public var about: String?
  public var title: FeedText?
  public var link: String?
  public var authors: [FeedPerson] = []
  public var published: Instant?
  public var updated: Instant?
  public var content: FeedText?
  public var summary: FeedText?
  public var categories: [FeedCategory] = []
  public var enclosures: [FeedEnclosure] = []
  /// Files that Media RSS names beside the enclosures, none of them twice.
  public var media: [FeedEnclosure] = []
  public var language: String?
  public var image: String?
  /// The page of its comments.
  public var commentsPage: String?
  /// The feed of its comments: `wfw:commentRss`, Atom's `replies` link.
  public var commentsFeed: String?
  /// `slash:comments`, `thr:total`.
  public var commentCount: Int?
  /// The id of what it answers (RFC 4685).
  public var inReplyTo: String?
  /// The page of what it answers.
  public var inReplyToPage: String?

  public init() {}
}

/// Words of a feed with the form that they were written in.
public struct FeedText: Sendable, Hashable {
  public enum Form: String, Sendable { case plain, html }

  public var value: String
  public var form: Form
  /// What addresses inside are relative to.
  public var base: String?

  public init(_ value: String, _ form: Form, base: String? = nil) {
    self.value = value
    self.form = form
    self.base = base
  }
}

/// Somebody as a feed names them.
public struct FeedPerson: Sendable, Hashable {
  public var name: String?
  public var email: String?
  public var page: String?
  public var picture: String?

  public init(
    name: String? = nil, email: String? = nil, page: String? = nil, picture: String? = nil
  ) {
    self.name = name
    self.email = email
    self.page = page
    self.picture = picture
  }

  var isEmpty: Bool { name == nil && email == nil && page == nil }
}

/// A word that a feed files an entry under.
public struct FeedCategory: Sendable, Hashable {
  public var term: String
  /// For people, where it differs from the term.
  public var label: String?
  public var scheme: String?

  public init(term: String, label: String? = nil, scheme: String? = nil) {
    self.term = term
    self.label = label
    self.scheme = scheme
  }
}

/// A file that hangs on an entry.
public struct FeedEnclosure: Sendable, Hashable {
  public var address: String
  public var type: String?
  /// Bytes, where the feed tells a number.
  public var length: Int?
  public var title: String?

  public init(address: String, type: String? = nil, length: Int? = nil, title: String? = nil) {
    self.address = address
    self.type = type
    self.length = length
    self.title = title
  }
}

/// An entry that its author took back.
public struct FeedDeletion: Sendable, Hashable {
  public var id: String
  public var at: Instant?

  public init(id: String, at: Instant? = nil) {
    self.id = id
    self.at = at
  }
}

/// How often a feed wants to be asked.
public struct FeedPace: Sendable, Hashable {
  /// RSS `ttl`.
  public var ttl: Duration?
  /// Hours of the day in UTC, 0 to 23, in which nobody should ask.
  public var skipHours: Set<Int> = []
  /// Days on which nobody should ask: 0 is Sunday.
  public var skipDays: Set<Int> = []
  /// `sy:updatePeriod` divided by `sy:updateFrequency`.
  public var period: Duration?

  public init() {}
}
