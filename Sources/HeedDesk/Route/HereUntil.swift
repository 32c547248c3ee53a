public import HeedModel

/// Until when somebody is here, as they type it: a time of their own clock, without a day.
public enum HereUntil {
  /// The moment that is meant: today's, or tonight's where "until 02:00" is said in the afternoon.
  /// - Parameter minute: after midnight on their wall.
  /// - Returns: `nil` where it is over: that says nothing.
  public static func instant(minute: Int, in zone: Zone, now: Instant) -> Instant? {
    let wall = zone.wall(at: now)
    let today = zone.instant(day: wall.dayNumber, minute: minute)
    if today > now { return today }
    return minute < night && wall.hour >= 12
      ? zone.instant(day: wall.dayNumber + 1, minute: minute) : nil
  }

  /// Six in the morning.
  private static let night = 360
}
