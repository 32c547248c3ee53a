import HeedModel
import Testing

extension StoreConformance {
  static let supportRules = [
    Rule("settingsComeBackAsTheyWent") { desk in
      #expect(try await desk.read { try $0.settings() } == Settings())
      var kept = Settings(
        organisation: "Fábrica", contact: "ola@fabrica.example", notice: "Olá\n\nnós",
        timeZone: "Europe/Lisbon", language: "pt",
        openHours: WeekHours([[0..<1440], [], [540..<541], [], [], [], [1..<2]]), undoSeconds: 0,
        daysAboutUs: 1, daysConversations: 2, daysDrafts: 3, headStarts: [.complaint: -5],
        headStartsChange: Settings.HeadStartsChange(
          note: "They\ncome first", by: ID(5), at: desk.make.at(3)))
      kept.daysPeople = 4
      let settings = kept
      try await desk.write { try $0.save(settings) }
      #expect(try await desk.read { try $0.settings() } == settings)
      var none = settings
      none.headStarts = [:]
      none.headStartsChange = nil
      try await desk.write { [none] in try $0.save(none) }
      #expect(try await desk.read { try $0.settings() } == none)
    },
    Rule("membersAreFoundByTheirAddressWhateverItsCase") { desk in
      var ana = desk.make.member("Ana", .lead)
      ana.email = "Ana.ÄRGER@Desk.example"
      ana.hereUntil = desk.make.at(7)
      ana.keys = false
      let anaID = ana.id
      let zoe = desk.make.member("Zoe")
      #expect(try await desk.read { try $0.isSetUp() } == false)
      try await desk.write { [ana] tx in
        try tx.insert(zoe)
        try tx.insert(ana)
      }
      #expect(try await desk.read { try $0.isSetUp() })
      #expect(try await desk.read { try $0.members() } == [ana, zoe])
      #expect(try await desk.read { try $0.member(email: "ana.ärger@desk.EXAMPLE") } == ana)
      #expect(try await desk.read { try $0.member(anaID) } == ana)
      ana.leftAt = desk.make.at(9)
      try await desk.write { [ana] in try $0.update(ana) }
      #expect(try await desk.read { try $0.member(email: "ana.ärger@desk.example") } == nil)
      #expect(try await desk.read { try $0.member(anaID) } == ana)
      #expect(try await desk.read { try $0.isSetUp() } == false)
    },
    Rule("anAddressBelongsToOneMember") { desk in
      let one = desk.make.member()
      var other = desk.make.member()
      other.email = one.email.uppercased()
      try await desk.write { try $0.insert(one) }
      let problem = await #expect(throws: Problem.self) {
        try await desk.write { [other] in try $0.insert(other) }
      }
      #expect(problem?.code == .conflict)
      #expect(problem?.field == "email")
      var left = one
      left.leftAt = desk.make.at(1)
      try await desk.write { [left, other] tx in
        try tx.update(left)
        try tx.insert(other)
      }
      let again = await #expect(throws: Problem.self) {
        try await desk.write { try $0.update(one) }
      }
      #expect(again?.code == .conflict)
    },
    Rule("secretsShowOnlyWhetherThereIsASecondFactor") { desk in
      let ana = desk.make.member()
      try await desk.write { try $0.insert(ana) }
      #expect(try await desk.read { try $0.member(ana.id)?.secondFactor } == false)
      try await desk.write {
        try $0.update(
          MemberSecrets(passwordHash: "h", sealedTOTPKey: [0, 255], lastTOTPStep: .max),
          of: ana.id)
      }
      let secrets = try await desk.read { try $0.secrets(of: ana.id) }
      #expect(secrets?.passwordHash == "h")
      #expect(secrets?.sealedTOTPKey == [0, 255])
      #expect(secrets?.lastTOTPStep == .max)
      #expect(try await desk.read { try $0.member(ana.id)?.secondFactor } == true)
    },
    Rule("sessionsLiveUntilTheyAreEndedOrOver") { desk in
      let make = desk.make
      let ana = make.member()
      func session(_ byte: UInt8, _ seconds: Int64) -> Session {
        Session(
          id: make.id(), member: ana.id, tokenHash: [byte, 0], createdAt: make.at(0),
          seenAt: make.at(seconds), expiresAt: make.at(seconds + 100), awaitsSecondFactor: byte == 1
        )
      }
      var one = session(1, 1)
      let (two, three) = (session(2, 2), session(3, 3))
      try await desk.write { [one, two, three] tx in
        try tx.insert(ana)
        for session in [one, two, three] { try tx.insert(session) }
      }
      #expect(try await desk.read { try $0.sessions(of: ana.id) } == [three, two, one])
      one.tokenHash = [9]
      one.awaitsSecondFactor = false
      one.expiresAt = make.at(500)
      try await desk.write { [one] in try $0.update(one) }
      #expect(try await desk.read { try $0.session(tokenHash: [1, 0]) } == nil)
      #expect(try await desk.read { try $0.session(tokenHash: [9]) } == one)
      try await desk.write { try $0.deleteSessions(expiredAt: make.at(102)) }
      #expect(try await desk.read { try $0.sessions(of: ana.id) } == [three, one])
      try await desk.write { [one, two] tx in
        try tx.deleteSession(two.id)
        try tx.deleteSessions(of: ana.id, except: one.id)
      }
      #expect(try await desk.read { try $0.sessions(of: ana.id) } == [one])
      try await desk.write { try $0.deleteSessions(of: ana.id, except: nil) }
      #expect(try await desk.read { try $0.sessions(of: ana.id) } == [])
    },
    Rule("anInvitationIsUsedOnceThoughManyTry") { desk in
      let make = desk.make
      let open = Invitation(
        id: make.id(), tokenHash: [1], role: .lead, invitedBy: nil, expiresAt: make.at(100))
      let over = Invitation(
        id: make.id(), tokenHash: [2], role: .member, invitedBy: nil, expiresAt: make.at(10))
      try await desk.write { tx in
        try tx.insert(open)
        try tx.insert(over)
      }
      #expect(try await desk.read { try $0.invitations(now: make.at(10)) } == [open])
      #expect(try await desk.write { try $0.use(over.id, at: make.at(10)) } == false)
      let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<8 {
          group.addTask { try await desk.write { try $0.use(open.id, at: make.at(11)) } }
        }
        return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(winners == 1)
      #expect(try await desk.read { try $0.invitation(tokenHash: [1])?.usedAt } == make.at(11))
      try await desk.write { tx in
        try tx.deleteInvitation(open.id)
        try tx.deleteInvitation(over.id)
      }
      // What was used is evidence and stays.
      #expect(try await desk.read { try $0.invitation(tokenHash: [1]) } != nil)
      #expect(try await desk.read { try $0.invitation(tokenHash: [2]) } == nil)
    },
  ]
}
