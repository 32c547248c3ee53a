public import HeedModel

/// Turning the second factor on or off.
public struct SecondFactorScreen: Screen {
  public var step: Step
  public var problem: Problem?

  /// How far it is.
  public enum Step: Sendable {
    case off
    /// The key to be typed into the authenticator, and its `otpauth:` address.
    case confirm(key: String, address: String)
    case on
  }

  public init(step: Step, problem: Problem? = nil) {
    self.step = step
    self.problem = problem
  }

  public var room: Room? { .me }

  public func title(in page: PageContext) -> String { page.words.me.secondFactor }
}
