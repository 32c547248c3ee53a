import HeedModel
import HeedNetwork
import HeedTesting
import Logging
import ServiceLifecycle
import Testing

@testable import HeedDesk

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

  @Test func stoppedInTheMidstOfManyTheOutboxLosesNone() async throws {
    let test = try await TestDesk()
    let many = count(120, full: 1000)
    var replies: [ID<Reply>] = []
    for number in 0..<many {
      let id = try await test.says("Question \(number)", id: "q\(number)", by: "p\(number)")
      replies.append(try await test.write("Answer \(number)", in: id))
    }
    test.pass(.seconds(11))
    // Stopped in the midst: what was on the wire is written down, the rest stays queued.
    try await Self.running([Outbox(desk: test.desk, isOnlyProcess: true)]) {
      while test.far.tries < many / 3 { await Task.yield() }
    }
    let stopped = test.far.accepted.count
    #expect(stopped >= many / 3 && stopped < many)
    let texts = test.texts()
    for id in replies {
      let reply = try await test.reply(id)
      let times = texts.filter { $0 == reply.text }.count
      #expect(reply.delivery.status == (times == 1 ? .delivered : .queued))
    }
    try await Self.running([Outbox(desk: test.another(seed: 5), isOnlyProcess: true)]) {
      while test.far.accepted.count < many { await Task.yield() }
    }
    #expect(Set(test.texts()).count == many)
    #expect(test.far.accepted.count == many)
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

  /// What feeds told, by viewer.
  private actor Told {
    private(set) var events: [ID<Member>: [Event]] = [:]
    func add(_ more: [Event], to viewer: Viewer) { events[viewer.member, default: []] += more }
    func heard(by viewer: Viewer) -> Int {
      (events[viewer.member] ?? []).filter { $0.kind == .postsHeard }.count
    }
  }

  @Test func eachEventIsToldOnceInOrderToThoseWhoMaySeeIt() async throws {
    let test = try await TestDesk()
    let live = LiveFeed(desk: test.desk)
    let viewers = [test.alicia, test.carla]
    let told = Told()
    try await Self.running([live]) {
      await test.clock.waitForSleepers()
      try await withThrowingTaskGroup(of: Void.self) { readers in
        for viewer in viewers {
          let feed = try await live.news(for: viewer)
          readers.addTask {
            for await news in feed { await told.add(news.events, to: viewer) }
          }
        }
        for number in 1...100 {
          try await test.says(
            "Hello", id: "q\(number)", by: "p\(number)",
            visibility: number % 2 == 0 ? .public : .private)
          // A page that reads too slowly may miss some; this one keeps up.
          while number % 10 == 0, await told.heard(by: test.alicia) < number { await Task.yield() }
        }
        // What they may see could have changed: their feeds end.
        for viewer in viewers {
          let member = try await test.store.read { try $0.member(viewer.member) }
          if let member { try await test.desk.saveMe(member, by: viewer) }
        }
        try await readers.waitForAll()
      }
    }
    for (viewer, count) in zip(viewers, [100, 50]) {
      let events = await told.events[viewer.member] ?? []
      let allowed = try await test.store.read {
        try $0.events(after: nil, limit: 10_000, for: viewer)
      }
      #expect(events == events.sorted { $0.id < $1.id })
      #expect(Set(events).count == events.count)
      #expect(Set(events).isSubset(of: Set(allowed)))
      #expect(await told.heard(by: viewer) == count)
    }
  }

  @Test func aDeadPlaceHoldsUpNobodyElse() async throws {
    let test = try await TestDesk()
    let dead = try await test.connect("dead", by: test.lead)
    let away = FarSide(clock: test.farClock, keyLife: nil)
    away.plan(Array(repeating: .refused(.temporary), count: 100_000))
    let desk = test.another(seed: 9, elsewhere: [dead: away])
    for number in 0..<count(100, full: 10_000) {
      let id = try await test.says("Hello?", id: "d\(number)", by: "p\(number)")
      _ = try await desk.send(
        ReplyRequest(conversation: id, account: dead, text: "d\(number)"), by: test.alicia)
    }
    test.pass(.seconds(11))
    let deliveries = Deliveries(test, desk)
    var worst = Duration.zero
    for number in 0..<20 {
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
