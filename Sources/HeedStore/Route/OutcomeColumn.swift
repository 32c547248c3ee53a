import HeedModel

/// What came back to a delivered reply row `r`, that answers a post row `o`, by name; what weighs most comes first.
enum OutcomeColumn {
  static let sql = """
    CASE
      WHEN EXISTS (SELECT 1 FROM mistakes m WHERE m.post_id = r.post_id) THEN '\(mistake)'
      WHEN EXISTS (SELECT 1 FROM closures k WHERE k.conversation_id = r.conversation_id
        AND k.reason = '\(solved)' AND k.reopened_at IS NULL) THEN '\(solvedOutcome)'
      WHEN EXISTS (\(back) AND t.read_kinds LIKE '%\(thanks)%') THEN '\(thanked)'
      WHEN EXISTS (\(back) AND t.read_kinds LIKE '%\(complaint)%' AND t.read_tone = '\(negative)')
        THEN '\(angered)'
      ELSE '\(open)' END
    """

  /// Their words below it; an edit of the reading moves what is learnt with it.
  private static let back = """
    SELECT 1 FROM posts t WHERE t.parent_id = r.post_id AND t.author_id = o.author_id
      AND t.removed_at IS NULL AND t.spam = 0
    """

  private static let mistake = AnswerOutcome.mistake.rawValue
  private static let solvedOutcome = AnswerOutcome.solved.rawValue
  private static let thanked = AnswerOutcome.thanked.rawValue
  private static let angered = AnswerOutcome.angered.rawValue
  private static let open = AnswerOutcome.open.rawValue
  private static let solved = Closure.Reason.solved.rawValue
  private static let thanks = Reading.Kind.thanks.rawValue
  private static let complaint = Reading.Kind.complaint.rawValue
  private static let negative = Reading.Tone.negative.rawValue
}
