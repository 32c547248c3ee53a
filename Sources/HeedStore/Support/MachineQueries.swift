import HeedModel

extension Transaction {
  func machines(since: Instant) throws -> [String] {
    try list("SELECT name FROM machines WHERE seen_at >= $1 ORDER BY name", [.at(since)]) {
      try $0.text()
    }
  }

  func setSeen(machine: String, at now: Instant) throws {
    try sql.run(
      """
      INSERT INTO machines (name, seen_at) VALUES ($1, $2)
      ON CONFLICT (name) DO UPDATE SET seen_at = EXCLUDED.seen_at
      """, [.text(machine), .at(now)])
  }

  func deleteMachine(_ name: String) throws {
    try sql.run("DELETE FROM machines WHERE name = $1", [.text(name)])
  }

  func deleteMachines(seenBefore: Instant) throws {
    try sql.run("DELETE FROM machines WHERE seen_at < $1", [.at(seenBefore)])
  }

  private func decodePresence(_ row: inout RowReader) throws -> Presence {
    Presence(
      conversation: try row.id(), member: try row.id(), activity: try row.named(),
      at: try row.instant())
  }

  func presences(since: Instant) throws -> [Presence] {
    try list(
      """
      SELECT conversation_id, member_id, activity, seen_at FROM presences WHERE seen_at >= $1
      ORDER BY conversation_id, member_id
      """, [.at(since)], decodePresence)
  }

  func save(_ presence: Presence) throws {
    try sql.run(
      """
      INSERT INTO presences (conversation_id, member_id, activity, seen_at)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (conversation_id, member_id)
      DO UPDATE SET activity = EXCLUDED.activity, seen_at = EXCLUDED.seen_at
      """,
      [
        .id(presence.conversation), .id(presence.member), .name(presence.activity),
        .at(presence.at),
      ])
  }

  func deletePresence(of member: ID<Member>, in conversation: ID<Conversation>) throws {
    try sql.run(
      "DELETE FROM presences WHERE conversation_id = $1 AND member_id = $2",
      [.id(conversation), .id(member)])
  }

  func deletePresences(seenBefore: Instant) throws {
    try sql.run("DELETE FROM presences WHERE seen_at < $1", [.at(seenBefore)])
  }
}
