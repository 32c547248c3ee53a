public import HeedDesk
public import HeedModel

/// How a member is told what concerns them.
public struct TellingWaysScreen: Screen {
  public var ways: TellingWays
  public var problem: Problem?

  public init(ways: TellingWays, problem: Problem? = nil) {
    self.ways = ways
    self.problem = problem
  }

  public var room: Room? { .me }

  public func title(in page: PageContext) -> String { page.words.told.waysTitle }
}

/// Where the link at the end of a mail leads: also for those who are not signed in.
public struct EndMailScreen: Screen {
  /// What has become of it.
  public enum State: Sendable { case asked, ended, over }
  public var token: String
  public var state: State

  public init(token: String, state: State) {
    self.token = token
    self.state = state
  }

  public var layout: ScreenLayout { .alone }

  public func title(in page: PageContext) -> String {
    let words = page.words.told
    return switch state {
    case .asked: words.endTitle
    case .ended: words.ended
    case .over: words.endOver
    }
  }
}
