import HeedModel
import HeedTesting
import Testing

@testable import HeedDesk

/// A lead lets a member choose a new password: once, for a day, and never instead of them.
@Suite struct PasswordLinkTests {
  private func signIn(_ test: TestDesk, _ password: String) async -> Bool {
    let letIn = try? await test.desk.signIn(
      email: "bruno@desk.example", password: password, from: "192.0.2.9")
    return letIn != nil
  }

  @Test func aLinkEndsTheOldPasswordAndWorksOnce() async throws {
    let test = try await TestDesk()
    let session = try await test.desk.open(for: test.bruno.member, awaitsSecondFactor: false)
    #expect(await signIn(test, TestDesk.password))
    let token = try await test.desk.newPasswordLink(for: test.bruno.member, by: test.lead)
    #expect(await !signIn(test, TestDesk.password))
    #expect(try await test.desk.session(token: session.token) == nil)
    #expect(try await Grep.holds(token, test.database) == false)
    #expect(try await test.desk.passwordLink(token: token)?.id == test.bruno.member)
    #expect(
      await problem { try await test.desk.setPassword("short", token: token) }?.field == "password")
    try await test.desk.setPassword("a wholly new phrase", token: token)
    #expect(await signIn(test, "a wholly new phrase"))
    #expect(
      await problem { try await test.desk.setPassword("another new phrase", token: token) }?.code
        == .invalid)
    #expect(await signIn(test, "a wholly new phrase"))
    let audit = try await test.store.read { [lead = test.lead] in
      try $0.audit(PageRequest(), kinds: [.passwordLinkMade, .passwordChanged], for: lead)
    }
    #expect(audit.rows.map(\.kind) == [.passwordChanged, .passwordLinkMade])
    #expect(audit.rows.last?.member == test.lead.member)
    #expect(audit.rows.last?.other == test.bruno.member)
  }

  @Test func aLinkIsOverAfterADayAndWithTheNext() async throws {
    let test = try await TestDesk()
    let first = try await test.desk.newPasswordLink(for: test.bruno.member, by: test.lead)
    let second = try await test.desk.newPasswordLink(for: test.bruno.member, by: test.lead)
    #expect(try await test.desk.passwordLink(token: first) == nil)
    #expect(try await test.desk.passwordLink(token: second) != nil)
    test.pass(.days(1))
    #expect(try await test.desk.passwordLink(token: second) == nil)
  }

  @Test func whatSomebodyMakesUpOpensNothing() async throws {
    let test = try await TestDesk()
    let token = try await test.desk.newPasswordLink(for: test.bruno.member, by: test.lead)
    let parts = token.split(separator: ".").map(String.init)
    let later = String((Int64(parts[1]) ?? 0) + 1)
    for forged in [
      "", "..", "a.b.c", "\(test.carla.member).\(parts[1]).\(parts[2])",
      "\(parts[0]).\(later).\(parts[2])", "\(parts[0]).\(parts[1]).", token + ".x",
      String(token.dropLast()),
    ] {
      #expect(try await test.desk.passwordLink(token: forged) == nil, "\(forged)")
    }
  }

  @Test func onlyALeadMakesOneAndForNobodyWhoLeftAndNotForThemselves() async throws {
    let test = try await TestDesk()
    func code(_ id: ID<Member>, _ viewer: Viewer) async -> Problem.Code? {
      await problem { _ = try await test.desk.newPasswordLink(for: id, by: viewer) }?.code
    }
    #expect(await code(test.bruno.member, test.alicia) == .forbidden)
    #expect(await code(test.bruno.member, test.observer) == .forbidden)
    #expect(await code(test.lead.member, test.lead) == .conflict)
    let token = try await test.desk.newPasswordLink(for: test.bruno.member, by: test.lead)
    try await test.desk.leave(test.bruno.member, by: test.lead)
    #expect(await code(test.bruno.member, test.lead) == .notFound)
    #expect(try await test.desk.passwordLink(token: token) == nil)
  }
}
