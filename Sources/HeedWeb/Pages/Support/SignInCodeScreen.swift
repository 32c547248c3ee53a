public import HeedModel

/// The second factor.
public struct SignInCodeScreen: Screen {
  public var problem: Problem?

  public init(problem: Problem? = nil) {
    self.problem = problem
  }

  public var layout: ScreenLayout { .alone }

  public func title(in page: PageContext) -> String { page.words.signIn.codeTitle }
}
