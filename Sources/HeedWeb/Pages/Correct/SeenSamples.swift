import HeedDesk
import HeedModel

extension SeenScreen {
  static let samples = [
    Sample("seen", screen(estimated)),
    Sample("seen-counted", screen(counted)),
    Sample("seen-by-lead", screen(byLead, numbersBy: "Alicia")),
    Sample("seen-only-named", screen(onlyNamed)),
    Sample("seen-nobody", screen(nobody)),
  ]

  private static func screen(_ exposure: Exposure, numbersBy: String? = nil) -> SeenScreen {
    SeenScreen(
      words: World.said("Good news: the charger is in the box. ^SO"), conversation: ID(208),
      seen: ExposureView(
        exposure,
        marks: exposure.curve.isEmpty
          ? []
          : [
            ExposureView.Mark(at: saidAt + .minutes(19), label: "noticed 10:21"),
            ExposureView.Mark(at: saidAt + .minutes(26), label: "put right 10:28"),
          ], numbersBy: numbersBy))
  }

  /// 10:02 in Lisbon.
  private static let saidAt = World.ago(hours: 3) - .minutes(10)
  private static let fixedAt = saidAt + .minutes(26)

  private static let rule = AttentionRule(
    share: Spread(0.03, 0.075, 0.12), halfLife: Spread(80), overlap: Spread(0),
    replies: Spread(0.02, 0.1, 0.5), source: "The example of the documentation.")

  private static let audience = Audience(
    saidAt: saidAt, followers: 6_400,
    shares: [
      Audience.Share(at: saidAt, followers: 700), Audience.Share(at: saidAt, followers: 500),
    ])

  private static let named = [
    Exposure.Named(
      handle: ID(31), person: ID(41), name: "Marek Kowal", deed: .answered,
      at: saidAt + .minutes(19)),
    Exposure.Named(
      handle: ID(32), person: ID(42), name: World.hostile.name, deed: .shared,
      at: saidAt + .minutes(21)),
  ]

  private static let sampled: [PostCount] = [
    PostCount(
      post: ID(822), at: saidAt + .minutes(1), liked: 1, shared: 0, answered: 0, quoted: 0,
      followers: 6_400, sharerFollowers: 0),
    PostCount(
      post: ID(822), at: saidAt + .minutes(15), liked: 2, shared: 2, answered: 0, quoted: 0,
      followers: 6_400, sharerFollowers: 1_200),
    PostCount(
      post: ID(822), at: saidAt + .minutes(19), occasion: .noticed, liked: 2, shared: 2,
      answered: 1, quoted: 0, followers: 6_400, sharerFollowers: 1_200),
    PostCount(
      post: ID(822), at: fixedAt, occasion: .fixed, liked: 3, shared: 2, answered: 1, quoted: 0,
      followers: 6_400, sharerFollowers: 1_200),
  ]

  private static func curve(_ final: ExposureRange) -> [Exposure.Point] {
    (0...24).map { step in
      // As t / (t + 80) goes, scaled to its value after 26 minutes.
      let minutes = Double(step) * 26 / 12
      let part = minutes / (minutes + 80) / (26.0 / 106)
      func scaled(_ people: Int) -> Int { Int(Double(people) * part) }
      return Exposure.Point(
        at: saidAt + .milliseconds(Int64(minutes * 60_000)),
        range: step == 12
          ? final
          : ExposureRange(
            low: scaled(final.low), likely: scaled(final.likely), high: scaled(final.high)))
    }
  }

  static let estimated: Exposure = {
    let range = ExposureRange(low: 56, likely: 140, high: 224)
    var exposure = Exposure(
      post: ID(822), network: World.mastodon, saidAt: saidAt, from: saidAt, until: fixedAt,
      named: named, others: 4, sharers: 2,
      estimated: Exposure.Estimate(range: range, audience: audience, rule: rule),
      samples: sampled, curve: curve(range))
    exposure.moments = [
      CountMoment(
        post: ID(822), occasion: .noticed, at: saidAt + .minutes(19),
        countedAt: saidAt + .minutes(19)),
      CountMoment(
        post: ID(822), occasion: .noticed, at: fixedAt - .minutes(1), countedAt: fixedAt),
      CountMoment(post: ID(822), occasion: .fixed, at: fixedAt, countedAt: fixedAt),
      CountMoment(post: ID(822), occasion: .noticed, at: fixedAt + .minutes(2)),
    ]
    return exposure
  }()

  /// Of the words as they were put right.
  static let sinceFixed: Exposure = {
    var exposure = estimated
    exposure.from = fixedAt
    exposure.until = World.now
    exposure.named = Array(named.prefix(1))
    exposure.others = 0
    exposure.estimated?.range = ExposureRange(low: 48, likely: 190, high: 510)
    return exposure
  }()

  /// While it stands wrong.
  static let soFar: Exposure = {
    var exposure = estimated
    exposure.until = World.now
    let range = ExposureRange(low: 96, likely: 330, high: 720)
    exposure.estimated?.range = range
    exposure.curve = (0...12).map { step in
      Exposure.Point(
        at: saidAt + .minutes(Int64(step) * 190 / 12),
        range: ExposureRange(
          low: range.low * step / 12, likely: range.likely * step / 12,
          high: range.high * step / 12))
    }
    return exposure
  }()

  private static let byLead: Exposure = {
    var exposure = estimated
    exposure.estimated?.rule.change = AttentionChange(
      note: "as our own newsletter is read", by: World.alicia.id, at: World.ago(days: 3))
    exposure.estimated?.audience.isReply = true
    return exposure
  }()

  private static let counted: Exposure = {
    var exposure = estimated
    let range = ExposureRange(low: 131, likely: 138, high: 149)
    exposure.network = World.practice
    exposure.counted = Exposure.Counted(range: range, at: fixedAt)
    exposure.samples = zip(sampled, [9, 88, 107, 138]).map { count, views in
      var count = count
      count.views = views
      return count
    }
    exposure.curve = curve(range)
    return exposure
  }()

  private static let onlyNamed = Exposure(
    post: ID(822), network: World.feeds, saidAt: saidAt, from: saidAt, until: World.now,
    named: Array(named.prefix(1)))

  private static let nobody = Exposure(
    post: ID(822), network: World.feeds, saidAt: saidAt, from: saidAt,
    until: saidAt + .seconds(20))
}

extension AttentionScreen {
  static let samples = [
    Sample("attention", AttentionScreen(places: places)),
    Sample("attention-wrong", AttentionScreen(places: [wrong])),
    Sample("attention-none", AttentionScreen(places: [])),
    Sample("attention-observer", AttentionScreen(places: places)) { $0.member = World.ola },
  ]

  private static let published = AttentionRule.published(on: World.mastodon)

  private static var places: [Place] {
    var ours = published
    ours.share = Spread(0.03, 0.075, 0.12)
    ours.change = AttentionChange(
      note: "our newsletter’s readers, May", by: World.alicia.id, at: World.ago(days: 3))
    var fitted = published
    fitted.posts = 42
    fitted.share = Spread(0.012, 0.031, 0.07)
    let forum = AttentionRule.published(on: NetworkName("discourse"))
    var counted = Place(network: NetworkName("discourse"), rule: forum, published: forum)
    counted.tellsFollowers = false
    return [
      Place(network: World.mastodon, rule: ours, published: published, by: "Alicia"),
      Place(network: World.practice, rule: fitted, published: published), counted,
    ]
  }

  private static let wrong = Place(
    network: World.mastodon, rule: published, published: published,
    typed: Typed(
      share: ["12", "5", "many"], halfLife: ["20", "80", "480"], overlap: ["5", "20", "50"],
      replies: ["2", "10", "50"], note: "as we saw it",
      problem: Problem(
        .invalid,
        "Give three numbers, the least first: shares between 0 and 100 in a hundred, times above 0.",
        field: "share")))
}
