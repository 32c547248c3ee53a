import HeedModel

/// Hours of a week to fill in, Monday first: each stretch of a day from and to in a row of its own. What a day has no row
/// for yet stands folded below the week.
enum HoursView {
  static let opens: [FieldName] = [
    .openMonday, .openTuesday, .openWednesday, .openThursday, .openFriday, .openSaturday,
    .openSunday,
  ]
  static let closes: [FieldName] = [
    .closeMonday, .closeTuesday, .closeWednesday, .closeThursday, .closeFriday, .closeSaturday,
    .closeSunday,
  ]

  /// - Parameter problem: marks the time that it concerns.
  static func html(_ week: [[HoursRow]], problem: Problem? = nil, in page: PageContext) -> HTML {
    let days = (0..<7).map { week.indices.contains($0) ? week[$0] : [] }
    let isWrong = (opens + closes).contains { $0.rawValue == problem?.field }
    let wrong = isWrong ? firstWrong(days) : nil
    let spare = days.map { min(max(1, $0.count), WeekHours.mostADay - 1) }
    return """
      <p class="soft">\(page.words.settings.overMidnight)</p>
      <div class="hours">\
      \(days.indices.html { day in
        (0..<max(1, days[day].count)).html { row($0, of: day, days, wrong, in: page) }
      })</div>
      <details class="more-hours"><summary>\(page.words.settings.moreHours)</summary>
      <div class="hours">\(days.indices.html { row(spare[$0], of: $0, days, wrong, in: page) })</div>
      </details>
      """
  }

  private static func row(
    _ index: Int, of day: Int, _ days: [[HoursRow]], _ wrong: Wrong?, in page: PageContext
  ) -> HTML {
    let words = page.words.settings
    let name = page.words.time.weekdays[day]
    let typed = days[day].indices.contains(index) ? days[day][index] : HoursRow()
    let which = index == 0 ? name : "\(name) (\(index + 1))"
    func time(_ field: FieldName, _ label: String, _ value: String) -> HTML {
      let isWrong = wrong == Wrong(day: day, row: index, field: field)
      return """
        <input type="time" name="\(field.rawValue)" value="\(value)" aria-label="\(label)"\
        \(attribute: "aria-invalid", isWrong ? "true" : nil)>
        """
    }
    return """
      <span>\(name)</span>\(time(opens[day], words.opens(which), typed.opens))\
      \(time(closes[day], words.closes(which), typed.closes))\
      <span class="soft">\(typed.endsNextDay ? words.nextDay : "")</span>
      """
  }

  private struct Wrong: Equatable {
    var day: Int
    var row: Int
    var field: FieldName
  }

  private static func firstWrong(_ days: [[HoursRow]]) -> Wrong? {
    for (day, rows) in days.enumerated() {
      for (index, row) in rows.enumerated() {
        do {
          _ = try range(row, opens[day], closes[day])
        } catch {
          let field = [opens[day], closes[day]].first { $0.rawValue == error.field }
          return field.map { Wrong(day: day, row: index, field: $0) }
        }
      }
    }
    return nil
  }

  /// What a form sent, as it was typed, less the rows of which nothing was.
  static func typed(_ form: FormFields) -> [[HoursRow]] {
    zip(opens, closes).map { opens, closes in
      let (from, until) = (form.all(opens), form.all(closes))
      return (0..<max(from.count, until.count)).map { index in
        HoursRow(
          opens: from.indices.contains(index) ? from[index] : "",
          closes: until.indices.contains(index) ? until[index] : "")
      }.filter { $0 != HoursRow() }
    }
  }

  /// What was typed. An end that does not come after its beginning is on the next day; from 00:00 to 00:00 is the whole
  /// day.
  /// - Throws: `Problem(.invalid)` for a day that cannot be meant so: what was typed is never taken for "closed".
  static func hours(_ week: [[HoursRow]]) throws -> WeekHours {
    WeekHours(
      try zip(week, zip(opens, closes)).map { rows, fields in
        guard rows.count <= WeekHours.mostADay else {
          throw Problem(
            .invalid, "A day has six stretches of hours at most. Nothing was saved.",
            field: fields.0.rawValue)
        }
        return try rows.map { try range($0, fields.0, fields.1) }
      })
  }

  private static func range(_ row: HoursRow, _ opens: FieldName, _ closes: FieldName)
    throws(Problem) -> Range<Int>
  {
    guard let from = Clock.minutes(row.opens), let until = Clock.minutes(row.closes) else {
      throw Problem(
        .invalid, "Give both times of a day, or leave both empty. Nothing was saved.",
        field: (Clock.minutes(row.opens) == nil ? opens : closes).rawValue)
    }
    guard from != until || from == 0 else {
      throw Problem(
        .invalid,
        "Hours that end when they begin are none. A whole day is 00:00 to 00:00. Nothing was saved.",
        field: closes.rawValue)
    }
    return from..<(until <= from ? until + 1440 : until)
  }
}

/// A stretch of hours as it stands in a form: `09:00`, or nothing.
public struct HoursRow: Sendable, Hashable {
  var opens = ""
  var closes = ""

  init(opens: String = "", closes: String = "") {
    self.opens = opens
    self.closes = closes
  }

  /// - Parameter stretch: minutes after midnight.
  init(_ stretch: Range<Int>) {
    func clock(_ minutes: Int) -> String {
      "\(WallTime.two(minutes / 60 % 24)):\(WallTime.two(minutes % 60))"
    }
    self.init(opens: clock(stretch.lowerBound), closes: clock(stretch.upperBound))
  }

  /// Not at the midnight that ends its own.
  var endsNextDay: Bool {
    guard let from = Clock.minutes(opens), let until = Clock.minutes(closes) else { return false }
    return until < from && until > 0
  }
}

extension WeekHours {
  var rows: [[HoursRow]] { days.map { $0.map(HoursRow.init) } }
}
