/// What a network counted of a post of ours at one time; `nil` where it does not tell.
public struct PostCount: Sendable, Hashable {
  /// Why it was asked for just then. Raw values are stored and never change.
  public enum Occasion: String, Sendable, CaseIterable {
    case due
    /// Somebody noticed that it is wrong.
    case noticed
    /// It was put right.
    case fixed
  }

  public var post: ID<Post>
  public var at: Instant
  public var occasion: Occasion
  /// Who read it, as the place counts.
  public var views: Int?
  public var liked: Int?
  public var shared: Int?
  public var answered: Int?
  public var quoted: Int?
  /// Our followers.
  public var followers: Int?
  /// Followers of those who passed it on, added up.
  public var sharerFollowers: Int?

  public init(
    post: ID<Post>, at: Instant, occasion: Occasion = .due, views: Int? = nil, liked: Int? = nil,
    shared: Int? = nil, answered: Int? = nil, quoted: Int? = nil, followers: Int? = nil,
    sharerFollowers: Int? = nil
  ) {
    self.post = post
    self.at = at
    self.occasion = occasion
    self.views = views
    self.liked = liked
    self.shared = shared
    self.answered = answered
    self.quoted = quoted
    self.followers = followers
    self.sharerFollowers = sharerFollowers
  }

  /// At least so many people did something with it, and so saw it: one who did two things counts once at least.
  /// - Parameter ours: how many of the answers counted are our own.
  public func floor(ours: Int) -> Int {
    max(liked ?? 0, shared ?? 0, (answered ?? 0) - ours, quoted ?? 0)
  }
}

/// When a post of ours was noticed to be wrong, or put right, and the sample that was taken for it. Each stays, however
/// close to another it was.
public struct CountMoment: Sendable, Hashable {
  public var post: ID<Post>
  public var occasion: PostCount.Occasion
  public var at: Instant
  /// The sample that holds for it: the first that was asked for since; `nil` while there is none.
  public var countedAt: Instant?

  public init(
    post: ID<Post>, occasion: PostCount.Occasion, at: Instant, countedAt: Instant? = nil
  ) {
    self.post = post
    self.occasion = occasion
    self.at = at
    self.countedAt = countedAt
  }
}

/// When a post of ours is to be counted next.
public struct CountPlan: Sendable, Hashable {
  public var post: ID<Post>
  public var account: ID<Account>
  public var network: NetworkName
  public var remoteID: RemoteID
  /// What the account's server calls it, where it told.
  public var local: String?
  public var address: String?
  public var dueAt: Instant
  public var occasion: PostCount.Occasion
  /// Failed tries in a row.
  public var tries: Int

  public init(
    post: ID<Post>, account: ID<Account>, network: NetworkName, remoteID: RemoteID,
    local: String? = nil, address: String? = nil, dueAt: Instant,
    occasion: PostCount.Occasion = .due, tries: Int = 0
  ) {
    self.post = post
    self.account = account
    self.network = network
    self.remoteID = remoteID
    self.local = local
    self.address = address
    self.dueAt = dueAt
    self.occasion = occasion
    self.tries = tries
  }
}
