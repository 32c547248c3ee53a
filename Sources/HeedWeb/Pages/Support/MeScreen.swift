public import HeedModel

/// What a member decides for themselves.
public struct MeScreen: Screen {
  public var member: Member
  public var problem: Problem?

  public init(member: Member, problem: Problem? = nil) {
    self.member = member
    self.problem = problem
  }

  public var room: Room? { .me }

  public func title(in page: PageContext) -> String { page.words.me.title }
}
