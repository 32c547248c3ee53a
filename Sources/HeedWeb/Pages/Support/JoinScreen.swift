public import HeedModel

/// What an invitation opens.
public struct JoinScreen: Screen {
  public var token: String
  /// `nil` when the invitation is used up or too old.
  public var role: Role?
  public var invitedBy: String?
  public var name: String
  public var initials: String
  public var email: String
  public var problem: Problem?

  public init(
    token: String, role: Role?, invitedBy: String? = nil, name: String = "", initials: String = "",
    email: String = "", problem: Problem? = nil
  ) {
    self.token = token
    self.role = role
    self.invitedBy = invitedBy
    self.name = name
    self.initials = initials
    self.email = email
    self.problem = problem
  }

  public var layout: ScreenLayout { .alone }

  public func title(in page: PageContext) -> String { page.words.join.title(page.organisation) }
}
