/// Hours of a week by the clock on a wall: several stretches may begin on a day, and one may go on past midnight.
public struct WeekHours: Sendable, Hashable {
  /// So many stretches begin on a day at most.
  public static let mostADay = 6

  /// Of each day, Monday first, the stretches that begin on it, the earliest first: minutes after its midnight, the first
  /// one that belongs to it and the first one that does not any more. What ends after 1440 goes on into the next day.
  public private(set) var days: [[Range<Int>]]

  /// - Parameter days: Monday first; what is missing is a day without hours. A stretch that begins on no day, that is
  ///   empty or that is longer than a day is left out.
  public init(_ days: [[Range<Int>]] = []) {
    self.days = (0..<7).map { weekday in
      guard days.indices.contains(weekday) else { return [] }
      let meant = days[weekday].filter {
        0..<1440 ~= $0.lowerBound && !$0.isEmpty && $0.count <= 1440
      }
      return Array(
        Set(meant).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
          .prefix(Self.mostADay))
    }
  }

  /// The same every day from Monday to Friday.
  public init(weekdays stretches: Range<Int>...) {
    self.init(Array(repeating: stretches, count: 5))
  }

  /// Whether no hours were given at all.
  public var isEmpty: Bool { days.allSatisfy(\.isEmpty) }

  /// Whether the clock on the wall stands within a stretch.
  /// - Parameters:
  ///   - day: days since 1970.
  ///   - minute: after its midnight, 0 to 1439.
  ///   - isOff: days on which nothing begins; what began the day before still goes on.
  public func contains(day: Int64, minute: Int, unless isOff: (Int64) -> Bool = { _ in false })
    -> Bool
  {
    (!isOff(day) && days[Self.weekday(day)].contains { $0 ~= minute })
      || (!isOff(day - 1) && days[Self.weekday(day - 1)].contains { $0 ~= minute + 1440 })
  }

  /// Minutes until the clock on the wall shows the next beginning or end of a stretch; at most a day, after which one has
  /// to look again.
  public func minutesToBoundary(day: Int64, minute: Int) -> Int {
    let bounds = (-1...1).flatMap { offset in
      days[Self.weekday(day + Int64(offset))].flatMap {
        [$0.lowerBound + offset * 1440, $0.upperBound + offset * 1440]
      }
    }
    // Midnight is one, too: a day off may begin or end with it.
    return (bounds + [1440]).filter { $0 > minute }.min().map { $0 - minute } ?? 1440
  }

  /// When something is to happen on a day that was wished for a time of it: then, if it is within the hours; else as the
  /// next stretch of the day begins, else with its last one. The wish itself where nothing begins on that day.
  /// - Parameters:
  ///   - minute: after midnight.
  ///   - day: days since 1970.
  public func time(wished minute: Int, on day: Int64) -> Int {
    if contains(day: day, minute: minute) { return minute }
    let beginnings = days[Self.weekday(day)].map(\.lowerBound)
    return beginnings.first { $0 > minute } ?? beginnings.last ?? minute
  }

  /// 0 is Monday; the first of January 1970 was a Thursday.
  private static func weekday(_ day: Int64) -> Int { Int(((day + 3) % 7 + 7) % 7) }
}
