public import HeedModel

/// What the team decides for the whole desk.
public struct SettingsScreen: Screen {
  public var settings: Settings
  public var problem: Problem?

  public init(settings: Settings, problem: Problem? = nil) {
    self.settings = settings
    self.problem = problem
  }

  public var room: Room? { .settings }

  public func title(in page: PageContext) -> String { page.words.shell.settings }
}
