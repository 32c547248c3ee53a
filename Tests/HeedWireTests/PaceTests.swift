import HeedModel
import HeedNetwork
import HeedWire
import Synchronization
import Testing

@Suite struct PaceTests {
  @Test func aHostThatFailsIsLeftAloneAndTriedAgainOnce() async throws {
    let isWell = Mutex(false)
    try await PlainServer.answering { _, it in
      let status = isWell.withLock { $0 } ? "200 OK" : "503 Unavailable"
      it.answer(status, text: "x")
    } body: { server in
      try await Bench.with(Bench { $0.failures = 3 }) { bench in
        let request = WireRequest(.get, server.base)
        for _ in 0..<3 { #expect(try await bench.wire.send(request).status == 503) }
        for _ in 0..<5 {
          let fault = await bench.fault(request)
          #expect(fault?.kind == .resting)
          #expect(fault?.certainlyNotSent == true)
        }
        #expect(server.heads.count == 3)
        let rest = try #require(bench.wire.pace(of: request).restsUntil)
        #expect(rest - bench.clock.now() == .seconds(10))

        // The probe fails: twice as long.
        bench.clock.move(by: .seconds(10))
        #expect(try await bench.wire.send(request).status == 503)
        #expect(await bench.fault(request)?.kind == .resting)
        bench.clock.move(by: .seconds(19))
        #expect(await bench.fault(request)?.kind == .resting)
        #expect(server.heads.count == 4)

        // The next one succeeds: as if nothing had been.
        isWell.withLock { $0 = true }
        bench.clock.move(by: .seconds(1))
        for _ in 0..<3 { #expect(try await bench.wire.send(request).status == 200) }
        #expect(bench.wire.pace(of: request) == HostPace())
      }
    }
  }

  @Test func hostsThatNobodyAnswersAtRestToo() async throws {
    let server = try DeadPort()
    try await Bench.with(Bench { $0.failures = 2 }) { bench in
      let request = WireRequest(.post, server.base)
      let kinds = [
        await bench.fault(request)?.kind, await bench.fault(request)?.kind,
        await bench.fault(request)?.kind,
      ]
      #expect(kinds == [.unreachable, .unreachable, .resting])
      let cause = await bench.fault(request)?.cause as? Resting
      #expect(cause?.until == bench.wire.pace(of: request).restsUntil)
    }
  }

  @Test func aFaultOfOnePageIsNoFailureOfTheHost() async throws {
    try await PlainServer.answering { _, it in
      it.answer("500 Oh", text: "x")
    } body: { server in
      try await Bench.with(Bench { $0.failures = 2 }) { bench in
        for _ in 0..<4 {
          let answer = try await bench.wire.send(WireRequest(.get, server.base))
          #expect(answer.status == 500)
        }
      }
    }
  }

  @Test func oneDeadHostLeavesTheOthersAlone() async throws {
    let dead = try DeadPort()
    try await PlainServer.answering { _, it in
      it.answer(text: "x")
    } body: { server in
      try await Bench.with(Bench()) { bench in
        for _ in 0..<200 { _ = await bench.fault(WireRequest(.post, dead.base)) }
        #expect(bench.wire.pace(of: WireRequest(.post, dead.base)).failures == 5)
        let answer = try await bench.wire.send(WireRequest(.get, server.base))
        #expect(answer.status == 200)
      }
    }
  }

  @Test func onlyOneProbeGoesAheadAtATime() async throws {
    let isIn = Flag()
    let mayGo = Flag()
    try await PlainServer.playing { it in
      guard it.head() != nil else { return }
      if it.number == 1 { return it.answer("502 Bad") }
      isIn.set()
      it.waitForEnd(of: mayGo)
      it.answer(text: "well")
    } body: { server in
      try await Bench.with(Bench { $0.failures = 1 }) { bench in
        let request = WireRequest(.post, server.base)
        #expect(try await bench.wire.send(request).status == 502)
        bench.clock.move(by: .seconds(11))
        async let probe = bench.wire.send(request)
        await isIn.wait()
        #expect(await bench.fault(request)?.kind == .resting)
        mayGo.set()
        let answer = try await probe
        #expect(answer.status == 200)
      }
    }
  }

  @Test(arguments: [
    "Retry-After: 120", "Retry-After: Fri, 15 Jan 2027 08:02:00 GMT",
    "X-RateLimit-Reset: 2027-01-15T08:02:00.000000Z", "X-RateLimit-Reset: 1800000120",
    "RateLimit-Reset: 120",
  ])
  func aHostThatAsksForTimeGetsIt(_ line: String) async throws {
    try await PlainServer.answering { _, it in
      it.answer("429 Too Many", [line], text: "slow down")
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let request = WireRequest(.get, server.base, headers: [("Authorization", "Bearer a")])
        let refused = try await bench.wire.send(request)
        #expect(refused.status == 429)
        #expect(refused.body == Array("slow down".utf8))
        let until = bench.clock.now() + .seconds(120)
        #expect(bench.wire.pace(of: request).waitsUntil == until)
        let fault = await bench.fault(request)
        #expect(fault?.kind == .resting)
        #expect((fault?.cause as? Resting)?.until == until)

        // It was said to one account, about reading.
        var other = request
        other.headers = [("Authorization", "Bearer b")]
        #expect(try await bench.wire.send(other).status == 429)
        other = WireRequest(.post, server.base, headers: request.headers)
        #expect(try await bench.wire.send(other).status == 429)

        bench.clock.move(by: .seconds(121))
        #expect(try await bench.wire.send(request).status == 429)
      }
    }
  }

  @Test func whatIsLeftIsRememberedAndAnEmptyAllowanceWaits() async throws {
    let left = Mutex(2)
    try await PlainServer.answering { _, it in
      let now = left.withLock {
        $0 -= 1
        return $0
      }
      it.answer(
        "200 OK", ["X-RateLimit-Remaining: \(now)", "X-RateLimit-Reset: 2027-01-15T08:05:00Z"])
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let request = WireRequest(.get, server.base)
        _ = try await bench.wire.send(request)
        #expect(bench.wire.pace(of: request).remaining == 1)
        #expect(bench.wire.pace(of: request).waitsUntil == nil)
        _ = try await bench.wire.send(request)
        #expect(bench.wire.pace(of: request).remaining == 0)
        #expect(await bench.fault(request)?.kind == .resting)
        bench.clock.move(by: .minutes(6))
        #expect(try await bench.wire.send(request).status == 200)
      }
    }
  }

  @Test func noHostCanAskForMoreThanAnHour() async throws {
    try await PlainServer.answering { _, it in
      it.answer("429 Too Many", ["Retry-After: 99999999"])
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let request = WireRequest(.get, server.base)
        _ = try await bench.wire.send(request)
        bench.clock.move(by: .minutes(61))
        #expect(try await bench.wire.send(request).status == 429)
      }
    }
  }
}
