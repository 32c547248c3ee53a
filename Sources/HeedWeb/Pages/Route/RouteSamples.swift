import HeedModel

extension HandOverScreen {
  static let samples = [
    Sample(
      "hand-over",
      HandOverScreen(
        conversation: ID(201), who: "Ana Ribeiro",
        colleagues: [
          Choice(
            colleague: World.samColleague,
            reasons: [
              .answeredThis, .knows(since: World.now - .days(200)),
              .here(until: World.now + .minutes(288)),
            ]),
          Choice(colleague: Colleague(id: ID(4), name: "Ines", initials: "IN")),
          Choice(
            colleague: Colleague(id: ID(5), name: "Tomas", initials: "TO"), cannotAnswer: true),
        ])),
    Sample(
      "hand-over-nobody",
      HandOverScreen(conversation: ID(201), who: "Ana Ribeiro", colleagues: [])),
  ]
}

extension ProfileScreen {
  static let samples = [
    Sample(
      "profile",
      ProfileScreen(
        profile: MemberProfile(
          member: World.alicia.id, languages: ["en", "pt"], knows: ["brakes", "return*"],
          likes: ["e-bike*"], minutesADay: 30,
          hours: WeekHours([
            [540..<720, 780..<1020], [540..<1020], [540..<1020], [540..<1020], [1320..<1560],
          ]),
          absences: [MemberProfile.Absence(first: 20_800, last: 20_807)]),
        languages: Languages.common))
  ]
}

extension SnoozeScreen {
  static let samples = [
    Sample(
      "snooze",
      SnoozeScreen(
        conversation: ID(201), who: "Ana Ribeiro",
        choices: [
          Choice(name: .laterToday, at: World.now + .hours(3)),
          Choice(name: .tomorrow, at: World.now + .hours(20)),
          Choice(name: .nextWeek, at: World.now + .days(6)),
        ]))
  ]
}
