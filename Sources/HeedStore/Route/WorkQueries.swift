import HeedModel

extension Transaction {
  func claim(of conversation: ID<Conversation>) throws -> Claim? {
    try first(
      """
      SELECT id, conversation_id, member_id, claimed_at, released_at FROM claims
      WHERE conversation_id = $1 AND released_at IS NULL
      """, [.id(conversation)]
    ) {
      Claim(
        id: try $0.id(), conversation: try $0.id(), member: try $0.id(),
        claimedAt: try $0.instant(), releasedAt: try $0.optionalInstant())
    }
  }

  func claim(_ claim: Claim) throws -> Claim {
    try sql.run(
      """
      INSERT INTO claims (id, conversation_id, member_id, claimed_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (conversation_id) WHERE released_at IS NULL DO NOTHING
      """,
      [.id(claim.id), .id(claim.conversation), .id(claim.member), .at(claim.claimedAt)])
    guard let standing = try self.claim(of: claim.conversation) else {
      throw SQLError(.busy, "The claim was released in the same moment.")
    }
    return standing
  }

  func release(_ claim: ID<Claim>, at now: Instant) throws {
    try sql.run(
      "UPDATE claims SET released_at = $2 WHERE id = $1 AND released_at IS NULL",
      [.id(claim), .at(now)])
  }

  func releaseClaims(of member: ID<Member>, at now: Instant) throws {
    try sql.run(
      "UPDATE claims SET released_at = $2 WHERE member_id = $1 AND released_at IS NULL",
      [.id(member), .at(now)])
  }

  private static let handOverColumns = """
    o.id, o.conversation_id, o.from_member, o.to_member, o.word, o.handed_at, o.reasons
    """

  private func decodeHandOver(_ row: inout RowReader) throws -> HandOver {
    var handOver = HandOver(
      id: try row.id(), conversation: try row.id(), from: try row.id(), to: try row.id(),
      word: try row.text(), at: try row.instant())
    handOver.reasons = HelpReasonText.read(try row.text())
    return handOver
  }

  func handOvers(of conversation: ID<Conversation>, for viewer: Viewer) throws -> [HandOver] {
    try list(
      """
      SELECT \(Self.handOverColumns) FROM hand_overs o JOIN conversations c
        ON c.id = o.conversation_id
      WHERE o.conversation_id = $3 AND \(Visible.conversation) ORDER BY o.id
      """, Visible.arguments(viewer) + [.id(conversation)], decodeHandOver)
  }

  func handOvers(of conversation: ID<Conversation>) throws -> [HandOver] {
    try list(
      "SELECT \(Self.handOverColumns) FROM hand_overs o WHERE o.conversation_id = $1 ORDER BY o.id",
      [.id(conversation)], decodeHandOver)
  }

  func handedTo(_ viewer: Viewer) throws -> [HandOver] {
    try list(
      """
      SELECT \(Self.handOverColumns) FROM hand_overs o JOIN conversations c
        ON c.id = o.conversation_id
      WHERE o.to_member = $1 AND c.state IN ('waiting', 'snoozed') AND \(Visible.conversation)
        AND o.id = (SELECT MAX(n.id) FROM hand_overs n WHERE n.conversation_id = c.id)
        AND NOT EXISTS (SELECT 1 FROM claims k
          WHERE k.conversation_id = c.id AND k.claimed_at >= o.handed_at)
      ORDER BY o.id DESC LIMIT 50
      """, Visible.arguments(viewer), decodeHandOver)
  }

  func insert(_ handOver: HandOver) throws {
    try sql.run(
      """
      INSERT INTO hand_overs (id, conversation_id, from_member, to_member, word, handed_at, reasons)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      [
        .id(handOver.id), .id(handOver.conversation), .id(handOver.from), .id(handOver.to),
        .words(handOver.word), .at(handOver.at),
        .words(HelpReasonText.write(handOver.reasons)),
      ])
  }

  func notes(of conversation: ID<Conversation>, for viewer: Viewer) throws -> [TeamNote] {
    try list(
      """
      SELECT n.id, n.conversation_id, n.member_id, n.words, n.noted_at
      FROM team_notes n JOIN conversations c ON c.id = n.conversation_id
      WHERE n.conversation_id = $3 AND \(Visible.conversation) ORDER BY n.id
      """, Visible.arguments(viewer) + [.id(conversation)]
    ) {
      TeamNote(
        id: try $0.id(), conversation: try $0.id(), member: try $0.id(), text: try $0.text(),
        at: try $0.instant())
    }
  }

  func notes(of conversation: ID<Conversation>) throws -> [TeamNote] {
    try list(
      """
      SELECT id, conversation_id, member_id, words, noted_at FROM team_notes
      WHERE conversation_id = $1 ORDER BY id
      """, [.id(conversation)]
    ) {
      TeamNote(
        id: try $0.id(), conversation: try $0.id(), member: try $0.id(), text: try $0.text(),
        at: try $0.instant())
    }
  }

  func note(_ id: ID<TeamNote>) throws -> TeamNote? {
    try first(
      "SELECT id, conversation_id, member_id, words, noted_at FROM team_notes WHERE id = $1",
      [.id(id)]
    ) {
      TeamNote(
        id: try $0.id(), conversation: try $0.id(), member: try $0.id(), text: try $0.text(),
        at: try $0.instant())
    }
  }

  func insert(_ note: TeamNote) throws {
    try sql.run(
      """
      INSERT INTO team_notes (id, conversation_id, member_id, words, noted_at)
      VALUES ($1, $2, $3, $4, $5)
      """,
      [
        .id(note.id), .id(note.conversation), .id(note.member), .words(note.text), .at(note.at),
      ])
  }

  func deleteNote(_ id: ID<TeamNote>) throws {
    try sql.run("DELETE FROM team_notes WHERE id = $1", [.id(id)])
  }

  func closures(of conversations: [ID<Conversation>]) throws -> [Closure] {
    try InList.each(conversations.map { .id($0) }) { places, arguments in
      try list(
        """
        SELECT id, conversation_id, member_id, reason, post_id, closed_at, reopened_at, seen_at
        FROM closures WHERE conversation_id IN (\(places)) ORDER BY id
        """, arguments
      ) {
        Closure(
          id: try $0.id(), conversation: try $0.id(), member: try $0.optionalID(),
          reason: try $0.named(), post: try $0.optionalID(), closedAt: try $0.instant(),
          reopenedAt: try $0.optionalInstant(), seenAt: try $0.optionalInstant())
      }
    }
  }

  func insert(_ closure: Closure) throws {
    try sql.run(
      """
      INSERT INTO closures (id, conversation_id, member_id, reason, post_id, closed_at, seen_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      [
        .id(closure.id), .id(closure.conversation), .id(closure.member), .name(closure.reason),
        .id(closure.post), .at(closure.closedAt), .at(closure.seenAt),
      ])
  }

  func reopen(_ conversation: ID<Conversation>, at now: Instant) throws {
    try sql.run(
      "UPDATE closures SET reopened_at = $2 WHERE conversation_id = $1 AND reopened_at IS NULL",
      [.id(conversation), .at(now)])
  }

  func reopen(_ closure: ID<Closure>, at now: Instant) throws {
    try sql.run(
      "UPDATE closures SET reopened_at = $2 WHERE id = $1 AND reopened_at IS NULL",
      [.id(closure), .at(now)])
  }

  func reopenOurs(_ conversation: ID<Conversation>, at now: Instant) throws {
    try sql.run(
      """
      UPDATE closures SET reopened_at = $2
      WHERE conversation_id = $1 AND reopened_at IS NULL AND member_id IS NOT NULL
      """, [.id(conversation), .at(now)])
  }

  func snoozes(of conversation: ID<Conversation>) throws -> [Snooze] {
    try list(
      """
      SELECT id, conversation_id, member_id, snoozed_at, ends_at, woken_at, seen_at
      FROM snoozes WHERE conversation_id = $1 ORDER BY id
      """, [.id(conversation)]
    ) {
      Snooze(
        id: try $0.id(), conversation: try $0.id(), member: try $0.id(),
        snoozedAt: try $0.instant(), until: try $0.instant(), wokenAt: try $0.optionalInstant(),
        seenAt: try $0.optionalInstant())
    }
  }

  func insert(_ snooze: Snooze) throws {
    try sql.run(
      """
      INSERT INTO snoozes (id, conversation_id, member_id, snoozed_at, ends_at, seen_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """,
      [
        .id(snooze.id), .id(snooze.conversation), .id(snooze.member), .at(snooze.snoozedAt),
        .at(snooze.until), .at(snooze.seenAt),
      ])
  }

  func wake(_ conversation: ID<Conversation>, at now: Instant) throws {
    try sql.run(
      "UPDATE snoozes SET woken_at = $2 WHERE conversation_id = $1 AND woken_at IS NULL",
      [.id(conversation), .at(now)])
  }
}
