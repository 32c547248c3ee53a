/// What is assumed of a number that nobody knows: one case in twenty lies below `low`, half of them below `likely`, one in
/// twenty above `high`.
public struct Spread: Sendable, Hashable {
  public var low: Double
  public var likely: Double
  public var high: Double

  public init(_ low: Double, _ likely: Double, _ high: Double) {
    self.low = low
    self.likely = likely
    self.high = high
  }

  /// The same number for certain.
  public init(_ certain: Double) { self.init(certain, certain, certain) }

  public var isOrdered: Bool { low <= likely && likely <= high }
}

/// How attention goes on a network, as far as an estimate needs it. Stated beside every estimate, changed by leads.
public struct AttentionRule: Sendable, Hashable {
  /// Share of an audience that ever sees a post, 0 to 1.
  public var share: Spread
  /// Minutes until half of those who ever see it have seen it.
  public var halfLife: Spread
  /// Share of a sharer's followers who follow us too, and are counted already, 0 to 1.
  public var overlap: Spread
  /// Share of our followers to whom an answer to somebody else is shown, 0 to 1.
  public var replies: Spread
  /// Where the numbers come from, to be read beside them.
  public var source: Message
  /// The desk's own posts that the numbers were fitted to; 0 for published ones.
  public var posts: Int
  /// Who changed them last, when and why; `nil` while they are as they came.
  public var change: AttentionChange?

  public init(
    share: Spread, halfLife: Spread, overlap: Spread, replies: Spread, source: Message,
    posts: Int = 0, change: AttentionChange? = nil
  ) {
    self.share = share
    self.halfLife = halfLife
    self.overlap = overlap
    self.replies = replies
    self.source = source
    self.posts = posts
    self.change = change
  }
}

/// A lead gave other numbers, and says why.
public struct AttentionChange: Sendable, Hashable {
  public var note: String
  public var by: ID<Member>
  public var at: Instant

  public init(note: String, by: ID<Member>, at: Instant) {
    self.note = note
    self.by = by
    self.at = at
  }
}
