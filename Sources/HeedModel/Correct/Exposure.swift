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

  /// People who surely saw both: those who reacted to both, or more where both together are more than could see them.
  public func surelyBoth(with other: Exposure) -> Int {
    let known = Set(named.map(\.person)).intersection(other.named.map(\.person)).count
    guard let here = best, let there = other.best, let audience = estimated?.mostPeople else {
      return known
    }
    let forced = here.low + there.low - audience
    return min(max(known, forced), here.low, there.low)
  }
}

extension Exposure.Estimate {
  /// Everybody who could see it.
  public var mostPeople: Int {
    audience.shares.reduce(audience.followers) { $0 + $1.followers }
  }
}
