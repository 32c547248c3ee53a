public import HeedModel

extension Desk {
  public func heard(_ filter: HeardFilter, _ page: PageRequest, for viewer: Viewer) async throws
    -> Page<PostRow>
  {
    try await record.read { try $0.heard(filter, page, for: viewer) }
  }

  /// How much public talk was heard: by the hour over two days, empty hours filled in.
  public func volume(_ filter: HeardFilter, hours: Int = 48, for viewer: Viewer) async throws
    -> [VolumePoint]
  {
    let hour: Int64 = 3_600_000
    let end = clock.now().milliseconds / hour
    let from = Instant(milliseconds: (end - Int64(hours) + 1) * hour)
    let found = try await record.read {
      // Which source brought a post is not counted by the hour.
      filter.source == nil
        ? try $0.tally(filter, from: from, bucket: .hours(1))
        : try $0.volume(filter, from: from, bucket: .hours(1), for: viewer)
    }
    let byHour = Dictionary(found.map { ($0.from, $0) }) { $1 }
    return (0..<hours).map { offset in
      let at = Instant(milliseconds: from.milliseconds + Int64(offset) * hour)
      return byHour[at] ?? VolumePoint(from: at, count: 0, negative: 0, positive: 0)
    }
  }
}

/// How much a topic caught in public, day by day, and how it is shared out. Where and in which language, never by whom:
/// nobody who talks about us is given a profile (law 7).
public struct TopicTrend: Sendable {
  /// 30 days in UTC, the last one today.
  public var days: [VolumePoint]
  public var networks: [(name: String, posts: Int)]
  /// BCP 47; empty where unknown.
  public var languages: [(name: String, posts: Int)]
  /// How they were read; a post of several kinds counts for each.
  public var kinds: [(name: String, posts: Int)]
  /// What earlier versions of its query caught, the last one first.
  public var earlier: [EarlierCount]
}

/// What part of all that topics caught was caught by one of them, by what others said in public in 30 days. A post that
/// several topics caught is counted for each.
public struct ShareOfVoice: Sendable {
  /// With fewer nothing is told: chance, and single people.
  public static let least = 5
  /// Posts of each topic that caught any.
  public var posts: [ID<Topic>: Int]

  public var total: Int { posts.values.reduce(0, +) }

  /// In hundredths; `nil` where it is withheld.
  public func percent(of topic: ID<Topic>) -> Double? {
    guard let own = posts[topic], own >= Self.least, posts.count > 1 else { return nil }
    return Double(own) * 100 / Double(total)
  }
}

extension Desk {
  public func shareOfVoice() async throws -> ShareOfVoice {
    let from = clock.now() - .days(30)
    return ShareOfVoice(posts: try await record.read { try $0.voices(from: from) })
  }

  /// - Parameter narrowed: to one network, language or kind; the shares are of the whole.
  public func trend(of topic: ID<Topic>, narrowed: HeardFilter = HeardFilter()) async throws
    -> TopicTrend
  {
    let day: Int64 = 86_400_000
    let from = Instant(milliseconds: (clock.now().milliseconds / day - 29) * day)
    let filter = HeardFilter(topic: topic)
    var shown = narrowed
    shown.topic = topic
    let (days, networks, languages, kinds, earlier) = try await record.read { [shown] tx in
      (
        try tx.tally(shown, from: from, bucket: .days(1)),
        try tx.tally(filter, by: .network, from: from),
        try tx.tally(filter, by: .language, from: from),
        try tx.tally(filter, by: .kind, from: from), try tx.earlier(of: topic)
      )
    }
    let byDay = Dictionary(days.map { ($0.from, $0) }) { $1 }
    func shares(_ counts: [String: Int]) -> [(name: String, posts: Int)] {
      counts.map { (name: $0.key, posts: $0.value) }
        .sorted { ($1.posts, $0.name) < ($0.posts, $1.name) }
    }
    return TopicTrend(
      days: (0..<30).map { offset in
        let at = from + .days(Int64(offset))
        return byDay[at] ?? VolumePoint(from: at, count: 0, negative: 0, positive: 0)
      }, networks: shares(networks), languages: shares(languages),
      kinds: shares(kinds), earlier: earlier)
  }
}
