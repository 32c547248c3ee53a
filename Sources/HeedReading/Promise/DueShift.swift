import HeedModel

extension DueReader {
  /// "a week from Friday", "a week today", "two days before Christmas", "the day after Easter"; and what hangs on no day: "two days
  /// after it arrives".
  func shift(_ tokens: [PromiseToken], _ start: Int) -> (Int, DueTime?)? {
    var place = start
    while place < tokens.count, words.lead.contains(tokens[place].bare), !isCount(tokens, place) {
      place += 1
    }
    let isWithin = tokens[start..<place].contains { words.within.contains($0.bare) }
    guard place < tokens.count else { return nil }
    var count = 1
    var unit: DueWords.Unit
    if let found = amount(tokens[place]) {
      (count, unit) = found
      place += 1
    } else {
      if isCount(tokens, place), let number = number(tokens[place]) {
        count = number
        place += 1
      } else if place == start {
        return nil
      }
      guard place < tokens.count, let found = words.units[tokens[place].bare] else { return nil }
      unit = found
      place += 1
    }
    guard place < tokens.count else { return nil }
    let relation = tokens[place].bare
    if let sign = words.relations[relation] {
      let anchor = anchor(tokens, place + 1)
      if let (end, day) = anchor { return (end, time(sign * count, unit, from: day)) }
      // Later than a day that nobody knows.
      return sign > 0 && place > start + 1 ? (place, nil) : nil
    }
    // "a week on Tuesday", "a week today".
    guard unit == .week, !isWithin, words.nextIsNextWeek, !words.within.contains(relation) else {
      return nil
    }
    let from = relation == "on" ? place + 1 : place
    guard let (end, meaning) = phrase(tokens, from) else { return nil }
    switch meaning {
    case .weekday(let weekday): return (end, time(count, unit, from: calendar.weekday(weekday)))
    case .day(let ahead):
      return (end, time(count, unit, from: calendar.today + Int64(ahead)))
    default: return nil
    }
  }

  /// The day on which a shift begins.
  private func anchor(_ tokens: [PromiseToken], _ from: Int) -> (Int, Int64)? {
    guard from < tokens.count else { return nil }
    if words.now.contains(tokens[from].bare) { return (from + 1, calendar.today) }
    var place = from
    while place < tokens.count, place - from < 2, words.lead.contains(tokens[place].bare),
      phrase(tokens, place) == nil
    {
      place += 1
    }
    let lead = tokens[from..<place].map(\.bare).filter { !words.before.contains($0) }
    guard case (let end, .day(let day, _)?)? = moment(tokens, place, lead.isEmpty ? ["="] : lead)
    else { return nil }
    return (end, day)
  }

  private func time(_ count: Int, _ unit: DueWords.Unit, from day: Int64) -> DueTime? {
    switch unit {
    case .minute: day == calendar.today && count > 0 ? .after(minutes: count) : nil
    case .hour: day == calendar.today && count > 0 ? .after(minutes: count * 60) : nil
    case .day: later(day + Int64(count))
    case .week: later(day + Int64(count * 7))
    case .fortnight: later(day + Int64(count * 14))
    case .workday, .month: nil
    }
  }

  /// No day that is over.
  private func later(_ day: Int64) -> DueTime? {
    day < calendar.today ? nil : .day(day, minute: nil)
  }

  /// A number and its unit in one word: `24h`, `30min`, `1h30`.
  func amount(_ token: PromiseToken) -> (Int, DueWords.Unit)? {
    let letters = token.bare.reversed().prefix { $0.isLetter }.count
    if letters > 0 {
      let head = token.bare.dropLast(letters)
      guard let unit = words.units[String(token.bare.suffix(letters))],
        let count = figure(head)
      else { return nil }
      return (count, unit)
    }
    let parts = token.bare.split(separator: "h")
    guard parts.count == 2, token.bare.contains("h"), parts[0].count <= 2, parts[1].count == 2,
      let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60
    else { return nil }
    return (hours * 60 + minutes, .minute)
  }
}
