import HeedModel
import HeedNetwork
import NIOCore
import Testing

@testable import HeedWire

@Suite struct EventStreamTests {
  private static let stream = """
    \u{feff}: welcome\r\n\r\nevent: update\ndata: {"a":1}\n\ndata: first\rdata: second\r\rid: 7\r
    data:no space\r\n\r\nid: a\u{0}b\ndata\ndata\n\nretry: 2500\nunknown: x\n\nevent: empty\n\n\
    data: é👍\n\ndata:  two\n\ndata: never ended
    """

  private static let expected = [
    ServerSentEvent(event: "update", data: "{\"a\":1}"),
    ServerSentEvent(data: "first\nsecond"),
    ServerSentEvent(id: "7", data: "no space"),
    ServerSentEvent(id: "7", data: "\n"),
    ServerSentEvent(id: "7", data: "é👍"),
    ServerSentEvent(id: "7", data: " two"),
  ]

  @Test func theStreamMeansTheSameWhereverItIsSplit() throws {
    let bytes = Array(Self.stream.utf8)
    for split in 0...bytes.count {
      var parser = EventParser(maximumBytes: 1000)
      let events = try parser.read(bytes[..<split]) + parser.read(bytes[split...])
      #expect(events == Self.expected, "split at \(split)")
      #expect(parser.retry == .milliseconds(2500))
    }
    var parser = EventParser(maximumBytes: 1000)
    var events: [ServerSentEvent] = []
    for byte in bytes { events += try parser.read([byte]) }
    #expect(events == Self.expected)
  }

  @Test func anEventThatIsTooLargeEndsTheParsing() throws {
    for text in [
      "data: " + String(repeating: "a", count: 200),
      String(repeating: "data: 12345678\n", count: 99),
      ": " + String(repeating: "c", count: 200),
    ] {
      var parser = EventParser(maximumBytes: 100)
      #expect(throws: EventParser.TooLarge.self) { try parser.read(Array(text.utf8)) }
    }
    var parser = EventParser(maximumBytes: 100)
    let many = String(repeating: "data: 12345678\n\n", count: 99)
    #expect(try parser.read(Array(many.utf8)).count == 99)
  }

  @Test func eventsArriveAndTheEndIsSaid() async throws {
    try await PlainServer.playing { it in
      guard it.head() != nil else { return }
      it.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n\r\n")
      for byte in Self.stream.utf8 { it.write([byte]) }
    } body: { server in
      try await Bench.with(Bench()) { bench in
        var events: [ServerSentEvent] = []
        let error = await #expect(throws: WireError.self) {
          for try await event in bench.wire.events(WireRequest(.get, server.base)) {
            events.append(event)
          }
        }
        #expect(error?.kind == .cut)
        #expect(error?.certainlyNotSent == false)
        #expect(events == Self.expected)
      }
    }
  }

  @Test func silenceEndsTheStreamAndCommentsAreNoSilence() async throws {
    try await PlainServer.playing { it in
      guard it.head() != nil else { return }
      it.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")
      for _ in 0..<8 {
        it.pause(milliseconds: 250)
        it.write(":\n")
      }
      it.write("data: still here\n\n")
      it.waitForEnd()
    } body: { server in
      try await Bench.with(Bench()) { bench in
        var events: [String] = []
        let error = await #expect(throws: WireError.self) {
          let request = WireRequest(.get, server.base, timeout: .milliseconds(1500))
          for try await event in bench.wire.events(request) { events.append(event.data) }
        }
        #expect(error?.kind == .timeout)
        #expect(events == ["still here"])
      }
    }
  }

  @Test(arguments: [401, 404, 429, 503, 200])
  func aHostThatOpensNoStreamSaysWhy(_ status: Int) async throws {
    try await PlainServer.answering { _, it in
      it.answer("\(status) No", ["Content-Type: text/html", "Retry-After: 60"], text: "no")
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let error = await #expect(throws: WireError.self) {
          for try await _ in bench.wire.events(WireRequest(.get, server.base)) {}
        }
        let refusal = error?.cause as? StreamRefusal
        #expect(refusal?.status == status)
        #expect(refusal?.retryAt == bench.clock.now() + .seconds(60))
      }
    }
  }

  @Test func theGuardAndTheBreakerStandBeforeStreamsToo() async throws {
    let dead = try DeadPort()
    try await Bench.with(Bench { $0.failures = 1 }) { bench in
      var kinds: [WireError.Kind] = []
      for address in ["http://127.0.0.2:\(dead.port)/", dead.base, dead.base] {
        do {
          for try await _ in bench.wire.events(WireRequest(.get, address)) {}
        } catch {
          kinds.append(try #require(error as? WireError).kind)
          #expect((error as? WireError)?.certainlyNotSent == true)
        }
      }
      #expect(kinds == [.forbidden, .unreachable, .resting])
    }
  }

  @Test func aReaderThatLeavesClosesTheConnection() async throws {
    let gone = Flag()
    try await PlainServer.playing { it in
      guard it.head() != nil else { return }
      it.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: a\n\n")
      it.waitForEnd()
      gone.set()
    } body: { server in
      try await Bench.with(Bench()) { bench in
        try await Self.readOne(bench, server)
        await gone.wait()
      }
    }
  }

  @Test func aCancelledReaderClosesTheConnection() async throws {
    let gone = Flag()
    let isReading = Flag()
    try await PlainServer.playing { it in
      guard it.head() != nil else { return }
      it.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: a\n\n")
      it.waitForEnd()
      gone.set()
    } body: { server in
      try await Bench.with(Bench()) { bench in
        await withTaskGroup(of: Void.self) { group in
          group.addTask {
            do {
              for try await _ in bench.wire.events(WireRequest(.get, server.base)) {
                isReading.set()
              }
            } catch {}
          }
          await isReading.wait()
          group.cancelAll()
          await gone.wait()
        }
      }
    }
  }

  @Test func aSlowReaderHoldsTheHostBack() async throws {
    let written = Counter()
    try await PlainServer.playing { it in
      guard it.head() != nil else { return }
      it.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n")
      let event = "data: " + String(repeating: "x", count: 10000) + "\n\n"
      it.sendTimeout(milliseconds: 300)
      for _ in 0..<10000 {
        guard it.write(event) else { return }
        written.add(1)
      }
    } body: { server in
      try await Bench.with(Bench()) { bench in
        var stream = bench.wire.events(WireRequest(.get, server.base)).makeAsyncIterator()
        _ = try await stream.next()
        await written.waitUntilStill()
        #expect(written.value < 2000)
        _ = try await stream.next()
      }
    }
  }

  @Test func stoppingClosesOpenStreams() async throws {
    try await PlainServer.playing { it in
      guard it.head() != nil else { return }
      it.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: a\n\n")
      it.waitForEnd()
    } body: { server in
      let bench = Bench()
      var stream = bench.wire.events(WireRequest(.get, server.base)).makeAsyncIterator()
      let first = try await stream.next()
      #expect(first?.data == "a")
      await bench.wire.shutdown()
      let error = await #expect(throws: WireError.self) { try await stream.next() }
      #expect(error?.kind == .cut)
      let fault = await bench.fault(WireRequest(.get, server.base))
      #expect(fault?.kind == .unreachable)
      #expect(fault?.certainlyNotSent == true)
    }
  }

  private static func readOne(_ bench: Bench, _ server: PlainServer) async throws {
    for try await event in bench.wire.events(WireRequest(.get, server.base)) {
      #expect(event.data == "a")
      break
    }
  }
}
