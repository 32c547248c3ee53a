import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import HeedDesk

/// Processes that end anywhere, networks that fail anyhow: each reply arrives once.
@Suite struct OutboxCrashTests {
  /// Random lives of one desk; what its far side accepted is compared with its record.
  private static func live(
    _ test: TestDesk, round: Int, _ randomness: SeededRandomness
  ) async throws -> [ID<Reply>] {
    func pick(_ bound: UInt64) -> Int { Int(randomness.number() % bound) }
    func fates() -> [FarSide.Fate] {
      (0..<pick(6)).map { _ in
        switch pick(9) {
        case 0: .refused(.temporary)
        case 1: .refused(.rateLimited, retryAfter: .seconds(Int64(pick(60))))
        case 2: .lostBefore
        case 3, 4: .lostAfter
        case 5: .acceptedLater(.seconds(Int64(pick(25))))
        default: .arrives
        }
      }
    }
    let first = try await test.says("Question \(round)", id: "a\(round)", by: "p\(round)")
    let second = try await test.says("Question \(round)", id: "b\(round)", by: "q\(round)")
    var replies = [try await test.write("\(round) one", in: first)]
    test.pass(.milliseconds(7))
    replies.append(try await test.write("\(round) two", in: first))
    replies.append(try await test.write("\(round) three", in: second))
    test.pass(.seconds(11))

    for _ in 0..<(1 + pick(3)) {
      test.far.plan(fates())
      let fuse = Fuse(steps: 1 + pick(45))
      let desk = test.another(
        seed: randomness.number(), fuse: fuse,
        late: pick(2) == 0 ? nil : .seconds(Int64(pick(25))))
      let deliveries = Deliveries(test, desk)
      for look in 0..<12 where !fuse.isBurnt {
        try? await deliveries.look(isStart: look == 0)
        switch pick(12) {
        case 0: test.pass(.minutes(Int64(pick(50))))
        case 1: test.clock.set(test.clock.now() - .minutes(5))
        default: test.pass(.seconds(Int64(pick(15))))
        }
      }
      // Stopped for a while; now and then for longer than any key is kept.
      test.pass(pick(6) == 0 ? .hours(2) : .milliseconds(Int64(pick(3000))))
    }
    test.far.clear()
    let last = Deliveries(test, test.another(seed: randomness.number()))
    try await last.look(isStart: true)
    try await last.settle(within: .hours(3), step: .seconds(30))
    return replies
  }

  @Test(arguments: [Duration?.some(.hours(1)), nil])
  func eachReplyArrivesOnceThroughRandomLives(_ keyLife: Duration?) async throws {
    let seed: UInt64 = keyLife == nil ? 77_001 : 77_000
    let randomness = SeededRandomness(seed: seed)
    let test = try await TestDesk(seed: seed, keyLife: keyLife)
    let rounds = count(50, full: 500)
    for round in 0..<rounds {
      let replies = try await Self.live(test, round: round, randomness)
      let texts = test.texts()
      for id in replies {
        let reply = try await test.reply(id)
        let times = texts.filter { $0 == reply.signedText }.count
        #expect(
          reply.delivery.status == .delivered && times == 1,
          "seed \(seed), round \(round): \(reply.text) \(reply.delivery.status) \(times) times")
      }
    }
    print("Seed \(seed): \(test.far.accepted.count) accepted of \(rounds * 3) written.")
  }

  @Test func whereNobodyCanTellItArrivesAtMostOnceAndIsListed() async throws {
    let seed: UInt64 = 77_002
    let randomness = SeededRandomness(seed: seed)
    let test = try await TestDesk(seed: seed, keyLife: nil)
    test.far.sight = .blind
    var unknown = 0
    for round in 0..<count(25, full: 200) {
      let replies = try await Self.live(test, round: round, randomness)
      for id in replies {
        let reply = try await test.reply(id)
        let times = test.texts().filter { $0 == reply.signedText }.count
        switch reply.delivery.status {
        case .delivered: #expect(times == 1, "seed \(seed), round \(round)")
        case .unknown:
          unknown += 1
          #expect(times <= 1, "seed \(seed), round \(round)")
        case .queued:
          // Behind one that a person has to decide.
          #expect(times == 0, "seed \(seed), round \(round)")
        default: Issue.record("\(reply.delivery.status), seed \(seed), round \(round)")
        }
      }
    }
    #expect(unknown > 0)
  }
}
