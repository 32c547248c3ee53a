import HeedModel

/// The hours that a member gave, as instants: by the clock on their wall, whatever it is set to meanwhile. What began
/// before a day away goes on into it, and on that day nothing begins.
struct Shifts: Sendable {
  /// Nothing further ahead is looked for: whoever is away that long comes back somewhere behind it.
  static let horizon = Duration.days(28)

  var hours: WeekHours
  var zone: Zone
  var profile: MemberProfile

  /// `nil` where they gave no hours.
  init?(_ profile: MemberProfile?, in zone: Zone) {
    guard let profile, !profile.hours.isEmpty else { return nil }
    hours = profile.hours
    self.zone = zone
    self.profile = profile
  }

  func contain(_ instant: Instant) -> Bool {
    let wall = zone.wall(at: instant)
    return hours.contains(
      day: wall.dayNumber, minute: wall.hour * 60 + wall.minute, unless: profile.isAway)
  }

  /// The first instant after `now` at which they come or go; `nil` where that is further off than the horizon.
  func change(after now: Instant) -> Instant? {
    let isThere = contain(now)
    var at = now
    while at - now < Self.horizon {
      let wall = zone.wall(at: at)
      let minutes = hours.minutesToBoundary(
        day: wall.dayNumber, minute: wall.hour * 60 + wall.minute)
      // On the wall the whole minute has its place; what of it is over is not waited for again.
      let over = wall.second * 1000 + Int(at.milliseconds % 1000)
      var next = at + .milliseconds(Int64(minutes * 60_000 - over))
      if let turned = zone.turn(after: at, until: next) { next = turned }
      if contain(next) != isThere { return next }
      at = next
    }
    return nil
  }
}

extension Zone {
  /// How far the wall is ahead of UTC, in seconds.
  private func ahead(at instant: Instant) -> Int64 {
    let wall = wall(at: instant)
    return wall.dayNumber * 86_400 + Int64(wall.hour * 3600 + wall.minute * 60 + wall.second)
      - instant.milliseconds / 1000
  }

  /// The first instant after `start` at which the clock on the wall is set otherwise; `nil` where at `end`, a day later at
  /// most, it still goes as it did.
  func turn(after start: Instant, until end: Instant) -> Instant? {
    let before = ahead(at: start)
    guard ahead(at: end) != before else { return nil }
    var (earlier, later) = (start, end)
    while later - earlier > .milliseconds(1) {
      let middle = Instant(milliseconds: (earlier.milliseconds + later.milliseconds) / 2)
      if ahead(at: middle) == before { earlier = middle } else { later = middle }
    }
    return later
  }
}
