import HeedModel

extension WaitingLine {
  static let sample: WaitingLine = {
    var line = plain
    line.putAside = 2
    return line
  }()

  private static let plain = WaitingLine(
    rows: [
      WaitingRow(
        conversation: ID(201), who: World.ana, network: World.mastodon,
        words:
          "Third time order 2201 says “delivered” and there is nothing at my door. Do you people even read these?",
        since: World.ago(minutes: 192), reasons: [.complaint, .firstWords], kinds: [.complaint]),
      WaitingRow(
        conversation: ID(202), who: World.marek, network: World.mastodon,
        words:
          "The page says the charger is in the box. It is not. Might want to fix that before others fall for it.",
        since: World.ago(minutes: 160), reasons: [.correctsUs], kinds: [.correction],
        wroteBefore: true, claimedBy: World.samColleague, writing: ["Sam"]),
      WaitingRow(
        conversation: ID(203), who: World.rosa, network: World.mastodon,
        words: "You said you would look into the hinge by today. Did you?",
        since: World.ago(minutes: 31), reasons: [.promiseDue], wroteBefore: true,
        claimedBy: World.you),
      WaitingRow(
        conversation: ID(204), who: World.june, network: World.feeds,
        words: "Any chance of a left-handed version one day? I would buy two.",
        since: World.ago(minutes: 65), kinds: [.wish], handedBy: "Sam"),
      WaitingRow(
        conversation: ID(205), who: World.tomasz, network: World.mastodon,
        words: "Czy da się wymienić baterię samemu? Instrukcja milczy.",
        since: World.ago(minutes: 48), kinds: [.question], language: "pl", isPrivate: true),
      WaitingRow(
        conversation: ID(206), who: World.layla, network: World.mastodon,
        words: "هل تشحنون إلى عمّان؟ الموقع لا يقول شيئًا.", since: World.ago(minutes: 22),
        reasons: [.firstWords], kinds: [.question], language: "ar"),
      WaitingRow(
        conversation: ID(207), who: World.dev, network: World.mastodon,
        words: "Honestly the nicest repair I have had in years, thank whoever did it.",
        since: World.ago(minutes: 12), kinds: [.praise]),
    ],
    cameBack: [
      CameBackRow(
        conversation: ID(208), post: ID(881), who: World.nils,
        words: "It works again! Took me two minutes with your drawing. Thank you, Alicia.",
        at: World.ago(minutes: 40), kinds: [.thanks]),
      CameBackRow(
        conversation: ID(209), post: ID(882), who: World.tomas,
        words: "Fine, but why did nobody say so before I paid?", at: World.ago(hours: 5),
        kinds: [.question, .complaint]),
    ],
    aboutUs: [
      AboutUsRow(
        post: ID(883), who: Who(name: "hkl", address: "@hkl@fjord.example"),
        network: World.mastodon, words: "does anyone know if corner bikes does e-bikes now?",
        at: World.ago(minutes: 9), kinds: [.question])
    ],
    snoozed: [
      SnoozedRow(conversation: ID(210), who: World.marek, until: World.now + .hours(20))
    ])
}

extension TodayScreen {
  static let samples = [
    Sample("today", TodayScreen(line: .sample(open: 201), open: .sample)),
    Sample(
      "today-handed",
      {
        var line = WaitingLine.sample
        line.total = 12
        line.people = 5
        line.rows[0].handedOn = "Sam"
        line.rows[0].mayTakeBack = true
        line.rows[2].isPromiseLate = true
        return TodayScreen(line: line, open: .sampleHanded)
      }()),
    Sample(
      "today-nobody",
      TodayScreen(
        line: WaitingLine(cameBack: WaitingLine.sample.cameBack)), adjust: { $0.counts.waiting = 0 }
    ),
    Sample(
      "today-no-account", TodayScreen(line: WaitingLine(hasAccounts: false)),
      adjust: { $0.counts = RoomCounts() }),
    Sample(
      "today-new", TodayScreen(line: WaitingLine(hasSources: false)),
      adjust: { $0.counts = RoomCounts() }),
    Sample(
      "today-troubled",
      TodayScreen(
        line: WaitingLine(
          rows: WaitingLine.sample.rows, total: 61, next: "1795353120000.61",
          troubled: [
            TroubledReply(conversation: ID(204), who: World.june, status: .failed),
            TroubledReply(conversation: ID(208), who: World.nils, status: .unknown),
          ])),
      adjust: {
        $0.flash = Flash(
          .done, "Ana's conversation is done.",
          undo: Flash.Undo(route: .reopen(ID(201)), label: "Reopen"))
      }),
    Sample(
      "today-observer", TodayScreen(line: .sample(open: 201), open: .sampleReadOnly),
      adjust: { $0.member = World.ola }),
  ]
}

extension WaitingLine {
  static func sample(open: Int64) -> WaitingLine {
    var line = sample
    line.open = ID(open)
    line.rows[3].hasDraft = true
    return line
  }
}
