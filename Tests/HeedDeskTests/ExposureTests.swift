import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Who saw a post of ours: named, counted, estimated, the best one leading.
@Suite struct ExposureTests {
  /// A post of ours that answers nobody, said now.
  private static func said() async throws -> (TestDesk, Post) {
    let test = try await TestDesk()
    var post = FakeNetwork.post("ours", "The charger is in the box.", at: test.clock.now())
    post.author = FakeNetwork.shop
    post.toUs = false
    try await test.hear([.post(post)])
    return (test, try await test.post("ours"))
  }

  private static func count(
    _ test: TestDesk, _ post: Post, views: Int? = nil, liked: Int? = nil, shared: Int? = nil,
    followers: Int? = 6_400, sharers: Int? = nil
  ) async throws {
    let sample = PostCount(
      post: post.id, at: test.clock.now(), views: views, liked: liked, shared: shared,
      followers: followers, sharerFollowers: sharers)
    try await test.store.write { try $0.save([sample], on: post.network) }
  }

  @Test func whoReactedIsNamedOnlyIfTheySpokeToUs() async throws {
    let (test, post) = try await Self.said()
    test.pass(.minutes(5))
    try await test.says("Really?", id: "a1", by: "ana", parent: post.remoteID)
    // Ana likes it, too: she is one. Ben never spoke to us.
    try await test.hear([
      .reaction(Self.reaction(.liked, post, "ana", test)),
      .reaction(Self.reaction(.shared, post, "ben", test)),
    ])
    let exposure = try await test.desk.exposure(of: post.id, by: test.alicia)
    #expect(exposure.named.map(\.name) == ["Ana"])
    #expect(exposure.named.map(\.deed) == [.answered])
    #expect(exposure.others == 1)
    #expect(exposure.surely == 2)
    #expect(exposure.sharers == 1)
    #expect(exposure.best == nil)
    // What came after does not count before.
    let earlier = try await test.desk.exposure(
      of: post.id, until: post.publishedAt + .minutes(4), by: test.alicia)
    #expect(earlier.surely == 0)
    let later = try await test.desk.exposure(
      of: post.id, from: post.publishedAt + .minutes(4), by: test.alicia)
    #expect(later.surely == 2)
  }

  @Test func whoSpokeToUsInPrivateAloneIsNamedToThoseWhoAnswerThem() async throws {
    let (test, post) = try await Self.said()
    test.pass(.minutes(5))
    try await test.says("In private.", id: "p1", by: "ana", visibility: .private)
    try await test.hear([.reaction(Self.reaction(.liked, post, "ana", test))])
    let alicia = try await test.desk.exposure(of: post.id, by: test.alicia)
    #expect(alicia.named.map(\.name) == ["Ana"] && alicia.others == 0)
    let carla = try await test.desk.exposure(of: post.id, by: test.carla)
    #expect(carla.named.isEmpty && carla.others == 1)
  }

  @Test func ourselvesProgramsAndSpamAreNobody() async throws {
    let (test, post) = try await Self.said()
    test.pass(.minutes(5))
    var robot = FakeNetwork.post(
      "r", "beep", by: "robo", at: test.clock.now(), parent: post.remoteID)
    robot.author.isBot = true
    var own = FakeNetwork.post(
      "o", "And a cable.", at: test.clock.now(), parent: post.remoteID, toUs: false)
    own.author = FakeNetwork.shop
    try await test.hear([.post(robot), .post(own)])
    #expect(try await test.desk.exposure(of: post.id, by: test.alicia).surely == 0)
  }

  @Test func anEstimateIsARangeWithItsAssumptions() async throws {
    let (test, post) = try await Self.said()
    test.pass(.minutes(1))
    try await Self.count(test, post, liked: 2, shared: 0, sharers: 0)
    test.pass(.minutes(25))
    try await Self.count(test, post, liked: 4, shared: 2, sharers: 1_200)
    let exposure = try await test.desk.exposure(of: post.id, by: test.alicia)
    let estimate = try #require(exposure.estimated)
    #expect(exposure.counted == nil)
    #expect(estimate.audience.followers == 6_400)
    #expect(estimate.audience.shares.map(\.followers) == [1_200])
    #expect(!estimate.audience.isReply)
    #expect(estimate.range.low >= 4 && estimate.range.low < estimate.range.likely)
    #expect(estimate.range.likely < estimate.range.high)
    #expect(exposure.others == 4)
    #expect(exposure.samples.count == 2)
    // A quarter of an hour earlier it was fewer.
    let earlier = try await test.desk.exposure(
      of: post.id, until: test.clock.now() - .minutes(15), by: test.alicia)
    #expect(earlier.estimated.map { $0.range.likely < estimate.range.likely } == true)
  }

  @Test func theFollowersWhenItWasSaidCountNotThoseOfToday() async throws {
    let (test, post) = try await Self.said()
    test.pass(.minutes(1))
    try await Self.count(test, post, followers: 6_400)
    test.pass(.days(3))
    try await Self.count(test, post, followers: 9_000)
    let exposure = try await test.desk.exposure(of: post.id, by: test.alicia)
    #expect(exposure.estimated?.audience.followers == 6_400)
  }

  @Test func aCounterBeatsAnyEstimate() async throws {
    let (test, post) = try await Self.said()
    for (minutes, views) in [(1, 12), (4, 40), (10, 90), (15, 131)] {
      test.pass(.minutes(Int64(minutes)))
      try await Self.count(test, post, views: views)
    }
    let exposure = try await test.desk.exposure(of: post.id, by: test.alicia)
    #expect(exposure.counted?.range == ExposureRange(low: 131, likely: 131, high: 131))
    #expect(exposure.best == exposure.counted?.range)
    // Between two samples it lies between them.
    let between = try await test.desk.exposure(
      of: post.id, until: post.publishedAt + .minutes(8), by: test.alicia)
    let range = try #require(between.counted?.range)
    #expect(range.low == 40 && range.high == 90)
    #expect(range.likely > 40 && range.likely < 90)
    // From one sample to another it is what came between them.
    let later = try await test.desk.exposure(
      of: post.id, from: post.publishedAt + .minutes(5), by: test.alicia)
    #expect(later.counted?.range == ExposureRange(low: 91, likely: 91, high: 91))
  }

  @Test func aCounterThatForgetsTakesNobodyBack() async throws {
    let (test, post) = try await Self.said()
    for (minutes, views) in [(1, 50), (4, 44)] {
      test.pass(.minutes(Int64(minutes)))
      try await Self.count(test, post, views: views)
    }
    let exposure = try await test.desk.exposure(of: post.id, by: test.alicia)
    #expect(exposure.counted?.range.low == 50)
  }

  @Test func noRangeLiesBelowWhoSurelySawIt() async throws {
    let (test, post) = try await Self.said()
    test.pass(.minutes(1))
    try await Self.count(test, post, views: 3, liked: 20, followers: 10)
    let exposure = try await test.desk.exposure(of: post.id, by: test.alicia)
    #expect(exposure.surely == 20)
    #expect(exposure.counted?.range.low == 20)
    #expect(exposure.estimated?.range.low == 20)
  }

  @Test func whatWasSaidInPrivateHasNoAudience() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Between us?", id: "q", visibility: .private)
    _ = try await test.write("Between us.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let post = try await test.post(test.far.accepted[0].id.rawValue)
    try await Self.count(test, post)
    let exposure = try await test.desk.exposure(of: post.id, by: test.alicia)
    #expect(exposure.estimated == nil)
    #expect(
      await problem { _ = try await test.desk.exposure(of: post.id, by: test.carla) }?.code
        == .notFound)
  }

  @Test func onlyPostsOfOursAreAskedAbout() async throws {
    let (test, post) = try await Self.said()
    try await test.says("Hm.", id: "a1", parent: post.remoteID)
    let theirs = try await test.post("a1")
    #expect(
      await problem { _ = try await test.desk.exposure(of: theirs.id, by: test.lead) }?.code
        == .notFound)
  }

  @Test func whoReactedToBothSurelySawBoth() async throws {
    let (test, post) = try await Self.said()
    test.pass(.minutes(5))
    try await test.hear([
      .post(
        FakeNetwork.post(
          "a1", "Really?", by: "ana", at: test.clock.now(), parent: post.remoteID)),
      .post(
        FakeNetwork.post("b1", "Oh?", by: "ben", at: test.clock.now(), parent: post.remoteID)),
    ])
    test.pass(.minutes(5))
    let fixed = test.clock.now()
    test.pass(.minutes(5))
    try await test.says("Thank you.", id: "a2", by: "ana", parent: post.remoteID)
    let error = try await test.desk.exposure(of: post.id, until: fixed, by: test.alicia)
    let correction = try await test.desk.exposure(of: post.id, from: fixed, by: test.alicia)
    #expect(error.surely == 2 && correction.surely == 1)
    #expect(error.surelyBoth(with: correction) == 1)
  }

  @Test func whereMoreSawThemThanThereAreSomeSawBoth() {
    let audience = Audience(saidAt: Instant(seconds: 0), followers: 100)
    func exposure(_ low: Int) -> Exposure {
      let range = ExposureRange(low: low, likely: low, high: 100)
      return Exposure(
        post: ID(1), network: FakeNetwork.name, saidAt: Instant(seconds: 0),
        from: Instant(seconds: 0), until: Instant(seconds: 9),
        estimated: .init(
          range: range, audience: audience,
          rule: .published(on: FakeNetwork.name)))
    }
    #expect(exposure(70).surelyBoth(with: exposure(60)) == 30)
    #expect(exposure(40).surelyBoth(with: exposure(50)) == 0)
  }

  @Test func aLeadGivesOtherNumbersWithAReasonAndTakesThemBack() async throws {
    let test = try await TestDesk()
    let published = AttentionRule.published(on: FakeNetwork.name)
    var rule = published
    rule.share = Spread(0.03, 0.075, 0.12)
    func save(_ rule: AttentionRule, _ note: String, by viewer: Viewer) async -> Problem? {
      await problem {
        try await test.desk.save(rule, on: FakeNetwork.name, note: note, by: viewer)
      }
    }
    #expect(await save(rule, "ours", by: test.alicia)?.code == .forbidden)
    #expect(await save(rule, " ", by: test.lead)?.field == "note")
    for (change, field) in [
      ({ $0.share = Spread(0.2, 0.1, 0.3) }, "share"),
      ({ $0.share = Spread(0, 0.1, 0.3) }, "share"),
      ({ $0.share = Spread(0.1, 0.2, 1.3) }, "share"),
      ({ $0.halfLife = Spread(-1, 80, 90) }, "halfLife"),
      ({ $0.overlap = Spread(0, .nan, 1) }, "overlap"),
      ({ $0.replies = Spread(0, 0.5, 7) }, "replies"),
    ] as [((inout AttentionRule) -> Void, String)] {
      var wrong = rule
      change(&wrong)
      #expect(await save(wrong, "ours", by: test.lead)?.field == field)
    }
    #expect(await save(rule, "as we saw it", by: test.lead) == nil)
    let held = try await test.desk.attentionRule(on: FakeNetwork.name)
    #expect(held.share == rule.share)
    #expect(held.change?.note == "as we saw it")
    #expect(held.source == published.source)
    let event = try await test.store.read { tx in
      try tx.lastEvent().flatMap { id in
        try tx.events(after: ID(id.value - 1), limit: 1, for: nil).first
      }
    }
    #expect(event?.kind == .settingsChanged)
    try await test.desk.forgetAttention(on: FakeNetwork.name, by: test.lead)
    #expect(try await test.desk.attentionRule(on: FakeNetwork.name) == published)
  }

  @Test func theDesksOwnCountersAreFittedTo() async throws {
    let (test, _) = try await Self.said()
    // Twelve posts that three in a hundred of a thousand followers read, half of them within five hours.
    for number in 0..<12 {
      var post = FakeNetwork.post("p\(number)", "Words.", at: test.clock.now())
      post.author = FakeNetwork.shop
      post.toUs = false
      try await test.hear([.post(post)])
      let stored = try await test.post("p\(number)")
      let samples = [60, 360, 1440, 4320].map { minutes in
        PostCount(
          post: stored.id, at: stored.publishedAt + .minutes(Int64(minutes)),
          views: 3000 * minutes / (minutes + 300), followers: 100_000)
      }
      try await test.store.write { try $0.save(samples, on: stored.network) }
      test.pass(.minutes(1))
    }
    test.pass(.days(4))
    let rule = try await test.desk.attentionRule(on: FakeNetwork.name)
    #expect(rule.posts == 12)
    #expect(abs(rule.share.likely - 0.03) < 0.003)
    #expect(rule.halfLife.likely > 200 && rule.halfLife.likely < 450)
  }

  private static func reaction(
    _ kind: Reaction.Kind, _ post: Post, _ by: String, _ test: TestDesk
  ) -> RemoteReaction {
    RemoteReaction(
      kind: kind, post: post.remoteID, by: FakeNetwork.handle(by), at: test.clock.now())
  }
}
