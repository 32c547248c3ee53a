import HeedModel
import HeedNetwork
import HeedWire
import Testing

@Suite struct SocketTests {
  @Test func textsArriveWholeHoweverTheyAreCut() async throws {
    try await SocketServer.with { it in
      // With the consent, in one packet.
      it.text("first")
      it.frame(.text, "sec", isLast: false)
      it.frame(.ping, "are you there")
      it.frame(.continuation, "o", isLast: false)
      it.frame(.continuation, "nd é👍")
      it.text(String(repeating: "x", count: 70000))
      it.text("")
      it.frame(.close, [0x03, 0xe8])
      it.waitForEnd()
    } body: { server, wire in
      var texts: [String] = []
      let error = await #expect(throws: WireError.self) {
        for try await text in wire.messages(WireRequest(.get, server.address)) {
          texts.append(text)
        }
      }
      #expect(error?.kind == .cut)
      #expect(texts == ["first", "second é👍", String(repeating: "x", count: 70000), ""])
      // Our pong carries what the ping did, and every frame of ours is masked.
      await server.end()
      let frames = server.frames
      #expect(frames.contains { $0.code == .pong && $0.text == "are you there" })
      #expect(frames.allSatisfy { $0.isMasked })
    }
  }

  @Test func theRequestNamesTheDeskAndCarriesItsHeaders() async throws {
    try await SocketServer.with { it in
      it.text("x")
      it.waitForEnd()
    } body: { server, wire in
      var texts = wire.messages(
        WireRequest(
          .get, server.address + "/api/v1/streaming?stream=user",
          headers: [("Authorization", "Bearer a"), ("Sec-WebSocket-Key", "mine")])
      ).makeAsyncIterator()
      #expect(try await texts.next() == "x")
      let head = try #require(server.head)
      #expect(head.hasPrefix("GET /api/v1/streaming?stream=user HTTP/1.1"))
      #expect(header("authorization", of: head) == "Bearer a")
      #expect(header("user-agent", of: head)?.hasPrefix("Heed/test") == true)
      #expect(header("sec-websocket-key", of: head) != "mine")
      #expect(header("host", of: head) == "127.0.0.1:\(server.port)")
    }
  }

  enum Misdeed: String, CaseIterable {
    case binary, masked, reserved, strayContinuation, newWithinOld, badText, longPing, tooLarge
    case tooLargeInPieces, unknownCode

    func commit(_ it: SocketServer.Connection) {
      switch self {
      case .binary: it.frame(.binary, "x")
      case .masked: it.raw([0x81, 0x81, 1, 2, 3, 4, 5])
      case .reserved: it.raw([0xc1, 0x01, 0x41])
      case .strayContinuation: it.frame(.continuation, "x")
      case .newWithinOld:
        it.frame(.text, "a", isLast: false)
        it.frame(.text, "b")
      case .badText: it.frame(.text, [0xff, 0xfe])
      case .longPing: it.frame(.ping, String(repeating: "p", count: 126))
      case .tooLarge: it.text(String(repeating: "x", count: 1001))
      case .tooLargeInPieces:
        it.frame(.text, "a", isLast: false)
        for _ in 0..<11 {
          it.frame(.continuation, String(repeating: "x", count: 100), isLast: false)
        }
      case .unknownCode: it.raw([0x83, 0x01, 0x41])
      }
    }
  }

  @Test(arguments: Misdeed.allCases)
  func aHostThatBreaksTheProtocolIsLeft(_ misdeed: Misdeed) async throws {
    try await SocketServer.with { it in
      misdeed.commit(it)
      it.waitForEnd()
    } body: { server, wire in
      let request = WireRequest(.get, server.address, maximumBytes: 1000, timeout: .seconds(20))
      let error = await #expect(throws: WireError.self) {
        for try await text in wire.messages(request) { Issue.record("\(text)") }
      }
      let isLarge = misdeed == .tooLarge || misdeed == .tooLargeInPieces
      #expect(error?.kind == (isLarge ? .tooLarge : .malformed), "\(String(describing: error))")
    }
  }

  @Test func silenceEndsItAndAnAnswerToOurPingIsNoSilence() async throws {
    for answers in [true, false] {
      try await SocketServer.with { it in
        var pings = 0
        while let frame = it.read() {
          guard frame.code == .ping, answers, pings < 4 else { continue }
          pings += 1
          it.frame(.pong, frame.bytes)
          if pings == 4 { it.text("alive") }
        }
      } body: { server, wire in
        var texts: [String] = []
        let error = await #expect(throws: WireError.self) {
          let request = WireRequest(.get, server.address, timeout: .seconds(1))
          for try await text in wire.messages(request) { texts.append(text) }
        }
        #expect(error?.kind == .timeout)
        #expect(texts == (answers ? ["alive"] : []))
      }
    }
  }

  @Test func aHostThatRefusesSaysWhy() async throws {
    try await PlainServer.answering { _, it in
      it.answer("401 Unauthorized", text: "no")
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let error = await #expect(throws: WireError.self) {
          let request = WireRequest(.get, "ws://127.0.0.1:\(server.port)/")
          for try await _ in bench.wire.messages(request) {}
        }
        #expect((error?.cause as? StreamRefusal)?.status == 401)
      }
    }
  }

  @Test(arguments: [
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      + "Sec-WebSocket-Accept: bm90IG91cnM=\r\n\r\n",
    "220 mail.example ESMTP\r\n\r\n", "HTTP/1.1 101 Switching Protocols\r\n\r\n",
  ])
  func aFalseConsentIsNone(_ answer: String) async throws {
    try await PlainServer.answering { _, it in
      it.write(answer)
      it.waitForEnd()
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let error = await #expect(throws: WireError.self) {
          let request = WireRequest(.get, "ws://127.0.0.1:\(server.port)/", timeout: .seconds(20))
          for try await _ in bench.wire.messages(request) {}
        }
        #expect(error?.kind == .malformed, "\(String(describing: error))")
        #expect(error?.certainlyNotSent == false)
      }
    }
  }

  @Test func theGuardStandsBeforeSockets() async throws {
    try await PlainServer.playing { _ in
    } body: { server in
      try await Bench.with(Bench(allowed: [])) { bench in
        for host in ["127.0.0.1", "localhost", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"] {
          let error = await #expect(throws: WireError.self) {
            let request = WireRequest(.get, "ws://\(host):\(server.port)/")
            for try await _ in bench.wire.messages(request) {}
          }
          #expect(error?.kind == .forbidden)
          #expect(error?.certainlyNotSent == true)
        }
        #expect(server.connections == 0)
      }
    }
  }

  @Test func aHostThatIsSilentBeforeItConsentsTakesNoLongerThanTheLimit() async throws {
    try await PlainServer.playing {
      $0.waitForEnd()
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let error = await #expect(throws: WireError.self) {
          let request = WireRequest(
            .get, "ws://127.0.0.1:\(server.port)/", timeout: .milliseconds(300))
          for try await _ in bench.wire.messages(request) {}
        }
        #expect(error?.kind == .timeout)
      }
    }
  }

  @Test func aReaderThatLeavesClosesTheSocket() async throws {
    let gone = Flag()
    try await SocketServer.with { it in
      it.text("a")
      it.waitForEnd()
      gone.set()
    } body: { server, wire in
      try await Self.readOne(wire, server)
      await gone.wait()
    }
  }

  private static func readOne(_ wire: HTTPWire, _ server: SocketServer) async throws {
    for try await text in wire.messages(WireRequest(.get, server.address)) {
      #expect(text == "a")
      break
    }
  }
}
