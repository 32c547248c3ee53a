/// What a member says of themselves so that the right conversations find them: what they know and like, which languages
/// they answer in, when they are there.
public struct MemberProfile: Sendable, Hashable {
  public var member: ID<Member>
  /// BCP 47 tags; empty where they did not say.
  public var languages: [String]
  /// Words and phrases of what they know about, as typed.
  public var knows: [String]
  /// Of what they would like more.
  public var likes: [String]
  /// How many minutes of a day they give; `nil` where they did not say.
  public var minutesADay: Int?
  /// On their own wall; empty where they did not say.
  public var hours: WeekHours
  public var absences: [Absence]

  /// Whole days on the member's own wall, both ends included.
  public struct Absence: Sendable, Hashable {
    /// Days since the first of January 1970.
    public var first: Int64
    public var last: Int64

    public init(first: Int64, last: Int64) {
      self.first = first
      self.last = last
    }
  }

  /// Whether they are away on a day, in days since 1970.
  public func isAway(on day: Int64) -> Bool {
    absences.contains { $0.first...$0.last ~= day }
  }

  public init(
    member: ID<Member>, languages: [String] = [], knows: [String] = [], likes: [String] = [],
    minutesADay: Int? = nil, hours: WeekHours = WeekHours(), absences: [Absence] = []
  ) {
    self.member = member
    self.languages = languages
    self.knows = knows
    self.likes = likes
    self.minutesADay = minutesADay
    self.hours = hours
    self.absences = absences
  }
}

/// Whether a member is there, as they said themselves: nobody's work is timed.
public enum Availability: Sendable, Hashable {
  /// - Parameter until: when they go, if they said so.
  case here(until: Instant?)
  /// Back in so many hours, by the hours that they gave.
  case later(hours: Double)
  /// - Parameter until: the last day of it, in days since 1970.
  case away(until: Int64)
  /// They did not say, and were not seen in the last minutes.
  case unknown

  /// How far off they are in hours, for the order of those who can help; `nil` for those who are away.
  public var hoursOff: Double? {
    switch self {
    case .here: 0
    case .later(let hours): hours
    case .unknown: 8
    case .away: nil
    }
  }
}
