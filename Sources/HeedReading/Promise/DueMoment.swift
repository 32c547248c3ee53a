import HeedModel

extension DueReader {
  /// What has been gathered of a day and a time on it.
  private struct Moment {
    var day: Int64?
    var minute: Int?
    var hasPart = false
    var isLate = false
    /// The clock time may be of the morning or the afternoon.
    var isOpen = false
    var hasClock = false
    var isBefore = false
    var isVague = false
    /// The end of the day is said.
    var endsDay = false
    /// The day is a named one, and not its end: before it is the day before.
    var isNamed = false
    var hasLater = false
    /// A week was named, and no day of it yet: so many weeks ahead.
    var week: Int?
  }

  /// "on Friday", "tomorrow at ten", "by noon on the 12th", "soon".
  func moment(_ tokens: [PromiseToken], _ from: Int, _ lead: [String]) -> (Int, DueTime?)? {
    var moment = Moment()
    moment.isBefore = lead.contains { words.before.contains($0) }
    guard var end = part(tokens, from, lead, &moment) else { return nil }
    if moment.isVague { return (end, nil) }
    laterDay(tokens, &end, &moment)
    while end < tokens.count {
      var next = end
      while next < tokens.count, next - end < 4, words.joining.contains(tokens[next].bare) {
        next += 1
      }
      var reached: Int?
      for start in stride(from: next, through: end, by: -1) {
        let joined = tokens[end..<start].map(\.bare)
        var more = moment
        if let stop = part(tokens, start, joined + (moment.day == nil ? [] : ["="]), &more),
          !more.isVague
        {
          moment = more
          reached = stop
          break
        }
      }
      guard let reached else { break }
      end = reached
      laterDay(tokens, &end, &moment)
    }
    guard moment.day != nil || moment.hasClock || moment.minute != nil || moment.endsDay else {
      return nil
    }
    if moment.day == nil, lead.isEmpty, !moment.endsDay { return nil }
    return (end, time(of: moment))
  }

  /// "Friday week".
  private func laterDay(_ tokens: [PromiseToken], _ end: inout Int, _ moment: inout Moment) {
    guard let day = moment.day, !moment.hasLater else { return }
    for length in stride(from: min(3, tokens.count - end), through: 1, by: -1) {
      let said = tokens[end..<(end + length)].map(\.bare).joined(separator: " ")
      guard let days = words.later[said] else { continue }
      moment.day = day + Int64(days)
      moment.hasLater = true
      end += length
      return
    }
  }

  private func time(of moment: Moment) -> DueTime? {
    let now = calendar.now.hour * 60 + calendar.now.minute
    var minute = moment.minute
    var day = moment.day ?? calendar.today
    if moment.isBefore, moment.isNamed, !moment.hasClock, moment.minute == nil,
      !moment.hasPart, day > calendar.today
    {
      day -= 1
    }
    if let said = minute, moment.isOpen, said < 720 {
      if moment.isLate || said < 7 * 60 && !moment.hasPart {
        minute = said + 720
      } else if moment.day ?? calendar.today == calendar.today, said <= now, said + 720 > now,
        !moment.hasPart
      {
        minute = said + 720
      }
    }
    if moment.day == nil, let minute, minute <= now { day += 1 }
    if minute == 1440 { minute = nil }
    return .day(day, minute: minute)
  }

  /// One part of it: a day, a clock time, a part of the day.
  private func part(
    _ tokens: [PromiseToken], _ from: Int, _ lead: [String], _ moment: inout Moment
  ) -> Int? {
    if moment.day == nil, let (end, day) = date(tokens, from, lead) {
      moment.day = day
      moment.isNamed = true
      // A day that is hardly over is more often meant than that of next year.
      let isDeadline = lead.contains { words.until.contains($0) || words.before.contains($0) }
      let isFar = day - calendar.today > Self.longAhead
      if day < calendar.today || isFar && !isDeadline && !hasYear(tokens[from..<end]) {
        moment.isVague = true
      }
      return end
    }
    if let weeks = moment.week, let (end, weekday) = dayOfWeek(tokens, from) {
      moment.day = calendar.weekday(weekday, inWeeks: weeks)
      moment.isNamed = true
      moment.week = nil
      if moment.day ?? 0 < calendar.today { moment.isVague = true }
      return end
    }
    if !moment.hasClock, let end = clock(tokens, from, lead, &moment) { return end }
    if moment.day == nil, let (end, day) = namedWeekday(tokens, from) {
      moment.day = day
      moment.isNamed = true
      return end
    }
    // "El fin de semana que viene" is a weekend.
    if moment.day == nil, phrase(tokens, from)?.1 != .weekend, let found = edge(tokens, from),
      found.end >= phrase(tokens, from)?.0 ?? 0
    {
      moment.day = moment.isBefore && found.edge == .beginning ? found.first - 1 : found.day
      if moment.day ?? 0 < calendar.today { moment.isVague = true }
      return found.end
    }
    guard let (end, meaning) = phrase(tokens, from) else { return nil }
    let isEnd = words.ends.contains(tokens[from].bare)
    return take(meaning, lead, &moment, isEnd: isEnd) ? end : nil
  }

  private static let longAhead: Int64 = 270

  private func hasYear(_ tokens: ArraySlice<PromiseToken>) -> Bool {
    tokens.contains { token in
      let numbers = token.bare.split { !$0.isNumber }
      return numbers.count == 3 || numbers.contains { $0.count == 4 }
    }
  }

  private func take(
    _ meaning: DueWords.Meaning, _ lead: [String], _ moment: inout Moment, isEnd: Bool
  ) -> Bool {
    if meaning == .dayEnd {
      guard !moment.hasPart, !moment.hasClock else { return false }
      moment.hasPart = true
      moment.isLate = true
      moment.endsDay = true
      return true
    }
    if case .part(let minute) = meaning {
      guard !moment.hasPart else { return false }
      // "noon" says a time by itself, "morning" only of a day.
      guard moment.day != nil || moment.hasClock || minute == 720 || minute == 780 || !lead.isEmpty
      else { return false }
      if moment.day == nil, !moment.hasClock, minute == nil { return false }
      moment.hasPart = true
      moment.isLate = minute.map { $0 > 780 } ?? true
      if !moment.hasClock { moment.minute = minute }
      return true
    }
    guard moment.day == nil else { return false }
    let before: Int64 = moment.isBefore ? 1 : 0
    let isEarlier = moment.isBefore && !isEnd
    var previous: Int {
      switch meaning {
      case .week(let ahead), .monthEnd(let ahead): isEarlier && ahead > 0 ? 1 : 0
      default: 0
      }
    }
    switch meaning {
    case .day(let ahead):
      moment.day = calendar.today + Int64(ahead)
      moment.isNamed = !isEnd
    case .today(let minute):
      moment.day = calendar.today
      moment.hasPart = true
      moment.isLate = minute.map { $0 > 780 } ?? true
      if !moment.hasClock { moment.minute = minute }
    case .weekday(let weekday): moment.day = calendar.weekday(weekday)
    case .month(let month):
      guard !lead.isEmpty else { return false }
      let end = calendar.end(ofMonth: month)
      // Before a month is before its first day.
      let first = end - Int64(WallTime(dayNumber: end).day) + 1
      moment.day = moment.isBefore && first > calendar.today ? first - 1 : end
    case .week(let weeks):
      moment.day = calendar.week(weeks - previous)
      if !moment.isBefore, !isEnd { moment.week = weeks }
    case .weekend:
      moment.day =
        lead.contains(where: { words.before.contains($0) || words.until.contains($0) })
        ? calendar.beforeWeekend() : calendar.weekend()
    case .monthEnd(let months): moment.day = calendar.monthEnd(after: months - previous)
    case .quarterEnd: moment.day = calendar.quarterEnd()
    case .yearEnd: moment.day = calendar.yearEnd()
    case .easter: moment.day = calendar.easter() - before
    case .christmas: moment.day = calendar.christmas() - before
    case .vague: moment.isVague = true
    case .minutes, .part, .dayEnd: return false
    }
    return true
  }

  /// "next week, on Tuesday"; not "next week, Tuesday is a holiday".
  private func dayOfWeek(_ tokens: [PromiseToken], _ from: Int) -> (Int, Int)? {
    guard case (let end, .weekday(let weekday))? = phrase(tokens, from) else { return nil }
    let speaksOfIt =
      end < tokens.count && ["is", "ist", "est", "es", "e"].contains(tokens[end].bare)
    return speaksOfIt ? nil : (end, weekday)
  }

  /// "next Thursday", "mercredi prochain", "Mittwoch nächster Woche".
  private func namedWeekday(_ tokens: [PromiseToken], _ from: Int) -> (Int, Int64)? {
    var place = from
    var isNext = false
    if place < tokens.count, words.next.contains(tokens[place].bare) {
      isNext = true
      place += 1
    }
    guard case (let end, .weekday(let weekday))? = phrase(tokens, place) else { return nil }
    place = end
    var after = place
    while after < tokens.count, after - place < 3, words.joining.contains(tokens[after].bare) {
      after += 1
    }
    for start in Set([after, place]).sorted(by: >) {
      if case (let stop, .week(let weeks))? = phrase(tokens, start), weeks > 0 {
        return (stop, calendar.weekday(weekday, inWeeks: weeks))
      }
    }
    if place < tokens.count, words.next.contains(tokens[place].bare) {
      isNext = true
      place += 1
    } else if place + 1 < tokens.count, tokens[place].bare == "que",
      ["viene", "vem"].contains(tokens[place + 1].bare)
    {
      isNext = true
      place += 2
    }
    return (
      place,
      isNext && words.nextIsNextWeek
        ? calendar.weekday(weekday, inWeeks: 1) : calendar.weekday(weekday)
    )
  }

  /// "20 March", "March 20th", "the 12th", "12.3.", "2026-03-12".
  private func date(_ tokens: [PromiseToken], _ from: Int, _ lead: [String]) -> (Int, Int64)? {
    guard from < tokens.count else { return nil }
    let isHour =
      lead.contains { words.clock.contains($0) }
      || (from + 1 < tokens.count && words.hour.contains(tokens[from + 1].bare))
    if !isHour || tokens[from].bare.contains("/"), let day = figures(tokens[from].bare) {
      return (from + 1, day)
    }
    if let (day, isOrdinal) = dayOfMonth(tokens[from].bare) {
      var place = from + 1
      while place < tokens.count, place - from < 3, ["of", "de", "d'"].contains(tokens[place].bare)
      { place += 1 }
      if case (let end, .month(let month))? = phrase(tokens, place) {
        let (stop, year) = year(tokens, end)
        return calendar.date(day: day, month: month, year: year).map { (stop, $0) }
      }
      let followed =
        from + 1 < tokens.count
        && (words.units[tokens[from + 1].bare] != nil || words.hour.contains(tokens[from + 1].bare))
      if isOrdinal || (lead.contains { words.monthDay.contains($0) } && !followed) {
        return calendar.date(dayOfMonth: day).map { (from + 1, $0) }
      }
    }
    if case (let end, .month(let month))? = phrase(tokens, from), end < tokens.count,
      let (day, _) = dayOfMonth(tokens[end].bare)
    {
      let (stop, year) = year(tokens, end + 1)
      return calendar.date(day: day, month: month, year: year).map { (stop, $0) }
    }
    return nil
  }

  private func year(_ tokens: [PromiseToken], _ place: Int) -> (Int, Int?) {
    guard place < tokens.count, tokens[place].bare.count == 4, let year = Int(tokens[place].bare),
      (2000...2199).contains(year)
    else { return (place, nil) }
    return (place + 1, year)
  }

  private func dayOfMonth(_ text: String) -> (Int, isOrdinal: Bool)? {
    let digits = text.prefix { $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard digits.count <= 2, let day = Int(digits), (1...31).contains(day) else { return nil }
    if rest.isEmpty { return (day, false) }
    return ["st", "nd", "rd", "th", "er", "º", "o"].contains(rest) ? (day, true) : nil
  }

  private func figures(_ text: String) -> Int64? {
    let separators = Set(text.filter { !$0.isNumber })
    guard separators.count == 1, let mark = separators.first, "./-".contains(mark) else {
      return nil
    }
    let parts = text.split(separator: mark).compactMap { Int($0) }
    guard parts.count == text.split(separator: mark).count else { return nil }
    if parts.count == 3, parts[0] > 999 {
      return WallTime.dayNumber(year: parts[0], month: parts[1], day: parts[2])
    }
    guard parts.count == 3 || (parts.count == 2 && mark != "-") else { return nil }
    // `17.30` is a time, `3-4` a range.
    let isMonthFirst =
      mark == "." ? false : parts[1] > 12 ? true : parts[0] > 12 ? false : monthFirst
    guard let isMonthFirst else { return nil }
    let (day, month) = isMonthFirst ? (parts[1], parts[0]) : (parts[0], parts[1])
    guard (1...12).contains(month) else { return nil }
    return calendar.date(day: day, month: month, year: parts.count == 3 ? parts[2] : nil)
  }

  /// "at ten", "5 pm", "17.30 Uhr", "half past four".
  private func clock(
    _ tokens: [PromiseToken], _ from: Int, _ lead: [String], _ moment: inout Moment
  ) -> Int? {
    var place = from
    var shift = 0
    if let (length, minutes) = half(tokens, from) {
      shift = minutes
      place += length
    }
    guard place < tokens.count, let (hour, minute, mark) = hour(tokens[place].bare) else {
      return nil
    }
    place += 1
    var isMarked = mark != nil || shift != 0
    var half = mark
    while place < tokens.count, words.hour.contains(tokens[place].bare) {
      if ["am", "pm"].contains(tokens[place].bare) { half = tokens[place].bare }
      isMarked = true
      place += 1
    }
    for (length, minutes) in [(2, 30)] where place + length <= tokens.count {
      let said = tokens[place..<(place + length)].map(\.bare).joined(separator: " ")
      if words.halves["+" + said] != nil {
        shift += minutes
        place += length
      }
    }
    if !isMarked {
      // A bare number is a time after "at", or beside a day.
      let isLed = lead.contains { words.clock.contains($0) }
      var after = place
      while after < tokens.count, after - place < 2, words.joining.contains(tokens[after].bare) {
        after += 1
      }
      let isBeside = !lead.isEmpty && isOfADay(phrase(tokens, after)?.1 ?? phrase(tokens, place)?.1)
      guard isLed || isBeside else { return nil }
    }
    var total = hour * 60 + minute + shift
    guard (0...1440).contains(total) else { return nil }
    if half == "pm", hour < 12 { total += 720 }
    if half == "am", hour == 12 { total -= 720 }
    moment.hasClock = true
    moment.minute = total
    moment.isOpen = half != "am" && half != "pm" && half != "24" && hour <= 12
    return place
  }

  private func isOfADay(_ meaning: DueWords.Meaning?) -> Bool {
    switch meaning {
    case .day, .today, .weekday, .part: true
    default: false
    }
  }

  private func half(_ tokens: [PromiseToken], _ from: Int) -> (Int, Int)? {
    for length in [2, 1] where from + length < tokens.count {
      let said = tokens[from..<(from + length)].map(\.bare).joined(separator: " ")
      if let minutes = words.halves[said] { return (length, minutes) }
    }
    return nil
  }

  /// - Returns: `24` as mark where the form says that the clock has 24 hours.
  private func hour(_ text: String) -> (Int, Int, String?)? {
    if let named = words.numbers[text], (1...12).contains(named), !["a", "an"].contains(text) {
      return (named, 0, nil)
    }
    let digits = text.prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count <= 2, let hour = Int(digits), hour <= 24 else { return nil }
    let rest = text.dropFirst(digits.count)
    if rest.isEmpty { return (hour, 0, nil) }
    if ["am", "pm", "h"].contains(rest) { return (hour, 0, String(rest == "h" ? "24" : rest)) }
    guard let mark = rest.first, ":.h".contains(mark) else { return nil }
    let minutes = rest.dropFirst().prefix { $0.isNumber }
    let tail = rest.dropFirst(1 + minutes.count)
    guard minutes.count == 2, let minute = Int(minutes), minute < 60,
      ["", "am", "pm", "h", "uhr"].contains(tail)
    else { return nil }
    return (
      hour, minute,
      ["am", "pm"].contains(tail) ? String(tail) : hour >= 8 || mark == "h" ? "24" : ""
    )
  }
}
