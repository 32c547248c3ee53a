/// What came back to an answer of ours, as far as who knows learns from it; their own word before any reading.
public enum AnswerOutcome: String, Sendable, Hashable, CaseIterable {
  /// A member marked it as wrong, mended or not.
  case mistake
  /// They called it solved.
  case solved
  /// Whom it was said to thanked for it.
  case thanked
  /// Whom it was said to complained of it, in anger.
  case angered
  /// Nothing of these is known.
  case open
}
