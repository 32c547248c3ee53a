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
    } else if isSeen, let until = member.stillHereUntil(at: now) {
      self = .here(until: until)
    } else if let shifts {
      self = isInHours || isSeen ? Self.here(shifts, isInHours, now) : Self.later(shifts, now)
    } else {
      self = isSeen ? .here(until: nil) : .unknown
    }
  }

  private static func here(_ shifts: Shifts, _ isInHours: Bool, _ now: Instant) -> Self {
    // What is a day away or more would read like today.
    guard isInHours, let end = shifts.change(after: now), end - now < .hours(24) else {
      return .here(until: nil)
    }
    return .here(until: end)
  }

  private static func later(_ shifts: Shifts, _ now: Instant) -> Self {
    let beginning = shifts.change(after: now) ?? now + Shifts.horizon
    return .later(hours: Double((beginning.milliseconds - now.milliseconds)) / 3_600_000)
  }
}
