import HeedModel

extension FeedPace {
  /// RSS 2.0 `ttl`, `skipHours`, `skipDays`, and the syndication module of RSS 1.0.
  init(of element: Element) {
    ttl = element.first("ttl")?.words.flatMap { Int64($0) }.flatMap {
      (1...100_000).contains($0) ? .minutes($0) : nil
    }
    // RSS 0.91 counted hours from 1 to 24: 24 is midnight.
    let hours = element.first("skipHours")?.all("hour").compactMap { $0.words.flatMap { Int($0) } }
    skipHours = Set((hours ?? []).filter { (0...24).contains($0) }.map { $0 % 24 })
    let days = element.first("skipDays")?.all("day").compactMap { $0.words?.lowercased().prefix(3) }
    let names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
    skipDays = Set((days ?? []).compactMap { names.firstIndex(of: String($0)) })
    if let name = element.first("updatePeriod", .sy)?.words?.lowercased() {
      let periods: [String: Duration] = [
        "hourly": .hours(1), "daily": .days(1), "weekly": .days(7), "monthly": .days(30),
        "yearly": .days(365),
      ]
      let times = element.first("updateFrequency", .sy)?.words.flatMap { Int($0) } ?? 1
      period = periods[name].map { $0 / max(1, min(times, 10_000)) }
    }
  }
}
