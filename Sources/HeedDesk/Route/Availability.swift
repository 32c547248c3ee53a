import HeedModel

extension Availability {
  /// - Parameter isSeen: they have the desk open just now.
  init(of member: Member, _ profile: MemberProfile?, isSeen: Bool, now: Instant) {
    let wall = Zone(member.timeZone).wall(at: now)
    let minute = wall.hour * 60 + wall.minute
    if let absence = profile?.absences.first(where: { $0.first...$0.last ~= wall.dayNumber }) {
      self = .away(until: absence.last)
    } else if let until = member.hereUntil, isSeen, minute < until {
      self = .here(until: until)
    } else if let hours = profile?.hours, hours.count == 7 {
      if let shift = hours[wall.weekday], shift.contains(minute) {
        self = .here(until: shift.upperBound)
      } else if isSeen {
        self = .here(until: nil)
      } else {
        self = Self.next(hours, weekday: wall.weekday, minute: minute)
      }
    } else {
      self = isSeen ? .here(until: nil) : .unknown
    }
  }

  private static func next(_ hours: [ClosedRange<Int>?], weekday: Int, minute: Int) -> Self {
    for days in 0...7 {
      guard let shift = hours[(weekday + days) % 7] else { continue }
      let wait = days * 1440 + shift.lowerBound - minute
      if wait > 0 { return .later(hours: Double(wait) / 60) }
    }
    return .unknown
  }
}
