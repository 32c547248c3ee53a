import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct MemberTests {
  private static func join(_ test: TestDesk, _ token: String, _ name: String) async throws -> LetIn
  {
    try await test.desk.join(
      token: token, name: name, email: "\(name)@desk.example", password: "ten characters",
      timeZone: "UTC", language: "en")
  }

  @Test func anInvitationHasOneWinner() async throws {
    let test = try await TestDesk()
    let token = try await test.desk.invite(.member, by: test.lead)
    let joined = await withTaskGroup(of: Bool.self) { group in
      for name in ["dora", "emil", "fritz", "gina"] {
        group.addTask { (try? await Self.join(test, token, name)) != nil }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(joined == 1)
    #expect(try await test.store.read { try $0.members().count } == 6)
    #expect(try await test.desk.invitation(token: token) == nil)
  }

  @Test func aJoinThatFailsLeavesTheInvitation() async throws {
    let test = try await TestDesk()
    let token = try await test.desk.invite(.member, by: test.lead)
    #expect(await problem { _ = try await Self.join(test, token, "alicia") }?.field == "email")
    let letIn = try await Self.join(test, token, "dora")
    #expect(try await test.desk.session(token: letIn.token)?.member.role == .member)
  }

  @Test func anInvitationEndsAfterSevenDaysOrWhenItIsWithdrawn() async throws {
    let test = try await TestDesk()
    let old = try await test.desk.invite(.lead, by: test.lead)
    test.pass(.days(7))
    #expect(await problem { _ = try await Self.join(test, old, "dora") }?.code == .invalid)
    let token = try await test.desk.invite(.lead, by: test.lead)
    let invitation = try #require(try await test.desk.invitation(token: token))
    try await test.desk.withdraw(invitation.id, by: test.lead)
    #expect(await problem { _ = try await Self.join(test, token, "dora") }?.code == .invalid)
    #expect(await problem { _ = try await Self.join(test, "", "dora") }?.code == .invalid)
  }

  @Test func openLinksAreListedForLeadsUntilTheyAreUsedOrWithdrawn() async throws {
    let test = try await TestDesk()
    let token = try await test.desk.invite(.member, by: test.lead)
    _ = try await test.desk.invite(.observer, by: test.lead)
    let open = try await test.desk.openInvitations(for: test.lead)
    #expect(open.map(\.role) == [.member, .observer])
    _ = try await Self.join(test, token, "dora")
    try await test.desk.withdraw(open[1].id, by: test.lead)
    #expect(try await test.desk.openInvitations(for: test.lead).isEmpty)
    func withdrawn() async throws -> [Int64?] {
      try await test.store.read { [lead = test.lead] in
        try $0.audit(PageRequest(), kinds: [.invitationWithdrawn], for: lead)
      }.rows.map(\.subject)
    }
    #expect(try await withdrawn() == [open[1].id.value])
    // Nothing is left to withdraw, and nothing is told of it.
    try await test.desk.withdraw(open[1].id, by: test.lead)
    try await test.desk.withdraw(open[0].id, by: test.lead)
    #expect(try await withdrawn().count == 1)
    for viewer in [test.alicia, test.observer] {
      #expect(
        await problem { _ = try await test.desk.openInvitations(for: viewer) }?.code == .forbidden)
    }
  }

  @Test func whoeverJoinsSignsWithTheInitialsTheyChose() async throws {
    let test = try await TestDesk()
    func join(_ name: String, initials: String) async throws -> String? {
      let token = try await test.desk.invite(.member, by: test.lead)
      let letIn = try await test.desk.join(
        token: token, name: name, initials: initials, email: "\(name.hashValue)@desk.example",
        password: "ten characters", timeZone: "UTC", language: "en")
      return try await test.desk.session(token: letIn.token)?.member.initials
    }
    #expect(try await join("Dora Adler", initials: " D A X ") == "DAX")
    #expect(try await join("Emil Bauer", initials: "EMILBAUER") == "EMIL")
    #expect(try await join("Fritz Carl", initials: "  ") == "FC")
  }

  @Test func aNameThatIsTooLongIsToldSo() async throws {
    let test = try await TestDesk()
    var lead = try #require(try await test.store.read { try $0.member(test.lead.member) })
    lead.name = String(repeating: "n", count: 81)
    let told = await problem { [lead] in try await test.desk.saveMe(lead, by: test.lead) }
    #expect(told?.field == "name" && told?.text.english.contains("80") == true)
  }

  @Test func aTimeZoneIsFoundByItsCityAndNeverTakenUnknown() async throws {
    let test = try await TestDesk()
    var lead = try #require(try await test.store.read { try $0.member(test.lead.member) })
    lead.timeZone = " new york "
    try await test.desk.saveMe(lead, by: test.lead)
    #expect(
      try await test.store.read { try $0.member(test.lead.member)?.timeZone } == "America/New_York")
    for unknown in ["Mars/Phobos", "", "Europe"] {
      lead.timeZone = unknown
      let mine = await problem { [lead] in try await test.desk.saveMe(lead, by: test.lead) }
      #expect(mine?.field == "timeZone")
      var settings = try await test.desk.settings()
      settings.timeZone = unknown
      let ours = await problem { [settings] in
        try await test.desk.save(settings, by: test.lead)
      }
      #expect(ours?.field == "timeZone")
    }
    #expect(Zone.named("europe/lisbon") == "Europe/Lisbon")
    #expect(Zone.named("UTC") == "UTC")
  }

  @Test func onlyALeadInvitesAndChangesRoles() async throws {
    let test = try await TestDesk()
    for viewer in [test.alicia, test.observer] {
      #expect(
        await problem { _ = try await test.desk.invite(.lead, by: viewer) }?.code == .forbidden)
      #expect(
        await problem {
          try await test.desk.change(role: .lead, of: viewer.member, by: viewer)
        }?.code == .forbidden)
      #expect(
        await problem { try await test.desk.leave(test.lead.member, by: viewer) }?.code
          == .forbidden)
    }
  }

  @Test func nobodyTakesAnothersVoiceByARole() async throws {
    let test = try await TestDesk()
    func role(_ viewer: Viewer) async throws -> Role? {
      try await test.store.read { try $0.member(viewer.member)?.role }
    }
    for of in [test.bruno, test.lead] {
      try await test.desk.change(role: .lead, of: test.alicia.member, by: test.lead)
      let lead = Viewer(member: test.alicia.member, role: .lead)
      #expect(
        await problem {
          try await test.desk.change(role: .observer, of: of.member, by: lead)
        }?.code == .conflict)
      #expect(try await role(of) == of.role)
    }
    try await test.desk.change(role: .observer, of: test.bruno.member, by: test.bruno)
    #expect(try await role(test.bruno) == .observer)
    // Who listens is given a voice by a lead.
    try await test.desk.change(role: .member, of: test.bruno.member, by: test.lead)
    #expect(try await role(test.bruno) == .member)
  }

  @Test func theLastLeadStays() async throws {
    let test = try await TestDesk()
    #expect(
      await problem { try await test.desk.leave(test.lead.member, by: test.lead) }?.code
        == .conflict)
    #expect(
      await problem {
        try await test.desk.change(role: .member, of: test.lead.member, by: test.lead)
      }?.code == .conflict)
    try await test.desk.change(role: .lead, of: test.alicia.member, by: test.lead)
    try await test.desk.leave(test.lead.member, by: test.lead)
  }

  @Test func whoLeavesOrFallsSilentHoldsNothing() async throws {
    let test = try await TestDesk()
    let one = try await test.says("One", id: "1", by: "p1")
    let two = try await test.says("Two", id: "2", by: "p2")
    try await test.desk.claim(one, by: test.alicia)
    try await test.desk.claim(two, by: test.bruno)
    try await test.desk.leave(test.alicia.member, by: test.alicia)
    try await test.desk.change(role: .observer, of: test.bruno.member, by: test.bruno)
    try await test.desk.claim(one, by: test.carla)
    try await test.desk.claim(two, by: test.carla)
  }

  @Test func whatAMemberLentGoesWithThem() async throws {
    let test = try await TestDesk()
    let lent = try await test.connect("alicia", by: test.alicia, lending: true)
    #expect(try await test.store.read { try $0.account(lent)?.owner } == test.alicia.member)
    try await test.desk.leave(test.alicia.member, by: test.lead)
    #expect(try await test.store.read { try $0.accounts().map(\.id) } == [test.account])
    #expect(
      try await test.store.read { try $0.sources() }.filter { $0.account == lent }
        .allSatisfy { $0.removedAt != nil })
    await #expect(throws: NetworkError.self) { try await test.desk.access(to: lent) }
  }

  @Test func aSetUpLinkEndsWithTheFirstLead() async throws {
    let test = try await TestDesk()
    #expect(try await test.desk.newSetUpToken() == nil)
    let fresh = try await TestDesk.empty()
    let first = try #require(try await fresh.newSetUpToken())
    let second = try #require(try await fresh.newSetUpToken())
    #expect(try await fresh.invitation(token: first) == nil)
    // Somebody made themselves lead on the machine meanwhile.
    _ = try await fresh.addMember(
      name: "Root", email: "root@desk.example", password: "ten characters", role: .lead)
    #expect(
      await problem {
        _ = try await fresh.join(
          token: second, name: "Eve", email: "eve@desk.example", password: "ten characters",
          timeZone: "UTC", language: "en")
      }?.code == .conflict)
  }

  @Test func whoeverHoldsTheSetUpLinkLeadsTheDesk() async throws {
    let fresh = try await TestDesk.empty()
    let token = try #require(try await fresh.newSetUpToken())
    let letIn = try await fresh.join(
      token: token, name: "Ada  Lovelace", email: "ada@desk.example",
      password: "ten characters", timeZone: "UTC", language: "en")
    let found = try #require(try await fresh.session(token: letIn.token))
    #expect(found.member.role == .lead)
    #expect(found.member.name == "Ada Lovelace")
    #expect(found.member.initials == "AL")
    #expect(try await fresh.newSetUpToken() == nil)
  }
}
