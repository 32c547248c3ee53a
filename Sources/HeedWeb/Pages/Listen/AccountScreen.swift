public import HeedModel

/// An account of ours: how it signs, who answers what is private, the rules of the place.
public struct AccountScreen: Screen {
  public var account: AccountRow
  public var houseRules: Message
  /// Who may be asked to answer private messages here; empty where that is not for this member to say.
  public var answerers: [Answerer]
  public var problem: Problem?

  /// A colleague, and whether they answer what is private here.
  public struct Answerer: Sendable {
    public var colleague: Colleague
    public var answers: Bool

    public init(colleague: Colleague, answers: Bool) {
      self.colleague = colleague
      self.answers = answers
    }
  }

  public init(
    account: AccountRow, houseRules: Message = "", answerers: [Answerer] = [],
    problem: Problem? = nil
  ) {
    self.account = account
    self.houseRules = houseRules
    self.answerers = answerers
    self.problem = problem
  }

  public var room: Room? { .sources }

  public func title(in page: PageContext) -> String { account.address }
}
