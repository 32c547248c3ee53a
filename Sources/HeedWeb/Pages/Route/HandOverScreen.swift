public import HeedModel

/// Handing a conversation to a colleague.
public struct HandOverScreen: Screen {
  public var conversation: ID<Conversation>
  public var who: String
  /// BCP 47, what is spoken in it.
  public var language: String?
  /// The likeliest to help first, who cannot answer just now last.
  public var colleagues: [Choice]
  public var problem: Problem?
  /// They asked not to be written to.
  public var doNotContact = false

  /// A colleague who may speak.
  public struct Choice: Sendable {
    public var colleague: Colleague
    /// Until when they are here, where that is still to come.
    public var hereUntil: Instant?
    /// Their clock shows another time than that of whoever looks.
    public var isElsewhere: Bool
    /// Why they can help.
    public var reasons: [HelpReason]
    /// Why not is nobody's to read here.
    public var cannotAnswer: Bool

    public init(
      colleague: Colleague, hereUntil: Instant? = nil, isElsewhere: Bool = false,
      reasons: [HelpReason] = [], cannotAnswer: Bool = false
    ) {
      self.colleague = colleague
      self.hereUntil = hereUntil
      self.isElsewhere = isElsewhere
      self.reasons = reasons
      self.cannotAnswer = cannotAnswer
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
