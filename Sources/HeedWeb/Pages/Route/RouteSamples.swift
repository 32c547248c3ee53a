import HeedModel

extension HandOverScreen {
  static let samples = [
    Sample(
      "hand-over",
      HandOverScreen(
        conversation: ID(201), who: "Ana Ribeiro",
        colleagues: [
          Choice(colleague: World.samColleague, hereUntil: 18 * 60),
          Choice(colleague: Colleague(id: ID(4), name: "Ines", initials: "IN")),
        ])),
    Sample(
      "hand-over-nobody",
      HandOverScreen(conversation: ID(201), who: "Ana Ribeiro", colleagues: [])),
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
