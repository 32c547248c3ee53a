import HeedModel

extension Availability {
  /// - Parameter isSeen: they have the desk open just now.
  init(of member: Member, _ profile: MemberProfile?, isSeen: Bool, now: Instant) {
    let zone = Zone(member.timeZone)
    let wall = zone.wall(at: now)
    let shifts = Shifts(profile, in: zone)
    let isInHours = shifts?.contain(now) ?? false
    if !isInHours,
      let absence = profile?.absences.first(where: { $0.first...$0.last ~= wall.dayNumber })
    {
      self = .away(until: absence.last)
    } else if let until = member.hereUntil, isSeen,
      Self.isStillTo(come: until, at: wall.hour * 60 + wall.minute)
    {
      self = .here(until: until)
    } else if let shifts {
      self = isInHours || isSeen ? Self.here(shifts, isInHours, now) : Self.later(shifts, now)
    } else {
      self = isSeen ? .here(until: nil) : .unknown
    }
  }

  /// Whoever said "until 02:00" means the coming night in the afternoon, and this one after midnight.
  private static func isStillTo(come until: Int, at minute: Int) -> Bool {
    minute < until || (until < 360 && minute >= 720)
  }

  private static func here(_ shifts: Shifts, _ isInHours: Bool, _ now: Instant) -> Self {
    // What is a day away or more would read like today.
    guard isInHours, let end = shifts.change(after: now), end - now < .hours(24) else {
      return .here(until: nil)
    }
    let wall = shifts.zone.wall(at: end)
    let minute = wall.hour * 60 + wall.minute
    return .here(until: minute == 0 ? 1440 : minute)
  }

  private static func later(_ shifts: Shifts, _ now: Instant) -> Self {
    let beginning = shifts.change(after: now) ?? now + Shifts.horizon
    return .later(hours: Double((beginning.milliseconds - now.milliseconds)) / 3_600_000)
  }
}
