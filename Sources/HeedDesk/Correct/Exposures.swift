public import HeedModel

extension Desk {
  /// Who saw a post of ours, as far as anybody can know: who reacted, what the place counted, else an estimate as a range.
  /// - Parameters:
  ///   - from: since when; since it was said unless told otherwise.
  ///   - until: until when: when it was noticed or fixed; now unless told otherwise, and never after it was taken away.
  /// - Throws: `Problem(.notFound)` when it is no post of ours that the viewer may see.
  public func exposure(
    of id: ID<Post>, from: Instant? = nil, until: Instant? = nil, by viewer: Viewer
  ) async throws -> Exposure {
    let now = clock.now()
    let found = try await record.read { tx -> (PostRow, ExposureFacts) in
      guard let row = try tx.post(id, for: viewer), row.post.direction == .ours else {
        throw Problem(.notFound, "That post of ours is not here.")
      }
      return (row, try ExposureFacts(of: row.post, for: viewer, tx))
    }
    let (row, facts) = found
    let rule = try await attentionRule(on: row.post.network)
    return facts.exposure(
      of: row.post, from: max(from ?? row.post.publishedAt, row.post.publishedAt),
      until: min(until ?? now, now, row.post.removedAt ?? now), now: now, rule: rule)
  }
}

/// What the record holds of who saw a post.
struct ExposureFacts: Sendable {
  private struct Deed: Sendable {
    var handle: Handle
    var deed: Exposure.Named.Deed
    var at: Instant
  }

  private var deeds: [Deed] = []
  private var counts: [PostCount] = []
  private var moments: [CountMoment] = []
  private var answersOthers = false
  /// Our own answers, from when until when they stood: places count them with the others.
  private var ownAnswers: [(from: Instant, until: Instant)] = []

  init(of post: Post, for viewer: Viewer, _ tx: any RecordReading) throws {
    counts = try tx.counts(of: post.id)
    moments = try tx.countMoments(of: post.id)
    answersOthers = try tx.answersOthers(post.id)
    for reactor in try tx.reactors(to: post.id, limit: .max, for: viewer) {
      let deed: Exposure.Named.Deed = reactor.kind == .liked ? .liked : .shared
      deeds.append(Deed(handle: reactor.handle, deed: deed, at: reactor.at))
    }
    for answer in try tx.answers(to: post.id, for: viewer) {
      guard let author = answer.author, !answer.post.reading.kinds.contains(.spam) else {
        continue
      }
      if author.isOurs {
        ownAnswers.append(
          (answer.post.publishedAt, answer.post.removedAt ?? Instant(milliseconds: .max)))
      }
      deeds.append(Deed(handle: author, deed: .answered, at: answer.post.publishedAt))
    }
    // Programs and ourselves count nowhere as people.
    deeds = deeds.filter { !$0.handle.isOurs && !$0.handle.isBot }.sorted { $0.at < $1.at }
  }

  func exposure(of post: Post, from: Instant, until: Instant, now: Instant, rule: AttentionRule)
    -> Exposure
  {
    let saidAt = post.publishedAt
    let within = deeds.filter { ($0.at > from || from <= saidAt) && $0.at <= until }
    let named = Self.people(within).named
    let isWhole = from <= saidAt
    let surely = surely(from: from, until: until, isWhole: isWhole)
    let audience =
      post.visibility.isPrivate
      ? nil
      : Audience(
        saidAt: saidAt, answersOthers: answersOthers, counts: counts,
        sharedAt: deeds.filter { $0.deed == .shared }.map(\.at))
    let readers = CountedReaders(counts, saidAt: saidAt, audience: audience, rule: rule)
    func seen(by instant: Instant) -> ExposureRange? {
      let known = self.surely(from: from, until: instant, isWhole: isWhole)
      return readers?.exposure(from: from, until: instant, floor: known)?.range
        ?? Self.estimate(
          audience, rule, from: from, until: instant, floor: known, draws: .few)?.range
    }
    let sharers = isWhole ? counts.filter { $0.at <= until }.compactMap(\.shared).max() : nil
    var exposure = Exposure(
      post: post.id, network: post.network, saidAt: saidAt, from: from, until: until,
      named: named, others: surely - named.count,
      sharers: max(
        Set(within.filter { $0.deed == .shared }.map(\.handle.id)).count, sharers ?? 0),
      counted: readers?.exposure(from: from, until: until, floor: surely),
      estimated: Self.estimate(audience, rule, from: from, until: until, floor: surely),
      samples: counts)
    exposure.moments = moments
    if let told = exposure.best {
      exposure.curve = Self.curve(from: from, until: until, now: now, told: told, seen)
    }
    return exposure
  }

  /// People who did something with it in that time; or, since it was said, the most that the place ever counted: a like
  /// that is taken back, and a sample that tells nothing, take nobody back.
  private func surely(from: Instant, until: Instant, isWhole: Bool) -> Int {
    let people = Self.people(deeds.filter { ($0.at > from || isWhole) && $0.at <= until }).all
    guard isWhole else { return people }
    let counted = counts.filter { $0.at <= until }.map { count in
      count.floor(ours: ownAnswers.count { $0.from <= count.at && count.at < $0.until })
    }
    return max(people, counted.max() ?? 0)
  }

  /// Steps of the plot from the beginning to the end, and as many behind it.
  private static let steps: Int64 = 12

  /// It goes through what is told of the end: its other points come of fewer draws, and lie on their side of it.
  private static func curve(
    from: Instant, until: Instant, now: Instant, told: ExposureRange,
    _ seen: (Instant) -> ExposureRange?
  ) -> [Exposure.Point] {
    let step = (until - from).milliseconds / steps
    guard step > 0 else { return [] }
    return (0...(2 * steps)).compactMap { number in
      let at = number == steps ? until : from + .milliseconds(step * number)
      guard at <= max(now, until) else { return nil }
      if number == steps { return Exposure.Point(at: at, range: told) }
      guard let range = seen(at) else { return nil }
      return Exposure.Point(at: at, range: number < steps ? range.below(told) : range.above(told))
    }
  }

  /// Whoever did two things is one; of one person's handles each stands for them. Names are of those alone who spoke to us
  /// (law 7).
  private static func people(_ deeds: [Deed]) -> (named: [Exposure.Named], all: Int) {
    var named: [Exposure.Named] = []
    var seen: Set<ID<Person>> = []
    var others: Set<ID<Handle>> = []
    // An answer says more than a like of the same person.
    let byWeight = deeds.filter { $0.deed == .answered } + deeds.filter { $0.deed != .answered }
    for deed in byWeight {
      guard let person = deed.handle.person else {
        others.insert(deed.handle.id)
        continue
      }
      guard seen.insert(person).inserted else { continue }
      named.append(
        Exposure.Named(
          handle: deed.handle.id, person: person, name: deed.handle.name, deed: deed.deed,
          at: deed.at))
    }
    return (named.sorted { $0.at < $1.at }, named.count + others.count)
  }

  /// Only what was passed on by then has an effect before then, so later shares need not be left out.
  private static func estimate(
    _ audience: Audience?, _ rule: AttentionRule, from: Instant, until: Instant, floor: Int,
    draws: AttentionDraws = .standard
  ) -> Exposure.Estimate? {
    guard var audience else { return nil }
    audience.shares = audience.shares.filter { $0.at <= until }
    return Exposure.Estimate(
      range: .estimated(
        audience, rule, from: from, until: until, floor: floor, draws: draws),
      audience: audience, rule: rule)
  }
}
