import HeedModel
import HeedNetwork
import HeedSQLite
import HeedTesting
import Testing

@testable import HeedDesk

@Suite struct OutboxTests {
  private static func waiting(keyLife: Duration? = .hours(1)) async throws -> (
    TestDesk, ID<Conversation>, ID<Reply>
  ) {
    let test = try await TestDesk(keyLife: keyLife)
    let conversation = try await test.says("Is the shop open?", id: "q1")
    let reply = try await test.write("Until six.", in: conversation)
    return (test, conversation, reply)
  }

  @Test func nothingLeavesBeforeTheUndoWindowIsOver() async throws {
    let (test, _, _) = try await Self.waiting()
    test.pass(.seconds(9))
    try await Deliveries(test).look()
    #expect(test.texts() == [])
    test.pass(.seconds(2))
    try await Deliveries(test).look()
    #expect(test.texts() == ["Until six."])
  }

  @Test func aDeskAtRestWritesNothing() async throws {
    let database = RecordingDatabase(try SQLiteDatabase.inMemory())
    let test = try await TestDesk(database: database)
    let deliveries = Deliveries(test)
    try await deliveries.look(isStart: true)
    let before = database.writes
    for _ in 0..<5 {
      test.pass(Outbox.look)
      try await deliveries.look()
    }
    #expect(database.writes == before)
  }

  @Test func aDeliveredReplyIsOurPostInItsConversation() async throws {
    let (test, conversation, reply) = try await Self.waiting()
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let delivered = try await test.reply(reply)
    #expect(delivered.delivery.status == .delivered)
    let id = try #require(delivered.delivery.post)
    let post = try #require(try await test.store.read { try $0.posts([id]).first })
    #expect(post.direction == .ours)
    #expect(post.remoteID == test.far.accepted[0].id)
    #expect(post.wordsUntil == nil)
    #expect(try await test.conversation(conversation).state == .answered)
    #expect(try await test.events(of: conversation).suffix(2) == [.replyWritten, .replyDelivered])
  }

  @Test func whatCertainlyDidNotGoOutIsTriedAgainEverLessOften() async throws {
    let (test, _, reply) = try await Self.waiting()
    test.far.plan(Array(repeating: .refused(.temporary), count: 4))
    test.pass(.seconds(11))
    let deliveries = Deliveries(test)
    var pauses: [Duration] = []
    for _ in 0..<4 {
      try await deliveries.look()
      let queued = try await test.reply(reply)
      #expect(queued.delivery.status == .queued)
      #expect(queued.delivery.trouble?.english == "The far side said temporary.")
      pauses.append(queued.delivery.dueAt - test.clock.now())
      try await deliveries.look()
      test.pass(pauses[pauses.count - 1])
    }
    #expect(pauses == [.seconds(5), .seconds(10), .seconds(20), .seconds(40)])
    #expect(test.far.tries == 4)
    try await deliveries.look()
    #expect(test.texts() == ["Until six."])
  }

  @Test func aPlaceThatSaysWhenIsAskedThen() async throws {
    let (test, _, _) = try await Self.waiting()
    test.far.plan([.refused(.rateLimited, retryAfter: .minutes(7))])
    test.pass(.seconds(11))
    let deliveries = Deliveries(test)
    try await deliveries.look()
    test.pass(.minutes(7) - .seconds(1))
    try await deliveries.look()
    #expect(test.far.tries == 1)
    test.pass(.seconds(1))
    try await deliveries.look()
    #expect(test.texts() == ["Until six."])
  }

  @Test func afterADayItIsGivenBackWithTheReason() async throws {
    let (test, conversation, reply) = try await Self.waiting()
    test.far.plan(Array(repeating: .refused(.temporary), count: 1000))
    test.pass(.seconds(11))
    try await Deliveries(test).settle(within: .hours(30), step: .minutes(5))
    let failed = try await test.reply(reply)
    #expect(failed.delivery.status == .failed)
    #expect(failed.delivery.trouble?.english.contains("tried for a day") == true)
    #expect(test.texts() == [])
    #expect(try await test.events(of: conversation).filter { $0 == .replyFailed }.count == 1)
    // A further try has a day of its own.
    test.far.clear()
    test.far.plan([.refused(.temporary)])
    try await test.desk.retry(reply, by: test.alicia)
    try await Deliveries(test).settle()
    #expect(test.texts() == ["Until six."])
  }

  @Test(arguments: [NetworkError.Kind.refused, .gone, .unsupported, .signedOut])
  func aRefusalIsGivenBackAtOnce(_ kind: NetworkError.Kind) async throws {
    let (test, _, reply) = try await Self.waiting()
    test.far.plan([.refused(kind)])
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    #expect(try await test.reply(reply).delivery.status == .failed)
    let account = test.account
    let trouble = try await test.store.read { try $0.account(account)?.trouble }
    #expect((trouble != nil) == (kind == .signedOut))
    #expect(
      try await test.desk.today(PageRequest(), for: test.alicia).troubled.map(\.id) == [reply])
  }

  @Test func anAccountThatSendsAgainIsNoTroubleAnyMore() async throws {
    let (test, _, reply) = try await Self.waiting()
    test.far.plan([.refused(.signedOut)])
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let account = test.account
    #expect(try await test.store.read { try $0.account(account)?.trouble } != nil)
    test.far.clear()
    try await test.desk.retry(reply, by: test.alicia)
    try await Deliveries(test).settle()
    #expect(test.texts() == ["Until six."])
    #expect(try await test.store.read { try $0.account(account)?.trouble } == nil)
  }

  @Test(arguments: [
    FarSide.Fate.lostBefore, .lostAfter, .acceptedLater(.seconds(20)), .workedOn(.seconds(20)),
  ])
  func inDoubtWithAnHonouredKeyItIsSentAgainWithTheSameKey(_ fate: FarSide.Fate) async throws {
    let (test, _, reply) = try await Self.waiting()
    test.far.plan([fate])
    test.pass(.seconds(11))
    let deliveries = Deliveries(test)
    try await deliveries.look()
    #expect(try await test.reply(reply).delivery.status == .sending)
    try await deliveries.settle()
    #expect(try await test.reply(reply).delivery.status == .delivered)
    #expect(test.texts() == ["Until six."])
    #expect(test.far.tries == 2)
    #expect(test.far.looks == 0)
  }

  /// Killed anywhere while the far side is at it: its key is not known there yet.
  @Test func afterAKillTheFarSideHasItsTimeBeforeTheSameKeyComesAgain() async throws {
    for steps in 1...20 {
      let (test, _, reply) = try await Self.waiting()
      test.far.plan([.workedOn(.seconds(20))])
      test.pass(.seconds(11))
      try? await Deliveries(test, test.another(seed: 3, fuse: Fuse(steps: steps))).look()
      let deliveries = Deliveries(test, test.another(seed: 4))
      try await deliveries.look(isStart: true)
      try await deliveries.settle()
      #expect(try await test.reply(reply).delivery.status == .delivered, "\(steps)")
      #expect(test.texts() == ["Until six."], "\(steps)")
    }
  }

  @Test(arguments: [FarSide.Fate.lostBefore, .lostAfter, .acceptedLater(.seconds(20))])
  func inDoubtWithoutAKeyOurOwnTimelineIsReadFirst(_ fate: FarSide.Fate) async throws {
    let (test, _, reply) = try await Self.waiting(keyLife: nil)
    test.far.plan([fate])
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    #expect(try await test.reply(reply).delivery.status == .delivered)
    #expect(test.texts() == ["Until six."])
    #expect(test.far.looks == 1)
    #expect(test.far.tries == (fate == .lostBefore ? 2 : 1))
  }

  /// A place that takes longer to show a reply than the desk itself waits, on the first way and on a later one.
  @Test(arguments: [[], [FarSide.Fate.refused(.temporary), .refused(.temporary)]])
  func whatShowsOnlyAfterAWhileIsNotSentTwice(_ before: [FarSide.Fate]) async throws {
    let (test, _, reply) = try await Self.waiting(keyLife: nil)
    test.far.show(after: .seconds(45), settling: .minutes(1))
    test.far.plan(before + [.lostAfter])
    test.pass(.seconds(11))
    try await Deliveries(test).settle(step: .seconds(1))
    #expect(try await test.reply(reply).delivery.status == .delivered)
    #expect(test.texts() == ["Until six."])
    #expect(test.far.tries == before.count + 1)
  }

  /// A place that does not take it yet says nothing of the attempt before: else it would wait for ever.
  @Test func aDoubtIsAsOldAsTheLastAttemptThatWasOnItsWay() async throws {
    let (test, _, reply) = try await Self.waiting()
    let wait = FarSide.Fate.refused(.temporary, retryAfter: .seconds(30))
    test.far.plan([.lostBefore, wait, wait, .lostBefore, wait])
    test.pass(.seconds(11))
    let begun = test.clock.now()
    try await Deliveries(test).settle(step: .seconds(1))
    #expect(try await test.reply(reply).delivery.status == .delivered)
    #expect(test.texts() == ["Until six."])
    let doubts = test.far.doubts
    #expect(doubts.count == 6 && doubts[0] == nil)
    #expect(doubts[1] == begun && doubts[2] == begun && doubts[3] == begun)
    #expect(doubts[4] ?? begun > begun && doubts[5] == doubts[4])
  }

  @Test func whatNeverArrivedIsSentOnceItHadTheTimeToShow() async throws {
    let (test, _, reply) = try await Self.waiting(keyLife: nil)
    test.far.show(after: .seconds(45), settling: .minutes(1))
    test.far.plan([.lostBefore])
    test.pass(.seconds(11))
    let begun = test.clock.now()
    try await Deliveries(test).settle(step: .seconds(1))
    #expect(try await test.reply(reply).delivery.status == .delivered)
    #expect(test.texts() == ["Until six."])
    let sent = try #require(test.far.accepted.first).at - begun
    #expect((.minutes(1) ... .minutes(2)).contains(sent), "\(sent)")
  }

  /// Killed at any step, also in a try long after the first.
  @Test func afterAKillWhatShowsOnlyAfterAWhileIsNotSentTwice() async throws {
    for steps in 1...20 {
      let (test, _, reply) = try await Self.waiting(keyLife: nil)
      test.far.show(after: .seconds(45), settling: .minutes(1))
      test.far.plan([.refused(.temporary)])
      test.pass(.seconds(11))
      try await Deliveries(test).look()
      test.pass(.minutes(10))
      try? await Deliveries(test, test.another(seed: 3, fuse: Fuse(steps: steps))).look()
      let deliveries = Deliveries(test, test.another(seed: 4))
      try await deliveries.look(isStart: true)
      try await deliveries.settle(step: .seconds(1))
      #expect(try await test.reply(reply).delivery.status == .delivered, "\(steps)")
      #expect(test.texts() == ["Until six."], "\(steps)")
    }
  }

  @Test func pastTheLifeOfItsKeyADoubtIsLookedUp() async throws {
    let (test, _, reply) = try await Self.waiting()
    test.far.plan([.lostAfter])
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    // The desk stood still for a day; its key is forgotten over there.
    test.pass(.hours(25))
    try await Deliveries(test, test.another(seed: 2)).look(isStart: true)
    #expect(try await test.reply(reply).delivery.status == .delivered)
    #expect(test.texts() == ["Until six."])
    #expect(test.far.looks == 1)
  }

  @Test func whatNobodyCanTellWaitsForAPerson() async throws {
    let (test, conversation, reply) = try await Self.waiting(keyLife: nil)
    test.far.plan([.lostAfter])
    test.far.sight = .blind
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    #expect(try await test.reply(reply).delivery.status == .unknown)
    #expect(try await test.events(of: conversation).last == .replyUnknown)
    // Nothing goes out behind it.
    let next = try await test.write("And tomorrow from nine.", in: conversation)
    test.pass(.minutes(5))
    try await Deliveries(test).look()
    #expect(try await test.reply(next).delivery.status == .queued)
    #expect(test.texts() == ["Until six."])

    try await test.desk.settleArrived(reply, by: test.alicia)
    try await Deliveries(test).settle()
    #expect(test.texts() == ["Until six.", "And tomorrow from nine."])
    #expect(try await test.reply(reply).delivery.post != nil)
  }

  @Test func aPersonCanSayThatItGoesOutOnceMore() async throws {
    let (test, _, reply) = try await Self.waiting(keyLife: nil)
    test.far.plan([.lostBefore])
    test.far.sight = .blind
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    let before = try await test.reply(reply).delivery
    #expect(before.status == .unknown)
    #expect(
      await problem { try await test.desk.settle(reply, sendAgain: true, by: test.bruno) }?.code
        == .forbidden)
    try await test.desk.settle(reply, sendAgain: true, by: test.alicia)
    let queued = try await test.reply(reply).delivery
    #expect(queued.status == .queued)
    #expect(queued.key != before.key)
    try await Deliveries(test).settle()
    #expect(test.texts() == ["Until six."])
  }

  @Test func aPersonCanSayThatItIsDropped() async throws {
    let (test, conversation, reply) = try await Self.waiting(keyLife: nil)
    test.far.plan([.lostBefore])
    test.far.sight = .blind
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    try await test.desk.settle(reply, sendAgain: false, by: test.lead)
    #expect(try await test.reply(reply).delivery.status == .failed)
    try await test.desk.discard(reply, by: test.alicia)
    let draft = try await test.store.read { [alicia = test.alicia] in
      try $0.draft(of: conversation, by: alicia.member)
    }
    #expect(draft?.text == "Until six.")
    #expect(try await test.reply(reply).delivery.status == .takenBack)
  }

  @Test func aDoubtThatCannotBeLookedUpStaysOneUntilItCan() async throws {
    let (test, _, reply) = try await Self.waiting(keyLife: nil)
    test.far.plan([.lostAfter])
    test.far.sight = .away
    test.pass(.seconds(11))
    try await Deliveries(test).settle(within: .hours(2), step: .minutes(1))
    #expect(try await test.reply(reply).delivery.status == .sending)
    // Asked ever less often.
    #expect(test.far.looks < 16)
    test.far.sight = .clear
    try await Deliveries(test).settle()
    #expect(try await test.reply(reply).delivery.status == .delivered)
    #expect(test.texts() == ["Until six."])
  }

  @Test func aDoubtThatNobodySettlesForADayIsTold() async throws {
    let (test, _, reply) = try await Self.waiting(keyLife: nil)
    test.far.plan([.lostAfter])
    test.far.sight = .away
    test.pass(.seconds(11))
    try await Deliveries(test).settle(within: .hours(30), step: .minutes(5))
    #expect(try await test.reply(reply).delivery.status == .unknown)
    #expect(test.texts() == ["Until six."])
  }

  @Test func aRefusalAfterADoubtDoesNotHideThatItArrived() async throws {
    let (test, _, reply) = try await Self.waiting()
    test.far.plan([.lostAfter, .refused(.rateLimited, retryAfter: .seconds(40)), .refused(.gone)])
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    #expect(try await test.reply(reply).delivery.status == .delivered)
    #expect(test.texts() == ["Until six."])
  }

  @Test func aDoubtIsLookedUpThoughWhatItAnswersWasTakenAway() async throws {
    let (test, _, reply) = try await Self.waiting()
    test.far.plan([.lostAfter])
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    try await test.hear([.removed(RemoteID("q1"))])
    try await Deliveries(test).settle()
    #expect(try await test.reply(reply).delivery.status == .delivered)
    #expect(test.texts() == ["Until six."])
  }

  @Test func howeverManyAProcessLeftTheyAreLookedUpAsSoonAsItIsSafe() async throws {
    let (test, _, first) = try await Self.waiting(keyLife: nil)
    var replies = [first]
    for number in 0..<9 {
      let id = try await test.says("Hello?", id: "h\(number)", by: "h\(number)")
      replies.append(try await test.write("Hello \(number).", in: id))
    }
    test.pass(.seconds(11))
    let now = test.clock.now()
    _ = try await test.store.write {
      try $0.lease(20, owner: "gone", now: now, until: now + Outbox.lease, resting: [])
    }
    let deliveries = Deliveries(test, test.another(seed: 4))
    try await deliveries.look(isStart: true)
    try await deliveries.settle(within: .minutes(1), step: .milliseconds(500))
    for id in replies { #expect(try await test.reply(id).delivery.status == .delivered) }
    #expect(Set(test.texts()).count == 10)
    #expect(test.far.accepted.count == 10)
  }

  @Test func restartsWhileADoubtSettlesAreNoTries() async throws {
    let (test, _, reply) = try await Self.waiting(keyLife: nil)
    test.pass(.seconds(11))
    // The process ends with the reply leased and nothing sent.
    let now = test.clock.now()
    _ = try await test.store.write {
      try $0.lease(1, owner: "gone", now: now, until: now + Outbox.lease, resting: [])
    }
    var life: UInt64 = 10
    for _ in 0..<8 {
      life += 1
      try await Deliveries(test, test.another(seed: life)).look(isStart: true)
      test.pass(.seconds(2))
    }
    #expect(test.far.looks == 0)
    #expect(try await test.reply(reply).delivery.attempts == 1)
    try await Deliveries(test).settle(within: .minutes(1))
    #expect(test.texts() == ["Until six."])
  }

  @Test func whatWasTakenAwayIsNotAnswered() async throws {
    let (test, _, reply) = try await Self.waiting()
    try await test.hear([.removed(RemoteID("q1"))])
    test.pass(.seconds(11))
    try await Deliveries(test).settle()
    #expect(try await test.reply(reply).delivery.status == .failed)
    #expect(test.far.tries == 0)
  }

  @Test func earlierRepliesOfAConversationGoFirst() async throws {
    let (test, conversation, _) = try await Self.waiting()
    test.pass(.milliseconds(5))
    _ = try await test.write("Come by.", in: conversation)
    let other = try await test.says("Do you mend brakes?", id: "q2", by: "ben")
    _ = try await test.write("We do.", in: other)
    test.far.plan([.refused(.temporary)])
    test.pass(.seconds(11))
    let deliveries = Deliveries(test)
    try await deliveries.look()
    #expect(!test.texts().contains("Come by."))
    try await deliveries.settle()
    let texts = test.texts()
    #expect(texts.count == 3)
    let first = try #require(texts.firstIndex(of: "Until six."))
    let second = try #require(texts.firstIndex(of: "Come by."))
    #expect(first < second)
  }

  @Test func anAccountThatRestsDelaysNoOther() async throws {
    let (test, _, _) = try await Self.waiting()
    // Another account of the same network, at a place that is away.
    let dead = try await test.connect("dead", by: test.lead)
    try await test.desk.change(dead, custom: .none, answerers: [], by: test.lead)
    let gone = FarSide(clock: test.farClock, keyLife: nil)
    gone.plan(Array(repeating: .refused(.temporary), count: 10_000))
    let desk = try await test.apart(gone, for: dead)
    for number in 0..<20 {
      let conversation = try await test.says("Hello?", id: "d\(number)", by: "p\(number)")
      _ = try await desk.send(
        ReplyRequest(conversation: conversation, account: dead, text: "d\(number)"),
        by: test.alicia)
    }
    test.pass(.seconds(11))
    let deliveries = Deliveries(test, desk)
    try await deliveries.look()
    #expect(test.texts() == ["Until six."])
    // It rests after the first failures, however many wait.
    #expect(gone.tries <= Outbox.mostOfAccount + 1)
  }

  @Test func whatItIsSendingItselfIsNeverTakenForAbandoned() async throws {
    let (test, _, reply) = try await Self.waiting(keyLife: nil)
    test.pass(.seconds(11))
    let lanes = OutboxLanes()
    let now = test.clock.now()
    let leased = try await test.store.write {
      try $0.lease(
        1, owner: "me", now: now, until: now + Outbox.lease, resting: [])
    }
    let flying = try #require(leased.first)
    await lanes.begin(flying)
    // The clock jumps by an hour while the request is on the wire.
    test.pass(.hours(1))
    let outbox = Outbox(desk: test.desk, isOnlyProcess: true)
    try await inGroup { try await outbox.look(isStart: false, lanes, &$0) }
    #expect(test.far.looks == 0)
    #expect(test.far.tries == 0)
    #expect(try await test.reply(reply).delivery.leasedBy == "me")
  }

  @Test func aDeliveredReplyMetAgainThroughTheStreamIsOnePost() async throws {
    let (test, conversation, _) = try await Self.waiting()
    test.pass(.seconds(11))
    try await Deliveries(test).look()
    let ours = try #require(test.far.accepted.first)
    try await test.hear([.post(FakeNetwork.echo(ours))])
    let viewer = test.alicia
    let thread = try await test.store.read { try $0.thread(conversation, for: viewer) }
    #expect(thread.filter { $0.post.direction == .ours }.count == 1)
    #expect(thread.last?.member == test.alicia.member)
  }

  @Test func whatTheStreamToldFirstIsTheDeliveredPost() async throws {
    let (test, conversation, reply) = try await Self.waiting()
    test.far.plan([.lostAfter])
    test.pass(.seconds(11))
    let deliveries = Deliveries(test)
    try await deliveries.look()
    let ours = try #require(test.far.accepted.first)
    try await test.hear([.post(FakeNetwork.echo(ours))])
    #expect(try await test.conversation(conversation).state == .answered)
    try await deliveries.settle()
    let viewer = test.alicia
    let thread = try await test.store.read { try $0.thread(conversation, for: viewer) }
    let posts = thread.filter { $0.post.direction == .ours }
    #expect(posts.count == 1)
    #expect(try await test.reply(reply).delivery.post == posts.first?.id)
  }
}
