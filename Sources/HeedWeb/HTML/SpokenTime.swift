import HeedDesk
import HeedModel

/// Times as people say them, with the exact one for those who touch or listen.
enum SpokenTime {
  /// `3 h ago`, `yesterday 14:05`, `12 May`.
  static func ago(_ instant: Instant, in page: PageContext) -> HTML {
    element(instant, saying: agoText(instant, in: page), in: page)
  }

  /// How long somebody has been waiting: `3 h 12 min`.
  static func waited(since instant: Instant, in page: PageContext) -> HTML {
    element(instant, saying: span(page.now - instant, in: page), in: page)
  }

  /// `Monday 10:00`, `12 May, 10:00`: for what is still to come.
  static func at(_ instant: Instant, in page: PageContext) -> HTML {
    element(instant, saying: atText(instant, in: page), in: page)
  }

  /// `10:12`, with its day where the moments that stand beside it are not all of that day.
  static func clock(_ instant: Instant, among others: [Instant], in page: PageContext) -> String {
    let wall = page.zone.wall(at: instant)
    let isOneDay = others.allSatisfy { page.zone.wall(at: $0).dayNumber == wall.dayNumber }
    return isOneDay
      ? wall.clock : page.words.time.dateAt(day(instant, in: page), wall.clock)
  }

  /// `18:00` of today, else with its day: until when somebody is here, on the clock of whoever looks.
  /// - Parameter isElsewhere: their own clock shows another time.
  static func until(_ instant: Instant, isElsewhere: Bool = false, in page: PageContext) -> String {
    let then = page.zone.wall(at: instant)
    let isToday = then.dayNumber == page.zone.wall(at: page.now).dayNumber
    let text = isToday ? then.clock : atText(instant, in: page)
    return isElsewhere ? page.words.time.yours(text) : text
  }

  static func element(_ instant: Instant, saying text: String, in page: PageContext) -> HTML {
    """
    <time datetime="\(machine(instant))" title="\(exact(instant, in: page))">\(text)</time>
    """
  }

  /// RFC 3339 in UTC.
  static func machine(_ instant: Instant) -> String {
    let wall = Zone.utc(at: instant)
    return "\(wall.date)T\(wall.clock):\(WallTime.two(wall.second))Z"
  }

  static func exact(_ instant: Instant, in page: PageContext) -> String {
    let words = page.words.time
    let wall = page.zone.wall(at: instant)
    return words.exact(
      words.weekdays[wall.weekday], wall.day, words.months[wall.month - 1], wall.year, wall.clock)
  }

  static func agoText(_ instant: Instant, in page: PageContext) -> String {
    let words = page.words.time
    let passed = (page.now - instant).milliseconds / 1000
    let then = page.zone.wall(at: instant)
    let today = page.zone.wall(at: page.now)
    if passed < 5 { return words.now }
    if passed < 60 { return words.secondsAgo(Int(passed)) }
    if passed < 3600 { return words.minutesAgo(Int(passed / 60)) }
    if then.dayNumber == today.dayNumber || passed < 6 * 3600 {
      return words.hoursAgo(Int(passed / 3600))
    }
    if then.dayNumber == today.dayNumber - 1 { return words.yesterday(then.clock) }
    return date(then, against: today, in: words)
  }

  static func atText(_ instant: Instant, in page: PageContext) -> String {
    let words = page.words.time
    let then = page.zone.wall(at: instant)
    let today = page.zone.wall(at: page.now)
    switch then.dayNumber - today.dayNumber {
    case 0: return words.today(then.clock)
    case 1: return words.tomorrow(then.clock)
    case 2...6: return words.weekdayAt(words.weekdays[then.weekday], then.clock)
    default: return words.dateAt(date(then, against: today, in: words), then.clock)
    }
  }

  static func day(_ instant: Instant, in page: PageContext) -> String {
    date(page.zone.wall(at: instant), against: page.zone.wall(at: page.now), in: page.words.time)
  }

  /// - Parameter number: days since 1970.
  static func date(ofDay number: Int64, in page: PageContext) -> String {
    date(
      WallTime(seconds: number * 86_400), against: page.zone.wall(at: page.now),
      in: page.words.time)
  }

  static func span(_ duration: Duration, in page: PageContext) -> String {
    let words = page.words.time
    let minutes = Int(duration.milliseconds / 60_000)
    if minutes < 1 { return words.underAMinute }
    if minutes < 60 { return words.minutes(minutes) }
    if minutes < 24 * 60 {
      return minutes % 60 == 0
        ? words.hours(minutes / 60) : words.hoursAndMinutes(minutes / 60, minutes % 60)
    }
    return words.days(minutes / (24 * 60))
  }

  private static func date(
    _ then: WallTime, against today: WallTime, in words: TimeWords
  ) -> String {
    let month = words.shortMonths[then.month - 1]
    return then.year == today.year
      ? words.date(then.day, month) : words.dateWithYear(then.day, month, then.year)
  }
}
