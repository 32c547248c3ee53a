import HeedModel

/// The place's own count of readers between its samples.
struct CountedReaders {
  private let samples: [(at: Instant, views: Int)]
  private let saidAt: Instant
  private let audience: Audience?
  private let rule: AttentionRule

  /// - Returns: `nil` where nobody counted readers.
  init?(_ counts: [PostCount], saidAt: Instant, audience: Audience?, rule: AttentionRule) {
    var most = 0
    // A reader stays one, whatever a place forgets later.
    samples = counts.compactMap { count in
      count.views.map { views in
        most = max(most, views)
        return (count.at, most)
      }
    }
    guard !samples.isEmpty else { return nil }
    self.saidAt = saidAt
    self.audience = audience
    self.rule = rule
  }

  func exposure(from: Instant, until: Instant, floor: Int) -> Exposure.Counted? {
    guard let nearest = samples.min(by: { distance($0.at, until) < distance($1.at, until) }) else {
      return nil
    }
    let end = readers(by: until)
    let start = readers(by: from)
    let range = ExposureRange(
      low: max(0, end.low - start.high), likely: max(0, end.likely - start.likely),
      high: max(0, end.high - start.low))
    return Exposure.Counted(range: range.above(floor), at: nearest.at)
  }

  private func distance(_ a: Instant, _ b: Instant) -> Duration { a < b ? b - a : a - b }

  /// Between two samples the law of attention says how far it had come; the ends are what was counted.
  private func readers(by instant: Instant) -> ExposureRange {
    guard instant > saidAt else { return .nobody }
    let before = samples.last { $0.at <= instant } ?? (saidAt, 0)
    guard let after = samples.first(where: { $0.at >= instant }) else {
      return later(than: before, instant)
    }
    let part = part(of: instant, between: before.at, and: after.at)
    let likely = before.views + Int((Double(after.views - before.views) * part).rounded())
    return ExposureRange(low: before.views, likely: likely, high: after.views)
  }

  /// Nobody asked since: what may have come is estimated.
  private func later(than last: (at: Instant, views: Int), _ instant: Instant) -> ExposureRange {
    guard let audience else { return grown(last, instant) }
    let more = ExposureRange.estimated(audience, rule, from: last.at, until: instant)
    return ExposureRange(
      low: last.views, likely: last.views + more.likely, high: last.views + more.high)
  }

  /// Where nobody tells an audience: as many more as the curve asks for, from what was counted last. Short half-lives mean
  /// that few are still to come.
  private func grown(_ last: (at: Instant, views: Int), _ instant: Instant) -> ExposureRange {
    func views(_ halfLife: Double) -> Int {
      let then = spent(by: last.at, halfLife)
      guard then > 0 else { return last.views }
      return max(
        last.views, Int((Double(last.views) * spent(by: instant, halfLife) / then).rounded()))
    }
    return ExposureRange(
      low: last.views, likely: views(rule.halfLife.likely), high: views(rule.halfLife.high))
  }

  /// S(t) = t / (t + h), since it was said.
  private func spent(by instant: Instant, _ halfLife: Double) -> Double {
    let minutes = Double(max(0, (instant - saidAt).milliseconds)) / 60_000
    return minutes / (minutes + halfLife)
  }

  private func part(of instant: Instant, between start: Instant, and end: Instant) -> Double {
    guard end > start else { return 1 }
    if let audience {
      let numbers = AttentionNumbers(
        share: 1, halfLife: rule.halfLife.likely, overlap: rule.overlap.likely,
        replies: rule.replies.likely)
      let whole = numbers.shown(audience, by: end) - numbers.shown(audience, by: start)
      if whole > 0 {
        return (numbers.shown(audience, by: instant) - numbers.shown(audience, by: start)) / whole
      }
    }
    let (from, to) = (
      spent(by: start, rule.halfLife.likely), spent(by: end, rule.halfLife.likely)
    )
    return to > from ? (spent(by: instant, rule.halfLife.likely) - from) / (to - from) : 1
  }
}
