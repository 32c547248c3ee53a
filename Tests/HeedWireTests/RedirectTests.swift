import HeedModel
import HeedNetwork
import Testing

@testable import HeedWire

@Suite struct RedirectTests {
  private static let credentials = [
    ("Authorization", "Bearer secret"), ("Cookie", "a=secret"), ("X-Api-Key", "secret"),
    ("Accept", "text/plain"),
  ]

  @Test func aPermanentWayIsReportedAndATemporaryOneIsNot() async throws {
    try await PlainServer.answering { head, it in
      switch path(of: head) {
      case "/old": it.answer("301 Moved", ["Location: /dir/../older?x=1#part"])
      case "/older?x=1": it.answer("308 Moved", ["Location: new"])
      case "/half": it.answer("302 Found", ["Location: /old"])
      default: it.answer(text: "here")
      }
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let moved = try await bench.wire.send(WireRequest(.get, server.base + "/old"))
        #expect(moved.address == server.base + "/new")
        #expect(moved.movedForGood)
        let half = try await bench.wire.send(WireRequest(.get, server.base + "/half"))
        #expect(half.address == server.base + "/new")
        #expect(!half.movedForGood)
      }
    }
  }

  /// What members allowed to themselves, strangers cannot reach through us, unless it was opened to them too.
  @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
  func strangersReachNoHostOfOurOwnNetwork(isOpen: Bool, isNamedByOthers: Bool) async throws {
    try await PlainServer.answering { _, it in
      it.answer(text: "inside")
    } body: { server in
      let bench = Bench(
        allowed: ["inside.lan"], open: isOpen ? ["inside.lan"] : [],
        resolver: ScriptedResolver([["127.0.0.1"]]))
      try await Bench.with(bench) { bench in
        let fault = await bench.fault(
          WireRequest(
            .get, "http://inside.lan:\(server.port)/", isNamedByOthers: isNamedByOthers))
        let isKeptOut = isNamedByOthers && !isOpen
        #expect(fault?.kind == (isKeptOut ? .forbidden : nil))
        #expect(server.heads.count == (isKeptOut ? 0 : 1))
        #expect(!isKeptOut || fault?.text.description.contains("hosts.linked") == true)
      }
    }
  }

  @Test func fromThePublicInternetNoRedirectLeadsInside() throws {
    let bench = Bench(allowed: ["inside.lan"])
    func hop(_ address: String) throws -> Hop {
      Hop(address: try WebAddress(address), request: WireRequest(.get, address))
    }
    let (outside, inside) = (try hop("https://a.example/"), try hop("http://inside.lan/"))
    #expect(bench.wire.gate.following(outside, by: inside).request.isNamedByOthers)
    #expect(!bench.wire.gate.following(inside, by: outside).request.isNamedByOthers)
    #expect(!bench.wire.gate.following(inside, by: inside).request.isNamedByOthers)
  }

  @Test func credentialsStayWithTheirHost() async throws {
    try await PlainServer.answering { head, it in
      switch path(of: head) {
      case "/same": it.answer("302 Found", ["Location: /end"])
      case "/other":
        let port = header("host", of: head)?.split(separator: ":").last ?? ""
        it.answer("302 Found", ["Location: http://other.lan:\(port)/end"])
      default: it.answer(text: "end")
      }
    } body: { server in
      let resolver = ScriptedResolver([["127.0.0.1"]])
      let bench = Bench(allowed: ["one.lan", "other.lan"], resolver: resolver)
      try await Bench.with(bench) { bench in
        for path in ["/same", "/other"] {
          _ = try await bench.wire.send(
            WireRequest(
              .get, "http://one.lan:\(server.port)\(path)", headers: Self.credentials))
        }
        #expect(header("authorization", of: server.heads[1]) == "Bearer secret")
        let crossed = server.heads[3]
        #expect(header("host", of: crossed)?.hasPrefix("other.lan") == true)
        #expect(!crossed.contains("secret"))
        #expect(header("accept", of: crossed) == "text/plain")
        #expect(header("user-agent", of: crossed)?.hasPrefix("Heed/") == true)
      }
    }
  }

  @Test(arguments: [
    "http://127.0.0.1:%/in", "http://127.1:%/in", "http://2130706433:%/in", "//127.0.0.2:%/in",
    "http://[::1]:%/in", "http://[::ffff:127.0.0.1]:%/in", "http://localhost:%/in",
    "http://169.254.169.254/latest/meta-data/", "http://a@own.lan:%/in", "file:///etc/passwd",
    "ftp://127.0.0.1/", "ws://own.lan:%/in", "http://own.lan:22/", "http://\\127.0.0.1:%/in",
  ])
  func noRedirectLeadsInside(_ location: String) async throws {
    try await PlainServer.answering { head, it in
      let port = header("host", of: head)?.split(separator: ":").last ?? ""
      let target = location.split(separator: "%", omittingEmptySubsequences: false)
        .joined(separator: port)
      it.answer("302 Found", ["Location: \(target)"])
    } body: { server in
      let bench = Bench(allowed: ["own.lan:\(server.port)"], resolver: Inside())
      try await Bench.with(bench) { bench in
        let fault = await bench.fault(WireRequest(.get, "http://own.lan:\(server.port)/"))
        #expect(fault?.kind == .forbidden, "\(String(describing: fault))")
        #expect(fault?.certainlyNotSent == false)
        #expect(server.heads.count == 1)
      }
    }
  }

  @Test func aRingOfRedirectsEnds() async throws {
    try await PlainServer.answering { _, it in
      it.answer("302 Found", ["Location: /again"])
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let fault = await bench.fault(WireRequest(.get, server.base + "/"))
        #expect(fault?.kind == .malformed)
        #expect(server.heads.count == 6)
      }
    }
  }

  @Test func writingFollowsNoRedirect() async throws {
    try await PlainServer.answering { _, it in
      it.answer("307 Temporary", ["Location: /again"])
    } body: { server in
      try await Bench.with(Bench()) { bench in
        let answer = try await bench.wire.send(WireRequest(.post, server.base + "/", body: [1]))
        #expect(answer.status == 307)
        #expect(server.heads.count == 1)
      }
    }
  }

  private struct Inside: NameResolver {
    func addresses(of name: String, within limit: Duration) async throws -> [IPAddress] {
      [IPAddress("127.0.0.1")].compactMap(\.self)
    }
  }
}
