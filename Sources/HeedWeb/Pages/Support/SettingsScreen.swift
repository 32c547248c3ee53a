public import HeedModel

/// What the team decides for the whole desk.
public struct SettingsScreen: Screen {
  public var settings: Settings
  /// Who last changed the order of the waiting.
  public var lineChangedBy: String?
  /// Why it is being changed, as typed.
  public var lineNote: String
  public var problem: Problem?

  public init(
    settings: Settings, lineChangedBy: String? = nil, lineNote: String = "",
    problem: Problem? = nil
  ) {
    self.settings = settings
    self.lineChangedBy = lineChangedBy
    self.lineNote = lineNote
    self.problem = problem
  }

  public var room: Room? { .settings }

  public func title(in page: PageContext) -> String { page.words.shell.settings }
}
