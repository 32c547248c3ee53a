import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization
import Testing

@testable import MastodonNetwork

/// Pages, and how servers lead from one to the next.
@Suite struct PagingOddityTests {
  @Test(arguments: [
    (#"<https://odd.example/api/v1/x?max_id=5>; rel="next", <…?min_id=9>; rel="prev""#, "5"),
    (#"<?max_id=5>; rel=next"#, "5"), (#"</api/v1/x?limit=40&max_id=5>;REL='next'"#, "5"),
    (#"<https://elsewhere.example/x?max_id=5&token=x>; rel="next""#, "5"),
    (#"<http://10.0.0.1/x?max_id=5>; rel="next last"; title="a, b""#, "5"),
    (#"<https://odd.example/x?q=a,b&max_id=5>; foo; rel="next""#, "5"),
    (#"<https://odd.example/x?max_id=a%2Fb>; rel="next""#, "a/b"),
    (#"<https://odd.example/x?min_id=5>; rel="prev""#, nil), (#"rel="next""#, nil), (#"<"#, nil),
    (#"<https://odd.example/x?max_id=>; rel="next""#, nil), (#">; rel="next" <"#, nil),
    (#"<https://odd.example/x?max_id=a%0D%0Ab>; rel="next""#, nil),
  ])
  func theNextPageIsReadFromAnyFormOfLink(_ header: String, _ below: String?) {
    let response = WireResponse(
      status: 200, headers: [("link", header)], body: [], address: OddServer.base)
    #expect(Link.below(response) == below)
  }

  @Test func aLinkIsNeverFollowedToAnotherHost() async throws {
    let server = OddServer()
    let links = [
      "https://evil.example/steal?max_id=1", "http://169.254.169.254/?max_id=1",
      "//evil.example/?max_id=1", "file:///etc/passwd?max_id=1",
    ]
    for link in links {
      server.says(
        "/api/v1/timelines/*", "[\(OddServer.status(1))]",
        headers: ["Link": "<\(link)>; rel=\"next\""], times: 2)
    }
    var source = server.source("home")
    for _ in links {
      source.cursor = try await server.network.listen(to: source).cursor
    }
    #expect(server.wire.requests.allSatisfy { $0.address.hasPrefix(OddServer.base + "/api/") })
    #expect(server.wire.unmatched.allSatisfy { $0.address.hasPrefix(OddServer.base + "/api/") })
  }

  private func posts(_ ids: some Sequence<Int>) -> String {
    "[" + ids.map { OddServer.status($0) }.joined(separator: ",") + "]"
  }

  @Test func aListWithoutEndIsReadInPassesThatEnd() async throws {
    let server = OddServer()
    let number = Counter()
    server.wire.on(.get, OddServer.base + "/api/v1/timelines/*") { request in
      let start = 10_000_000 - number.next() * 40
      let body = posts((0..<40).map { start - $0 })
      return WireResponse(status: 200, body: Array(body.utf8), address: request.address)
    }
    var source = server.source("local")
    source.cursor = try await server.network.listen(to: source).cursor
    for _ in 0..<60 {
      let before = server.wire.requests.count
      let heard = try await server.network.listen(to: source)
      #expect(server.wire.requests.count - before <= 6)
      #expect(heard.next == .zero)
      source.cursor = heard.cursor
    }
    #expect((source.cursor ?? "").utf8.count < 8_000, "the cursor does not grow without end")
  }

  @Test func aPageWithoutMeasureIsReadInPieces() async throws {
    let server = OddServer()
    server.says("/api/v1/timelines/public?local=true&limit=40", posts((1...2500).reversed()))
    let first = try await server.network.listen(to: server.source("local"))
    #expect(first.events.posts.count == 1000)
    #expect((first.cursor ?? "").utf8.count < 16_000)
  }

  @Test func aPageThatRepeatsItselfEnds() async throws {
    let server = OddServer()
    server.says(
      "/api/v1/timelines/*", posts([3, 2, 1]), headers: ["Link": "<?max_id=1>; rel=next"])
    var source = server.source("local")
    source.cursor = "{\"t\":\"99\",\"a\":0,\"g\":[{\"b\":\"7\",\"a\":0}],\"s\":{}}"
    let heard = try await server.network.listen(to: source)
    #expect(heard.events.posts.count == 3)
    #expect(heard.next == nil)
  }

  @Test(arguments: [
    "{", "{\"t\":1}",
    "{\"t\":\"../..\",\"a\":1,\"g\":[{\"b\":\"x&local=false\",\"a\":1}],\"s\":{}}",
    "{\"t\":null,\"a\":-9223372036854775808,\"g\":[],\"s\":{}}",
    "{\"t\":null,\"a\":9223372036854775807,\"g\":[],\"s\":{\"a\":\"b\"}}",
  ])
  func aCursorThatSomebodyPoisonedDoesNoHarm(_ cursor: String) async throws {
    let server = OddServer()
    server.says("/api/v1/timelines/public?local=true&limit=40*", posts([2, 1]))
    var source = server.source("local")
    source.cursor = cursor
    let heard = try await server.network.listen(to: source)
    #expect(heard.events.posts.count == 2)
    #expect(server.wire.unmatched.isEmpty, "nothing else was asked")
  }

  @Test func manyUnfinishedStretchesBecomeFewAndNoneIsForgotten() {
    var cursor = Cursor(top: "9", topAt: 9)
    cursor.gaps = (0..<100).map {
      Cursor.Gap(below: "below\($0)", base: "base\($0)", baseAt: Int64(1000 - $0))
    }
    cursor.tidy()
    #expect(cursor.gaps.count == Cursor.mostGaps)
    #expect(cursor.gaps.first?.base == "base0")
    #expect(cursor.gaps.last?.below == "below31")
    #expect(cursor.gaps.last?.base == "base99")
  }
}

private final class Counter: Sendable {
  private let value = Atomic(0)
  func next() -> Int { value.add(1, ordering: .relaxed).newValue }
}
