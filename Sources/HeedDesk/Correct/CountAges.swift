import HeedModel

/// How old a post of ours is when it is counted: often while most people see it, then once a day.
enum CountAges {
  static let first: [Duration] = [
    .minutes(1), .minutes(5), .minutes(15), .hours(1), .hours(6), .hours(24),
  ]
  /// After a day about 95 in a hundred posts gain nothing more (Pfeffer, Matter, Sargsyan 2023); two weeks show the rest.
  static let last = Duration.days(14)

  /// When a post that was counted now is counted next; times that were missed are passed over. `nil` once it is over.
  static func next(after now: Instant, saidAt: Instant) -> Instant? {
    let age = now - saidAt
    if let next = first.first(where: { $0 > age }) { return saidAt + next }
    let days = age.milliseconds / Duration.days(1).milliseconds + 1
    return .days(days) <= last ? saidAt + .days(days) : nil
  }
}
