public import HeedModel

/// A spike with what it is about.
public struct ToldSpike: Sendable {
  public var spike: Spike
  /// Of the topic; `nil` for all that is heard.
  public var name: String?
  public var words: [RisingWord]
  /// Its first posts.
  public var first: [PostRow]
}

extension Desk {
  /// Raises what has far more posts than is usual for the hour, once, and closes what fell back. Asking again is
  /// harmless.
  public func watchSpikes() async throws {
    let now = clock.now()
    let hour = Instant(milliseconds: now.milliseconds / 3_600_000 * 3_600_000)
    let changes = try await record.read { try Self.spikes(in: hour, $0) }
    guard !changes.isEmpty else { return }
    try await record.write { [self] tx in
      // Another machine may have told of it meanwhile.
      for change in try Self.spikes(in: hour, tx) {
        switch change {
        case .raised(var spike):
          spike.id = newID()
          try tx.insert(spike)
          try tx.append(event(.spikeRaised, subject: spike.id.value))
        case .grown(let spike): try tx.update(spike)
        case .closed(var spike):
          spike.closedAt = now
          try tx.update(spike)
          try tx.append(event(.spikeClosed, subject: spike.id.value))
        }
      }
    }
  }

  private enum SpikeChange {
    case raised(Spike)
    case grown(Spike)
    case closed(Spike)
  }

  private static func spikes(in hour: Instant, _ tx: any RecordReading) throws -> [SpikeChange] {
    let standing = try tx.standingSpikes()
    let busy = try tx.busy(in: hour, least: SpikeRule.leastPosts)
    var changes: [SpikeChange] = []
    for count in busy where !standing.contains(where: { $0.topic == count.topic }) {
      let past = try past(of: count.topic, before: hour, tx)
      guard let rule = SpikeRule(past: past), Double(count.posts) >= rule.bound else { continue }
      changes.append(
        .raised(
          Spike(
            id: ID(0), topic: count.topic, beganAt: hour, posts: count.posts, usual: rule.usual,
            bound: rule.bound)))
    }
    let topics = Set(try tx.topics().map(\.id))
    for var spike in standing {
      let posts = busy.first { $0.topic == spike.topic }?.posts ?? 0
      if posts > spike.posts {
        spike.posts = posts
        changes.append(.grown(spike))
        continue
      }
      if let topic = spike.topic, !topics.contains(topic) {
        changes.append(.closed(spike))
        continue
      }
      // Only a whole hour after it began tells that it fell back.
      let past = try past(of: spike.topic, before: hour, tx)
      guard spike.beganAt < hour, let last = past.last else { continue }
      let rule = SpikeRule(past: Array(past.dropLast()))
      if Double(last) <= rule?.calm ?? spike.usual { changes.append(.closed(spike)) }
    }
    return changes
  }

  private static func past(of topic: ID<Topic>?, before hour: Instant, _ tx: any RecordReading)
    throws -> [Int]
  {
    let length = SpikeRule.weeks * SpikeRule.week + 1
    let from = hour - .hours(Int64(length))
    let counts = try tx.hours(of: topic, from: from)
    return (0..<length).map { counts[from + .hours(Int64($0))] ?? 0 }
  }

  /// Those that stand, the newest first, told from the posts as they stand now.
  public func standingSpikes(of topic: ID<Topic>? = nil, for viewer: Viewer) async throws
    -> [ToldSpike]
  {
    let (spikes, topics) = try await record.read { (try $0.standingSpikes(), try $0.topics()) }
    var told: [ToldSpike] = []
    for spike in spikes.reversed() where topic == nil || spike.topic == topic {
      let words = try await rising(in: spike.topic)
      let first = try await record.read { tx in
        try tx.firstSpoken(
          of: spike.topic, from: spike.beganAt, before: spike.beganAt + .hours(1), limit: 3
        ).compactMap { try tx.post($0, for: viewer) }
      }
      told.append(
        ToldSpike(
          spike: spike, name: topics.first { $0.id == spike.topic }?.name, words: words,
          first: first))
    }
    return told
  }
}
