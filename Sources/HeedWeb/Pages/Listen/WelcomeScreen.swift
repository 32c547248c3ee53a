/// Shown to everybody while the desk has no lead yet: the way in stands in the terminal.
public struct WelcomeScreen: Screen {
  public init() {}

  public var layout: ScreenLayout { .alone }

  public func title(in page: PageContext) -> String { page.words.firstRun.welcome }
}
