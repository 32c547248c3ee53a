/// Whom a reply of ours answers, as people at a place understand it.
public enum ReplyReach: String, Sendable, CaseIterable {
  /// Who wrote what it hangs on, as in threads that branch: the next one who asked below the same post still waits.
  case author
  /// The same, and what hangs on the first post, or on nothing, answers all who wrote there before: pages on which a
  /// comment need not say which other comment it answers.
  case page
  /// All who wrote there before: mail, and talk in private.
  case everybody
}
