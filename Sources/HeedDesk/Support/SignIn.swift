public import HeedModel

/// A browser that was let in: its cookie's token is known only here and now.
public struct LetIn: Sendable {
  public var token: String
  public var session: Session
}

extension Desk {
  /// Without a visit for so long a session ends (OWASP ASVS 5.0, 7.3.1).
  public static let sessionLife = Duration.days(30)
  /// So long after its sign-in it ends however much it is used (7.3.2). A lead may change who belongs to the desk and
  /// which accounts it speaks with: whoever found an open browser of theirs must not have that for a season.
  public static func longestSession(of role: Role) -> Duration {
    role.mayLead ? .days(30) : .days(90)
  }

  /// Between the password and the code.
  static let halfSessionLife = Duration.minutes(10)
  /// Lets a member in by password; where they have a second factor, the session still waits for its code.
  /// - Throws: `Problem(.invalid)`, the same for an unknown name and a wrong password; `Problem(.tooMany)`.
  /// - Parameter device: what its member will know the browser by.
  public func signIn(email: String, password: String, from address: String, device: String = "")
    async throws -> LetIn
  {
    try await throttle.admit(address, now: clock.now())
    let found = try await record.read { tx in
      try tx.member(email: email).map { ($0, try tx.secrets(of: $0.id)) }
    }
    // Checked for unknown names as well, so that they take as long as known ones.
    let hash = found?.1?.passwordHash ?? passwords.nobody
    let matches = try await passwords.matches(password, hash)
    guard matches, let member = found?.0 else {
      let refused = event(.signInRefused, subject: found?.0.id.value)
      try await record.write { try $0.append(refused) }
      throw Problem(
        .invalid, "Address and password do not fit together. Try again.", field: "password")
    }
    return try await open(
      for: member.id, awaitsSecondFactor: member.secondFactor, device: device)
  }

  /// Ends a sign-in with the code of the second factor. The session gets a new token.
  public func confirm(code: String, session: Session, from address: String) async throws -> LetIn {
    let now = clock.now()
    try await throttle.admit(address, now: now)
    try await codeThrottle.admit("member \(session.member)", now: now)
    let vault = vault
    let refused = event(.signInRefused, subject: session.member.value)
    let accepted = try await record.write { tx in
      guard var secrets = try tx.secrets(of: session.member) else { return false }
      guard let sealed = secrets.sealedTOTPKey else {
        try tx.deleteSession(session.id)
        return true
      }
      let key = try vault.open(sealed, for: Owner.secondFactor(session.member))
      guard let step = OneTimeCode.accept(code, key: key, now: now, after: secrets.lastTOTPStep)
      else {
        try tx.append(refused)
        return false
      }
      secrets.lastTOTPStep = step
      try tx.update(secrets, of: session.member)
      try tx.deleteSession(session.id)
      return true
    }
    guard accepted else {
      throw Problem(
        .invalid, "That code does not fit. Codes change every 30 seconds.", field: "code")
    }
    return try await open(
      for: session.member, awaitsSecondFactor: false, device: session.device)
  }

  /// A fresh token for each session: one that an attacker fixed before the sign-in is worth nothing after it.
  func open(for member: ID<Member>, awaitsSecondFactor: Bool, device: String = "") async throws
    -> LetIn
  {
    let token = randomness.token()
    let now = clock.now()
    let session = Session(
      id: newID(), member: member, tokenHash: Vault.hash(token), createdAt: now, seenAt: now,
      expiresAt: now + (awaitsSecondFactor ? Self.halfSessionLife : Self.sessionLife),
      awaitsSecondFactor: awaitsSecondFactor, device: device)
    let signedIn = event(.memberSignedIn, by: member)
    try await record.write { tx in
      try tx.deleteSessions(expiredAt: now)
      try tx.insert(session)
      if !awaitsSecondFactor { try tx.append(signedIn) }
    }
    return LetIn(token: token, session: session)
  }

  /// Where a member is signed in, the one used last first. Those that are over are not.
  public func sessions(of viewer: Viewer) async throws -> [Session] {
    let now = clock.now()
    return try await record.read { try $0.sessions(of: viewer.member) }.filter {
      !$0.awaitsSecondFactor && $0.expiresAt > now
        && now < $0.createdAt + Self.longestSession(of: viewer.role)
    }
  }

  /// Ends one of the member's own sessions, in another browser at another place.
  /// - Throws: `Problem(.notFound)` for everybody else's.
  public func end(_ id: ID<Session>, by viewer: Viewer) async throws {
    let left = event(.memberSignedOut, by: viewer.member)
    try await record.write { tx in
      guard try tx.sessions(of: viewer.member).contains(where: { $0.id == id }) else {
        throw Problem(.notFound, "You are not signed in there any more.")
      }
      try tx.deleteSession(id)
      try tx.append(left)
    }
  }

  public func signOut(_ session: Session) async throws {
    let left = event(.memberSignedOut, by: session.member)
    try await record.write { tx in
      try tx.deleteSession(session.id)
      try tx.append(left)
    }
  }
}
