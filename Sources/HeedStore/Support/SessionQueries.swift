import HeedModel

extension Transaction {
  private static let columns = """
    id, member_id, token_hash, created_at, seen_at, expires_at, awaits_second_factor,
    device
    """

  private func decode(_ row: inout RowReader) throws -> Session {
    Session(
      id: try row.id(), member: try row.id(), tokenHash: try row.bytes(),
      createdAt: try row.instant(), seenAt: try row.instant(), expiresAt: try row.instant(),
      awaitsSecondFactor: try row.flag(), device: try row.text())
  }

  func session(tokenHash: [UInt8]) throws -> Session? {
    try first(
      "SELECT \(Self.columns) FROM sessions WHERE token_hash = $1", [.bytes(tokenHash)], decode)
  }

  func sessions(of member: ID<Member>) throws -> [Session] {
    try list(
      "SELECT \(Self.columns) FROM sessions WHERE member_id = $1 ORDER BY seen_at DESC",
      [.id(member)], decode)
  }

  func insert(_ session: Session) throws {
    try sql.run(
      "INSERT INTO sessions (\(Self.columns)) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      [
        .id(session.id), .id(session.member), .bytes(session.tokenHash), .at(session.createdAt),
        .at(session.seenAt), .at(session.expiresAt), .flag(session.awaitsSecondFactor),
        .words(session.device),
      ])
  }

  func update(_ session: Session) throws {
    try sql.run(
      """
      UPDATE sessions SET token_hash = $2, seen_at = $3, expires_at = $4,
        awaits_second_factor = $5
      WHERE id = $1
      """,
      [
        .id(session.id), .bytes(session.tokenHash), .at(session.seenAt), .at(session.expiresAt),
        .flag(session.awaitsSecondFactor),
      ])
  }

  func deleteSession(_ id: ID<Session>) throws {
    try sql.run("DELETE FROM sessions WHERE id = $1", [.id(id)])
  }

  func deleteSessions(of member: ID<Member>, except: ID<Session>?) throws {
    try sql.run(
      "DELETE FROM sessions WHERE member_id = $1 AND id <> $2",
      [.id(member), .integer(except?.value ?? 0)])
  }

  func deleteSessions(expiredAt now: Instant) throws {
    try sql.run("DELETE FROM sessions WHERE expires_at <= $1", [.at(now)])
  }
}

extension Transaction {
  private static let invitationColumns = "id, token_hash, role, invited_by, expires_at, used_at"

  private func decodeInvitation(_ row: inout RowReader) throws -> Invitation {
    Invitation(
      id: try row.id(), tokenHash: try row.bytes(), role: try row.named(),
      invitedBy: try row.optionalID(), expiresAt: try row.instant(),
      usedAt: try row.optionalInstant())
  }

  func invitation(tokenHash: [UInt8]) throws -> Invitation? {
    try first(
      "SELECT \(Self.invitationColumns) FROM invitations WHERE token_hash = $1",
      [.bytes(tokenHash)], decodeInvitation)
  }

  func invitations(now: Instant) throws -> [Invitation] {
    try list(
      """
      SELECT \(Self.invitationColumns) FROM invitations
      WHERE used_at IS NULL AND expires_at > $1 ORDER BY id
      """, [.at(now)], decodeInvitation)
  }

  func insert(_ invitation: Invitation) throws {
    try sql.run(
      "INSERT INTO invitations (\(Self.invitationColumns)) VALUES ($1, $2, $3, $4, $5, $6)",
      [
        .id(invitation.id), .bytes(invitation.tokenHash), .name(invitation.role),
        .id(invitation.invitedBy), .at(invitation.expiresAt), .at(invitation.usedAt),
      ])
  }

  func use(_ invitation: ID<Invitation>, at now: Instant) throws -> Bool {
    try sql.run(
      """
      UPDATE invitations SET used_at = $2
      WHERE id = $1 AND used_at IS NULL AND expires_at > $2
      """, [.id(invitation), .at(now)]) == 1
  }

  func deleteInvitation(_ id: ID<Invitation>) throws {
    try sql.run("DELETE FROM invitations WHERE id = $1 AND used_at IS NULL", [.id(id)])
  }
}
