import HeedModel
import HeedNetwork
import HeedWire
import NIOCore
import Testing

/// Hosts that are slow, that cut and that lie (row 7 of the reliability list).
@Suite struct FailingServerTests {
  enum Trick: String, CaseIterable {
    case silentAfterConnecting, slowHead, slowBody, cutsHead, cutsBody, cutsChunks, claimsTooMuch
    case resets, closesUnanswered, packsAndCuts

    var kind: WireError.Kind {
      switch self {
      case .silentAfterConnecting, .slowHead, .slowBody, .claimsTooMuch: .timeout
      default: .cut
      }
    }

    func play(_ it: PlainServer.Connection) {
      guard it.head() != nil else { return }
      switch self {
      case .silentAfterConnecting: it.waitForEnd()
      case .slowHead: Self.drip("HTTP/1.1 200 OK\r\nX-A: b\r\nX-C: d\r\nX-E: f\r\n", it)
      case .slowBody:
        it.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        Self.drip(String(repeating: "a", count: 1000), it)
      case .cutsHead: it.write("HTTP/1.1 200 OK\r\nContent-Le")
      case .cutsBody: it.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this")
      case .cutsChunks:
        it.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
      case .claimsTooMuch:
        it.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this")
        it.waitForEnd()
      case .resets: it.reset()
      case .packsAndCuts:
        let bytes = Packed.gzip(Array(repeating: 65, count: 1000))
        it.answer("200 OK", ["Content-Encoding: gzip"], body: Array(bytes[..<500]))
      case .closesUnanswered: break
      }
    }

    private static func drip(_ text: String, _ it: PlainServer.Connection) {
      for byte in text.utf8 {
        guard it.write([byte]) else { return }
        it.pause(milliseconds: 50)
      }
    }
  }

  @Test(arguments: Trick.allCases)
  func aTrickEndsInTimeWithItsName(_ trick: Trick) async throws {
    try await PlainServer.playing(trick.play) { server in
      try await Bench.with(Bench()) { bench in
        let start = NIODeadline.now()
        let fault = await bench.fault(
          WireRequest(
            .post, server.base, body: [1, 2, 3],
            timeout: trick.kind == .timeout ? .milliseconds(400) : .seconds(20)))
        #expect(fault?.kind == trick.kind, "\(String(describing: fault))")
        #expect(fault?.certainlyNotSent == false)
        #expect(NIODeadline.now() - start < .seconds(10))
      }
    }
  }

  @Test func nobodyListeningIsUnreachableAndCertainlyNotSent() async throws {
    let server = try DeadPort()
    try await Bench.with(Bench()) { bench in
      let fault = await bench.fault(WireRequest(.post, server.base, body: [1]))
      #expect(fault?.kind == .unreachable)
      #expect(fault?.certainlyNotSent == true)
    }
  }

  @Test func anUnknownNameIsUnreachableAndCertainlyNotSent() async throws {
    try await Bench.with(Bench(resolver: ScriptedResolver([[]]))) { bench in
      let fault = await bench.fault(WireRequest(.post, "https://nowhere.example.com/"))
      #expect(fault?.kind == .unreachable)
      #expect(fault?.certainlyNotSent == true)
    }
  }

  @Test func anotherAddressIsTriedAsLongAsNothingWasSent() async throws {
    try await PlainServer.answering { _, it in
      it.answer(text: "second")
    } body: { server in
      let resolver = ScriptedResolver([["127.0.0.77", "127.0.0.1"]])
      try await Bench.with(Bench(allowed: ["two.lan"], resolver: resolver)) { bench in
        let answer = try await bench.wire.send(
          WireRequest(.post, "http://two.lan:\(server.port)/"))
        #expect(answer.body == Array("second".utf8))
      }
    }
  }

  @Test func readingIsRepeatedOnceWhenAKeptConnectionWasStale() async throws {
    try await PlainServer.playing { it in
      guard it.head() != nil else { return }
      it.answer(text: "\(it.number)")
      if it.number == 1 {
        // Takes the second request and goes without a word.
        _ = it.head()
      }
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let first = try await bench.wire.send(WireRequest(.get, server.base))
        let second = try await bench.wire.send(WireRequest(.get, server.base))
        #expect(first.body == Array("1".utf8))
        #expect(second.body == Array("2".utf8))
        #expect(server.connections == 2)
      }
    }
  }

  @Test func writingNeverTakesAKeptConnectionAndIsNeverRepeated() async throws {
    try await PlainServer.playing { it in
      while let head = it.head() {
        if path(of: head) == "/cut" { return }
        it.answer(text: "\(it.number)")
      }
    } body: { server in
      try await Bench.with(Bench()) { bench in
        for number in 1...3 {
          let answer = try await bench.wire.send(WireRequest(.post, server.base))
          #expect(answer.body == Array("\(number)".utf8))
        }
        let fault = await bench.fault(WireRequest(.post, server.base + "/cut"))
        #expect(fault?.kind == .cut)
        #expect(fault?.certainlyNotSent == false)
        #expect(server.connections == 4)
      }
    }
  }

  @Test func aHostThatIsSilentHoldsUpNoOther() async throws {
    try await PlainServer.playing {
      $0.waitForEnd()
    } body: { silent in
      try await PlainServer.answering { _, it in
        it.answer(text: "quick")
      } body: { quick in
        try await Bench.with(Bench()) { bench in
          try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<60 {
              group.addTask {
                _ = await bench.fault(WireRequest(.post, silent.base, timeout: .seconds(60)))
              }
            }
            for number in 0..<40 {
              let answer = try await bench.wire.send(
                WireRequest(number % 2 == 0 ? .get : .post, quick.base))
              #expect(answer.status == 200)
            }
            group.cancelAll()
          }
        }
      }
    }
  }

  @Test func clientsOfHostsThatAreNotAskedAnyMoreAreClosed() async throws {
    let gone = Counter()
    let all = Flag()
    try await PlainServer.playing { it in
      while it.head() != nil { it.answer(text: "x") }
      gone.add(1)
      if gone.value >= 4 { all.set() }
    } body: { server in
      let names = (1...6).map { "host\($0).lan" }
      let resolver = ScriptedResolver([["127.0.0.1"]])
      let bench = Bench(allowed: names, resolver: resolver) { $0.clients = 2 }
      try await Bench.with(bench) { bench in
        for name in names {
          let answer = try await bench.wire.send(
            WireRequest(.get, "http://\(name):\(server.port)/"))
          #expect(answer.status == 200)
        }
        await all.wait()
      }
    }
  }

  @Test func aWireThatIsLetGoOfClosesItsConnections() async throws {
    let gone = Flag()
    try await PlainServer.playing { it in
      while it.head() != nil { it.answer(text: "x") }
      gone.set()
    } body: { server in
      let answer = try await Bench().wire.send(WireRequest(.get, server.base))
      #expect(answer.status == 200)
      await gone.wait()
    }
  }

  @Test func theSystemKnowsThisMachine() async throws {
    let found = try await SystemResolver().addresses(of: "localhost", within: .seconds(5))
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { ["127.0.0.1", "::1"].contains("\($0)") })
  }

  @Test func aCancelledTaskLetsGoOfTheConnection() async throws {
    let gone = Flag()
    let asked = Flag()
    try await PlainServer.playing { it in
      _ = it.head()
      asked.set()
      it.waitForEnd()
      gone.set()
    } body: { server in
      try await Bench.with(Bench()) { bench in
        await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            _ = try await bench.wire.send(WireRequest(.get, server.base, timeout: .seconds(60)))
          }
          await asked.wait()
          group.cancelAll()
          await #expect(throws: CancellationError.self) { try await group.next() }
        }
        await gone.wait()
      }
    }
  }
}
