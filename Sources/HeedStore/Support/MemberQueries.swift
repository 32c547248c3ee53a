import HeedModel

extension Transaction {
  private static let columns = """
    id, name, initials, email, role, time_zone, language, here_until_at, keys_on, joined_at, left_at,
    CASE WHEN totp_sealed IS NULL THEN 0 ELSE 1 END
    """

  private func decode(_ row: inout RowReader) throws -> Member {
    var member = Member(
      id: try row.id(), name: try row.text(), initials: try row.text(), email: try row.text(),
      role: try row.named(), timeZone: try row.text(), language: try row.text(),
      hereUntil: try row.optionalInstant(), keys: try row.flag(),
      joinedAt: try row.instant(), leftAt: try row.optionalInstant())
    member.secondFactor = try row.flag()
    return member
  }

  func isSetUp() throws -> Bool {
    try count("SELECT COUNT(*) FROM members WHERE role = 'lead' AND left_at IS NULL", []) > 0
  }

  func members() throws -> [Member] {
    try list("SELECT \(Self.columns) FROM members ORDER BY name, id", [], decode)
  }

  func member(_ id: ID<Member>) throws -> Member? {
    try first("SELECT \(Self.columns) FROM members WHERE id = $1", [.id(id)], decode)
  }

  func member(email: String) throws -> Member? {
    try first(
      "SELECT \(Self.columns) FROM members WHERE email_folded = $1 AND left_at IS NULL",
      [.words(email.lowercased())], decode)
  }

  func secrets(of member: ID<Member>) throws -> MemberSecrets? {
    try first(
      "SELECT password_hash, totp_sealed, totp_last_step FROM members WHERE id = $1",
      [.id(member)]
    ) {
      MemberSecrets(
        passwordHash: try $0.text(), sealedTOTPKey: try $0.optionalBytes(),
        lastTOTPStep: try $0.integer())
    }
  }

  func insert(_ member: Member, secrets: MemberSecrets) throws {
    do {
      try sql.run(
        """
        INSERT INTO members (id, name, initials, email, email_folded, role, time_zone, language,
          here_until_at, keys_on, joined_at, left_at, password_hash, totp_sealed, totp_last_step)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """,
        values(of: member) + [
          .text(secrets.passwordHash), .sealed(secrets.sealedTOTPKey),
          .integer(secrets.lastTOTPStep),
        ])
    } catch let error as SQLError where error.kind == .unique {
      throw emailTaken(error)
    }
  }

  func update(_ member: Member) throws {
    do {
      try sql.run(
        """
        UPDATE members SET name = $2, initials = $3, email = $4, email_folded = $5, role = $6,
          time_zone = $7, language = $8, here_until_at = $9, keys_on = $10, joined_at = $11,
          left_at = $12
        WHERE id = $1
        """, values(of: member))
    } catch let error as SQLError where error.kind == .unique {
      throw emailTaken(error)
    }
  }

  private func values(of member: Member) -> [SQLValue] {
    [
      .id(member.id), .words(member.name), .words(member.initials), .words(member.email),
      .words(member.email.lowercased()), .name(member.role), .words(member.timeZone),
      .words(member.language), .at(member.hereUntil), .flag(member.keys), .at(member.joinedAt),
      .at(member.leftAt),
    ]
  }

  private func emailTaken(_ cause: SQLError) -> Problem {
    Problem(
      .conflict, "Somebody on the team signs in with this address already.", field: "email",
      cause: cause)
  }

  func update(_ secrets: MemberSecrets, of member: ID<Member>) throws {
    try sql.run(
      """
      UPDATE members SET password_hash = $2, totp_sealed = $3, totp_last_step = $4 WHERE id = $1
      """,
      [
        .id(member), .text(secrets.passwordHash), .sealed(secrets.sealedTOTPKey),
        .integer(secrets.lastTOTPStep),
      ])
  }
}
