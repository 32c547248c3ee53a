/// Before whom a post of ours stood: an assumption of its exposure, shown nowhere else (law 3).
public struct Audience: Sendable, Hashable {
  /// Somebody passed it on to their own followers. Of whom it was, nothing is kept.
  public struct Share: Sendable, Hashable {
    public var at: Instant
    public var followers: Int

    public init(at: Instant, followers: Int) {
      self.at = at
      self.followers = followers
    }
  }

  public var saidAt: Instant
  /// Our followers when it was said.
  public var followers: Int
  /// Whether it answers somebody else: then most of our followers are not shown it.
  public var isReply: Bool
  public var shares: [Share]

  public init(saidAt: Instant, followers: Int, isReply: Bool = false, shares: [Share] = []) {
    self.saidAt = saidAt
    self.followers = followers
    self.isReply = isReply
    self.shares = shares
  }
}
