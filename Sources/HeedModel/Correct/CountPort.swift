/// What networks counted of our own posts, and how attention goes there, as they are read.
public protocol CountReading {
  /// When the next post of ours is to be counted, if any is: one look at an index.
  func nextCountAt() throws -> Instant?
  /// The plan of one post; `nil` while nobody planned to count it.
  func countPlan(of post: ID<Post>) throws -> CountPlan?
  /// What was counted of a post, the oldest first.
  func counts(of post: ID<Post>) throws -> [PostCount]
  /// When a post was noticed to be wrong and put right, the oldest first.
  func countMoments(of post: ID<Post>) throws -> [CountMoment]
  /// Samples with readers on a network, of the newest posts first and each post's oldest first: what its rule is fitted to.
  func countedViews(on network: NetworkName, limit: Int) throws -> [CountedView]
  /// Whether a post answers somebody else's: then most of our followers are not shown it.
  func answersOthers(_ post: ID<Post>) throws -> Bool
  /// What answers a post, the oldest first, as far as the viewer may see it.
  func answers(to post: ID<Post>, for viewer: Viewer) throws -> [PostRow]
  /// Rules that a lead changed.
  func attentionRules() throws -> [NetworkName: AttentionRule]
}

/// What networks counted of our own posts, and how attention goes there, as they are written.
public protocol CountWriting {
  /// Plans to count what an account of ours said in public since then and nobody planned yet, a minute after it was said.
  /// Doing it again is harmless.
  /// - Returns: how many.
  @discardableResult
  func planCounts(on networks: [NetworkName], saidSince: Instant) throws -> Int
  /// Takes what is due, the longest waiting first, for a while: it is due again at `until` if nobody comes back. Two
  /// processes never get the same. One query, whatever is due.
  func leaseCounts(now: Instant, until: Instant, limit: Int) throws -> [CountPlan]
  /// When a leased one is to be counted next; `nil` ends it. Nothing where somebody asked for it anew meanwhile.
  func settle(_ plans: [(plan: CountPlan, next: Instant?)], leasedUntil: Instant) throws
  /// Counts a post at once, because somebody noticed that it is wrong, or put it right: what is counted then stays beside
  /// the samples before it. The moment is kept, also where another comes before it was counted. Nothing where no account
  /// of ours said it.
  func freezeCounts(of post: ID<Post>, as occasion: PostCount.Occasion, at now: Instant) throws
  /// Saving one twice is harmless.
  /// - Parameter asked: when the place was asked for them: moments until then that nothing was counted for hold these.
  func save(_ counts: [PostCount], on network: NetworkName, asked: Instant) throws
  /// In place of what a lead gave before; only its `change` is asked for who and why.
  func save(_ rule: AttentionRule, on network: NetworkName) throws
  /// The published numbers hold again. Deleting what is not there is harmless.
  func deleteAttentionRule(on network: NetworkName) throws
}

extension CountWriting {
  /// Samples that no moment waits for.
  public func save(_ counts: [PostCount], on network: NetworkName) throws {
    try save(counts, on: network, asked: Instant(milliseconds: 0))
  }
}

/// One sample with readers, beside what tells of its post.
public struct CountedView: Sendable, Hashable {
  public var count: PostCount
  public var answersOthers: Bool

  public init(count: PostCount, answersOthers: Bool) {
    self.count = count
    self.answersOthers = answersOthers
  }
}
