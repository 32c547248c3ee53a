public import HeedModel
import HeedNetwork

/// What an authenticator program needs.
public struct SecondFactorKey: Sendable {
  /// Base32, to type in.
  public var text: String
  /// `otpauth://totp/…`, for a QR code.
  public var address: String
  /// Given back with the first code; opens only here.
  public var sealed: [UInt8]
}

extension Desk {
  /// A new key, not in force until `turnOnSecondFactor` proved it.
  public func newSecondFactor(for member: Member) throws -> SecondFactorKey {
    let fresh = randomness.bytes(20)
    return key(fresh, sealed: try vault.seal(fresh, for: Owner.secondFactor(member.id)), member)
  }

  /// The same key again, for the form that a wrong code brings back.
  public func secondFactorKey(sealed: [UInt8], for member: Member) throws -> SecondFactorKey {
    key(try vault.open(sealed, for: Owner.secondFactor(member.id)), sealed: sealed, member)
  }

  private func key(_ key: [UInt8], sealed: [UInt8], _ member: Member) -> SecondFactorKey {
    let text = OneTimeCode.base32(key)
    return SecondFactorKey(
      text: text,
      address:
        "otpauth://totp/Heed:\(WebQuery.segment(member.email))?secret=\(text)&issuer=Heed",
      sealed: sealed)
  }

  public func turnOnSecondFactor(sealed: [UInt8], code: String, for member: Member) async throws {
    let now = clock.now()
    let opened = try? vault.open(sealed, for: Owner.secondFactor(member.id))
    guard let key = opened, let step = OneTimeCode.accept(code, key: key, now: now, after: 0) else {
      throw Problem(
        .invalid, "That code does not fit. Check the clock of your phone and try the next one.",
        field: "code")
    }
    let changed = event(.secondFactorChanged, by: member.id)
    try await record.write { tx in
      guard var secrets = try tx.secrets(of: member.id) else { return }
      secrets.sealedTOTPKey = sealed
      secrets.lastTOTPStep = step
      try tx.update(secrets, of: member.id)
      try tx.append(changed)
    }
  }

  /// Asks for the password again: an open screen is not enough.
  public func turnOffSecondFactor(password: String, for member: Member, from address: String)
    async throws
  {
    try await requirePassword(password, of: member.id, from: address)
    let changed = event(.secondFactorChanged, by: member.id)
    try await record.write { tx in
      guard var secrets = try tx.secrets(of: member.id) else { return }
      secrets.sealedTOTPKey = nil
      try tx.update(secrets, of: member.id)
      try tx.append(changed)
    }
  }

  /// Every other session of the member ends.
  public func changePassword(
    from old: String, to new: String, session: Session, address: String
  ) async throws {
    try await requirePassword(old, of: session.member, from: address)
    try Passwords.check(new)
    let hash = try await passwords.hash(new)
    let changed = event(.passwordChanged, by: session.member)
    try await record.write { tx in
      guard var secrets = try tx.secrets(of: session.member) else { return }
      secrets.passwordHash = hash
      try tx.update(secrets, of: session.member)
      try tx.deleteSessions(of: session.member, except: session.id)
      try tx.append(changed)
    }
  }

  private func requirePassword(_ password: String, of member: ID<Member>, from address: String)
    async throws
  {
    try await throttle.admit(address, now: clock.now())
    let secrets = try await record.read { try $0.secrets(of: member) }
    let matches =
      if let secrets { try await passwords.matches(password, secrets.passwordHash) } else { false }
    guard matches else {
      throw Problem(.invalid, "That is not your present password.", field: "password")
    }
  }
}
