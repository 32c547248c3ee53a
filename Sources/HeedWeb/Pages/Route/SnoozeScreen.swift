public import HeedModel

/// Letting a conversation rest.
public struct SnoozeScreen: Screen {
  public var conversation: ID<Conversation>
  public var who: String
  /// Instants to choose from, with what each is called.
  public var choices: [Choice]
  /// When the newest of the conversation was heard.
  public var heardAt: Instant?
  public var problem: Problem?

  /// A time that is offered.
  public struct Choice: Sendable {
    /// The names of the times that are offered.
    public enum Name: String, Sendable, CaseIterable {
      case laterToday, thisEvening, tomorrow, nextWeek
    }
    /// The value that the form sends in `until`.
    public var name: Name
    public var at: Instant

    public init(name: Name, at: Instant) {
      self.name = name
      self.at = at
    }
  }

  public init(
    conversation: ID<Conversation>, who: String, choices: [Choice], heardAt: Instant? = nil,
    problem: Problem? = nil
  ) {
    self.conversation = conversation
    self.who = who
    self.choices = choices
    self.heardAt = heardAt
    self.problem = problem
  }

  public var room: Room? { .today }

  public func title(in page: PageContext) -> String { page.words.snooze.title(who) }
}
