public import HeedModel

/// Signing in.
public struct SignInScreen: Screen {
  public var email: String
  public var problem: Problem?

  public init(email: String = "", problem: Problem? = nil) {
    self.email = email
    self.problem = problem
  }

  public var layout: ScreenLayout { .alone }

  public func title(in page: PageContext) -> String { page.words.signIn.title }
}
