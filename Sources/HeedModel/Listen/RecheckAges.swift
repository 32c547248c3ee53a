/// How often a post is looked at again, by its age: most that is changed or taken away is so within the first hour, and
/// each look costs the other side a call.
public enum RecheckAges {
  /// Younger than `upTo`, a post is looked at no oftener than `every`.
  public struct Step: Sendable {
    public var upTo: Duration
    public var every: Duration
  }

  public static let fresh = Step(upTo: .hours(1), every: .minutes(10))
  public static let ofToday = Step(upTo: .days(1), every: .hours(1))
  /// Older ones are left alone: later changes are rare.
  public static let last = Step(upTo: .days(7), every: .days(1))
}
