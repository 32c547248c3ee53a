public import HeedModel

extension Desk {
  /// Between a lead's press and the member's new password.
  public static let passwordLinkLife = Duration.days(1)

  /// A link by which a member chooses a new password, once and for a day. Their old one opens nothing from now on, and
  /// every session of theirs ends; a second factor stays. Made anew, earlier links end.
  ///
  /// Nothing is stored of it: it is signed over the password that stands, so that a new one ends it.
  /// - Returns: its token, told once.
  public func newPasswordLink(for id: ID<Member>, by viewer: Viewer) async throws -> String {
    try requireLead(viewer)
    guard id != viewer.member else {
      throw Problem(.conflict, "Your own password you change yourself, under You.")
    }
    // Nobody knows it, so that nothing but the link helps.
    let unknown = try await passwords.hash(randomness.token())
    let until = clock.now() + Self.passwordLinkLife
    let made = event(.passwordLinkMade, by: viewer.member, subject: id.value, other: id)
    return try await record.write { [self] tx in
      guard try tx.member(id).map({ $0.leftAt == nil }) ?? false,
        var secrets = try tx.secrets(of: id)
      else { throw Problem(.notFound, "There is no such member any more.") }
      secrets.passwordHash = unknown
      try tx.update(secrets, of: id)
      try tx.deleteSessions(of: id, except: nil)
      try tx.append(made)
      let seal = Self.seal(id, until, secrets, try digestsMade(in: tx))
      return "\(id).\(until.milliseconds).\(seal)"
    }
  }

  /// Whose password a link changes, if it still holds.
  public func passwordLink(token: String) async throws -> Member? {
    try await record.read { [self] in try bearer(of: token, $0)?.member }
  }

  /// Sets what the bearer of a link chose.
  /// - Throws: `Problem(.invalid)` where the link is over, or about `password`.
  public func setPassword(_ password: String, token: String) async throws {
    let over = Problem(.invalid, "This link was used or is over. Ask a lead for a new one.")
    // Looked at first: who has no link costs no hashing.
    guard let member = try await passwordLink(token: token) else { throw over }
    try Passwords.check(password)
    let hash = try await passwords.hash(password)
    let changed = event(.passwordChanged, by: member.id, subject: member.id.value)
    try await record.write { [self] tx in
      guard var bearer = try bearer(of: token, tx) else { throw over }
      bearer.secrets.passwordHash = hash
      try tx.update(bearer.secrets, of: member.id)
      try tx.deleteSessions(of: member.id, except: nil)
      try tx.append(changed)
    }
  }

  private func bearer(of token: String, _ tx: any RecordReading) throws -> (
    member: Member, secrets: MemberSecrets
  )? {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let id = ID<Member>(parts[0]), let end = Int64(parts[1]),
      clock.now().milliseconds < end, let digests = try digests(in: tx),
      let member = try tx.member(id), member.leftAt == nil, let secrets = try tx.secrets(of: id)
    else { return nil }
    // Hashed, so that how long the look takes tells nothing of how much of it fits.
    let seal = Self.seal(id, Instant(milliseconds: end), secrets, digests)
    return Vault.hash(parts[2]) == Vault.hash(seal) ? (member, secrets) : nil
  }

  private static func seal(
    _ id: ID<Member>, _ until: Instant, _ secrets: MemberSecrets, _ digests: Digests
  ) -> String {
    Hex.text(
      digests.digest(
        "password link", [id.description, String(until.milliseconds), secrets.passwordHash]))
  }
}
