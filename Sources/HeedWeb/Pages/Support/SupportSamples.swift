import HeedDesk
import HeedModel

extension SignInScreen {
  static let samples: [Sample] = [
    Sample("sign-in", SignInScreen()) { $0.member = nil },
    Sample(
      "sign-in-refused",
      SignInScreen(
        email: "alicia@cornerbikes.example",
        problem: Problem(.invalid, "Address and password do not fit together. Try again."))
    ) { $0.member = nil },
    Sample("sign-in-code", SignInCodeScreen()) { $0.member = nil },
    Sample("join-observer", JoinScreen(token: "sample", role: .observer, invitedBy: "Alicia")) {
      $0.member = nil
    },
    Sample("join", JoinScreen(token: "sample", role: .member, invitedBy: "Alicia")) {
      $0.member = nil
    },
    Sample("new-password", NewPasswordScreen(token: "sample", name: "Sam")) { $0.member = nil },
    Sample("new-password-over", NewPasswordScreen(token: "sample", name: nil)) { $0.member = nil },
    Sample("join-too-late", JoinScreen(token: "sample", role: nil)) { $0.member = nil },
  ]
}

extension MembersScreen {
  private static let elsewhere: MemberRow = {
    var row = MemberRow(
      colleague: World.samColleague, role: .member, joinedAt: World.sam.joinedAt,
      hereUntil: World.now + .minutes(738))
    row.isElsewhere = true
    return row
  }()

  private static let rows = [
    MemberRow(
      colleague: World.you, role: .lead, joinedAt: World.alicia.joinedAt,
      hereUntil: World.now + .minutes(528), isLastLead: true),
    elsewhere,
    MemberRow(
      colleague: Colleague(id: World.ola.id, name: "Ola", initials: "OK"), role: .observer,
      joinedAt: World.ola.joinedAt),
  ]

  static let samples: [Sample] = [
    Sample("members", MembersScreen(members: rows)),
    Sample(
      "members-invited",
      MembersScreen(
        members: rows,
        invitation: Invitation(
          address: "https://desk.cornerbikes.example/join/0f3a9c", role: .member,
          expiresAt: World.now + .days(7)),
        open: [
          Open(id: ID(31), role: .member, by: "Alicia", expiresAt: World.now + .days(7)),
          Open(id: ID(32), role: .observer, by: "Alicia", expiresAt: World.now + .days(2)),
        ])),
    Sample("members-seen", MembersScreen(members: rows)) { $0.member = World.sam },
    Sample("member-password", ConfirmScreen(subject: .password(World.sam.id, name: "Sam"))),
    Sample("member-leaves", ConfirmScreen(subject: .member(World.sam.id, name: "Sam"))),
  ]
}

extension SettingsScreen {
  static let sampleSettings = Settings(
    organisation: "Corner Bikes", contact: "privacy@cornerbikes.example",
    notice: "We are six people and a dog.", timeZone: "Europe/Lisbon")

  static let samples: [Sample] = [
    Sample(
      "settings",
      SettingsScreen(
        settings: sampleSettings,
        paces: [
          Pace(
            NetworkName("mastodon"), theirs: Pace.Half(half: .minutes(12), answers: 340),
            ours: Pace.Half(half: .minutes(95), answers: 86, members: 6)),
          Pace(
            NetworkName("practice"), theirs: Pace.Half(half: .minutes(7), answers: 51),
            ours: Pace.Half(half: .minutes(30), answers: 22, members: 4)),
        ])),
    Sample(
      "me",
      MeScreen(
        member: World.alicia,
        sessions: [
          SessionRow(
            id: ID(71), device: "Firefox · Linux", signedInAt: World.ago(minutes: 3000),
            seenAt: World.ago(minutes: 0), isThis: true),
          SessionRow(
            id: ID(72), device: "Chrome · Android", signedInAt: World.ago(minutes: 9000),
            seenAt: World.ago(minutes: 190)),
          SessionRow(
            id: ID(73), device: "", signedInAt: World.ago(minutes: 12000),
            seenAt: World.ago(minutes: 11000)),
        ], sessionDays: (30, 30))),
    Sample(
      "me-wrong",
      MeScreen(
        member: World.alicia,
        problem: Problem(
          .invalid, "There is no zone of this name.", field: FieldName.timeZone.rawValue))),
    Sample("second-factor-off", SecondFactorScreen(step: .off)),
    Sample(
      "second-factor-confirm",
      SecondFactorScreen(
        step: .confirm(
          key: "JBSWY3DPEHPK3PXP",
          address: "otpauth://totp/Heed:alicia?secret=JBSWY3DPEHPK3PXP&issuer=Heed"))),
    Sample("second-factor-on", SecondFactorScreen(step: .on)),
    Sample(
      "notice",
      NoticeScreen(
        settings: sampleSettings,
        sources: [
          NoticeScreen.Place(
            name: "Posts with #cornerbikes on bolha.example",
            purpose: "To hear what people say to us and about us, and to answer.")
        ])
    ) { $0.member = nil },
    Sample("keys", KeysScreen()),
    Sample("keys-off", KeysScreen()) { $0.member?.keys = false },
    Sample("more", MoreScreen()),
    Sample("storybook", StorybookScreen(names: ["today", "conversation"])),
  ]
}

extension AuditScreen {
  static let samples: [Sample] = [
    Sample(
      "audit",
      AuditScreen(
        rows: EventKind.allCases.filter { $0 != .postsHeard }.enumerated().map { index, kind in
          AuditRow(
            id: ID(Int64(1000 + index)), kind: kind, by: index % 3 == 0 ? nil : "Sam",
            other: kind == .handedOver ? "Alicia" : nil,
            at: World.ago(minutes: Int64(index * 37)),
            conversation: kind == .claimed ? ID(201) : nil)
        }, next: "1050")),
    Sample(
      "audit-what",
      {
        func row(_ kind: EventKind, _ what: AuditRow.What) -> AuditRow {
          var row = AuditRow(id: ID(1300), kind: kind, by: "Sam", at: World.ago(minutes: 9))
          row.what = what
          return row
        }
        return AuditScreen(rows: [
          row(
            .settingsChanged,
            AuditRow.What(
              Words.english.text(of: SettingChange(.undoSeconds, from: 10, to: 0)), at: .settings)),
          row(.topicChanged, AuditRow.What("Brakes", at: .topic(ID(301)))),
          row(.accountRemoved, AuditRow.What("@cornerbikes@bolha.example")),
        ])
      }()),
    Sample("audit-nothing", AuditScreen(rows: [])),
    Sample(
      "audit-everything",
      AuditScreen(
        rows: [AuditRow(id: ID(1200), kind: .postsHeard, at: World.ago(minutes: 3))],
        showsEverything: true)),
  ]
}

extension ErrorScreen {
  static let samples: [Sample] =
    [Problem.Code.notFound, .forbidden, .invalid, .conflict, .tooMany, .unavailable, .broken]
    .map { Sample("error-\($0.rawValue.lowercased())", ErrorScreen(code: $0)) }
    + [
      Sample("error-signed-out", ErrorScreen(code: .notFound)) { $0.member = nil },
      Sample(
        "error-off",
        {
          var screen = ErrorScreen(code: .notFound, text: "Corrections are not public here.")
          screen.way = ("/settings#f-publishesCorrections", Words.english.errors.turnOn)
          return screen
        }()),
    ]
}
