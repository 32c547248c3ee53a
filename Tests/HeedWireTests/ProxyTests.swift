import HeedModel
import HeedNetwork
import Testing

@testable import HeedWire

@Suite struct ProxyTests {
  @Test func theEnvironmentIsReadInBothCases() {
    let settings = ProxySettings(environment: [
      "HTTP_PROXY": "http://upper.example:1", "http_proxy": "lower.example:3128",
      "HTTPS_PROXY": "http://me:p%40ss@[::1]:8080/", "no_proxy": "a.example, .b.example,10.0.0.0/8",
    ])
    #expect(settings.http == .init(host: "lower.example", port: 3128))
    #expect(settings.https == .init(host: "::1", port: 8080, credentials: "me:p@ss"))
    #expect(settings.exceptions == ["a.example", ".b.example", "10.0.0.0/8"])
    #expect(settings.unreadable.isEmpty)
    let bad = ProxySettings(environment: ["HTTP_PROXY": "socks5://x:1", "HTTPS_PROXY": ""])
    #expect(bad.http == nil)
    #expect(bad.https == nil)
    #expect(bad.unreadable == ["HTTP_PROXY"])
  }

  @Test(arguments: [
    ("http://a.example/", true), ("http://sub.a.example/", true), ("http://xa.example/", false),
    ("https://b.example/", true), ("http://10.9.8.7/", true), ("http://11.9.8.7/", false),
    ("http://c.example:8080/", true), ("http://c.example/", false), ("http://127.0.0.1/", true),
    ("http://localhost:3000/", true), ("http://[fd00::5]/", true), ("http://d.example/", false),
  ])
  func exceptionsAreAskedDirectly(_ address: String, _ isDirect: Bool) throws {
    let proxy = ProxySettings.Server(host: "p", port: 1)
    let settings = ProxySettings(
      http: proxy, https: proxy,
      exceptions: ["a.example", ".b.example", "10.0.0.0/8", "c.example:8080", "fd00::/16"])
    #expect((settings.server(for: try WebAddress(address)) == nil) == isDirect)
  }

  @Test func plainRequestsGoToTheProxyWithTheWholeAddressAndNoNameIsResolved() async throws {
    try await PlainServer.answering { _, it in
      it.answer(text: "by proxy")
    } body: { server in
      let resolver = ScriptedResolver([["127.0.0.66"]])
      let proxy = ProxySettings(
        http: .init(host: "127.0.0.1", port: server.port, credentials: "me:secret"))
      try await Bench.with(Bench(allowed: [], proxy: proxy, resolver: resolver)) { bench in
        let answer = try await bench.wire.send(
          WireRequest(.get, "http://far.example.com/a?b=c"))
        #expect(answer.body == Array("by proxy".utf8))
        #expect(answer.address == "http://far.example.com/a?b=c")
        let head = server.heads[0]
        #expect(head.hasPrefix("GET http://far.example.com/a?b=c HTTP/1.1\r\n"))
        #expect(header("host", of: head) == "far.example.com")
        #expect(header("proxy-authorization", of: head) == "Basic bWU6c2VjcmV0")
        #expect(resolver.questions == 0)
      }
    }
  }

  @Test func theGuardReadsNamesAndLiteralAddressesBeforeAProxyToo() async throws {
    try await PlainServer.answering { _, it in
      it.answer(text: "x")
    } body: { server in
      let server1 = ProxySettings.Server(host: "127.0.0.1", port: server.port)
      let proxy = ProxySettings(http: server1, https: server1)
      try await Bench.with(Bench(allowed: [], proxy: proxy)) { bench in
        for host in GuardTests.forms {
          let fault = await bench.fault(WireRequest(.get, "https://\(host)/"))
          #expect(fault?.kind == .forbidden, "\(host)")
        }
        #expect(server.connections == 0)
      }
    }
  }

  @Test func encryptedRequestsAndSocketsAskForATunnel() async throws {
    try await PlainServer.answering { _, it in
      it.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
    } body: { server in
      let server1 = ProxySettings.Server(
        host: "127.0.0.1", port: server.port, credentials: "me:secret")
      let proxy = ProxySettings(http: server1, https: server1)
      try await Bench.with(Bench(allowed: [], proxy: proxy)) { bench in
        let fault = await bench.fault(WireRequest(.post, "https://far.example.com/", body: [1]))
        #expect(fault?.kind == .unreachable)
        #expect(fault?.certainlyNotSent == true)
        let error = await #expect(throws: WireError.self) {
          for try await _ in bench.wire.messages(WireRequest(.get, "wss://far.example.com/")) {}
        }
        #expect(error?.kind == .unreachable)
        #expect(error?.certainlyNotSent == true)
        #expect(server.heads.count == 2)
        for head in server.heads {
          #expect(head.hasPrefix("CONNECT far.example.com:443 HTTP/1.1\r\n"))
          #expect(header("proxy-authorization", of: head) == "Basic bWU6c2VjcmV0")
        }
      }
    }
  }

  @Test func socketsWorkThroughATunnel() async throws {
    try await PlainServer.answering { head, it in
      if head.hasPrefix("CONNECT") {
        it.write("HTTP/1.1 200 Connection established\r\n\r\n")
      } else {
        it.write(SocketServer.consent(to: head))
        it.write([0x81, 2] + Array("hi".utf8))
        it.waitForEnd()
      }
    } body: { server in
      let proxy = ProxySettings(http: .init(host: "127.0.0.1", port: server.port))
      try await Bench.with(Bench(allowed: [], proxy: proxy)) { bench in
        var texts = bench.wire.messages(WireRequest(.get, "ws://far.example.com/live"))
          .makeAsyncIterator()
        let text = try await texts.next()
        #expect(text == "hi")
        #expect(server.heads.count == 2)
        #expect(server.heads[0].hasPrefix("CONNECT far.example.com:80 HTTP/1.1\r\n"))
      }
    }
  }
}
