import HeedDesk
import HeedModel

extension ToldScreen {
  private static func telling(
    _ number: Int64, _ kind: TellingKind, about: Int64, _ ago: Duration, times: Int = 1
  ) -> Telling {
    var telling = Telling(
      id: ID(number), member: World.alicia.id, kind: kind, about: about,
      conversation: kind == .spike ? nil : ID(about), subject: number, times: times,
      lastAt: World.ago(ago))
    telling.other = World.sam.id
    return telling
  }

  private static var seen: Telling {
    var telling = telling(904, .cameBack, about: 203, .hours(30))
    telling.seenAt = World.ago(.hours(29))
    return telling
  }

  private static var lost: MailDigest {
    var digest = MailDigest(
      id: .first(at: World.ago(hours: 4)), member: World.alicia.id,
      messageID: "told.1@desk.example", status: .unknown, dueAt: World.now)
    digest.trouble = "The connection to smtp.cornerbikes.example was lost."
    return digest
  }

  static let samples = [
    Sample(
      "told",
      ToldScreen(
        rows: [
          ToldRow(
            telling: telling(901, .handedOver, about: 201, .minutes(12)), who: World.ana,
            by: World.sam.name, word: "You know these brakes."),
          ToldRow(
            telling: telling(902, .knownWaits, about: 202, .hours(2), times: 3), who: World.marek,
            words: "Is the blue one back in stock by now?"),
          ToldRow(
            telling: telling(903, .spike, about: 11, .hours(3)), topic: "Brakes"),
          ToldRow(
            telling: telling(905, .promiseDue, about: 301, .hours(5)), who: World.ana,
            words: "You hear from us by today."),
          ToldRow(telling: seen, who: World.hostile, words: "Thank you!"),
        ], unseen: 3, troubled: [lost])
    ) { $0.counts.told = 3 },
    Sample("told-nothing", ToldScreen(rows: [])),
  ]
}

extension TellingWaysScreen {
  private static var refused: PushSubscription {
    var browser = PushSubscription(
      id: ID(32), member: World.alicia.id, session: ID(6), placeHash: [], sealed: [],
      device: "Chrome on Android", addedAt: World.ago(days: 4))
    browser.failures = 5
    browser.restsUntil = World.now + .hours(20)
    return browser
  }

  private static func ways(hasMail: Bool) -> TellingWays {
    TellingWays(
      choices: TellingChoices(
        member: World.alicia.id, mail: .daily, mailAt: 510, pushKinds: [.handedOver],
        topics: [ID(11)]),
      subscriptions: hasMail
        ? [
          PushSubscription(
            id: ID(31), member: World.alicia.id, session: ID(5), placeHash: [], sealed: [],
            device: "Firefox on Linux", addedAt: World.ago(days: 2)), refused,
        ] : [],
      topics: [
        Topic(
          id: ID(11), name: "Brakes", query: "brake*", addedBy: World.alicia.id,
          addedAt: World.ago(days: 9), changedAt: World.ago(days: 9)),
        Topic(
          id: ID(12), name: "Opening hours", query: "open", addedBy: World.sam.id,
          addedAt: World.ago(days: 8), changedAt: World.ago(days: 8)),
      ], hasHours: hasMail, hasMail: hasMail, pushKey: hasMail ? "BAAA" : "")
  }

  static let samples = [
    Sample("telling-ways", TellingWaysScreen(ways: ways(hasMail: true))),
    Sample("telling-ways-plain", TellingWaysScreen(ways: ways(hasMail: false))),
    Sample("end-mail", EndMailScreen(token: "abc", state: .asked)) { $0.member = nil },
    Sample("end-mail-over", EndMailScreen(token: "abc", state: .over)) { $0.member = nil },
  ]
}
