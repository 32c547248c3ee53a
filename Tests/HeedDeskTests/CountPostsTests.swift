import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Our own posts are counted at their times, once each, through faults and restarts.
@Suite struct CountPostsTests {
  /// A desk with one delivered post of ours.
  private static func said() async throws -> (TestDesk, Post) {
    let test = try await TestDesk()
    let id = try await test.says("Is a charger in the box?", id: "q")
    _ = try await test.write("It is.", in: id)
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    return (test, try await test.post(test.far.accepted[0].id.rawValue))
  }

  private static func count(_ post: Post, _ views: Int, liked: Int = 0) -> RemoteCounts {
    RemoteCounts(post: post.remoteID, views: views, liked: liked, followers: 900)
  }

  private static func plan(_ test: TestDesk) async throws {
    try await test.desk.planCounts(saidSince: test.clock.now() - .days(1))
  }

  private static func samples(_ test: TestDesk, _ post: Post) async throws -> [PostCount] {
    try await test.store.read { try $0.counts(of: post.id) }
  }

  @Test func aPostIsCountedAfterOneFiveFifteenMinutesOneSixTwentyFourHoursAndThenDaily()
    async throws
  {
    let (test, post) = try await Self.said()
    try await Self.plan(test)
    test.far.count(Self.count(post, 1))
    var ages: [Int64] = []
    for _ in 0..<60 {
      guard let due = try await test.store.read({ try $0.nextCountAt() }) else { break }
      test.clock.set(due)
      try await test.desk.countDue()
      ages.append((due - post.publishedAt).milliseconds / 60_000)
    }
    #expect(ages.prefix(8) == [1, 5, 15, 60, 360, 1440, 2880, 4320])
    #expect(ages.last == Int64(14 * 1440))
    #expect(try await Self.samples(test, post).count == ages.count)
  }

  @Test func whatWasMissedWhileTheDeskStoodStillIsPassedOver() async throws {
    let (test, post) = try await Self.said()
    try await Self.plan(test)
    test.far.count(Self.count(post, 7))
    test.pass(.hours(3))
    #expect(try await test.desk.countDue() == 1)
    #expect(try await test.desk.countDue() == 0)
    #expect(try await Self.samples(test, post).map(\.views) == [7])
    #expect(
      try await test.store.read { try $0.nextCountAt() } == post.publishedAt + .hours(6))
  }

  @Test func aProcessThatDiedWhileItAskedLosesNoSample() async throws {
    let (test, post) = try await Self.said()
    try await Self.plan(test)
    test.far.count(Self.count(post, 7))
    test.pass(.minutes(1))
    // Taken, and never brought back.
    let now = test.clock.now()
    let leased = try await test.store.write {
      try $0.leaseCounts(now: now, until: now + Desk.countLease, limit: 9)
    }
    #expect(leased.count == 1)
    let other = test.another(seed: 8)
    #expect(try await other.countDue() == 0)
    test.pass(Desk.countLease)
    #expect(try await other.countDue() == 1)
    #expect(try await Self.samples(test, post).count == 1)
  }

  /// What is frozen is asked for again however old the post is, for as many tries as anything.
  @Test func oneHiccupLosesNoFrozenCountOfAnOldPost() async throws {
    let (test, post) = try await Self.said()
    test.pass(.days(20))
    _ = try await test.desk.mark(MistakeReport(post: post.id, words: "It is not."), by: test.alicia)
    test.far.count(Self.count(post, 7))
    test.far.refuseCounts(NetworkError(.temporary, "Away."))
    #expect(try await test.desk.countDue() == 1)
    test.far.refuseCounts(nil)
    test.pass(.minutes(10))
    try await test.desk.countDue()
    #expect(try await Self.samples(test, post).map(\.occasion) == [.noticed])
    // Where nobody answers at all it ends.
    _ = try await test.desk.mark(MistakeReport(post: post.id, words: "Nor that."), by: test.alicia)
    test.far.refuseCounts(NetworkError(.temporary, "Away."))
    for _ in 0..<Desk.countTries {
      try await test.desk.countDue()
      test.pass(.hours(7))
    }
    #expect(try await test.store.read { try $0.nextCountAt() } == nil)
  }

  @Test func aPlaceThatIsAwayIsAskedAgainLaterAndSaysWhen() async throws {
    let (test, post) = try await Self.said()
    try await Self.plan(test)
    test.far.count(Self.count(post, 7))
    test.pass(.minutes(1))
    test.far.refuseCounts(
      NetworkError(.rateLimited, "Not so often.", retryAfter: .minutes(9)))
    #expect(try await test.desk.countDue() == 1)
    #expect(try await Self.samples(test, post).isEmpty)
    let due = try await test.store.read { try $0.nextCountAt() }
    #expect(due == test.clock.now() + .minutes(9))
    test.far.refuseCounts(nil)
    test.pass(.minutes(9))
    try await test.desk.countDue()
    #expect(try await Self.samples(test, post).count == 1)
  }

  @Test func whatIsNotShownIsAskedForLessAndLessAndThenLetBe() async throws {
    let (test, post) = try await Self.said()
    try await Self.plan(test)
    for _ in 0..<100 {
      guard let due = try await test.store.read({ try $0.nextCountAt() }) else { break }
      test.clock.set(max(due, test.clock.now()))
      try await test.desk.countDue()
    }
    #expect(try await test.store.read { try $0.nextCountAt() } == nil)
    #expect(test.far.askedForCounts.count == Desk.countTries)
    #expect(try await Self.samples(test, post).isEmpty)
  }

  @Test func noticedAndFixedAreCountedThenAndTheSamplesBeforeStay() async throws {
    let (test, post) = try await Self.said()
    try await Self.plan(test)
    test.far.count(Self.count(post, 7))
    test.pass(.minutes(1))
    try await test.desk.countDue()
    test.pass(.minutes(2))
    let now = test.clock.now()
    try await test.store.write { try $0.freezeCounts(of: post.id, as: .noticed, at: now) }
    test.far.count(Self.count(post, 12))
    try await test.desk.countDue()
    #expect(try await Self.samples(test, post).map(\.views) == [7, 12])
    #expect(try await Self.samples(test, post).map(\.occasion) == [.due, .noticed])
    // And goes on at its times.
    #expect(
      try await test.store.read { try $0.nextCountAt() } == post.publishedAt + .minutes(5))
  }

  @Test func anAccountThatWasRemovedIsNotAsked() async throws {
    let (test, _) = try await Self.said()
    try await Self.plan(test)
    test.pass(.minutes(1))
    try await test.desk.remove(test.account, by: test.lead)
    #expect(try await test.desk.countDue() == 1)
    #expect(test.far.askedForCounts.isEmpty)
    #expect(try await test.store.read { try $0.nextCountAt() } == nil)
  }
}
