public import HeedModel

/// Tells what its place counts of our own posts: readers where it counts them, and what people did with them.
public protocol Counting: Network {
  /// How many posts one call takes.
  var countsAtOnce: Int { get }
  /// Whether the place tells how many follow an account: without, nothing is estimated before somebody counted.
  var tellsFollowers: Bool { get }

  /// What the place tells of each now. Posts that it does not show, or not any more, are left out; asking again is
  /// harmless.
  /// - Parameter posts: of this account, at most `countsAtOnce`.
  /// - Throws: `NetworkError` when nothing at all can be told; then none of them was counted.
  func counts(of posts: [RemoteReference], as account: AccountAccess?) async throws
    -> [RemoteCounts]
}

extension Counting {
  public var tellsFollowers: Bool { true }
}

/// What a place counts of one post; `nil` for what it does not tell. Who it was is not asked for.
public struct RemoteCounts: Sendable, Hashable {
  public var post: RemoteID
  /// Who read it, each counted as the place does it.
  public var views: Int?
  public var liked: Int?
  public var shared: Int?
  public var answered: Int?
  public var quoted: Int?
  /// Of the account that said it.
  public var followers: Int?
  /// Followers of those who passed it on, added up over as many of them as the place tells at once.
  public var sharerFollowers: Int?

  public init(
    post: RemoteID, views: Int? = nil, liked: Int? = nil, shared: Int? = nil,
    answered: Int? = nil, quoted: Int? = nil, followers: Int? = nil, sharerFollowers: Int? = nil
  ) {
    self.post = post
    self.views = views.map(Self.believable)
    self.liked = liked.map(Self.believable)
    self.shared = shared.map(Self.believable)
    self.answered = answered.map(Self.believable)
    self.quoted = quoted.map(Self.believable)
    self.followers = followers.map(Self.believable)
    self.sharerFollowers = sharerFollowers.map(Self.believable)
  }

  /// What servers tell may be anything: nobody is counted below nothing, and no more than many times all people, so that
  /// whatever is reckoned with it stays a number.
  private static func believable(_ count: Int) -> Int { min(max(count, 0), 1 << 40) }

  /// What several people's followers are together; `nil` of nobody.
  package static func sum(_ followers: [Int]) -> Int? {
    followers.isEmpty ? nil : followers.reduce(0) { $0 + believable($1) }
  }
}
