import HeedModel

/// Hours of a week as stored: `540-720 780-1080,1320-1560,…,` with the stretches of a day apart by a space, an empty piece
/// for a day without hours, and an end after 1440 for what goes on past midnight. A day of one stretch stands as it did
/// when there was no more than one.
enum WeekHoursText {
  static func write(_ hours: WeekHours) -> String {
    hours.days.map { stretches in
      stretches.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
    }.joined(separator: ",")
  }

  /// - Returns: `nil` for what is no week.
  static func read(_ text: String) -> WeekHours? {
    let days = text.split(separator: ",", omittingEmptySubsequences: false).map { day in
      day.split(separator: " ").compactMap { stretch -> Range<Int>? in
        let ends = stretch.split(separator: "-").compactMap { Int($0) }
        return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
      }
    }
    return days.count == 7 ? WeekHours(days) : nil
  }
}
