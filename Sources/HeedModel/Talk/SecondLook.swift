/// A colleague was asked to look at a draft before it goes. Asking shows them its words as they stood then, and nothing
/// else of it; what they propose is taken or not. It stands in the way of nothing.
///
/// Its words go with the draft: once that is sent or given up, there are the fact and the names of two members.
public struct SecondLook: Sendable, Hashable {
  /// Where it stands: follows from its times.
  public enum State: String, Sendable, CaseIterable {
    /// The colleague has not answered yet.
    case asked
    case answered
    /// The writer put the proposed words into the draft.
    case taken
    case ended
  }

  /// Why it is over. Raw values are stored and never change.
  public enum Ending: String, Sendable, CaseIterable {
    /// The draft went out.
    case sent
    /// The draft was given up, or its time was over.
    case discarded
    /// The writer asked no more.
    case withdrawn
    /// The writer read what was proposed and kept their own words.
    case left
    /// The writer or the colleague left the team.
    case gone
  }

  public var id: ID<SecondLook>
  public var conversation: ID<Conversation>
  /// Whose draft it is.
  public var member: ID<Member>
  /// Who was asked.
  public var asked: ID<Member>
  /// What the writer asks in particular; may be empty.
  public var question: String
  /// The draft as it stood.
  public var text: String
  public var warning: String
  public var intent: Intent?
  public var language: String?
  public var answeredAt: Instant?
  /// Changed words; `nil` where none are proposed.
  public var proposed: String?
  /// The colleague's own word; may be empty.
  public var word: String
  public var takenAt: Instant?
  /// What stood in the draft before the proposal was put there.
  public var replaced: String?
  public var endedAt: Instant?
  public var ending: Ending?

  public var askedAt: Instant { id.instant }

  public init(
    id: ID<SecondLook>, conversation: ID<Conversation>, member: ID<Member>, asked: ID<Member>,
    question: String = "", text: String, warning: String = "", intent: Intent? = nil,
    language: String? = nil, answeredAt: Instant? = nil, proposed: String? = nil,
    word: String = "", takenAt: Instant? = nil, replaced: String? = nil, endedAt: Instant? = nil,
    ending: Ending? = nil
  ) {
    self.id = id
    self.conversation = conversation
    self.member = member
    self.asked = asked
    self.question = question
    self.text = text
    self.warning = warning
    self.intent = intent
    self.language = language
    self.answeredAt = answeredAt
    self.proposed = proposed
    self.word = word
    self.takenAt = takenAt
    self.replaced = replaced
    self.endedAt = endedAt
    self.ending = ending
  }

  public var state: State {
    if endedAt != nil { return .ended }
    if takenAt != nil { return .taken }
    return answeredAt == nil ? .asked : .answered
  }

  /// It is over, and its words go.
  public mutating func end(_ ending: Ending, at now: Instant) {
    endedAt = now
    self.ending = ending
    (question, text, warning, word) = ("", "", "", "")
    (proposed, replaced) = (nil, nil)
    (intent, language) = (nil, nil)
  }
}
