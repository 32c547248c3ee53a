import HeedModel

/// When to ask a feed again.
struct FeedTempo {
  static let shortest: Duration = .minutes(5)
  static let usual: Duration = .hours(1)
  static let longest: Duration = .hours(24)

  var headers: AnswerHeaders
  var pace: Duration
  var asked = FeedPace()

  /// From five minutes to a day by its own pace; later where the place asked for that, and never in
  /// hours or on days that the feed excludes.
  func next(after now: Instant) -> Duration {
    let wishes = [asked.ttl, asked.period, headers.maxAge].compactMap { $0 }
    var wait = min(max(wishes.reduce(pace) { max($0, $1) }, Self.shortest), Self.longest)
    if let retryAfter = headers.retryAfter { wait = max(wait, retryAfter) }
    return Self.pastSkipped(now + wait, asked) - now
  }

  /// Half the usual time between the newest entries; slower when it has been silent for longer than
  /// that.
  static func pace(of feed: ParsedFeed, now: Instant) -> Duration {
    let dates = feed.entries.compactMap { $0.published ?? $0.updated }.filter { $0 <= now }
      .sorted(by: >).prefix(11)
    guard let newest = dates.first, dates.count >= 2 else { return usual }
    let gaps = zip(dates, dates.dropFirst()).map { $0 - $1 }.sorted()
    let middle = gaps[gaps.count / 2]
    let silence = now - newest
    let pace = silence > middle * 3 ? silence / 10 : middle / 2
    return min(max(pace, shortest), longest)
  }

  /// The start of the first hour that is not excluded. Where every hour of a week is, nothing is.
  private static func pastSkipped(_ instant: Instant, _ asked: FeedPace) -> Instant {
    guard !asked.skipHours.isEmpty || !asked.skipDays.isEmpty else { return instant }
    var hour = Int(instant.milliseconds / 3_600_000)
    for step in 0..<(7 * 24) {
      // The first of January 1970 was a Thursday.
      let day = (hour / 24 + 4) % 7
      if !asked.skipHours.contains(hour % 24), !asked.skipDays.contains(day) {
        return step == 0 ? instant : Instant(milliseconds: Int64(hour) * 3_600_000)
      }
      hour += 1
    }
    return instant
  }
}
