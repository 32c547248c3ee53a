public import HeedModel

/// A colleague who can help with a conversation, and why.
public struct KnowingColleague: Sendable {
  public var colleague: Colleague
  public var reasons: [HelpReason]
  /// With whom the conversation is.
  public var person: String
  /// BCP 47, what is spoken in it.
  public var language: String?
  /// Their clock shows another time than that of whoever looks.
  public var isElsewhere: Bool

  public init(
    colleague: Colleague, reasons: [HelpReason], person: String, language: String? = nil,
    isElsewhere: Bool = false
  ) {
    self.colleague = colleague
    self.reasons = reasons
    self.person = person
    self.language = language
    self.isElsewhere = isElsewhere
  }
}
