import HeedModel

/// Hours of a week to fill in: from and to, a row a day, Monday first.
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
  static func html(_ days: [HoursDay], problem: Problem? = nil, in page: PageContext) -> HTML {
    let words = page.words.settings
    return """
      <div class="hours">\
      \(zip(page.words.time.weekdays, zip(opens, closes)).enumerated().html { index, day in
        let typed = days.indices.contains(index) ? days[index] : HoursDay()
        return """
          <span>\(day.0)</span>\(time(day.1.0, words.opens(day.0), typed.opens, problem))\
          \(time(day.1.1, words.closes(day.0), typed.closes, problem))
          """
      })</div>
      """
  }

  private static func time(
    _ name: FieldName, _ label: String, _ value: String, _ problem: Problem?
  ) -> HTML {
    """
    <input type="time" name="\(name.rawValue)" value="\(value)" aria-label="\(label)"\
    \(attribute: "aria-invalid", problem?.field == name.rawValue ? "true" : nil)>
    """
  }

  /// What a form sent, as it was typed.
  static func typed(_ form: FormFields) -> [HoursDay] {
    zip(opens, closes).map { HoursDay(opens: form[$0], closes: form[$1]) }
  }

  /// What was typed, in minutes after midnight; `nil` for a day of which nothing was. A day that closes at 00:00 is open
  /// until it ends.
  /// - Throws: `Problem(.invalid)` for a day that cannot be meant so: what was typed is never taken for "closed".
  static func ranges(_ days: [HoursDay]) throws -> [ClosedRange<Int>?] {
    try zip(days, zip(opens, closes)).map { day, fields in
      if day.opens.isEmpty, day.closes.isEmpty { return nil }
      guard let from = Clock.minutes(day.opens), let until = Clock.minutes(day.closes) else {
        throw Problem(
          .invalid, "Give both times of a day, or leave both empty. Nothing was saved.",
          field: (Clock.minutes(day.opens) == nil ? fields.0 : fields.1).rawValue)
      }
      let to = until == 0 ? 1440 : until
      guard from <= to else {
        throw Problem(
          .invalid,
          """
          Hours end on the day on which they begin, at midnight (00:00) at the latest. What comes after midnight belongs \
          to the next day. Nothing was saved.
          """, field: fields.1.rawValue)
      }
      return from...to
    }
  }
}

/// The hours of a day as they stand in a form: `09:00`, or nothing.
public struct HoursDay: Sendable, Hashable {
  var opens = ""
  var closes = ""

  init(opens: String = "", closes: String = "") {
    self.opens = opens
    self.closes = closes
  }

  /// - Parameter range: minutes after midnight; `nil` for a day without hours.
  init(_ range: ClosedRange<Int>?) {
    func clock(_ minutes: Int) -> String {
      "\(WallTime.two(minutes / 60 % 24)):\(WallTime.two(minutes % 60))"
    }
    self.init(
      opens: range.map { clock($0.lowerBound) } ?? "",
      closes: range.map { clock($0.upperBound) } ?? "")
  }
}
