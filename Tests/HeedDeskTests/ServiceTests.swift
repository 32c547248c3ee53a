@testable import HeedDesk
import HeedModel
import HeedNetwork
import HeedTesting
import Logging
import ServiceLifecycle
import Testing

/// What runs long starts, stops gracefully, and tells each event once.
@Suite struct ServiceTests {
  /// Runs services while a test does something, then stops them gracefully.
  private static func running<T: Sendable>(
    _ services: [any Service], _ body: @escaping @Sendable () async throws -> T
  ) async throws -> T {
    let group = ServiceGroup(
      services: services, gracefulShutdownSignals: [],
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      let value = try await body()
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
      return value
    }
  }

  @Test func theOutboxSendsAThousandRepliesAndStopsWithNoneLost() async throws {
    let test = try await TestDesk()
    var replies: [ID<Reply>] = []
    for number in 0..<1000 {
      let id = try await test.says("Question \(number)", id: "q\(number)", by: "p\(number)")
      replies.append(try await test.write("Answer \(number)", in: id))
    }
    test.pass(.seconds(11))
    // Stopped in the midst: what was on the wire is written down, the rest stays queued.
    try await Self.running([Outbox(desk: test.desk, isOnlyProcess: true)]) {
      while test.far.tries < 300 { await Task.yield() }
    }
    let stopped = test.far.accepted.count
    #expect(stopped >= 300 && stopped < 1000)
    for id in replies {
      let reply = try await test.reply(id)
      let times = test.far.accepted.filter { $0.text == reply.text }.count
      #expect(reply.delivery.status == (times == 1 ? .delivered : .queued))
    }
    try await Self.running([Outbox(desk: test.another(seed: 5), isOnlyProcess: true)]) {
      while test.far.accepted.count < 1000 { await Task.yield() }
    }
    #expect(Set(test.texts()).count == 1000)
    #expect(test.far.accepted.count == 1000)
    for id in replies { #expect(try await test.reply(id).delivery.status == .delivered) }
  }

  @Test func whatIsWrittenGoesOutOnceItsWindowIsOver() async throws {
    let test = try await TestDesk()
    let id = try await test.says("Open?", id: "q")
    try await Self.running([Outbox(desk: test.desk, isOnlyProcess: true)]) {
      await test.clock.waitForSleepers()
      _ = try await test.write("Yes.", in: id)
      test.pass(.seconds(11))
      while test.far.accepted.isEmpty {
        await test.clock.waitForSleepers()
        test.pass(.milliseconds(500))
      }
    }
    #expect(test.texts() == ["Yes."])
  }

  @Test func eachEventIsToldOnceInOrderToThoseWhoMaySeeIt() async throws {
    let test = try await TestDesk()
    let live = LiveFeed(desk: test.desk)
    let viewers = [test.alicia, test.carla]
    let told = try await Self.running([live]) {
      let feeds = await viewers.asyncMap { await live.events(for: $0) }
      // Commits are heard from the moment on at which the feed follows them.
      await test.clock.waitForSleepers()
      async let collected = feeds.asyncMap { feed in
        var events: [Event] = []
        for await group in feed { events += group }
        return events
      }
      for number in 0..<100 {
        try await test.says(
          "Hello", id: "q\(number)", by: "p\(number)",
          visibility: number % 2 == 0 ? .public : .private)
      }
      // The end of the feeds: what they may see could have changed.
      let lead = try await test.store.read { [id = test.lead.member] in try $0.member(id) }
      _ = lead
      for viewer in viewers {
        let member = try await test.store.read { try $0.member(viewer.member) }
        if let member { try await test.desk.saveMe(member, by: viewer) }
      }
      return await collected
    }
    let all = try await test.store.read { try $0.events(after: nil, limit: 10_000, for: nil) }
    let carla = test.carla
    let hers = try await test.store.read { try $0.events(after: nil, limit: 10_000, for: carla) }
    for (events, allowed) in zip(told, [all, hers]) {
      #expect(events == events.sorted { $0.id < $1.id })
      #expect(Set(events).count == events.count)
      #expect(Set(events).isSubset(of: Set(allowed)))
    }
    let heard = told[0].filter { $0.kind == .postsHeard }.count
    #expect(heard == 100)
    #expect(told[1].filter { $0.kind == .postsHeard }.count == 50)
  }

  @Test func aDeadPlaceHoldsUpNobodyElse() async throws {
    let test = try await TestDesk()
    let dead = try await test.connect("dead", by: test.lead)
    let away = FarSide(clock: test.clock, keyLife: nil)
    away.plan(Array(repeating: .refused(.temporary), count: 100_000))
    let desk = test.another(seed: 9, elsewhere: [dead: away])
    for number in 0..<500 {
      let id = try await test.says("Hello?", id: "d\(number)", by: "p\(number)")
      _ = try await desk.send(
        ReplyRequest(conversation: id, account: dead, text: "d\(number)"), by: test.alicia)
    }
    test.pass(.seconds(11))
    let deliveries = Deliveries(test, desk)
    var worst = Duration.zero
    for number in 0..<100 {
      let id = try await test.says("Open?", id: "l\(number)", by: "l\(number)")
      _ = try await test.write("l\(number)", in: id)
      let due = test.clock.now() + .seconds(10)
      test.pass(.seconds(10))
      while !test.texts().contains("l\(number)") {
        try await deliveries.look()
        test.pass(Outbox.look)
      }
      worst = max(worst, test.clock.now() - due)
    }
    // On the desk's own clock: one look, however many wait for the dead place.
    #expect(worst <= .seconds(1))
    #expect(away.tries > 0)
  }
}

extension Sequence {
  func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
    var values: [T] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
