public import HeedModel

/// What the team decides for the whole desk.
public struct SettingsScreen: Screen {
  public var settings: Settings
  /// Who last changed the order of the waiting.
  public var lineChangedBy: String?
  /// Why it is being changed, as typed.
  public var lineNote: String
  /// How quickly people answer where the desk listens, and we.
  public var paces: [Pace]
  /// The hours as typed, where they could not be kept.
  public var hoursTyped: [[HoursRow]]?
  public var problem: Problem?

  public init(
    settings: Settings, lineChangedBy: String? = nil, lineNote: String = "", paces: [Pace] = [],
    problem: Problem? = nil
  ) {
    self.settings = settings
    self.paces = paces
    self.lineChangedBy = lineChangedBy
    self.lineNote = lineNote
    self.problem = problem
  }

  public var room: Room? { .settings }

  public func title(in page: PageContext) -> String { page.words.shell.settings }
}
