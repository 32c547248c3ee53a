import HTTPTypes
import HeedDesk
import HeedModel

extension Call {
  /// The zone that the browser told unseen, if this machine knows it: a name that it does not know must not stand in
  /// anybody's way.
  var knownZone: String? {
    let zone = Zone(form[.timeZone]).identifier
    return zone == form[.timeZone] ? zone : nil
  }

  func home() async throws -> Answer {
    if member != nil { return .see(.today) }
    let isSetUp = try await desk.record.read { try $0.isSetUp() }
    return isSetUp ? .see(.signInPage) : .page(WelcomeScreen())
  }

  func welcome() async throws -> Answer {
    let isSetUp = try await desk.record.read { try $0.isSetUp() }
    return isSetUp ? .see(.home) : .page(WelcomeScreen())
  }

  func signInPage() async throws -> Answer {
    if member != nil { return .see(.today) }
    if session?.awaitsSecondFactor == true { return .see(.signInCodePage) }
    return .page(SignInScreen())
  }

  func signIn() async throws -> Answer {
    do {
      let letIn = try await desk.signIn(
        email: form[.email], password: form[.password], from: address,
        device: Device.name(headers[.userAgent]))
      // Whoever was signed in here before is not any more: their cookie is gone, so their session goes too.
      if let session, !session.awaitsSecondFactor { try await desk.signOut(session) }
      return .letIn(letIn, letIn.session.awaitsSecondFactor ? .signInCodePage : .today)
    } catch let problem as Problem {
      return .page(
        SignInScreen(email: form[.email], problem: problem),
        status: problem.code == .tooMany ? 429 : 422)
    }
  }

  func signInCodePage() async throws -> Answer {
    guard let session, session.awaitsSecondFactor else { return .see(.signInPage) }
    return .page(SignInCodeScreen())
  }

  func signInCode() async throws -> Answer {
    guard let session, session.awaitsSecondFactor else { return .see(.signInPage) }
    do {
      return .letIn(
        try await desk.confirm(code: form[.code], session: session, from: address), .today)
    } catch let problem as Problem {
      return .page(SignInCodeScreen(problem: problem), status: 422)
    }
  }

  func signOut() async throws -> Answer {
    if let session { try await desk.signOut(session) }
    return .signedOut(.signInPage)
  }

  func join() async throws -> Answer {
    let token = try text()
    let invitation = try await desk.invitation(token: token)
    if let invitation, invitation.invitedBy == nil { return .see(.setUp(token: token)) }
    return .page(
      JoinScreen(
        token: token, role: invitation?.role, invitedBy: try await name(invitation?.invitedBy)),
      status: invitation == nil ? 404 : 200)
  }

  func finishJoin() async throws -> Answer {
    let token = try text()
    do {
      return .letIn(try await joined(token), .today)
    } catch let problem as Problem {
      let invitation = try await desk.invitation(token: token)
      return .page(
        JoinScreen(
          token: token, role: invitation?.role, invitedBy: try await name(invitation?.invitedBy),
          name: form[.name], initials: form[.initials], email: form[.email], problem: problem),
        status: 422)
    }
  }

  func joined(_ token: String) async throws -> LetIn {
    let settings = try await desk.settings()
    return try await desk.join(
      token: token, name: form[.name], initials: form[.initials], email: form[.email],
      password: form[.password],
      timeZone: knownZone ?? settings.timeZone,
      language: page.words.language, device: Device.name(headers[.userAgent]))
  }

  func name(_ member: ID<Member>?) async throws -> String? {
    guard let member else { return nil }
    return try await desk.record.read { try $0.member(member)?.name }
  }
}
