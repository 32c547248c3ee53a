public import HeedModel

/// What a member says of themselves so that the right conversations find them.
public struct ProfileScreen: Screen {
  public var profile: MemberProfile
  /// BCP 47, those that can be ticked.
  public var languages: [String]
  /// The hours as typed, where they could not be kept.
  public var hoursTyped: [[HoursRow]]?
  public var problem: Problem?

  public init(profile: MemberProfile, languages: [String], problem: Problem? = nil) {
    self.profile = profile
    self.languages = languages
    self.problem = problem
  }

  public var room: Room? { .me }

  public func title(in page: PageContext) -> String { page.words.help.title }
}
