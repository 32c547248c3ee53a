import HeedModel

/// Reads when something is due from the words of a sentence.
struct DueReader {
  let words: DueWords
  let calendar: DueCalendar
  /// Whether a month stands before its day in figures; `nil` where nothing tells.
  let monthFirst: Bool?

  /// What was found, and where.
  struct Found {
    var range: Range<String.Index>
    var time: DueTime?
  }

  init(_ words: DueWords, region: String?, now: WallTime) {
    self.words = words
    self.calendar = DueCalendar(now: now)
    let tag = region?.lowercased().replacing("_", with: "-")
    monthFirst =
      if tag == "en-us" { true } else if tag == "en" || tag == nil {
        words.nextIsNextWeek && words.monthDay.isEmpty ? nil : false
      } else { false }
  }

  /// The first time that a calendar knows, else the first that is said at all.
  func due(in tokens: [PromiseToken]) -> Found? {
    var vague: Found?
    var start = 0
    let denied = denied(in: tokens)
    while start < tokens.count {
      if let clause = denied.first(where: { $0.contains(start) }) {
        start = clause.upperBound
      } else if let (end, time) = expression(tokens, start) {
        let found = Found(
          range: tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound, time: time)
        if isBeside(tokens, start, end, time) {
          start = end
          continue
        }
        if words.clause.isBehind(tokens, start, isPhrase: phrase(tokens, start) != nil) {
          vague = vague ?? Found(range: found.range, time: nil)
          start = afterRange(tokens, end)
          continue
        }
        if time != nil, !isAttribute(tokens, start, end) { return found }
        if vague?.time == nil { vague = found.time == nil ? vague ?? found : found }
        start = end
      } else {
        start += 1
      }
    }
    return vague
  }

  private func isBeside(
    _ tokens: [PromiseToken], _ start: Int, _ end: Int, _ time: DueTime?
  ) -> Bool {
    // "Monday's delivery".
    if end < tokens.count, ["'s", "s"].contains(tokens[end].bare) { return true }
    let isSpan = tokens[start..<end].contains {
      words.units[$0.bare] != nil || amount($0) != nil && !words.clock.contains(tokens[start].bare)
    }
    return time != nil && words.clause.isBeside(tokens, start, end, isSpan: isSpan)
  }

  /// Behind "to Friday", where "from Monday" stood before.
  private func afterRange(_ tokens: [PromiseToken], _ end: Int) -> Int {
    guard end < tokens.count, words.clause.to.contains(tokens[end].bare) else { return end }
    return expression(tokens, end)?.0 ?? expression(tokens, end + 1)?.0 ?? end
  }

  /// "the Sunday counter": a weekday that only tells which.
  private func isAttribute(_ tokens: [PromiseToken], _ start: Int, _ end: Int) -> Bool {
    words.nextIsNextWeek && end < tokens.count && end - start == 2 && tokens[start].bare == "the"
  }

  func expression(_ tokens: [PromiseToken], _ start: Int) -> (Int, DueTime?)? {
    if let found = shift(tokens, start) { return found }
    var place = start
    while place < tokens.count, words.lead.contains(tokens[place].bare),
      place == start || phrase(tokens, place) == nil
    {
      place += 1
    }
    // A word that leads may begin a phrase itself ("a semana que vem").
    for from in stride(from: place, through: start, by: -1) {
      let lead = tokens[start..<from].map(\.bare)
      if let found = span(tokens, from, lead) ?? moment(tokens, from, lead) { return found }
    }
    return nil
  }

  /// "in two weeks", "within three working days".
  private func span(_ tokens: [PromiseToken], _ from: Int, _ lead: [String]) -> (Int, DueTime?)? {
    guard lead.contains(where: words.within.contains) else { return nil }
    var place = from
    while place < tokens.count, words.filling.contains(tokens[place].bare), !isCount(tokens, place)
    {
      place += 1
    }
    if let (end, meaning) = phrase(tokens, place) {
      if case .minutes(let minutes) = meaning { return (end, .after(minutes: minutes)) }
      if meaning == .vague { return (end, nil) }
    }
    if place < tokens.count, let (count, unit) = amount(tokens[place]) {
      return (place + 1, time(after: count, unit))
    }
    guard place < tokens.count, let count = number(tokens[place]) else { return nil }
    place += 1
    var isWorking = false
    while place < tokens.count, words.working.contains(tokens[place].bare) {
      isWorking = true
      place += 1
    }
    guard place < tokens.count, var unit = words.units[tokens[place].bare] else { return nil }
    place += 1
    if place < tokens.count, words.working.contains(tokens[place].bare) {
      isWorking = true
      place += 1
    }
    if unit == .day, isWorking { unit = .workday }
    // "three working days after receipt": nobody knows from when.
    if place < tokens.count, words.relations[tokens[place].bare] == 1 { return (place, nil) }
    return (place, time(after: count, unit))
  }

  func isCount(_ tokens: [PromiseToken], _ place: Int) -> Bool {
    number(tokens[place]) != nil && place + 1 < tokens.count
      && words.units[tokens[place + 1].bare] != nil
  }

  private func time(after count: Int, _ unit: DueWords.Unit) -> DueTime {
    let today = calendar.today
    return switch unit {
    case .minute: .after(minutes: count)
    case .hour: .after(minutes: count * 60)
    case .day: .day(today + Int64(count), minute: nil)
    case .workday: .day(calendar.workdays(count), minute: nil)
    case .week: .day(today + Int64(count * 7), minute: nil)
    case .fortnight: .day(today + Int64(count * 14), minute: nil)
    case .month: .day(calendar.months(count), minute: nil)
    }
  }

  /// The last of a range like `2-3`; four figures at most.
  func number(_ token: PromiseToken) -> Int? {
    words.numbers[token.bare] ?? figure(token.bare[...])
  }

  func figure(_ text: Substring) -> Int? {
    let parts = text.split(whereSeparator: { "-–".contains($0) })
    guard let last = parts.last, last.count <= 4, parts.allSatisfy({ Int($0) != nil }) else {
      return nil
    }
    return Int(last)
  }

  /// The longest phrase that begins here, and where it ends.
  func phrase(_ tokens: [PromiseToken], _ from: Int) -> (Int, DueWords.Meaning)? {
    guard from < tokens.count else { return nil }
    for length in stride(from: min(6, tokens.count - from), through: 1, by: -1) {
      let said = tokens[from..<(from + length)].map(\.bare).joined(separator: " ")
      if let meaning = words.phrases[said] { return (from + length, meaning) }
    }
    return nil
  }
}
