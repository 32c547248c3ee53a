public import HeedModel

extension Zone {
  /// When the clock on the wall shows a time on a day. An hour that the clock skips counts from before it skipped; of an
  /// hour that it shows twice, the first.
  /// - Parameters:
  ///   - day: days since 1970.
  ///   - minute: after midnight; 1440 is the midnight that ends the day.
  public func instant(day: Int64, minute: Int) -> Instant {
    let wanted = day * 86_400 + Int64(minute) * 60
    func ahead(at seconds: Int64) -> Int64 {
      let wall = wall(at: Instant(seconds: seconds))
      return wall.dayNumber * 86_400 + Int64(wall.hour * 3600 + wall.minute * 60 + wall.second)
        - seconds
    }
    // Clocks are at most a day apart from UTC; of the two offsets around that time the one that fits is right.
    let before = ahead(at: wanted - 86_400)
    let after = ahead(at: wanted + 86_400)
    for offset in [before, after] where ahead(at: wanted - offset) == offset {
      return Instant(seconds: wanted - offset)
    }
    return Instant(seconds: wanted - before)
  }

  /// When the day began that the clock on the wall shows at an instant; it may be 23 or 25 hours long.
  public func dayBegan(before instant: Instant) -> Instant {
    self.instant(day: wall(at: instant).dayNumber, minute: 0)
  }

  /// When something is due that words said so: the instant, and whether it is a whole day.
  public func due(_ time: DueTime, from now: Instant) -> (at: Instant, isDay: Bool) {
    switch time {
    case .after(let minutes): (now + .minutes(Int64(minutes)), false)
    case .day(let day, let minute?): (instant(day: day, minute: minute), false)
    case .day(let day, nil): (instant(day: day, minute: 1440) - .milliseconds(1), true)
    }
  }
}
