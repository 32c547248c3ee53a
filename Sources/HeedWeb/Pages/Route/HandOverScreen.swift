public import HeedModel

/// Handing a conversation to a colleague.
public struct HandOverScreen: Screen {
  public var conversation: ID<Conversation>
  public var who: String
  /// BCP 47, what is spoken in it.
  public var language: String?
  /// The likeliest to help first.
  public var colleagues: [Choice]
  public var problem: Problem?
  /// They asked not to be written to.
  public var doNotContact = false

  /// A colleague who may speak.
  public struct Choice: Sendable {
    public var colleague: Colleague
    /// Until when they are here today, in minutes after midnight.
    public var hereUntil: Int?
    /// Why they can help.
    public var reasons: [HelpReason]

    public init(colleague: Colleague, hereUntil: Int? = nil, reasons: [HelpReason] = []) {
      self.colleague = colleague
      self.hereUntil = hereUntil
      self.reasons = reasons
    }
  }

  public init(
    conversation: ID<Conversation>, who: String, language: String? = nil, colleagues: [Choice],
    problem: Problem? = nil
  ) {
    self.conversation = conversation
    self.who = who
    self.language = language
    self.colleagues = colleagues
    self.problem = problem
  }

  public var room: Room? { .today }

  public func title(in page: PageContext) -> String { page.words.handOver.title(who) }
}
