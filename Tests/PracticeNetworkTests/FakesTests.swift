import HeedModel
import HeedNetwork
import HeedTesting
import Testing

/// The fakes that other tests lean on.
@Suite struct FakesTests {
  @Test func sleepersWakeWhenTheirTimeHasComeAndNotBefore() async throws {
    let clock = ManualClock()
    let start = clock.now()
    async let woken: Instant = {
      try await clock.sleep(for: .seconds(10))
      return clock.now()
    }()
    await clock.waitForSleepers()
    clock.advance(by: .seconds(9))
    #expect(clock.sleepers == 1)
    clock.advance(by: .seconds(2))
    #expect(try await woken == start + .seconds(11))
  }

  @Test func aCancelledSleeperWakesWithAnError() async throws {
    let clock = ManualClock()
    await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        do {
          try await clock.sleep(for: .hours(1))
          return false
        } catch { return error is CancellationError }
      }
      await clock.waitForSleepers()
      group.cancelAll()
      #expect(await group.next() == true)
    }
    #expect(clock.sleepers == 0)
  }

  @Test func seededRandomnessRepeatsItself() {
    let (one, two) = (SeededRandomness(seed: 5), SeededRandomness(seed: 5))
    #expect((0..<9).map { one.bytes($0) } == (0..<9).map { two.bytes($0) })
    #expect(SeededRandomness(seed: 6).bytes(16) != SeededRandomness(seed: 5).bytes(16))
    #expect(SeededRandomness().bytes(0).isEmpty)
  }

  @Test func aScriptedWireAnswersInOrderAndRemembers() async throws {
    let wire = ScriptedWire()
    wire.on(.get, "https://a.example/*", times: 1, body: "first")
    wire.on(.get, "https://a.example/*", status: 503)
    let request = WireRequest(.get, "https://a.example/x")
    #expect(try await wire.send(request).body == Array("first".utf8))
    #expect(try await wire.send(request).status == 503)
    #expect(try await wire.send(request).status == 503)
    await #expect(throws: WireError.self) {
      try await wire.send(WireRequest(.post, "https://a.example/x"))
    }
    #expect(wire.requests.count == 4)
    #expect(wire.unmatched.map(\.method) == [.post])
  }

  @Test func aScriptedStreamBringsItsEventsAndIsLost() async throws {
    let wire = ScriptedWire()
    wire.onEvents("https://a.example/stream", [ServerSentEvent(data: "one")])
    var brought: [String] = []
    let error = await #expect(throws: WireError.self) {
      for try await event in wire.events(WireRequest(.get, "https://a.example/stream")) {
        brought.append(event.data)
      }
    }
    #expect(brought == ["one"])
    #expect(error?.kind == .cut)
  }
}
