import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Nobody who surely saw a post of ours is taken back, and nobody is called sure whom only a guess makes so.
@Suite struct ExposureFloorTests {
  private static func said() async throws -> (TestDesk, Post) {
    let test = try await TestDesk()
    var post = FakeNetwork.post("ours", "The charger is in the box.", at: test.clock.now())
    post.author = FakeNetwork.shop
    post.toUs = false
    try await test.hear([.post(post)])
    return (test, try await test.post("ours"))
  }

  private static func save(_ samples: [PostCount], _ post: Post, _ test: TestDesk) async throws {
    try await test.store.write { try $0.save(samples, on: post.network) }
  }

  @Test func aLikeThatIsTakenBackAndASampleWithoutLikesTakeNobodyBack() async throws {
    let (test, post) = try await Self.said()
    let liked: [Int?] = [12, 40, 31, nil, 0]
    for (number, liked) in liked.enumerated() {
      test.pass(.minutes(5))
      try await Self.save(
        [
          PostCount(
            post: post.id, at: test.clock.now(), liked: liked, shared: number == 1 ? 7 : nil,
            followers: 6_400)
        ], post, test)
      let exposure = try await test.desk.exposure(of: post.id, by: test.alicia)
      #expect(exposure.surely == (number == 0 ? 12 : 40), "sample \(number)")
      #expect(exposure.sharers == (number == 0 ? 0 : 7), "sample \(number)")
      #expect((exposure.best?.low ?? 0) >= exposure.surely)
    }
  }

  /// Places count our own answers with the others.
  @Test func ourOwnAnswersAreNobodyWhoSawIt() async throws {
    let (test, post) = try await Self.said()
    for id in ["own1", "own2"] {
      var answer = FakeNetwork.post(
        id, "And a cable.", at: test.clock.now(), parent: post.remoteID, toUs: false)
      answer.author = FakeNetwork.shop
      try await test.hear([.post(answer)])
    }
    test.pass(.minutes(5))
    try await Self.save(
      [PostCount(post: post.id, at: test.clock.now(), liked: 0, answered: 3)], post, test)
    #expect(try await test.desk.exposure(of: post.id, by: test.alicia).surely == 1)
  }

  @Test func moreTimeAndMoreSharesNeverMakeItFewer() async throws {
    for seed in UInt64(1)...12 {
      var dice = SplitMix64(seed: seed)
      let (test, post) = try await Self.said()
      let counts = Self.counts(of: post, &dice)
      try await Self.save(counts, post, test)
      test.pass(.hours(30))
      let end = test.clock.now()
      var before: Exposure?
      for step in 0...15 {
        let until = post.publishedAt + .minutes(Int64(step * 120))
        let exposure = try await test.desk.exposure(of: post.id, until: until, by: test.alicia)
        if let before { Self.expectNoFewer(exposure, than: before, "seed \(seed), step \(step)") }
        before = exposure
        Self.expectTrue(exposure, "seed \(seed), step \(step)")
      }
      // Somebody passes it on to more people.
      var more = counts
      for index in more.indices {
        more[index].shared = (more[index].shared ?? 0) + 3
        more[index].sharerFollowers = (more[index].sharerFollowers ?? 0) + 900
      }
      let least = try await test.desk.exposure(of: post.id, until: end, by: test.alicia)
      let (other, same) = try await Self.said()
      try await Self.save(more.map { Self.count($0, of: same) }, same, other)
      other.pass(.hours(30))
      let passedOn = try await other.desk.exposure(of: same.id, by: other.alicia)
      Self.expectNoFewer(passedOn, than: least, "seed \(seed), passed on")
    }
  }

  private static func count(_ count: PostCount, of post: Post) -> PostCount {
    var count = count
    count.post = post.id
    return count
  }

  /// Likes come and go, some samples tell nothing, and half of the places count readers.
  private static func counts(of post: Post, _ dice: inout SplitMix64) -> [PostCount] {
    let countsReaders = Bool.random(using: &dice)
    let followers = Int.random(in: 0...20_000, using: &dice)
    var sharers = 0
    return (1...12).map { number in
      sharers += Int.random(in: 0...400, using: &dice)
      let tells = Int.random(in: 0...3, using: &dice) > 0
      return PostCount(
        post: post.id, at: post.publishedAt + .minutes(Int64(number * 100)),
        views: countsReaders ? number * Int.random(in: 0...300, using: &dice) : nil,
        liked: tells ? Int.random(in: 0...60, using: &dice) : nil,
        shared: tells ? Int.random(in: 0...9, using: &dice) : nil, followers: followers,
        sharerFollowers: sharers)
    }
  }

  private static func expectNoFewer(
    _ later: Exposure, than earlier: Exposure, _ note: Comment
  ) {
    #expect(later.surely >= earlier.surely, note)
    #expect(later.sharers >= earlier.sharers, note)
    for range in [(later.counted?.range, earlier.counted?.range)]
      + [(later.estimated?.range, earlier.estimated?.range)]
    {
      guard let (more, less) = range.0.flatMap({ more in range.1.map { (more, $0) } }) else {
        continue
      }
      #expect(more.low >= less.low, note)
      #expect(more.likely >= less.likely, note)
      #expect(more.high >= less.high, note)
    }
  }

  /// The plot goes up, and through what is told.
  private static func expectTrue(_ exposure: Exposure, _ note: Comment) {
    guard let told = exposure.best else { return }
    #expect(told.low >= exposure.surely, note)
    for (before, after) in zip(exposure.curve, exposure.curve.dropFirst()) {
      #expect(after.range.low >= before.range.low, note)
      #expect(after.range.likely >= before.range.likely, note)
      #expect(after.range.high >= before.range.high, note)
    }
    guard let last = exposure.curve.last else { return }
    #expect(exposure.curve.contains { $0.at == exposure.until && $0.range == told }, note)
    #expect(last.range.low >= told.low && last.range.likely >= told.likely, note)
  }

  @Test func readersWhoWereCountedMayBeAnybody() {
    #expect(
      Self.exposure(140, counted: true).surelyBoth(with: Self.exposure(90, counted: true)) == 0)
    #expect(Self.exposure(70).surelyBoth(with: Self.exposure(60, counted: true)) == 0)
    #expect(Self.exposure(70, counted: true).surelyBoth(with: Self.exposure(60)) == 0)
    #expect(Self.exposure(70).surelyBoth(with: Self.exposure(60)) == 30)
  }

  @Test func whoReactedMayBeAnybody() {
    #expect(Self.exposure(70, others: 70).surelyBoth(with: Self.exposure(60, others: 60)) == 0)
    #expect(Self.exposure(70, others: 3).surelyBoth(with: Self.exposure(60, others: 9)) == 30)
  }

  @Test func thoseWhoPassedEitherOnCouldShowItToMore() {
    #expect(Self.exposure(70, sharers: 20).surelyBoth(with: Self.exposure(60)) == 10)
    #expect(Self.exposure(70).surelyBoth(with: Self.exposure(60, sharers: 20)) == 10)
    #expect(Self.exposure(70, sharers: 20).surelyBoth(with: Self.exposure(60, sharers: 20)) == 0)
  }

  private static func exposure(
    _ low: Int, counted: Bool = false, others: Int = 0, sharers: Int = 0
  ) -> Exposure {
    let start = Instant(seconds: 0)
    let range = ExposureRange(low: low, likely: low, high: 200)
    let shares = sharers > 0 ? [Audience.Share(at: start, followers: sharers)] : []
    return Exposure(
      post: ID(1), network: FakeNetwork.name, saidAt: start, from: start,
      until: Instant(seconds: 9), others: others,
      counted: counted ? .init(range: range, at: start) : nil,
      estimated: .init(
        range: range, audience: Audience(saidAt: start, followers: 100, shares: shares),
        rule: .published(on: FakeNetwork.name)))
  }
}
