import HeedModel
import HeedNetwork
import HeedWire
import Testing

@Suite struct ExchangeTests {
  @Test func theDeskSaysWhoItIsAndConnectionHeadersAreItsOwn() async throws {
    try await PlainServer.answering { _, it in
      it.answer(text: "x")
    } body: { server in
      try await Bench.with(Bench()) { bench in
        _ = try await bench.wire.send(
          WireRequest(
            .post, server.base + "/a?b[]=c d",
            headers: [
              ("Host", "evil.example"), ("Content-Length", "999"), ("User-Agent", "other"),
              ("Transfer-Encoding", "chunked"), ("X-Mine", "yes"), ("Content-Type", "text/plain"),
            ],
            body: Array("body".utf8)))
        let head = server.heads[0]
        #expect(head.hasPrefix("POST /a?b%5B%5D=c%20d HTTP/1.1\r\n"))
        #expect(header("user-agent", of: head) == "Heed/test (+https://desk.example/notice)")
        #expect(header("host", of: head) == "127.0.0.1:\(server.port)")
        #expect(header("content-length", of: head) == "4")
        #expect(header("transfer-encoding", of: head) == nil)
        #expect(header("x-mine", of: head) == "yes")
      }
    }
  }

  @Test func aHeaderCannotSmuggleALine() async throws {
    try await PlainServer.answering { _, it in
      it.answer(text: "x")
    } body: { server in
      try await Bench.with(Bench()) { bench in
        for header in [("X-A", "b\r\nX-C: d"), ("X-A: b\r\nX-C", "d"), ("", "d"), ("X-A", "\u{0}")]
        {
          let fault = await bench.fault(WireRequest(.get, server.base, headers: [header]))
          #expect(fault?.kind == .malformed)
          #expect(fault?.certainlyNotSent == true)
          let error = await #expect(throws: WireError.self) {
            let request = WireRequest(
              .get, "ws://127.0.0.1:\(server.port)/", headers: [header], timeout: .seconds(20))
            for try await _ in bench.wire.messages(request) {}
          }
          #expect(error?.kind == .malformed)
          #expect(error?.certainlyNotSent == true)
        }
        #expect(server.heads.isEmpty)
      }
    }
  }

  @Test(arguments: [404, 410, 429, 500, 503])
  func anyStatusIsAnAnswer(_ status: Int) async throws {
    try await PlainServer.answering { _, it in
      it.answer("\(status) Whatever", ["X-Which: \(status)"], text: "why")
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let answer = try await bench.wire.send(WireRequest(.get, server.base + "/"))
        #expect(answer.status == status)
        #expect(answer.header("x-which") == "\(status)")
        #expect(answer.body == Array("why".utf8))
        #expect(!answer.movedForGood)
      }
    }
  }

  @Test func packedAnswersAreUnpackedAndSayNoMoreThatTheyWerePacked() async throws {
    let gzip = Packed.gzip(Array("it was packed".utf8))
    try await PlainServer.answering { _, it in
      it.answer("200 OK", ["Content-Encoding: GZIP"], body: gzip)
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let answer = try await bench.wire.send(WireRequest(.get, server.base + "/"))
        #expect(answer.body == Array("it was packed".utf8))
        #expect(answer.header("content-encoding") == nil)
        #expect(answer.header("content-length") == nil)
        #expect(header("accept-encoding", of: server.heads[0]) == "gzip")
      }
    }
  }

  @Test func answersWithoutABodyMayNameAPacking() async throws {
    try await PlainServer.answering { head, it in
      if head.hasPrefix("HEAD") {
        it.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\nContent-Encoding: gzip\r\n\r\n")
      } else {
        it.write("HTTP/1.1 304 Not Modified\r\nContent-Encoding: gzip\r\nETag: \"a\"\r\n\r\n")
      }
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let request = WireRequest(.get, server.base + "/", timeout: .seconds(20))
        let unchanged = try await bench.wire.send(request)
        #expect(unchanged.status == 304)
        #expect(unchanged.header("etag") == "\"a\"")
        let head = try await bench.wire.send(WireRequest(.head, server.base + "/"))
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
      }
    }
  }

  @Test func anAnswerOfNoBytesIsWholeWhateverItIsPackedIn() async throws {
    try await PlainServer.answering { _, it in
      it.answer("202 Accepted", ["Content-Encoding: gzip"], body: [])
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let answer = try await bench.wire.send(
          WireRequest(.post, server.base + "/", body: [1], timeout: .seconds(20)))
        #expect(answer.status == 202)
        #expect(answer.body.isEmpty)
      }
    }
  }

  @Test(arguments: ["none", "UTF-8", "iso-8859-1", "binary", "identity", "x-gzip", "text/xml"])
  func aNameThatIsNoPackingHidesNothing(_ name: String) async throws {
    try await PlainServer.answering { _, it in
      it.answer("200 OK", ["Content-Encoding: \(name)"], text: "as it is")
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let answer = try await bench.wire.send(WireRequest(.get, server.base + "/"))
        #expect(answer.body == Array("as it is".utf8))
      }
    }
  }

  @Test(arguments: ["br", "zstd", "compress", "gzip, gzip", "none, br"])
  func aPackingThatWasNotAskedForIsSaid(_ name: String) async throws {
    try await PlainServer.answering { _, it in
      it.answer("200 OK", ["Content-Encoding: \(name)"], text: "packed")
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let fault = await bench.fault(WireRequest(.get, server.base + "/"))
        #expect(fault?.kind == .malformed)
      }
    }
  }

  @Test func aBombCostsNoMoreThanWasAskedFor() async throws {
    let bomb = Packed.bomb(blocks: 400_000)
    try #require(bomb.count < 1_000_000)
    try await PlainServer.answering { _, it in
      it.answer("200 OK", ["Content-Encoding: gzip"], body: bomb)
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let before = Memory.peak
        for limit in [1 << 10, 1 << 20] {
          let fault = await bench.fault(
            WireRequest(.get, server.base + "/", maximumBytes: limit, timeout: .seconds(20)))
          #expect(fault?.kind == .tooLarge)
          #expect(fault?.certainlyNotSent == false)
        }
        #expect(Memory.peak - before < 64 << 20)
      }
    }
  }

  @Test func moreThanWasAskedForIsRefusedAnnouncedOrNot() async throws {
    try await PlainServer.playing { it in
      guard let head = it.head() else { return }
      if path(of: head) == "/announced" {
        it.write("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n")
        it.waitForEnd()
      } else {
        it.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = "1000\r\n" + String(repeating: "a", count: 4096) + "\r\n"
        while it.write(chunk) {}
      }
    } body: { server in
      try await Bench.with(Bench()) { bench in
        for path in ["/announced", "/endless"] {
          let fault = await bench.fault(
            WireRequest(.get, server.base + path, maximumBytes: 50000, timeout: .seconds(20)))
          #expect(fault?.kind == .tooLarge, "\(path) \(String(describing: fault))")
        }
      }
    }
  }

  @Test func anAnswerOfExactlyTheLimitIsTaken() async throws {
    try await PlainServer.answering { _, it in
      it.answer(body: Array(repeating: 7, count: 70000))
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let exact = try await bench.wire.send(
          WireRequest(.get, server.base, maximumBytes: 70000))
        #expect(exact.body.count == 70000)
        let fault = await bench.fault(WireRequest(.get, server.base, maximumBytes: 69999))
        #expect(fault?.kind == .tooLarge)
      }
    }
  }

  @Test(arguments: ["count", "size", "packing", "twice", "nonsense", "version"])
  func headsThatNobodyNeedsAreRefused(_ what: String) async throws {
    try await PlainServer.answering { _, it in
      switch what {
      case "count": it.answer("200 OK", (0..<230).map { "X-\($0): a" })
      case "size": it.answer("200 OK", ["X-A: " + String(repeating: "a", count: 70000)])
      case "packing": it.answer("200 OK", ["Content-Encoding: br"], text: "x")
      case "twice": it.answer("200 OK", ["Content-Encoding: gzip, gzip"], text: "x")
      case "version": it.write("HTTP/9.9 200 OK\r\n\r\n")
      default: it.write("220 mail.example ESMTP\r\n")
      }
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let fault = await bench.fault(WireRequest(.get, server.base, timeout: .seconds(20)))
        #expect(fault?.kind == (["count", "size"].contains(what) ? .tooLarge : .malformed))
        #expect(fault?.certainlyNotSent == false)
      }
    }
  }
}
