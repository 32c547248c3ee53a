import HeedDesk
import HeedModel
import HeedNetwork

extension Call {
  func members() async throws -> Answer { .page(try await membersScreen()) }

  private func membersScreen(
    invitation: MembersScreen.Invitation? = nil, problem: Problem? = nil
  ) async throws -> MembersScreen {
    let all = try await desk.record.read { try $0.members() }
    let present = all.filter { $0.leftAt == nil }
    let leads = present.filter { $0.role == .lead }
    let now = page.now
    let restricted = Set(
      try await desk.record.read { try $0.restrictions(standingAt: now) }.map(\.concerned))
    var screen = MembersScreen(
      members: present.map { member in
        var row = MemberRow(
          colleague: colleague(member), role: member.role, joinedAt: member.joinedAt,
          hereUntil: member.stillHereUntil(at: now),
          isLastLead: leads.count == 1 && leads[0].id == member.id)
        row.isElsewhere = isElsewhere(member)
        // What concerns one member is for that member and for those who may sign it.
        row.isRestricted =
          restricted.contains(member.id)
          && (self.member?.role.mayLead == true || self.member?.id == member.id)
        return row
      }, invitation: invitation, problem: problem)
    screen.left = all.filter { $0.leftAt != nil }.sorted {
      ($1.leftAt ?? page.now) < ($0.leftAt ?? page.now)
    }.map { colleague($0) }
    if page.mayLead {
      let names = Dictionary(all.map { ($0.id, $0.name) }) { $1 }
      screen.open = try await desk.openInvitations(for: viewer).map { invitation in
        MembersScreen.Open(
          id: invitation.id, role: invitation.role,
          by: invitation.invitedBy.flatMap { names[$0] } ?? page.words.talk.somebody,
          expiresAt: invitation.expiresAt)
      }
    }
    return screen
  }

  func invite() async throws -> Answer {
    guard let role = Role(rawValue: form[.role]) else {
      throw Problem(.invalid, said: page.words.errors.invalidText, field: "role")
    }
    let token = try await desk.invite(role, by: viewer)
    return .page(
      try await membersScreen(
        invitation: MembersScreen.Invitation(
          address: desk.address.base + Route.join(token: token).path, role: role,
          expiresAt: page.now + .days(7))))
  }

  func newPasswordForm() async throws -> Answer {
    let id: ID<Member> = try id()
    guard let member = try await desk.record.read({ try $0.member(id) }), member.leftAt == nil
    else { throw Problem(.notFound, said: page.words.errors.notFoundText) }
    return .page(ConfirmScreen(subject: .password(id, name: member.name)))
  }

  func newPassword() async throws -> Answer {
    let id: ID<Member> = try id()
    do {
      let token = try await desk.newPasswordLink(for: id, by: viewer)
      var screen = try await membersScreen()
      screen.passwordLink = MembersScreen.PasswordLink(
        address: desk.address.base + Route.passwordPage(token: token).path,
        name: try await name(id) ?? "", expiresAt: page.now + Desk.passwordLinkLife)
      return .page(screen)
    } catch let problem as Problem where problem.code == .conflict {
      return .page(try await membersScreen(problem: problem), status: 409)
    }
  }

  func passwordPage() async throws -> Answer {
    let token = try text()
    let member = try await desk.passwordLink(token: token)
    return .page(
      NewPasswordScreen(token: token, name: member?.name), status: member == nil ? 404 : 200)
  }

  func setPassword() async throws -> Answer {
    let token = try text()
    do {
      try await desk.setPassword(form[.password], token: token)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .tooMany {
      let member = try await desk.passwordLink(token: token)
      return .page(
        NewPasswordScreen(token: token, name: member?.name, problem: problem),
        status: problem.code == .tooMany ? 429 : member == nil ? 404 : 422)
    }
    return .see(.signInPage, .passwordChanged)
  }

  func withdrawInvitation() async throws -> Answer {
    let invitation: ID<Invitation> = try id()
    try await desk.withdraw(invitation, by: viewer)
    return .see(.members, .invitationWithdrawn)
  }

  func changeRole() async throws -> Answer {
    guard let role = Role(rawValue: form[.role]) else {
      throw Problem(.invalid, said: page.words.errors.invalidText, field: "role")
    }
    do {
      try await desk.change(role: role, of: id(), by: viewer)
    } catch let problem as Problem where problem.code == .conflict {
      return .page(try await membersScreen(problem: problem), status: 409)
    }
    return .see(.members, .roleChanged)
  }

  func onlyListen() async throws -> Answer {
    do {
      try await desk.change(role: .observer, of: signedIn().id, by: viewer)
    } catch let problem as Problem where problem.code == .conflict {
      return .page(try await meScreen(signedIn(), problem: problem), status: 409)
    }
    return .see(.me, .roleChanged)
  }

  func leaveForm() async throws -> Answer {
    let id: ID<Member> = try id()
    guard let member = try await desk.record.read({ try $0.member(id) }), member.leftAt == nil
    else { throw Problem(.notFound, said: page.words.errors.notFoundText) }
    return .page(ConfirmScreen(subject: .member(id, name: member.name)))
  }

  func leave() async throws -> Answer {
    let id: ID<Member> = try id()
    try await desk.leave(id, by: viewer)
    return id == member?.id ? .signedOut(.signInPage) : .see(.members, .memberLeft)
  }

  func me() async throws -> Answer { .page(try await meScreen(try signedIn())) }

  private func meScreen(_ member: Member, problem: Problem? = nil) async throws -> MeScreen {
    func days(_ duration: Duration) -> Int { Int(duration.milliseconds / 86_400_000) }
    let most = Desk.longestSession(of: try viewer.role)
    let voice = try await desk.voice(of: member.id, for: viewer)
    var screen = MeScreen(
      member: member,
      sessions: try await desk.sessions(of: viewer).map { row in
        SessionRow(
          id: row.id, device: row.device, signedInAt: row.createdAt, seenAt: row.seenAt,
          isThis: row.id == session?.id)
      },
      sessionDays: (days(min(Desk.sessionLife, most)), days(most)), problem: problem)
    if !voice.restrictions.isEmpty || !voice.looks.isEmpty { screen.voice = voice }
    return screen
  }

  func endSession() async throws -> Answer {
    let id: ID<Session> = try id()
    try await desk.end(id, by: viewer)
    return id == session?.id ? .signedOut(.signInPage) : .see(.me, .sessionEnded)
  }

  /// Whether a member's clock shows another time than that of whoever looks.
  func isElsewhere(_ member: Member) -> Bool {
    Zone(member.timeZone).wall(at: page.now) != page.zone.wall(at: page.now)
  }

  func signedIn() throws -> Member {
    guard let member else { throw Problem(.signedOut, said: page.words.errors.signedOutText) }
    return member
  }

  func saveMe() async throws -> Answer {
    var changed = try signedIn()
    changed.name = form[.name]
    changed.initials = form[.initials]
    changed.email = form[.email].isEmpty ? changed.email : form[.email]
    changed.timeZone = form[.timeZone]
    changed.language = form[.language]
    changed.keys = form.has(.keys)
    let zone = Zone(Zone.named(changed.timeZone) ?? changed.timeZone)
    changed.hereUntil = Clock.minutes(form[.hereUntil]).flatMap {
      HereUntil.instant(minute: $0, in: zone, now: page.now)
    }
    do {
      try await desk.saveMe(changed, by: viewer)
    } catch let problem as Problem {
      return .page(try await meScreen(changed, problem: problem), status: 422)
    }
    return .see(.me, .saved)
  }

  func savePassword() async throws -> Answer {
    guard let session else { throw Problem(.signedOut, said: page.words.errors.signedOutText) }
    do {
      try await desk.changePassword(
        from: form[.password], to: form[.newPassword], session: session, address: address)
    } catch let problem as Problem {
      return .page(try await meScreen(signedIn(), problem: problem), status: 422)
    }
    return .see(.me, .passwordChanged)
  }

  func secondFactor() async throws -> Answer {
    .page(SecondFactorScreen(step: try signedIn().secondFactor ? .on : .off))
  }

  func beginSecondFactor() async throws -> Answer {
    // One that is on is only taken off with the password: an open screen must not put another in its place.
    guard try !signedIn().secondFactor else { return .see(.secondFactor) }
    let key = try desk.newSecondFactor(for: signedIn())
    return .step(
      SecondFactorScreen(step: .confirm(key: key.text, address: key.address)),
      Hex.text(key.sealed))
  }

  func confirmSecondFactor() async throws -> Answer {
    let member = try signedIn()
    guard !member.secondFactor else { return .see(.secondFactor) }
    let sealed = Hex.bytes(step)
    do {
      try await desk.turnOnSecondFactor(sealed: sealed, code: form[.code], for: member)
    } catch let problem as Problem {
      guard let key = try? desk.secondFactorKey(sealed: sealed, for: member) else {
        return .see(.secondFactor)
      }
      return .page(
        SecondFactorScreen(
          step: .confirm(key: key.text, address: key.address),
          problem: problem), status: 422)
    }
    return .see(.me, .secondFactorOn)
  }

  func endSecondFactor() async throws -> Answer {
    do {
      try await desk.turnOffSecondFactor(
        password: form[.password], for: signedIn(), from: address)
    } catch let problem as Problem {
      return .page(SecondFactorScreen(step: .on, problem: problem), status: 422)
    }
    return .see(.me, .secondFactorOff)
  }
}

/// Times of day as time fields send them.
enum Clock {
  /// `18:30` as minutes after midnight; `nil` for anything else.
  static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count >= 2, (0...23).contains(parts[0]), (0...59).contains(parts[1]) else {
      return nil
    }
    return parts[0] * 60 + parts[1]
  }
}
