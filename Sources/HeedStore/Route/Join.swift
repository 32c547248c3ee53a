import HeedModel

extension Transaction {
  /// Whatever hangs on a conversation, by the tables that name it.
  private static let hanging = [
    "posts", "claims", "hand_overs", "snoozes", "closures", "team_notes", "drafts", "replies",
    "came_back", "events", "promises", "their_words", "second_looks",
  ]

  func join(_ from: ID<Conversation>, into: ID<Conversation>) throws {
    guard from != into else { return }
    let both: [SQLValue] = [.id(from), .id(into)]
    // The thread that they come to may be private.
    try willChange(in: from)
    // Of two claims the earlier stands.
    try sql.run(
      """
      UPDATE claims SET released_at = claimed_at
      WHERE released_at IS NULL AND conversation_id IN ($1, $2) AND id > (
        SELECT MIN(id) FROM claims WHERE released_at IS NULL AND conversation_id IN ($1, $2))
      """, both)
    try joinDrafts(from, into)
    try joinTellings(from, into)
    for table in Self.hanging {
      try sql.run("UPDATE \(table) SET conversation_id = $2 WHERE conversation_id = $1", both)
    }
    // What somebody took up stays taken up.
    try sql.run(
      """
      UPDATE conversations SET
        taken_up_by = (SELECT f.taken_up_by FROM conversations f WHERE f.id = $1),
        taken_up_at = (SELECT f.taken_up_at FROM conversations f WHERE f.id = $1)
      WHERE id = $2 AND taken_up_at IS NULL
      """, both)
    try sql.run(
      """
      UPDATE conversations SET joined_to = $2, state = 'done', line_rank = NULL,
        waiting_since = NULL, waiting_post_id = NULL, reasons = '', snoozed_until = NULL
      WHERE id = $1
      """, both)
    // A signpost never points at another.
    try sql.run("UPDATE conversations SET joined_to = $2 WHERE joined_to = $1", both)
  }

  /// Of two drafts by one member the newer stands; the older text goes above it, so that nothing typed is lost.
  private func joinDrafts(_ from: ID<Conversation>, _ into: ID<Conversation>) throws {
    for left in try drafts(of: from) {
      guard let stays = try draft(of: into, by: left.member) else { continue }
      let (older, newer) = left.savedAt < stays.savedAt ? (left, stays) : (stays, left)
      var both = newer
      both.conversation = into
      both.text = [older.text, newer.text].filter { !$0.isEmpty }.joined(separator: "\n\n")
      if both.warning.isEmpty { both.warning = older.warning }
      both.uploads = older.uploads + newer.uploads.filter { !older.uploads.contains($0) }
      try deleteDraft(of: from, by: left.member)
      try save(both)
    }
  }
}
