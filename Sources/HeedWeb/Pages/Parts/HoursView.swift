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

  static func html(_ hours: [ClosedRange<Int>?], in page: PageContext) -> HTML {
    let words = page.words.settings
    return """
      <div class="hours">\
      \(zip(page.words.time.weekdays, zip(opens, closes)).enumerated().html { index, day in
        let range = hours.indices.contains(index) ? hours[index] : nil
        return """
          <span>\(day.0)</span>\(time(day.1.0, words.opens(day.0), range?.lowerBound))\
          \(time(day.1.1, words.closes(day.0), range?.upperBound))
          """
      })</div>
      """
  }

  private static func time(_ name: FieldName, _ label: String, _ minutes: Int?) -> HTML {
    let value = minutes.map { "\(WallTime.two($0 / 60)):\(WallTime.two($0 % 60))" }
    return """
      <input type="time" name="\(name.rawValue)" value="\(value ?? "")" aria-label="\(label)">
      """
  }

  /// What a form sent; `nil` for a day without both ends.
  static func read(_ form: FormFields) -> [ClosedRange<Int>?] {
    zip(opens, closes).map { open, close in
      guard let from = Clock.minutes(form[open]), let to = Clock.minutes(form[close]), from <= to
      else { return nil }
      return from...to
    }
  }
}
