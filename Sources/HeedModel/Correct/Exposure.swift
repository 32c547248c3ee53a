/// A number of people, as far as it is known; never a single invented one.
public struct ExposureRange: Sendable, Hashable {
  public var low: Int
  public var likely: Int
  public var high: Int

  public init(low: Int, likely: Int, high: Int) {
    self.low = low
    self.likely = likely
    self.high = high
  }

  public static let nobody = ExposureRange(low: 0, likely: 0, high: 0)
}

/// Who saw a post of ours between two instants, in three grades of evidence: named, counted, estimated.
public struct Exposure: Sendable, Hashable {
  /// Somebody who reacted and whom we may name, because they spoke to us (law 7).
  public struct Named: Sendable, Hashable {
    public enum Deed: String, Sendable, Hashable { case answered, liked, shared }
    public var handle: ID<Handle>
    public var person: ID<Person>
    public var name: String
    public var deed: Deed
    public var at: Instant

    public init(
      handle: ID<Handle>, person: ID<Person>, name: String, deed: Deed, at: Instant
    ) {
      self.handle = handle
      self.person = person
      self.name = name
      self.deed = deed
      self.at = at
    }
  }

  /// The place's own count in this time. Where it was not asked just then, it lies between two samples.
  public struct Counted: Sendable, Hashable {
    public var range: ExposureRange
    /// When the place was asked, nearest to the end of the time.
    public var at: Instant

    public init(range: ExposureRange, at: Instant) {
      self.range = range
      self.at = at
    }
  }

  /// How many had seen it by an instant: a point of the plot.
  public struct Point: Sendable, Hashable {
    public var at: Instant
    public var range: ExposureRange

    public init(at: Instant, range: ExposureRange) {
      self.at = at
      self.range = range
    }
  }

  /// What an estimate rests on, told beside it.
  public struct Estimate: Sendable, Hashable {
    public var range: ExposureRange
    public var audience: Audience
    public var rule: AttentionRule

    public init(range: ExposureRange, audience: Audience, rule: AttentionRule) {
      self.range = range
      self.audience = audience
      self.rule = rule
    }
  }

  public var post: ID<Post>
  public var network: NetworkName
  public var saidAt: Instant
  public var from: Instant
  public var until: Instant
  /// In the order in which they first reacted.
  public var named: [Named]
  /// How many more reacted, whom nobody names.
  public var others: Int
  /// Passed it on, of all who reacted.
  public var sharers: Int
  public var counted: Counted?
  public var estimated: Estimate?
  /// What the place counted, the oldest first.
  public var samples: [PostCount]
  /// When it was noticed to be wrong and when put right, the oldest first, each with the sample that holds for it.
  public var moments: [CountMoment] = []
  /// From the beginning on, and as long again after the end as time has gone by; empty where nothing but names is known.
  public var curve: [Point]

  public init(
    post: ID<Post>, network: NetworkName, saidAt: Instant, from: Instant, until: Instant,
    named: [Named] = [], others: Int = 0, sharers: Int = 0, counted: Counted? = nil,
    estimated: Estimate? = nil, samples: [PostCount] = [], curve: [Point] = []
  ) {
    self.post = post
    self.network = network
    self.saidAt = saidAt
    self.from = from
    self.until = until
    self.named = named
    self.others = others
    self.sharers = sharers
    self.counted = counted
    self.estimated = estimated
    self.samples = samples
    self.curve = curve
  }

  /// People who surely saw it: they did something with it.
  public var surely: Int { named.count + others }

  /// The best that is known: what was counted, else what is estimated; `nil` where there is only who reacted.
  public var best: ExposureRange? { counted?.range ?? estimated?.range }

  /// People who surely saw both: those who reacted to both; or, where both ranges are estimated from our followers and
  /// those of who passed it on, more than that when both together are more than these.
  ///
  /// Readers whom the place counted, and people who reacted, may be anybody: they say nothing of how few could see it.
  public func surelyBoth(with other: Exposure) -> Int {
    let known = Set(named.map(\.person)).intersection(other.named.map(\.person)).count
    guard let here = lowOfAudience, let there = other.lowOfAudience,
      let audience = estimated?.mostPeople(with: other.estimated)
    else { return known }
    return max(known, min(here + there - audience, here, there))
  }

  /// The low end, where it is of the audience alone: nobody counted readers, and it is above who reacted.
  private var lowOfAudience: Int? {
    guard counted == nil, let low = estimated?.range.low, low > surely else { return nil }
    return low
  }
}

extension Exposure.Estimate {
  /// Everybody who could see one of the two: our followers, and those of whoever passed one on.
  func mostPeople(with other: Exposure.Estimate?) -> Int {
    let followers = max(audience.followers, other?.audience.followers ?? 0)
    let shares = audience.shares + (other?.audience.shares ?? [])
    return shares.reduce(followers) { $0 + $1.followers }
  }
}
