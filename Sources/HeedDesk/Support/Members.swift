public import HeedModel

extension Desk {
  static let invitationLife = Duration.days(7)

  /// A new set-up link's token while nobody leads this desk; `nil` afterwards. Earlier links end.
  public func newSetUpToken() async throws -> String? {
    let token = randomness.token()
    let now = clock.now()
    let invitation = Invitation(
      id: newID(), tokenHash: Vault.hash(token), role: .lead, invitedBy: nil,
      expiresAt: now + Self.invitationLife)
    return try await record.write { tx in
      guard try !tx.isSetUp() else { return nil }
      for old in try tx.invitations(now: now) where old.invitedBy == nil {
        try tx.deleteInvitation(old.id)
      }
      try tx.insert(invitation)
      return token
    }
  }

  /// A link that makes one person a member, for seven days.
  /// - Returns: its token, told once.
  public func invite(_ role: Role, by viewer: Viewer) async throws -> String {
    try requireLead(viewer)
    let token = randomness.token()
    let invitation = Invitation(
      id: newID(), tokenHash: Vault.hash(token), role: role, invitedBy: viewer.member,
      expiresAt: clock.now() + Self.invitationLife)
    let invited = event(.memberInvited, by: viewer.member, subject: invitation.id.value)
    try await record.write { tx in
      try tx.insert(invitation)
      try tx.append(invited)
    }
    return token
  }

  /// Ends a link that nobody used yet. One that was used, or is over, stays as it is.
  public func withdraw(_ invitation: ID<Invitation>, by viewer: Viewer) async throws {
    try requireLead(viewer)
    let now = clock.now()
    let withdrawn = event(
      .invitationWithdrawn, by: viewer.member, subject: invitation.value)
    try await record.write { tx in
      guard try tx.invitations(now: now).contains(where: { $0.id == invitation }) else { return }
      try tx.deleteInvitation(invitation)
      try tx.append(withdrawn)
    }
  }

  /// The links of members that nobody used yet and that still hold, the oldest first: for leads.
  public func openInvitations(for viewer: Viewer) async throws -> [Invitation] {
    try requireLead(viewer)
    let now = clock.now()
    return try await record.read { tx in
      try tx.invitations(now: now).filter { $0.invitedBy != nil }
    }
  }

  /// The invitation behind a link, if it still holds.
  public func invitation(token: String) async throws -> Invitation? {
    let now = clock.now()
    let hash = Vault.hash(token)
    return try await record.read { tx in
      try tx.invitation(tokenHash: hash).flatMap {
        $0.usedAt == nil && $0.expiresAt > now ? $0 : nil
      }
    }
  }

  /// Makes the bearer of a link a member, and lets them in.
  public func join(
    token: String, name: String, initials: String = "", email: String, password: String,
    timeZone: String, language: String, device: String = ""
  ) async throws -> LetIn {
    guard let invitation = try await invitation(token: token) else {
      throw Problem(.invalid, "This link was used or is over. Ask a lead for a new one.")
    }
    let name = try Self.checkedName(name)
    let email = try Self.checkedEmail(email)
    try Passwords.check(password)
    let hash = try await passwords.hash(password)
    let now = clock.now()
    let member = Member(
      id: newID(), name: name, initials: Self.initials(initials, of: name), email: email,
      role: invitation.role, timeZone: timeZone, language: language, joinedAt: now)
    let joined = event(
      invitation.invitedBy == nil ? .deskSetUp : .memberJoined, by: member.id,
      subject: member.id.value)
    try await record.write { tx in
      // A set-up link ends with the first lead, however they came to be.
      guard try invitation.invitedBy != nil || !tx.isSetUp(), try tx.use(invitation.id, at: now)
      else {
        throw Problem(.conflict, "This link was used a moment ago. Ask a lead for a new one.")
      }
      try tx.insert(member, secrets: MemberSecrets(passwordHash: hash))
      try tx.append(joined)
    }
    return try await open(for: member.id, awaitsSecondFactor: false, device: device)
  }

  /// Adds a member from the command line of the machine itself: whoever can run it owns the desk.
  public func addMember(name: String, email: String, password: String, role: Role) async throws
    -> Member
  {
    let name = try Self.checkedName(name)
    let email = try Self.checkedEmail(email)
    try Passwords.check(password)
    let hash = try await passwords.hash(password)
    let member = Member(
      id: newID(), name: name, initials: Self.initials(of: name), email: email, role: role,
      joinedAt: clock.now())
    let joined = event(.memberJoined, by: member.id, subject: member.id.value)
    try await record.write { tx in
      try tx.insert(member, secrets: MemberSecrets(passwordHash: hash))
      try tx.append(joined)
    }
    return member
  }

  /// A new password from the command line; the second factor goes, every session ends.
  public func resetMember(email: String, password: String) async throws {
    try Passwords.check(password)
    let hash = try await passwords.hash(password)
    let reset = event(.passwordChanged)
    try await record.write { tx in
      guard let member = try tx.member(email: email) else {
        throw Problem(.notFound, "Nobody on this desk signs in as \(email).")
      }
      try tx.update(MemberSecrets(passwordHash: hash), of: member.id)
      try tx.deleteSessions(of: member.id, except: nil)
      try tx.append(
        Event(id: reset.id, kind: reset.kind, member: nil, subject: member.id.value))
    }
  }

  /// What a member says about themselves.
  public func saveMe(_ changed: Member, by viewer: Viewer) async throws {
    let name = try Self.checkedName(changed.name)
    let email = try Self.checkedEmail(changed.email)
    let initials = Self.initials(changed.initials, of: name)
    let zone = try Zone.checked(changed.timeZone)
    let happened = event(.memberChanged, by: viewer.member, subject: viewer.member.value)
    try await record.write { tx in
      guard var member = try tx.member(viewer.member) else { return }
      member.name = name
      member.email = email
      member.initials = initials
      member.timeZone = zone
      member.language = changed.language
      member.hereUntil = changed.hereUntil
      member.keys = changed.keys
      try tx.update(member)
      try tx.append(happened)
    }
  }

  /// Leads change roles. Nobody takes another's voice by a role: against it stands one signed reason for a while (R5), so
  /// that to speak no more is a member's own to say.
  /// - Throws: `Problem(.conflict)` for the last lead: somebody must be able to run the desk.
  public func change(role: Role, of member: ID<Member>, by viewer: Viewer) async throws {
    let isOwnWish = member == viewer.member && !role.maySpeak
    if !isOwnWish { try requireLead(viewer) }
    let now = clock.now()
    let happened = event(.memberChanged, by: viewer.member, subject: member.value)
    try await record.write { tx in
      guard var changed = try tx.member(member), changed.leftAt == nil else {
        throw Problem(.notFound, "There is no such member any more.")
      }
      guard isOwnWish || role.maySpeak || !changed.role.maySpeak else {
        throw Problem(
          .conflict,
          """
          Only they can give up their voice, on their own page. If there is a reason against it, write and sign it under \
          “Voice”: it ends by itself.
          """, field: "role")
      }
      if changed.role == .lead, role != .lead { try Self.requireAnotherLead(than: member, tx) }
      changed.role = role
      try tx.update(changed)
      // Who cannot answer any more keeps nobody else from it.
      if !role.maySpeak { try tx.releaseClaims(of: member, at: now) }
      try tx.append(happened)
    }
  }

  /// A member leaves: their sessions and claims end, the accounts that they lent are connected no more, what they said
  /// stays theirs.
  public func leave(_ member: ID<Member>, by viewer: Viewer) async throws {
    if member != viewer.member { try requireLead(viewer) }
    let now = clock.now()
    let happened = event(.memberLeft, by: viewer.member, subject: member.value)
    try await record.write { [self] tx in
      guard var leaving = try tx.member(member), leaving.leftAt == nil else { return }
      if leaving.role == .lead { try Self.requireAnotherLead(than: member, tx) }
      leaving.leftAt = now
      try tx.update(leaving)
      try tx.deleteSessions(of: member, except: nil)
      try tx.releaseClaims(of: member, at: now)
      try disconnectAccounts(of: member, by: viewer.member, now: now, tx)
      try tx.append(happened)
    }
    try await endStrandedLooks()
  }

  private static func requireAnotherLead(than member: ID<Member>, _ tx: any RecordReading) throws {
    let others = try tx.members().filter {
      $0.role == .lead && $0.leftAt == nil && $0.id != member
    }
    guard !others.isEmpty else {
      throw Problem(.conflict, "This is the only lead. Make somebody else a lead first.")
    }
  }

  private static func checkedName(_ name: String) throws -> String {
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty else {
      throw Problem(.invalid, "Give the name that people will know you by.", field: "name")
    }
    guard name.count <= 80 else {
      throw Problem(.invalid, "Give a name of 80 letters at most.", field: "name")
    }
    return name
  }

  private static func checkedEmail(_ email: String) throws -> String {
    let email = email.filter { !$0.isWhitespace }
    guard let at = email.firstIndex(of: "@"), at != email.startIndex,
      email.index(after: at) != email.endIndex, email.utf8.count <= 254
    else {
      throw Problem(.invalid, "Give your mail address: you sign in with it.", field: "email")
    }
    return email
  }

  /// What somebody chose to sign with, four letters of it at most; of their name where they chose nothing.
  static func initials(_ chosen: String, of name: String) -> String {
    let chosen = chosen.filter { !$0.isWhitespace }.prefix(4)
    return chosen.isEmpty ? initials(of: name) : String(chosen)
  }

  static func initials(of name: String) -> String {
    let words = name.split(separator: " ")
    let letters =
      words.count > 1 ? [words[0].prefix(1), words[words.count - 1].prefix(1)] : [name.prefix(2)]
    return letters.joined().uppercased()
  }
}
